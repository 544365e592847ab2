// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/experiment_gate_test.cpp
//
// Small, an experiment begins when the team decides. Wider than one unit, its page asks more; and where the charter of the
// démarche says so, it waits for every college's yes.

#include <gmock/gmock.h>

#include "store/places.hpp"
#include "store/thread.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class ExperimentGates : public Story {
protected:
    /// A second unit: the hospital is wider than one team.
    void populate() override
    {
        Story::populate();
        must(database().write([&](store::Transaction& transaction) {
            Place unit;
            unit.id = PlaceId::make(random_);
            unit.parent_id = PlaceId::trusted(hospital_id());
            unit.establishment_id = unit.parent_id;
            unit.kind = PlaceKind::Unit;
            unit.name = "Médecine";
            return store::insert_place(transaction, unit);
        }));
    }
    std::string begun_programme(const char* gate)
    {
        const auto reply = as("representante")
                               .post("/api/programmes",
                                   { { "title", "Tenir la relève" }, { "care_stake", "Que l’information arrive entière" },
                                       { "work_stake", "Partir à l’heure" }, { "perimeter", "L’hôpital" },
                                       { "outside_perimeter", "" }, { "committee", "Huit personnes" },
                                       { "openness", "participate" }, { "openness_text", "" }, { "who_decides", "" },
                                       { "still_open", "" }, { "experiment_gate", gate }, { "place_id", hospital_id() },
                                       { "template_id", "demarche-quatre-phases" }, { "started_on", nullptr } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("programme").at("id").as_string());
    }
    json::object page(const std::string& place, json::value programme = nullptr) const
    {
        return { { "title", "La relève gardée" }, { "hypothesis", "On transmet ce qu’il faut faire." },
            { "care_stake", "Ne plus refaire un soin." }, { "work_stake", "Partir à l’heure." },
            { "perimeter", "La relève de midi." }, { "with_whom", "Infirmières, aides-soignantes." },
            { "measured_from", nullptr }, { "starts_on", day() }, { "ends_on", day(60) }, { "way_back", "Reprendre debout." },
            { "means", json::object { { "time", "" }, { "replaced", "" }, { "money", "" }, { "until_on", nullptr } } },
            { "works_if", "On n’appelle plus les gens chez eux." }, { "harms_if", "Toujours la même personne garde." },
            { "place_id", place }, { "programme_id", std::move(programme) }, { "from_kind", nullptr }, { "from_id", nullptr } };
    }
    json::object wide_page(const json::value& programme = nullptr) const
    {
        auto wide = page(hospital_id(), programme);
        wide["why_not_smaller"] = "Le brancardage passe d’une unité à l’autre.";
        wide["teams_asked"] = "Long séjour, médecine : d’accord. La nuit demande à en reparler.";
        return wide;
    }
    static std::string path_of(const Reply& reply)
    {
        return "/api/experiments/" + std::string(reply.data().at("experiment").at("id").as_string());
    }
    static std::string state_of(const Reply& reply) { return std::string(reply.data().at("state").as_string()); }
    Reply says(const std::string& person, const std::string& gate, const std::string& college,
        const std::string& answer = "yes", const std::string& reason = "")
    {
        json::object body { { "college_id", college_id(college) }, { "answer", answer }, { "reason", reason },
            { "met_on", nullptr } };
        if (college == "professionals")
            body["met_on"] = day();
        return as(person).put("/api/gates/" + gate + "/answer", body);
    }
    void all_say_yes(const std::string& gate)
    {
        EXPECT_EQ(says("directrice", gate, "direction").status, 200);
        EXPECT_EQ(says("cadre", gate, "management").status, 200);
        EXPECT_EQ(says("medecin", gate, "medical").status, 200);
        EXPECT_EQ(says("infirmiere", gate, "professionals").status, 200);
        EXPECT_EQ(says("representante", gate, "staff_representatives").status, 200);
        EXPECT_EQ(says("representant", gate, "staff_representatives").status, 200);
    }
    json::object review() const
    {
        const json::object lived { { "before", "On courait." }, { "after", "On transmet." } };
        return { { "held_on", day() }, { "people", 9 }, { "activities", json::array { "dire" } }, { "effectiveness", lived },
            { "technical", lived }, { "social", lived }, { "version", 0 } };
    }
    /// How many entries of the journals say so.
    int told(std::string_view action)
    {
        int count = 0;
        const auto rows
            = must(database().read([&](store::Reader& reader) { return reader.query("select action from audit_entry"); }));
        for (std::size_t row = 0; row < rows.size(); ++row)
            count += rows.text(row, "action") == action ? 1 : 0;
        return count;
    }
    std::string gate_of(const std::string& experiment)
    {
        return std::string(as("usagers").get(experiment).data().at("gate_id").as_string());
    }
};
STORIES(ExperimentGates);

TEST_P(ExperimentGates, the_page_asks_more_when_it_is_wider_than_one_unit)
{
    auto cadre = as("cadre");
    const auto offered = cadre.get("/api/experiment-beginnings").data();
    for (const auto& place : offered.at("places").as_array())
        EXPECT_EQ(place.at("is_wide").as_bool(), place.at("kind").as_string() == "establishment");

    const auto small = cadre.post("/api/experiments", page(unit_id()));
    ASSERT_EQ(small.status, 201) << small.body;
    EXPECT_EQ(state_of(small), "under_way");
    EXPECT_TRUE(small.data().at("gate_id").is_null());

    auto wide = page(hospital_id());
    EXPECT_EQ(cadre.post("/api/experiments", wide).first_error(), "/why_not_smaller experiment.wide_needs_reason");
    wide["why_not_smaller"] = "Le brancardage passe d’une unité à l’autre.";
    wide["teams_asked"] = "   ";
    EXPECT_EQ(cadre.post("/api/experiments", wide).first_error(), "/teams_asked experiment.wide_needs_teams");
    const auto begun = cadre.post("/api/experiments", wide_page());
    ASSERT_EQ(begun.status, 201) << begun.body;
    EXPECT_EQ(state_of(begun), "under_way") << "no charter asks for the colleges";

    auto better = wide_page();
    for (const auto* fixed : { "place_id", "programme_id", "from_kind", "from_id" })
        better.erase(fixed);
    better["version"] = 1;
    better["why_not_smaller"] = "";
    EXPECT_EQ(cadre.put(path_of(begun), better).first_error(), "/why_not_smaller experiment.wide_needs_reason");
    better["why_not_smaller"] = "Une seule équipe ne peut pas brancarder pour deux.";
    EXPECT_EQ(cadre.put(path_of(begun), better).status, 200);
}

TEST_P(ExperimentGates, nobody_is_left_waiting_for_a_yes_that_nobody_can_give)
{
    const json::value programme(begun_programme("wide"));
    const auto of_doctors = [&](const char* sql) {
        must(database().write([&](store::Transaction& transaction) {
            return transaction.execute(sql, { { "college", college_id("medical") }, { "on", clock_.today().plus_days(-1) } });
        }));
    };
    of_doctors("update mandate set starts_on = :on, ends_on = :on where college_id = :college");
    auto cadre = as("cadre");
    EXPECT_EQ(cadre.post("/api/experiments", wide_page(programme)).code(), "gate.without_medical") << "who sat there left";
    EXPECT_EQ(told("experiment.asked_for"), 0) << "nothing was kept";

    of_doctors("delete from mandate where college_id = :college and ends_on = :on");
    const auto asked = cadre.post("/api/experiments", wide_page(programme));
    ASSERT_EQ(asked.status, 201) << asked.body << ": no doctor ever sat here";
    const auto gate = gate_of(path_of(asked));
    EXPECT_EQ(as("directrice").get("/api/gates/" + gate).body.find(college_id("medical")), std::string::npos);
}

TEST_P(ExperimentGates, where_the_charter_says_so_nothing_begins_before_every_college_has_said_yes)
{
    const json::value programme(begun_programme("wide"));
    auto cadre = as("cadre");
    EXPECT_EQ(state_of(cadre.post("/api/experiments", page(unit_id(), programme))), "under_way") << "small enough";
    const auto asked = cadre.post("/api/experiments", wide_page(programme));
    ASSERT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(state_of(asked), "asked");
    const auto here = path_of(asked);
    const auto gate = gate_of(here);
    EXPECT_FALSE(asked.may("conclude"));
    EXPECT_FALSE(asked.may("write"));
    auto nurse = as("infirmiere");
    EXPECT_EQ(nurse.put(here + "/review", review()).code(), "experiment.not_agreed");
    EXPECT_EQ(nurse.post(here + "/evaluation-session", json::object {}).code(), "experiment.not_agreed");
    EXPECT_EQ(nurse
                  .post(here + "/conclusion",
                      { { "outcome", "extend" }, { "words", "Oui." }, { "disagreement", "" }, { "learnt", "" },
                          { "would_need", "" } })
                  .code(),
        "experiment.not_agreed");
    EXPECT_EQ(cadre.put(here + "/end", { { "ends_on", day(90) }, { "reason", "Plus." }, { "version", 1 } }).code(),
        "experiment.being_answered");
    EXPECT_EQ(cadre.post(here + "/gate", { { "note", "" }, { "version", 1 } }).code(), "gate.already_asked");
    EXPECT_EQ(as("directrice").get(here).data_text(), as("representante").get(here).data_text());

    EXPECT_EQ(told("experiment.begun"), 1) << "the small one";
    EXPECT_EQ(told("experiment.asked_for"), 1);

    // The yes comes ten days after the day that was written: it begins now, and lasts as long.
    later(10);
    all_say_yes(gate);
    nurse = as("infirmiere");
    EXPECT_EQ(state_of(nurse.get(here)), "under_way");
    EXPECT_EQ(told("experiment.begun"), 2);
    const auto begun = nurse.get(here).data();
    EXPECT_EQ(begun.at("agreed").at("page").at("ends_on"), begun.at("experiment").at("ends_on")) << "nobody changed a word";
    EXPECT_EQ(begun.at("experiment").at("starts_on").as_string(), json::string_view(day()));
    EXPECT_EQ(begun.at("experiment").at("ends_on").as_string(), json::string_view(day(60)));
    EXPECT_TRUE(nurse.get(here).may("conclude"));
    EXPECT_EQ(nurse.put(here + "/review", review()).status, 200);
    const auto list = nurse.get("/api/experiments").data();
    for (const auto& item : list.at("items").as_array())
        EXPECT_EQ(item.at("state").as_string(), "under_way");
}

TEST_P(ExperimentGates, after_a_no_the_page_is_put_better_and_asked_again)
{
    const json::value programme(begun_programme("each"));
    auto cadre = as("cadre");
    const auto here = path_of(cadre.post("/api/experiments", page(unit_id(), programme)));
    const auto gate = gate_of(here);
    EXPECT_EQ(says("representante", gate, "staff_representatives", "no", "La nuit n’a pas été entendue.").status, 200);
    EXPECT_EQ(state_of(cadre.get(here)), "not_agreed");
    EXPECT_EQ(as("infirmiere").put(here + "/review", review()).code(), "experiment.not_agreed");
    const auto owed = as("directrice").get("/api/home").body;
    EXPECT_THAT(owed, ::testing::Not(::testing::HasSubstr("experiment_conclusion"))) << "nothing began, nothing is to conclude";

    auto better = page(unit_id());
    for (const auto* fixed : { "place_id", "programme_id", "from_kind", "from_id" })
        better.erase(fixed);
    better["version"] = 1;
    better["with_whom"] = "Infirmières, aides-soignantes, la nuit.";
    EXPECT_EQ(cadre.put(here, better).status, 200);
    EXPECT_EQ(as("usagers").post(here + "/gate", { { "note", "" }, { "version", 2 } }).status, 403);
    const json::object heard { { "note", "La nuit a été entendue." }, { "version", 2 } };
    EXPECT_EQ(cadre.post(here + "/gate", { { "note", "" }, { "version", 1 } }).code(), "version.stale") << "of another page";
    const auto again = cadre.post(here + "/gate", heard);
    ASSERT_EQ(again.status, 201) << again.body;
    EXPECT_EQ(state_of(again), "asked");
    const auto list = cadre.get("/api/experiments").data();
    EXPECT_EQ(list.at("items").at(0).at("state").as_string(), "asked") << "the last asking counts, of two on one day";
    const auto second = gate_of(here);
    EXPECT_NE(second, gate);
    all_say_yes(second);
    EXPECT_EQ(state_of(cadre.get(here)), "under_way");

    // What is put otherwise after the yes stands beside what was agreed.
    better["version"] = 2;
    better["with_whom"] = "Tout le monde.";
    EXPECT_EQ(cadre.put(here, better).status, 200);
    const auto view = as("representante").get(here).data();
    EXPECT_EQ(view.at("agreed").at("page").at("with_whom").as_string(), "Infirmières, aides-soignantes, la nuit.");
    EXPECT_EQ(view.at("experiment").at("with_whom").as_string(), "Tout le monde.");
    EXPECT_EQ(told("experiment.page_changed"), 2);

    const auto free = path_of(cadre.post("/api/experiments", page(unit_id())));
    EXPECT_EQ(cadre.post(free + "/gate", { { "note", "" }, { "version", 1 } }).status, 404) << "nobody asks for it";
}

TEST_P(ExperimentGates, what_was_refused_is_left_there_without_a_session)
{
    const json::value programme(begun_programme("each"));
    const auto here = path_of(as("cadre").post("/api/experiments", page(unit_id(), programme)));
    auto nurse = as("infirmiere");
    json::object conclusion { { "outcome", "not_pursue" }, { "words", "Pas maintenant." }, { "disagreement", "" },
        { "learnt", "" }, { "would_need", "" } };
    EXPECT_EQ(nurse.post(here + "/conclusion", conclusion).code(), "experiment.not_agreed") << "the colleges are answering";
    EXPECT_EQ(says("representante", gate_of(here), "staff_representatives", "no", "La nuit n’a pas été entendue.").status, 200);
    conclusion["outcome"] = "extend";
    EXPECT_EQ(nurse.post(here + "/conclusion", conclusion).code(), "experiment.not_agreed");
    EXPECT_FALSE(as("representante").get(here).may("give_up")) << "whoever said no does not end it for those who asked";
    conclusion["outcome"] = "not_pursue";
    EXPECT_EQ(as("representante").post(here + "/conclusion", conclusion).code(), "experiment.not_agreed");
    EXPECT_EQ(as("cadre").post(here + "/conclusion", conclusion).status, 201);
    EXPECT_EQ(state_of(nurse.get(here)), "given_up");
    EXPECT_FALSE(nurse.get(here).may("tell"));
    EXPECT_EQ(told("experiment.given_up"), 1);
    EXPECT_EQ(told("experiment.concluded"), 0);
}

TEST_P(ExperimentGates, before_every_yes_there_is_no_since)
{
    auto cadre = as("cadre");
    auto body = page(unit_id(), json::value(begun_programme("each")));
    body["measured_from"] = day(-100);
    body["starts_on"] = day(-28);
    const auto here = path_of(cadre.post("/api/experiments", body));
    const auto figure = cadre.post(here + "/indicators",
        { { "title", "Interruptions" }, { "purpose", "Savoir" }, { "definition", "Interruptions" }, { "counting", "count" },
            { "unit", "interruptions" }, { "base_unit", "" }, { "field", "activity" }, { "source", "Bâtons" },
            { "entered_by", "Qui écrit" }, { "rhythm", "week" }, { "entry", "hand" }, { "hoped", "less" }, { "people", 31 },
            { "library_code", "" }, { "expires_on", day(60) } });
    ASSERT_EQ(figure.status, 201) << figure.body;
    const auto indicator
        = here + "/indicators/" + std::string(figure.data().at("indicators").at(0).at("indicator").at("id").as_string());
    for (int week = 0; week < 13; ++week)
        EXPECT_EQ(cadre
                      .put(indicator + "/values",
                          { { "counted_on", day(-91 + 7 * week) }, { "numerator", 12 + week % 3 }, { "base", nullptr } })
                      .status,
            200);
    const auto parts
        = [&] { return cadre.get(here).data().at("indicators").at(0).at("follow_up").at("parts").as_array().size(); };
    EXPECT_EQ(parts(), 1U);
    all_say_yes(gate_of(here));
    // What was to be counted until the end still is: it begins four weeks late, and so does its end.
    const auto after = cadre.get(here).data();
    EXPECT_EQ(after.at("experiment").at("ends_on").as_string(), json::string_view(day(88)));
    EXPECT_EQ(after.at("indicators").at(0).at("indicator").at("expires_on").as_string(), json::string_view(day(88)));
    later(14);
    cadre = as("cadre");
    EXPECT_EQ(
        cadre.put(indicator + "/values", { { "counted_on", day(-7) }, { "numerator", 9 }, { "base", nullptr } }).status, 200);
    EXPECT_EQ(parts(), 2U) << "since the day of the last yes";
}

TEST_P(ExperimentGates, an_experiment_is_tried_in_the_demarche_it_comes_from)
{
    const auto asking = begun_programme("each");
    const auto open = begun_programme("team");
    must(database().write([&](store::Transaction& transaction) {
        return store::put_node(transaction,
            { ObjectKind::Proposal, "p1", PlaceId::trusted(hospital_id()), ProgrammeId::trusted(asking), "Garder les sonnettes",
                clock_.today(), "accepted", Audience::Establishment, false },
            "");
    }));
    auto body = page(unit_id(), json::value(open));
    body["from_kind"] = "proposal";
    body["from_id"] = "p1";
    EXPECT_EQ(as("cadre").post("/api/experiments", body).first_error(), "/programme_id choice.unknown");
    body["programme_id"] = nullptr;
    EXPECT_EQ(state_of(as("cadre").post("/api/experiments", body)), "asked");
}

TEST_P(ExperimentGates, who_lets_experiments_begin_is_not_lost_by_not_saying_it)
{
    const auto programme = begun_programme("each");
    json::object frame { { "title", "Tenir la relève" }, { "care_stake", "Que l’information arrive entière" },
        { "work_stake", "Partir à l’heure" }, { "perimeter", "L’hôpital" }, { "outside_perimeter", "" },
        { "committee", "Neuf personnes" }, { "openness", "participate" }, { "openness_text", "" }, { "who_decides", "" },
        { "still_open", "" }, { "version", 1 } };
    const auto path = "/api/programmes/" + programme;
    const auto kept = as("representante").put(path, frame);
    ASSERT_EQ(kept.status, 200) << kept.body;
    EXPECT_EQ(kept.data().at("programme").at("experiment_gate").as_string(), "each");
    frame["version"] = 2;
    frame["experiment_gate"] = "team";
    EXPECT_EQ(as("representante").put(path, frame).status, 200);
    const auto journal = as("directrice").get("/api/audit/" + programme).data();
    EXPECT_EQ(journal.at("entries").at(0).at("entry").at("details").at("before").as_string(), "each");
    EXPECT_EQ(journal.at("entries").at(0).at("entry").at("details").at("after").as_string(), "team");
}

} // namespace etabli::tests

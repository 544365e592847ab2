// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/experiments_test.cpp
//
// Trying something small, with an end and a way back; counting with a base; concluding together. And those who
// would try without an end, count without a base, or speak for another college.

#include "tests/support/story.hpp"

#include "store/audit.hpp"
#include "store/experiments.hpp"
#include "store/figures.hpp"
#include "store/thread.hpp"

namespace etabli::tests {

class Experiments : public Story {
protected:
    json::object canvas() const
    {
        return { { "title", "La relève gardée" },
            { "hypothesis", "Si quelqu’un garde les sonnettes, on transmet ce qu’il faut faire." },
            { "care_stake", "Ne plus refaire ni oublier un soin." }, { "work_stake", "Partir à l’heure, tranquille." },
            { "perimeter", "Long séjour, relève de la mi-journée." }, { "with_whom", "Infirmières, aides-soignantes, agents." },
            { "measured_from", day(-28) }, { "starts_on", day(-14) }, { "ends_on", day(10) },
            { "way_back", "Reprendre debout, du jour au lendemain." },
            { "means",
                json::object {
                    { "time", "vingt minutes comptées" }, { "replaced", "" }, { "money", "" }, { "until_on", day(60) } } },
            { "works_if", "On n’appelle plus les gens chez eux." },
            { "harms_if", "C’est toujours la même personne qui garde." } };
    }
    json::object beginning()
    {
        auto body = canvas();
        body["place_id"] = unit_id();
        body["programme_id"] = nullptr;
        body["from_kind"] = nullptr;
        body["from_id"] = nullptr;
        return body;
    }
    std::string begun()
    {
        const auto reply = as("cadre").post("/api/experiments", beginning());
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("experiment").at("id").as_string());
    }
    json::object indicator(const char* counting) const
    {
        return { { "title", "Interruptions" }, { "purpose", "Savoir si la relève est vraiment gardée" },
            { "definition", "Interruptions pendant les sept relèves de la semaine" }, { "counting", counting },
            { "unit", "interruptions" }, { "base_unit", std::string(counting) == "ratio" ? "relèves" : "" },
            { "field", "activity" }, { "source", "Bâtons sur la feuille" }, { "entered_by", "Qui écrit la synthèse" },
            { "rhythm", "week" }, { "entry", "hand" }, { "hoped", "less" }, { "people", 31 }, { "library_code", "" },
            { "expires_on", day(20) } };
    }
    std::string with_indicator(const std::string& experiment, const char* counting)
    {
        const auto reply = as("infirmiere").post("/api/experiments/" + experiment + "/indicators", indicator(counting));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("indicators").at(0).at("indicator").at("id").as_string());
    }
    json::object review(int version, int people = 9) const
    {
        const json::object lived { { "before", "On transmet ce qui revient." },
            { "after", "On transmet ce qu’il y a à faire." } };
        return { { "held_on", day() }, { "people", people }, { "activities", json::array { "dire et recevoir" } },
            { "effectiveness", lived }, { "technical", lived }, { "social", lived }, { "version", version } };
    }
    json::object conclusion(const char* outcome) const
    {
        return { { "outcome", outcome }, { "words", "On garde la pause.\nOn ne garde pas le reste." },
            { "disagreement", "Plusieurs auraient voulu continuer." },
            { "learnt", "Une organisation se juge le jour où il manque quelqu’un." },
            { "would_need", "Quelqu’un à qui dire que ça ne va pas." } };
    }
    void put_proposal(const std::string& id, const std::string& state, const std::string& place)
    {
        must(database().write([&](store::Transaction& transaction) -> Result<void> {
            return store::put_node(transaction,
                { ObjectKind::Proposal, id, PlaceId::trusted(place), {}, "Une relève assise", clock_.today(), state,
                    Audience::Establishment, false },
                "Une relève assise");
        }));
    }
};
STORIES(Experiments);

TEST_P(Experiments, from_a_proposal_to_a_shared_conclusion_without_any_figure)
{
    put_proposal("p10", "accepted", hospital_id());
    auto nurse = as("infirmiere");
    const auto before = nurse.get("/api/experiment-beginnings?from_kind=proposal&from_id=p10");
    ASSERT_EQ(before.status, 200) << before.body;
    EXPECT_EQ(before.data().at("from_title").as_string(), "Une relève assise");
    EXPECT_EQ(before.data().at("places").as_array().size(), 2U);

    auto body = beginning();
    body["from_kind"] = "proposal";
    body["from_id"] = "p10";
    const auto made = nurse.post("/api/experiments", body);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto path = "/api/experiments/" + std::string(made.data().at("experiment").at("id").as_string());
    EXPECT_EQ(made.data().at("state").as_string(), "under_way");
    EXPECT_TRUE(made.may("conclude"));

    ASSERT_EQ(
        nurse.post(path + "/events", { { "kind", "heard" }, { "happened_on", day(-2) }, { "words", "On s’entend." } }).status,
        201);
    ASSERT_EQ(nurse.put(path + "/review", review(0)).status, 200);
    const auto concluded = nurse.post(path + "/conclusion", conclusion("not_pursue"));
    ASSERT_EQ(concluded.status, 201) << concluded.body;
    EXPECT_EQ(concluded.data().at("state").as_string(), "not_pursue");
    EXPECT_EQ(concluded.data().at("conclusion").at("disagreement").as_string(), "Plusieurs auraient voulu continuer.");
    EXPECT_EQ(nurse.post(path + "/events", { { "kind", "event" }, { "happened_on", day() }, { "words", "Trop tard." } }).code(),
        "experiment.concluded");

    const auto thread = nurse.get("/api/thread/proposal/p10");
    ASSERT_EQ(thread.status, 200) << thread.body;
    const auto data = thread.data();
    ASSERT_EQ(data.at("knots").as_array().size(), 3U);
    bool judged = false;
    for (const auto& knot : data.at("knots").as_array())
        judged |= knot.at("kind").as_string() == "conclusion" && knot.at("state").as_string() == "not_pursue";
    EXPECT_TRUE(judged);
    const auto chain = must(database().read([&](store::Reader& reader) { return store::audit_head(reader, hospital_id()); }));
    EXPECT_EQ(chain.length, 2);
}

TEST_P(Experiments, what_waits_for_its_answer_or_belongs_to_others_is_not_tried)
{
    put_proposal("waiting", "awaited", hospital_id());
    put_proposal("theirs", "accepted", other_hospital_id());
    auto body = beginning();
    body["from_kind"] = "proposal";
    body["from_id"] = "waiting";
    EXPECT_EQ(as("cadre").post("/api/experiments", body).code(), "experiment.origin_not_open");
    body["from_id"] = "theirs";
    EXPECT_EQ(as("cadre").post("/api/experiments", body).status, 422);
    EXPECT_EQ(as("voisine").post("/api/experiments", beginning()).status, 422);
    EXPECT_EQ(as("usagers").post("/api/experiments", beginning()).status, 403);
}

TEST_P(Experiments, no_experiment_without_an_end_a_way_back_and_both_stakes)
{
    for (const auto* field : { "ends_on", "way_back", "care_stake", "work_stake", "hypothesis", "perimeter" }) {
        auto missing = beginning();
        missing.erase(field);
        const auto reply = as("cadre").post("/api/experiments", missing);
        EXPECT_EQ(reply.first_error(), "/" + std::string(field) + " field.required");
    }
    auto blank = beginning();
    blank["way_back"] = "   ";
    EXPECT_EQ(as("cadre").post("/api/experiments", blank).first_error(), "/way_back field.required");
    auto backwards = beginning();
    backwards["ends_on"] = day(-20);
    EXPECT_EQ(as("cadre").post("/api/experiments", backwards).first_error(), "/ends_on date.before_start");
}

TEST_P(Experiments, the_end_moves_with_a_date_and_a_reason_and_no_other_way)
{
    const auto path = "/api/experiments/" + begun();
    auto cadre = as("cadre");
    auto changed = canvas();
    changed["version"] = 1;
    changed["ends_on"] = day(300);
    EXPECT_EQ(cadre.put(path, changed).first_error(), "/ends_on experiment.end_needs_reason");
    EXPECT_EQ(cadre.put(path + "/end", { { "ends_on", day(40) }, { "reason", " " }, { "version", 1 } }).first_error(),
        "/reason field.required");
    const auto moved = cadre.put(
        path + "/end", { { "ends_on", day(40) }, { "reason", "La canicule a vidé trois semaines." }, { "version", 1 } });
    ASSERT_EQ(moved.status, 200) << moved.body;
    const auto revision = moved.data().at("end_revisions").at(0);
    EXPECT_EQ(revision.at("from_on").as_string(), day(10));
    EXPECT_EQ(revision.at("to_on").as_string(), day(40));
    EXPECT_EQ(revision.at("revised_on").as_string(), day());
    const auto stale = cadre.put(path + "/end", { { "ends_on", day(50) }, { "reason", "Encore." }, { "version", 1 } });
    EXPECT_EQ(stale.status, 409);
    EXPECT_EQ(stale.json().at("current").at("ends_on").as_string(), day(40));
}

TEST_P(Experiments, a_figure_has_a_base_a_purpose_and_an_end)
{
    const auto id = begun();
    const auto path = "/api/experiments/" + id;
    auto nurse = as("infirmiere");
    auto without = indicator("count");
    without["purpose"] = "";
    EXPECT_EQ(nurse.post(path + "/indicators", without).first_error(), "/purpose indicator.without_purpose");
    without.erase("purpose");
    EXPECT_EQ(nurse.post(path + "/indicators", without).first_error(), "/purpose indicator.without_purpose");
    without = indicator("count");
    without["expires_on"] = nullptr;
    EXPECT_EQ(nurse.post(path + "/indicators", without).first_error(), "/expires_on indicator.without_end");
    without = indicator("ratio");
    without["base_unit"] = "";
    EXPECT_EQ(nurse.post(path + "/indicators", without).first_error(), "/base_unit figure.without_base");

    const auto values = path + "/indicators/" + with_indicator(id, "ratio") + "/values";
    EXPECT_EQ(nurse.put(values, { { "counted_on", day(-7) }, { "numerator", 5 }, { "base", nullptr } }).first_error(),
        "/base figure.without_base");
    EXPECT_EQ(nurse.put(values, { { "counted_on", day(-7) }, { "numerator", 5 }, { "base", 4 } }).first_error(),
        "/base figure.base_too_small");
    EXPECT_EQ(nurse.put(values, { { "counted_on", day(-7) }, { "numerator", 0 }, { "base", 0 } }).first_error(),
        "/base figure.base_too_small");
    ASSERT_EQ(nurse.put(values, { { "counted_on", day(-21) }, { "numerator", 6 }, { "base", 7 } }).status, 200);
    ASSERT_EQ(nurse.put(values, { { "counted_on", day(-7) }, { "numerator", 5 }, { "base", 7 } }).status, 200);
    const auto again = nurse.put(values, { { "counted_on", day(-7) }, { "numerator", 2 }, { "base", 7 } });
    ASSERT_EQ(again.status, 200) << again.body;
    const auto shown = again.data().at("indicators").at(0);
    EXPECT_EQ(shown.at("values").as_array().size(), 2U);
    EXPECT_EQ(shown.at("follow_up").at("points").at(1).at("numerator").to_number<int>(), 2);
    EXPECT_EQ(shown.at("follow_up").at("points").at(1).at("base").to_number<int>(), 7);
    later(25);
    auto later_nurse = as("infirmiere");
    EXPECT_EQ(later_nurse.put(values, { { "counted_on", day() }, { "numerator", 1 }, { "base", 7 } }).first_error(),
        "/counted_on indicator.over");
}

TEST_P(Experiments, an_indicator_slipped_in_without_a_purpose_or_an_end_is_not_shown)
{
    const auto id = begun();
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        Indicator indicator;
        indicator.id = IndicatorId::make(random_);
        indicator.experiment_id = ExperimentId::trusted(id);
        indicator.title = "Absences";
        indicator.purpose = "";
        indicator.expires_on = clock_.today().plus_days(30);
        TRY(store::insert_indicator(transaction, indicator));
        indicator.id = IndicatorId::make(random_);
        indicator.purpose = "Savoir";
        indicator.expires_on.reset();
        return store::insert_indicator(transaction, indicator);
    }));
    EXPECT_EQ(as("directrice").get("/api/experiments/" + id).data().at("indicators").as_array().size(), 0U);
}

TEST_P(Experiments, a_college_joins_its_reservation_and_nobody_elses)
{
    const auto path = "/api/experiments/" + begun() + "/reservation";
    const json::object words { { "college_id", college_id("staff_representatives") },
        { "words", "La fatigue se mesure en années." } };
    EXPECT_EQ(as("directrice").put(path, words).status, 403);
    EXPECT_EQ(as("voisine").put(path, words).status, 404);
    const auto joined = as("representante").put(path, words);
    ASSERT_EQ(joined.status, 200) << joined.body;
    EXPECT_EQ(joined.data().at("reservations").at(0).at("college_kind").as_string(), "staff_representatives");
    ASSERT_EQ(
        as("representant")
            .put(path, { { "college_id", college_id("staff_representatives") }, { "words", "En années, pas en semaines." } })
            .status,
        200);
    EXPECT_EQ(as("directrice")
                  .get("/api/experiments/" + std::string(joined.data().at("experiment").at("id").as_string()))
                  .data()
                  .at("reservations")
                  .as_array()
                  .size(),
        1U);
}

TEST_P(Experiments, a_conclusion_is_shared_and_direction_does_not_write_it_alone)
{
    const auto path = "/api/experiments/" + begun();
    EXPECT_EQ(as("directrice").put(path + "/review", review(0)).status, 403);
    EXPECT_EQ(as("directrice").post(path + "/conclusion", conclusion("extend")).status, 403);
    auto nurse = as("infirmiere");
    EXPECT_EQ(nurse.post(path + "/conclusion", conclusion("extend")).code(), "conclusion.without_session");
    ASSERT_EQ(nurse.put(path + "/review", review(0, 0)).status, 200);
    EXPECT_EQ(nurse.post(path + "/conclusion", conclusion("extend")).code(), "conclusion.without_session");
    const auto stale = nurse.put(path + "/review", review(0));
    EXPECT_EQ(stale.code(), "version.stale");
    EXPECT_EQ(stale.json().at("current").at("version").to_number<int>(), 1);
    ASSERT_EQ(nurse.put(path + "/review", review(1)).status, 200);
    EXPECT_EQ(nurse.post(path + "/conclusion", conclusion("better")).status, 422);
    EXPECT_EQ(nurse.post(path + "/conclusion", conclusion("go_back")).status, 201);
    EXPECT_EQ(nurse.post(path + "/conclusion", conclusion("extend")).code(), "experiment.concluded");
}

TEST_P(Experiments, a_name_noted_on_the_way_is_refused)
{
    const auto path = "/api/experiments/" + begun() + "/events";
    const auto reply
        = as("cadre").post(path, { { "kind", "heard" }, { "happened_on", day() }, { "words", "Mme Durand a crié." } });
    EXPECT_EQ(reply.first_error(), "/words text.person_name");
}

TEST_P(Experiments, direction_and_staff_representatives_read_the_same_bytes)
{
    const auto id = begun();
    with_indicator(id, "count");
    for (const auto& path : { std::string("/api/experiments"), "/api/experiments/" + id }) {
        const auto one = as("directrice").get(path);
        ASSERT_EQ(one.status, 200);
        EXPECT_EQ(one.data_text(), as("representante").get(path).data_text());
    }
    EXPECT_EQ(as("voisine").get("/api/experiments/" + id).status, 404);
    EXPECT_EQ(as("administration").get("/api/experiments/" + id).status, 404);
    EXPECT_EQ(as("voisine").get("/api/experiments").data().at("items").as_array().size(), 0U);
}

TEST_P(Experiments, what_ends_appears_among_what_is_owed)
{
    const auto id = begun();
    later(12);
    const auto home = as("cadre").get("/api/home");
    ASSERT_EQ(home.status, 200);
    const auto data = home.data();
    const auto& awaited = data.at("owed").at("awaited").as_array();
    ASSERT_EQ(awaited.size(), 1U);
    EXPECT_EQ(awaited[0].at("kind").as_string(), "experiment_conclusion");
    EXPECT_EQ(awaited[0].at("object_id").as_string(), id);
    EXPECT_TRUE(home.may("act:" + id));
    EXPECT_EQ(as("cadre").get("/api/experiments/" + id).data().at("state").as_string(), "to_conclude");
}

} // namespace etabli::tests

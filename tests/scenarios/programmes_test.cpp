// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/programmes_test.cpp
//
// A démarche is begun, framed, and passes from phase to phase when every college has said yes; and all the ways
// somebody might try to go round the colleges.

#include "tests/support/story.hpp"

#include "server/resources/all.hpp"

namespace etabli::tests {

class Programmes : public Story {
protected:
    json::object frame(const std::string& title = "Tenir la releve") const
    {
        return { { "title", title }, { "care_stake", "Que l'information arrive entiere" }, { "work_stake", "Partir a l'heure" },
            { "perimeter", "Long sejour, jour et nuit" }, { "outside_perimeter", "" },
            { "committee", "Huit personnes, a parite" }, { "openness", "participate" }, { "openness_text", "" },
            { "who_decides", "" }, { "still_open", "" } };
    }
    json::object beginning() const
    {
        auto body = frame();
        body["place_id"] = hospital_id();
        body["template_id"] = "demarche-quatre-phases";
        body["started_on"] = nullptr;
        return body;
    }
    /// Begun by the representative, since either college may.
    std::string begun()
    {
        const auto reply = as("representante").post("/api/programmes", beginning());
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("programme").at("id").as_string());
    }
    json::object means() const
    {
        return { { "what", "Temps des discussions" }, { "how_much", "aucun" }, { "replaced", "no" }, { "replaced_text", "" },
            { "amount_eur", 0 }, { "until_on", nullptr } };
    }
    /// The gate to the diagnosis, asked for.
    std::string asked(const std::string& programme)
    {
        auto directrice = as("directrice");
        EXPECT_EQ(directrice.post("/api/programmes/" + programme + "/means", means()).status, 201);
        const auto reply = directrice.post("/api/programmes/" + programme + "/ask-gate", ask("conception-diagnostic"));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("passages").at(0).at("attempts").at(0).at("id").as_string());
    }
    static json::object ask(const std::string& passage) { return { { "passage", passage }, { "note", "" } }; }

    Reply says(const std::string& person, const std::string& gate, const std::string& college,
        const std::string& answer = "yes", const std::string& reason = "")
    {
        json::object body { { "college_id", college_id(college) }, { "answer", answer }, { "reason", reason },
            { "met_on", nullptr } };
        if (college == "professionals")
            body["met_on"] = day();
        return as(person).put("/api/gates/" + gate + "/answer", body);
    }
    std::string step_of(const std::string& programme)
    {
        return std::string(as("usagers").get("/api/programmes/" + programme).data().at("programme").at("step").as_string());
    }
};
STORIES(Programmes);

TEST_P(Programmes, a_demarche_passes_to_its_next_phase_when_every_college_has_said_yes)
{
    const auto programme = begun();
    const auto gate = asked(programme);
    EXPECT_EQ(says("directrice", gate, "direction").status, 200);
    EXPECT_EQ(says("cadre", gate, "management").status, 200);
    EXPECT_EQ(says("medecin", gate, "medical").status, 200);
    EXPECT_EQ(says("infirmiere", gate, "professionals").status, 200);
    EXPECT_EQ(says("representante", gate, "staff_representatives").status, 200);
    EXPECT_EQ(step_of(programme), "conception") << "each of the two representatives must say it";

    later(3);
    EXPECT_EQ(says("representant", gate, "staff_representatives").status, 200);
    const auto view = as("infirmiere").get("/api/programmes/" + programme).data();
    EXPECT_EQ(view.at("programme").at("step").as_string(), "diagnostic");
    EXPECT_EQ(view.at("steps").at(0).at("state").as_string(), "done");
    EXPECT_EQ(view.at("steps").at(0).at("left_on").as_string(), json::string_view(day()));
    EXPECT_EQ(view.at("steps").at(1).at("state").as_string(), "under_way");
    EXPECT_EQ(view.at("steps").at(1).at("entered_on").as_string(), json::string_view(day()));
    EXPECT_EQ(view.at("steps").at(2).at("state").as_string(), "to_come");
}

TEST_P(Programmes, one_no_keeps_the_gate_shut_and_it_may_be_asked_again)
{
    const auto programme = begun();
    const auto gate = asked(programme);
    auto rewritten = frame("Un autre texte que celui qu'on lit");
    rewritten["version"] = 1;
    EXPECT_EQ(as("directrice").put("/api/programmes/" + programme, rewritten).code(), "programme.gate_open");
    const auto promised = as("directrice").get("/api/programmes/" + programme).data();
    auto less = means();
    less["version"] = 1;
    less["how_much"] = "rien";
    const auto line
        = "/api/programmes/" + programme + "/means/" + std::string(promised.at("means").as_array().at(0).at("id").as_string());
    EXPECT_EQ(as("directrice").put(line, less).code(), "programme.gate_open");
    EXPECT_EQ(as("directrice").remove(line).code(), "programme.gate_open");
    says("directrice", gate, "direction");
    EXPECT_EQ(says("representante", gate, "staff_representatives", "no", "La nuit n'a pas parle").status, 200);
    EXPECT_EQ(as("directrice").put("/api/programmes/" + programme, rewritten).status, 200);
    EXPECT_EQ(as("directrice").put(line, less).status, 200);
    EXPECT_EQ(step_of(programme), "conception");
    EXPECT_EQ(says("medecin", gate, "medical").code(), "gate.closed");

    const auto again = as("referente").post("/api/programmes/" + programme + "/ask-gate", ask("conception-diagnostic"));
    EXPECT_EQ(again.status, 201) << again.body;
    EXPECT_EQ(again.data().at("passages").at(0).at("attempts").as_array().size(), 2U);
}

TEST_P(Programmes, silence_is_awaited_on_the_home_page_and_opens_nothing)
{
    const auto programme = begun();
    const auto gate = asked(programme);
    for (const auto* person : { "directrice", "representante" }) {
        const auto home = as(person).get("/api/home").data();
        const auto& owed = home.at("owed").at("later").as_array();
        EXPECT_TRUE(std::any_of(owed.begin(), owed.end(), [&](const auto& item) {
            return item.at("object_id").as_string() == json::string_view(gate);
        })) << person;
    }
    later(60);
    EXPECT_EQ(step_of(programme), "conception");
}

TEST_P(Programmes, no_route_sets_the_step_and_none_skips_one)
{
    const auto programme = begun();
    auto directrice = as("directrice");
    auto body = frame("Autre titre");
    body["version"] = 1;
    body["step"] = "perennisation";
    const auto reply = directrice.put("/api/programmes/" + programme, body);
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.json().at("errors").at(0).at("code").as_string(), "field.unknown");
    auto begin = beginning();
    begin["step"] = "diagnostic";
    EXPECT_EQ(directrice.post("/api/programmes", begin).status, 422);
    directrice.post("/api/programmes/" + programme + "/means", means());
    EXPECT_EQ(directrice.post("/api/programmes/" + programme + "/ask-gate", ask("diagnostic-experimentation")).code(),
        "programme.no_such_passage");
    EXPECT_EQ(directrice.post("/api/programmes/" + programme + "/ask-gate", ask("conception-perennisation")).code(),
        "programme.no_such_passage");
    EXPECT_EQ(step_of(programme), "conception");

    // And no body that the server accepts anywhere knows the word, beside what it answers.
    for (const auto& route : resources::all_routes())
        if (route.pattern.find("/programmes") != std::string::npos && route.method != http::Method::Get) {
            Schemas schemas;
            const auto described = route.describe(schemas);
            const auto* body_schema = described.if_contains("requestBody");
            if (body_schema == nullptr)
                continue;
            for (const auto& [name, schema] : schemas.by_name())
                if (json_text(*body_schema).find("/" + name + "\"") != std::string::npos) {
                    EXPECT_EQ(schema.at("properties").as_object().if_contains("step"), nullptr) << route.pattern;
                }
        }
}

TEST_P(Programmes, nobody_answers_for_another_college)
{
    const auto gate = asked(begun());
    for (const auto* college : { "staff_representatives", "medical", "management" })
        EXPECT_EQ(says("directrice", gate, college).code(), "gate.not_your_college") << college;
    EXPECT_EQ(says("voisine", gate, "direction").status, 404);
}

TEST_P(Programmes, a_passage_is_not_asked_for_before_the_means_are_on_the_table)
{
    const auto programme = begun();
    auto directrice = as("directrice");
    EXPECT_EQ(directrice.post("/api/programmes/" + programme + "/ask-gate", ask("conception-diagnostic")).code(),
        "programme.not_ready");
    EXPECT_FALSE(directrice.get("/api/programmes/" + programme).may("ask:conception-diagnostic"));
    directrice.post("/api/programmes/" + programme + "/means", means());
    EXPECT_TRUE(directrice.get("/api/programmes/" + programme).may("ask:conception-diagnostic"));
    EXPECT_FALSE(as("infirmiere").get("/api/programmes/" + programme).may("ask:conception-diagnostic"));
}

TEST_P(Programmes, direction_and_staff_representatives_are_sent_the_same_bytes)
{
    const auto programme = begun();
    const auto gate = asked(programme);
    says("medecin", gate, "medical");
    as("infirmiere")
        .post("/api/programmes/" + programme + "/journal", { { "happened_on", day() }, { "text", "Premiere reunion" } });
    for (const auto& path : { "/api/programmes", "/api/programmes/PROGRAMME", "/api/gates/GATE" }) {
        std::string asked_path = path;
        if (const auto at = asked_path.find("PROGRAMME"); at != std::string::npos)
            asked_path.replace(at, 9, programme);
        if (const auto at = asked_path.find("GATE"); at != std::string::npos)
            asked_path.replace(at, 4, gate);
        const auto direction = as("directrice").get(asked_path).data_text();
        for (const auto* person : { "representante", "infirmiere", "usagers", "medecin" })
            EXPECT_EQ(direction, as(person).get(asked_path).data_text()) << path << " " << person;
    }
}

TEST_P(Programmes, what_an_establishment_does_is_not_there_for_others)
{
    const auto programme = begun();
    for (const auto* person : { "voisine", "administration" }) {
        auto browser = as(person);
        EXPECT_EQ(browser.get("/api/programmes/" + programme).status, 404) << person;
        EXPECT_EQ(browser.get("/api/programmes?place=" + hospital_id()).status, 404) << person;
        EXPECT_EQ(browser.get("/api/programmes").data().at("items").as_array().size(), 0U) << person;
        EXPECT_EQ(
            browser.post("/api/programmes/" + programme + "/journal", { { "happened_on", day() }, { "text", "x" } }).status,
            404);
        EXPECT_EQ(browser.post("/api/programmes/" + programme + "/ask-gate", ask("conception-diagnostic")).status, 404);
        EXPECT_EQ(browser.post("/api/programmes", beginning()).status, 404) << person;
    }
    EXPECT_EQ(somebody().get("/api/programmes/" + programme).status, 401);
}

TEST_P(Programmes, everybody_of_the_place_keeps_the_journal_and_it_names_the_college_alone)
{
    const auto programme = begun();
    const auto reply = as("infirmiere")
                           .post("/api/programmes/" + programme + "/journal",
                               { { "happened_on", day(-2) }, { "text", "La nuit est venue" } });
    ASSERT_EQ(reply.status, 201) << reply.body;
    const auto entry = reply.data().at("journal").at(0);
    EXPECT_EQ(entry.at("written_by").as_string(), "professionals");
    EXPECT_EQ(reply.body.find(account_id("infirmiere")), std::string::npos);
    EXPECT_EQ(as("infirmiere").post("/api/programmes/" + programme + "/means", means()).code(), "right.missing");
    EXPECT_EQ(as("infirmiere").post("/api/programmes", beginning()).code(), "right.missing");
}

TEST_P(Programmes, two_who_write_at_once_lose_no_words)
{
    const auto programme = begun();
    auto body = frame("Titre de la direction");
    body["version"] = 1;
    ASSERT_EQ(as("directrice").put("/api/programmes/" + programme, body).status, 200);
    body["title"] = "Titre des representants";
    const auto stale = as("representante").put("/api/programmes/" + programme, body);
    EXPECT_EQ(stale.code(), "version.stale");
    EXPECT_EQ(stale.json().at("current").at("title").as_string(), "Titre de la direction");
}

TEST_P(Programmes, means_links_and_triggers_are_added_written_again_and_removed)
{
    const auto programme = begun();
    const auto base = "/api/programmes/" + programme + "/";
    auto directrice = as("directrice");
    const auto added = directrice.post(base + "means", means());
    ASSERT_EQ(added.status, 201) << added.body;
    const std::string id(added.data().at("means").at(0).at("id").as_string());
    auto body = means();
    body["how_much"] = "deux heures par mois";
    body["version"] = 1;
    const auto changed = directrice.put(base + "means/" + id, body);
    EXPECT_EQ(changed.data().at("means").at(0).at("how_much").as_string(), "deux heures par mois");
    EXPECT_EQ(as("representant").put(base + "means/" + id, body).code(), "version.stale");
    EXPECT_EQ(as("representant").remove(base + "means/" + id).data().at("means").as_array().size(), 0U);

    EXPECT_EQ(directrice
                  .post(base + "projects",
                      { { "kind", "restructuring" }, { "title", "Demenagement" }, { "starts_on", day() },
                          { "ends_on", day(-1) }, { "text", "" } })
                  .status,
        422);
    EXPECT_EQ(directrice
                  .post(base + "projects",
                      { { "kind", "restructuring" }, { "title", "Demenagement" }, { "starts_on", day() },
                          { "ends_on", nullptr }, { "text", "" } })
                  .status,
        201);
    EXPECT_EQ(
        directrice.post(base + "triggers", { { "code", "nonsense" }, { "happened_on", day() }, { "text", "" } }).status, 422);
    EXPECT_EQ(
        directrice.post(base + "triggers", { { "code", "restructuring" }, { "happened_on", day() }, { "text", "" } }).status,
        201);
    EXPECT_EQ(directrice
                  .post(base + "sessions",
                      { { "number", 1 }, { "step_key", "nowhere" }, { "held_on", day() }, { "place_text", "" },
                          { "subject", "Les enjeux" }, { "ideas", "" } })
                  .status,
        422);
    EXPECT_EQ(directrice
                  .post(base + "sessions",
                      { { "number", 1 }, { "step_key", "conception" }, { "held_on", day(7) }, { "place_text", "" },
                          { "subject", "Les enjeux" }, { "ideas", "" } })
                  .status,
        201);
    const auto marked = directrice.put(base + "deliverables",
        { { "step_key", "conception" }, { "deliverable_key", "charter" }, { "done_on", day() }, { "sheet_id", nullptr } });
    EXPECT_EQ(marked.status, 200) << marked.body;
    const auto view = as("usagers").get("/api/programmes/" + programme).data();
    EXPECT_EQ(view.at("projects").as_array().size(), 1U);
    EXPECT_EQ(view.at("triggers").as_array().size(), 1U);
    EXPECT_EQ(view.at("sessions").as_array().size(), 1U);
    EXPECT_EQ(view.at("steps").at(0).at("deliverables").at(1).at("done_on").as_string(), json::string_view(day()));
}

TEST_P(Programmes, a_handover_says_which_colleges_have_read_it)
{
    const auto programme = begun();
    const auto base = "/api/programmes/" + programme + "/handover";
    const auto written = as("cadre").post(base,
        { { "left_on", day() }, { "from_function", "Cadre" }, { "to_function", "Referente" },
            { "left_text", "Une chose est fragile" }, { "lost_text", "" } });
    ASSERT_EQ(written.status, 201) << written.body;
    const std::string id(written.data().at("handovers").at(0).at("id").as_string());
    as("representante").post(base + "/" + id + "/read", json::object());
    const auto read = as("representant").post(base + "/" + id + "/read", json::object());
    ASSERT_EQ(read.status, 201) << read.body;
    EXPECT_EQ(json_text(read.data().at("handovers").at(0).at("read_by")), "[\"staff_representatives\"]");
}

TEST_P(Programmes, a_restart_loses_nothing_of_it)
{
    const auto programme = begun();
    asked(programme);
    const auto before = as("directrice").get("/api/programmes/" + programme).data_text();
    restart();
    EXPECT_EQ(before, as("directrice").get("/api/programmes/" + programme).data_text());
}

} // namespace etabli::tests

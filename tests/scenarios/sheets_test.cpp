// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/sheets_test.cpp
//
// Writing a sheet once, with its context; opening it circle by circle with the colleges' yes. And those who would
// release it without its context, skip a circle, or write for another college.

#include "tests/support/story.hpp"

#include "store/gates.hpp"
#include "store/sheets.hpp"
#include "store/thread.hpp"

namespace etabli::tests {

class Sheets : public Story {
protected:
    static json::object section(const char* key, const char* text)
    {
        return { { "key", key }, { "text", text }, { "items", json::array() }, { "readings", json::array() } };
    }
    static json::object context(const char* key, const char* text) { return { { "key", key }, { "text", text } }; }
    static json::object work_situation(const char* what_happens = "À 13 h 45, la relève se fait debout, dans l’embrasure.")
    {
        return { { "title", "La relève debout" }, { "authors", "l’équipe de long séjour" },
            { "sections",
                json::array { section("what_happens", what_happens), section("what_we_do", "Nous rattrapons l’après-midi.") } },
            { "context", json::array { context("place", "Long séjour, quarante lits"), context("team", "Équipe stable") } } };
    }
    json::object beginning(json::object contents, const char* of = "work-situation", json::array sources = {})
    {
        return { { "template_id", of }, { "place_id", unit_id() }, { "programme_id", nullptr },
            { "written_with", json::array { "professionals", "management" } }, { "contents", std::move(contents) },
            { "sources", std::move(sources) } };
    }
    std::string begun(json::object contents, const char* of = "work-situation")
    {
        const auto reply = as("infirmiere").post("/api/sheets", beginning(std::move(contents), of));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("id").as_string());
    }
    std::string shared()
    {
        const auto id = begun(work_situation());
        EXPECT_EQ(as("infirmiere").post("/api/sheets/" + id + "/share", json::object()).status, 201);
        return id;
    }
    static json::object version(int from, json::object contents)
    {
        return { { "version", from }, { "note", "" }, { "contents", std::move(contents) } };
    }
    /// Every college that is asked says yes; answers the last reply.
    Reply all_say_yes(const std::string& gate)
    {
        Reply last;
        for (const auto& [person, college] : std::vector<std::pair<std::string, std::string>> { { "directrice", "direction" },
                 { "cadre", "management" }, { "medecin", "medical" }, { "representante", "staff_representatives" },
                 { "representant", "staff_representatives" }, { "infirmiere", "professionals" } })
            last = as(person).put("/api/gates/" + gate + "/answer",
                { { "college_id", college_id(college) }, { "answer", "yes" }, { "reason", "" },
                    { "met_on", college == "professionals" ? json::value(day()) : json::value(nullptr) } });
        return last;
    }
    std::string asked(const std::string& id, const char* to)
    {
        const auto reply = as("cadre").post("/api/sheets/" + id + "/widening", { { "to", to }, { "note", "" } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("passages").at(0).at("gate_id").as_string());
    }
};
STORIES(Sheets);

TEST_P(Sheets, three_kinds_are_offered_first)
{
    const auto reply = as("infirmiere").get("/api/sheet-templates");
    ASSERT_EQ(reply.status, 200) << reply.body;
    int first = 0;
    const auto data = reply.data();
    for (const auto& item : data.at("items").as_array())
        first += item.at("offered").as_string() == "first" ? 1 : 0;
    EXPECT_EQ(first, 3);
    EXPECT_EQ(data.at("items").as_array().size(), 9U);
}

TEST_P(Sheets, a_sheet_is_its_authors_then_everybodys_at_the_same_moment)
{
    const auto id = begun(work_situation());
    EXPECT_EQ(as("directrice").get("/api/sheets/" + id).status, 404);
    EXPECT_EQ(as("representante").get("/api/sheets/" + id).status, 404);
    EXPECT_EQ(as("cadre").get("/api/sheets/" + id).status, 200);
    ASSERT_EQ(as("infirmiere").post("/api/sheets/" + id + "/share", json::object()).status, 201);
    for (const auto& path : { "/api/sheets/" + id, std::string("/api/sheets"), std::string("/api/sheet-templates"),
             std::string("/api/diagnoses"), "/api/sheets/" + id + "/differences?from=1&to=1" }) {
        const auto one = as("directrice").get(path);
        ASSERT_EQ(one.status, 200) << path;
        EXPECT_EQ(one.data_text(), as("representante").get(path).data_text()) << path;
    }
    EXPECT_EQ(as("voisine").get("/api/sheets/" + id).status, 404);
    EXPECT_EQ(as("administration").get("/api/sheets/" + id).status, 404);
}

TEST_P(Sheets, a_sheet_without_its_context_is_not_shared_nor_widened_nor_kept_as_a_file)
{
    auto contents = work_situation();
    contents["context"] = json::array { context("place", "Long séjour"), context("team", "  ") };
    const auto id = begun(contents);
    EXPECT_EQ(as("infirmiere").post("/api/sheets/" + id + "/share", json::object()).first_error(),
        "/context/team sheet.without_context");
    EXPECT_EQ(as("infirmiere").post("/api/sheets/" + id + "/widening", { { "to", "cluster" }, { "note", "" } }).code(),
        "sheet.not_shared_yet");
    EXPECT_EQ(as("infirmiere").get("/api/sheets/" + id + "/export").status, 422);

    // Shared whole, then put again without its context: it is not widened.
    const auto other = shared();
    auto without = work_situation();
    without["context"] = json::array();
    ASSERT_EQ(as("cadre").post("/api/sheets/" + other + "/versions", version(1, without)).status, 201);
    EXPECT_EQ(as("cadre").post("/api/sheets/" + other + "/widening", { { "to", "cluster" }, { "note", "" } }).first_error(),
        "/context/place sheet.without_context");
}

TEST_P(Sheets, a_gate_called_directly_opens_nothing_without_the_context)
{
    const auto id = shared();
    auto without = work_situation();
    without["context"] = json::array();
    ASSERT_EQ(as("cadre").post("/api/sheets/" + id + "/versions", version(1, without)).status, 201);
    const auto ask = [&](const char* passage) {
        return must(database().write([&](store::Transaction& transaction) {
            return store::ask_gate(transaction,
                { .establishment_id = PlaceId::trusted(hospital_id()),
                    .programme_id = {},
                    .subject_kind = "sheet_readers",
                    .subject_id = id,
                    .passage = passage,
                    .title = "Par l’autre porte",
                    .asked_of = { CollegeKind::Direction, CollegeKind::StaffRepresentatives },
                    .opinion_of = {},
                    .note = "" },
                AccountId::trusted(account_id("directrice")), clock_.now(), random_);
        })).id.text();
    };
    const auto say_yes = [&](const std::string& gate) {
        Reply last;
        for (const auto& [person, college] : std::vector<std::pair<std::string, std::string>> { { "directrice", "direction" },
                 { "representante", "staff_representatives" }, { "representant", "staff_representatives" } })
            last = as(person).put("/api/gates/" + gate + "/answer",
                { { "college_id", college_id(college) }, { "answer", "yes" }, { "reason", "" }, { "met_on", nullptr } });
        return last;
    };
    EXPECT_EQ(say_yes(ask("to_cluster")).first_error(), "/context/place sheet.without_context");
    EXPECT_EQ(say_yes(ask("to_public")).code(), "sheet.circle_skipped");
    EXPECT_EQ(as("directrice").get("/api/sheets/" + id).data().at("audience").as_string(), "establishment");
}

TEST_P(Sheets, readers_widen_one_circle_after_another_and_a_correction_asks_again)
{
    const auto id = shared();
    EXPECT_EQ(as("cadre").post("/api/sheets/" + id + "/widening", { { "to", "region" }, { "note", "" } }).code(),
        "sheet.circle_skipped");
    ASSERT_EQ(all_say_yes(asked(id, "cluster")).status, 200);
    EXPECT_EQ(as("directrice").get("/api/sheets/" + id).data().at("audience").as_string(), "cluster");
    EXPECT_EQ(as("cadre").post("/api/sheets/" + id + "/widening", { { "to", "cluster" }, { "note", "" } }).code(),
        "sheet.nothing_new");
    EXPECT_EQ(as("voisine").get("/api/sheets/" + id).status, 404); // no cluster holds the two hospitals
    ASSERT_EQ(all_say_yes(asked(id, "region")).status, 200);
    const auto there = as("voisine").get("/api/sheets/" + id);
    ASSERT_EQ(there.status, 200) << there.body;
    EXPECT_EQ(there.data().at("version").to_number<int>(), 1);
    EXPECT_EQ(there.data().at("comments").as_array().size(), 0U);
    EXPECT_FALSE(there.may("write"));

    ASSERT_EQ(as("cadre").post("/api/sheets/" + id + "/versions", version(1, work_situation("Médecin le mardi."))).status, 201);
    EXPECT_EQ(as("voisine").get("/api/sheets/" + id).data().at("version").to_number<int>(), 1);
    const auto gate = asked(id, "region");
    ASSERT_EQ(
        as("cadre").post("/api/sheets/" + id + "/versions", version(2, work_situation("Écrit pendant la porte."))).status, 201);
    const auto opened = all_say_yes(gate);
    ASSERT_EQ(opened.status, 200) << opened.body;
    const auto corrected = as("voisine").get("/api/sheets/" + id).data();
    EXPECT_EQ(corrected.at("version").to_number<int>(), 2);
    EXPECT_EQ(corrected.at("contents").at("sections").at(0).at("text").as_string(), "Médecin le mardi.");
}

TEST_P(Sheets, two_who_write_at_once_lose_nothing)
{
    const auto id = begun(work_situation());
    auto nurse = as("infirmiere");
    auto head = as("cadre");
    ASSERT_EQ(nurse
                  .put("/api/sheets/" + id + "/draft",
                      { { "base_version", 1 }, { "contents", work_situation("Les mots de l’infirmière.") } })
                  .status,
        200);
    ASSERT_EQ(head.post("/api/sheets/" + id + "/versions", version(1, work_situation("Les mots de la cadre."))).status, 201);
    const auto stale = nurse.post("/api/sheets/" + id + "/versions", version(1, work_situation("Les mots de l’infirmière.")));
    EXPECT_EQ(stale.status, 409);
    EXPECT_EQ(stale.json().at("current").at("contents").at("sections").at(0).at("text").as_string(), "Les mots de la cadre.");
    EXPECT_EQ(nurse.get("/api/sheets/" + id + "/draft").data().at("contents").at("sections").at(0).at("text").as_string(),
        "Les mots de l’infirmière.");
    EXPECT_TRUE(head.get("/api/sheets/" + id + "/draft").data().at("contents").is_null());
    ASSERT_EQ(
        nurse.post("/api/sheets/" + id + "/versions", version(2, work_situation("Les mots de l’infirmière."))).status, 201);
    const auto changed = nurse.get("/api/sheets/" + id + "/differences?from=2&to=3");
    ASSERT_EQ(changed.status, 200);
    const auto data = changed.data();
    ASSERT_EQ(data.at("sections").as_array().size(), 1U);
    std::string line;
    for (const auto& piece : data.at("sections").at(0).at("pieces").as_array())
        line += (piece.at("change").as_string() == "same"           ? "="
                        : piece.at("change").as_string() == "added" ? "+"
                                                                    : "-")
            + std::string(piece.at("text").as_string());
    EXPECT_EQ(line, "=Les mots de -la cadre+l’infirmière=.");
}

TEST_P(Sheets, what_does_not_fit_the_template_is_told_where_it_stands)
{
    const auto try_with = [&](json::object contents) {
        return as("infirmiere").post("/api/sheets", beginning(std::move(contents))).first_error();
    };
    auto contents = work_situation();
    contents["sections"] = json::array { section("fault", "C’est lui.") };
    EXPECT_EQ(try_with(contents), "/contents/sections/0/key sheet.section_unknown");
    contents["sections"] = json::array { section("what_happens", "a"), section("what_happens", "b") };
    EXPECT_EQ(try_with(contents), "/contents/sections/1/key sheet.section_twice");
    contents["sections"] = json::array { section("what_happens", std::string(901, 'a').c_str()) };
    EXPECT_EQ(try_with(contents), "/contents/sections/0/text text.too_long");
    contents["sections"] = json::array { json::object {
        { "key", "what_happens" }, { "text", "" }, { "items", json::array { "un" } }, { "readings", json::array() } } };
    EXPECT_EQ(try_with(contents), "/contents/sections/0 sheet.section_wrong_kind");
    EXPECT_EQ(as("infirmiere").post("/api/sheets", beginning(work_situation(), "score-card")).first_error(),
        "/template_id sheet.template_unknown");
}

TEST_P(Sheets, a_review_keeps_no_patient_and_looks_for_no_culprit)
{
    const auto id = begun({ { "title", "Onze minutes" }, { "authors", "les équipes de nuit" }, { "sections", json::array() },
                              { "context", json::array() } },
        "adverse-event-review");
    auto nurse = as("infirmiere");
    const auto try_with = [&](const char* text) {
        const json::object contents { { "title", "Onze minutes" }, { "authors", "" },
            { "sections", json::array { section("facts_from_work", text) } }, { "context", json::array() } };
        const auto version_reply = nurse.post("/api/sheets/" + id + "/versions", version(1, contents));
        const auto draft_reply = nurse.put("/api/sheets/" + id + "/draft", { { "base_version", 1 }, { "contents", contents } });
        EXPECT_EQ(version_reply.status, 422);
        EXPECT_EQ(draft_reply.status, 422);
        return version_reply.first_error();
    };
    EXPECT_EQ(try_with("Mme Durand s’est levée seule."), "/contents/sections/0/text text.person_name");
    EXPECT_EQ(try_with("Son numéro : 2 55 08 14 168 025 38."), "/contents/sections/0/text text.health_number");
    EXPECT_EQ(try_with("Une personne née le 12/03/1948."), "/contents/sections/0/text text.birth_date");
    EXPECT_EQ(try_with("IPP 800123456."), "/contents/sections/0/text text.record_number");
    EXPECT_EQ(try_with("C’est la faute de l’équipe de nuit."), "/contents/sections/0/text text.person_fault");
    const json::object contents { { "title", "Onze minutes" }, { "authors", "" },
        { "sections", json::array { section("facts_from_work", "Mme Durand s’est levée.") } }, { "context", json::array() } };
    const auto told = nurse.post("/api/sheets/" + id + "/words", { { "base_version", 1 }, { "contents", contents } });
    ASSERT_EQ(told.status, 201) << told.body;
    EXPECT_EQ(told.data().at("items").at(0).at("words").as_string(), "Mme Durand");
}

TEST_P(Sheets, a_visit_note_is_mine_then_shared_then_final_with_the_right_to_reply)
{
    // The visitor's college of this hospital.
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        const College college { CollegeId::make(random_), PlaceId::trusted(hospital_id()), CollegeKind::Visitor, "visite",
            ConsentRule::NoVote, {}, "", 1 };
        TRY(transaction.insert("college", college));
        return transaction.insert("mandate",
            Mandate { MandateId::make(random_), AccountId::trusted(account_id("voisine")), college.id, "Experte-visiteuse",
                false, clock_.today(), {}, "" });
    }));
    auto visitor = as("voisine");
    const json::object contents { { "title", "Ce que la relève fait comprendre" }, { "authors", "l’équipe de visite" },
        { "sections",
            json::array { section("status", "mine"), section("first_impression", "On se tait quand la porte s’ouvre."),
                json::object { { "key", "facts" }, { "text", "" }, { "items", json::array { "La relève se tient debout." } },
                    { "readings", json::array() } },
                section("supports", "Des cadres présentes.") } },
        { "context",
            json::array { context("place", "Hôpital"), context("moment", "Visite"), context("visit", "Deux jours") } } };
    auto body = beginning(contents, "visit-notes");
    body["written_with"] = json::array { "visitor", "direction" };
    const auto made = visitor.post("/api/sheets", body);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto path = "/api/sheets/" + std::string(made.data().at("id").as_string());
    EXPECT_EQ(as("directrice").get(path).status, 404);
    EXPECT_EQ(visitor.post(path + "/settlement", json::object()).code(), "sheet.not_shared_yet");
    ASSERT_EQ(visitor.post(path + "/share", json::object()).status, 201);
    const auto read = as("directrice").get(path);
    ASSERT_EQ(read.status, 200);
    EXPECT_EQ(read.body.find("On se tait"), std::string::npos);
    EXPECT_EQ(as("directrice").get(path + "/differences?from=1&to=2").status, 404);
    EXPECT_EQ(visitor.post(path + "/settlement", json::object()).code(), "sheet.reply_still_possible");

    const json::object reply { { "key", "reply" }, { "college", "staff_representatives" },
        { "words", "Il manque du monde entre 3 et 5 heures." }, { "replaces", "" } };
    EXPECT_EQ(as("directrice").put(path + "/readings", reply).code(), "sheet.reading_of_another_college");
    ASSERT_EQ(as("representante").put(path + "/readings", reply).status, 200);
    const auto final_note = visitor.post(path + "/settlement", json::object());
    ASSERT_EQ(final_note.status, 201) << final_note.body;
    EXPECT_EQ(final_note.data().at("state").as_string(), "settled");
    EXPECT_TRUE(final_note.data().at("no_reply_on").is_null());
}

TEST_P(Sheets, a_sheet_says_what_it_comes_from_and_the_thread_leads_there)
{
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        TRY(store::put_node(transaction,
            { ObjectKind::Experiment, "e1", PlaceId::trusted(hospital_id()), {}, "La relève gardée", clock_.today(), "extend",
                Audience::Establishment, false },
            ""));
        return store::put_node(transaction,
            { ObjectKind::Experiment, "theirs", PlaceId::trusted(other_hospital_id()), {}, "Ailleurs", clock_.today(), "extend",
                Audience::Establishment, false },
            "");
    }));
    const auto stolen = as("infirmiere")
                            .post("/api/sheets",
                                beginning(work_situation(), "work-situation",
                                    { json::object { { "kind", "experiment" }, { "object_id", "theirs" } } }));
    EXPECT_EQ(stolen.first_error(), "/sources/0/object_id not_found");
    const auto made = as("infirmiere")
                          .post("/api/sheets",
                              beginning(work_situation(), "work-situation",
                                  { json::object { { "kind", "experiment" }, { "object_id", "e1" } } }));
    ASSERT_EQ(made.status, 201) << made.body;
    const auto id = std::string(made.data().at("id").as_string());
    EXPECT_EQ(made.data().at("sources").at(0).at("title").as_string(), "La relève gardée");
    ASSERT_EQ(as("infirmiere").post("/api/sheets/" + id + "/share", json::object()).status, 201);
    const auto thread = as("directrice").get("/api/thread/experiment/e1").data();
    EXPECT_EQ(thread.at("knots").as_array().size(), 2U);
    const auto file = as("directrice").get("/api/sheets/" + id + "/export");
    ASSERT_EQ(file.status, 200);
    EXPECT_EQ(file.json().at("sources").at(0).at("object_id").as_string(), "e1");
    EXPECT_EQ(file.json().at("contents").at("context").as_array().size(), 2U);
}

} // namespace etabli::tests

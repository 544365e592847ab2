// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/live_session_test.cpp
//
// Forty-five minutes: eight people, two called away; a scribe alone; seven nights; sheets of paper.

#include "server/jobs/jobs.hpp"
#include "store/audit.hpp"
#include "store/space_endings.hpp"
#include "store/thread.hpp"
#include "tests/support/discussion.hpp"

namespace etabli::tests {

class LiveSession : public Discussions { };
STORIES(LiveSession);

namespace {

std::vector<std::string> words_of(const json::value& items)
{
    std::vector<std::string> all;
    for (const auto& item : list(items))
        all.emplace_back(item.at("words").as_string());
    return all;
}

std::string id_of(const json::value& items, std::string_view words)
{
    for (const auto& item : list(items))
        if (std::string_view(item.at("words").as_string()) == words)
            return std::string(item.at("id").as_string());
    ADD_FAILURE() << "nobody said " << words;
    return {};
}

} // namespace

TEST_P(LiveSession, eight_people_write_recognise_sort_and_get_a_date)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    const auto code = code_of(cadre, id);
    auto team = phones(code, 8);

    // Before five have written, nothing can be shown and nothing is.
    for (std::size_t at = 0; at < 4; ++at)
        EXPECT_EQ(team[at].write("phrase " + std::to_string(at)).status, 201);
    EXPECT_FALSE(board(cadre, id).at("ready_to_release").as_bool());
    const auto refused = cadre.post("/api/spaces/" + id + "/release", json::object {});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "space.batch_too_small");
    for (std::size_t at = 4; at < 6; ++at)
        EXPECT_EQ(team[at].write("phrase " + std::to_string(at)).status, 201);

    const auto released = cadre.post("/api/spaces/" + id + "/release", json::object {});
    ASSERT_EQ(released.status, 201) << released.body;
    EXPECT_EQ(released.data().at("contributions").as_array().size(), 6U);
    EXPECT_EQ(team[0].look().data().at("own").as_array().size(), 0U);

    // Two were called away and write later: they are two, and stay hidden.
    team[6].write("phrase 6");
    team[7].write("phrase 7");
    EXPECT_EQ(cadre.post("/api/spaces/" + id + "/release", json::object {}).code(), "space.batch_too_small");

    // "Chez moi aussi", and for one it is different.
    const auto sentences = team[0].look().data().at("sentences");
    const auto shared = id_of(sentences, "phrase 0");
    const auto different = id_of(sentences, "phrase 1");
    const auto quiet = id_of(sentences, "phrase 2");
    for (std::size_t at = 0; at < 6; ++at) {
        EXPECT_EQ(team[at].react(shared, "chez_moi_aussi").status, 200);
        EXPECT_EQ(team[at].react(different, at == 0 ? "chez_moi_different" : "chez_moi_aussi").status, 200);
        EXPECT_EQ(team[at].react(quiet, "je_passe").status, 200);
    }
    const auto settled = cadre.post("/api/spaces/" + id + "/settle", json::object {}).data();
    for (const auto& each : list(settled.at("contributions"))) {
        const auto& lived = each.at("lived");
        if (each.at("id").as_string() == shared) {
            EXPECT_EQ(lived, json::value("shared"));
        } else if (each.at("id").as_string() == different) {
            EXPECT_EQ(lived, json::value("different"));
        } else {
            EXPECT_TRUE(lived.is_null());
        }
    }
    EXPECT_EQ(team[7].react(shared, "chez_moi_different").code(), "sentence.already_settled");

    // Sort, correct, close: the desk opens.
    const auto decided = cadre.post("/api/contributions/" + shared + "/idea", { { "sort", "we_decide" } });
    ASSERT_EQ(decided.status, 201) << decided.body;
    const auto asked = cadre.post("/api/contributions/" + different + "/idea", { { "sort", "we_ask" } }).data();
    const auto corrected = cadre.put("/api/ideas/" + std::string(asked.at("id").as_string()),
        { { "words", "Une ligne pour les familles, l’après-midi." }, { "sort", "we_ask" }, { "lived", "shared" },
            { "answer_college_id", college_id("direction") }, { "version", 1 } });
    ASSERT_EQ(corrected.status, 200) << corrected.body;
    EXPECT_EQ(corrected.data().at("first_words").as_string(), "phrase 1");
    EXPECT_EQ(corrected.data().at("lived").as_string(), "different"); // what phones said is not retyped
    cadre.put("/api/spaces/" + id + "/minutes", { { "words", "Résistance au changement." } });
    cadre.put("/api/spaces/" + id + "/minutes", { { "words", "Barrer « résistance »." } });
    const auto closed = cadre.post("/api/spaces/" + id + "/close", { { "return_on", day(21) } });
    ASSERT_EQ(closed.status, 201) << closed.body;
    EXPECT_TRUE(closed.data().at("space").at("remainder_destroyed").as_bool());
    EXPECT_EQ(words_of(closed.data().at("contributions")).size(), 6U);

    // What came out is read by every college on the same day, word for word.
    const auto by_direction = as("directrice").get("/api/spaces/" + id);
    EXPECT_EQ(by_direction.data_text(), as("representante").get("/api/spaces/" + id).data_text());
    EXPECT_EQ(by_direction.data().at("minutes").as_array().size(), 2U);
    EXPECT_EQ(by_direction.data().at("proposals").as_array().size(), 2U);
    for (const auto& proposal : list(by_direction.data().at("proposals"))) {
        if (proposal.at("state").as_string() == "awaited") {
            EXPECT_EQ(proposal.at("due_on").as_string(), day(45));
        } else {
            EXPECT_EQ(proposal.at("state").as_string(), "decided_by_team");
        }
    }
    EXPECT_EQ(team[0].look().code(), "space.closed");
}

TEST_P(LiveSession, a_scribe_alone_completes_a_session)
{
    const auto id = opened_by("infirmiere");
    auto scribe = as("infirmiere");
    const auto idea = scribe.post("/api/spaces/" + id + "/ideas",
        { { "words", "Le téléphone reste au poste, une personne le garde." }, { "sort", "we_decide" }, { "lived", "shared" } });
    ASSERT_EQ(idea.status, 201) << idea.body;
    scribe.post(
        "/api/spaces/" + id + "/ideas", { { "words", "Qui a écrit l’heure du lavage ?" }, { "sort", "to_understand" } });
    for (int step = 1; step <= 10; ++step)
        EXPECT_EQ(scribe.put("/api/spaces/" + id + "/step", { { "step", step } }).status, 200);
    EXPECT_EQ(scribe.put("/api/spaces/" + id + "/step", { { "step", 3 } }).status, 200); // an interruption, and back
    ASSERT_EQ(scribe.post("/api/spaces/" + id + "/close", { { "return_on", day(14) } }).status, 201);

    const auto space = scribe.get("/api/spaces/" + id).data();
    EXPECT_EQ(space.at("ideas").as_array().size(), 2U);
    EXPECT_EQ(space.at("proposals").as_array().size(), 1U);
    EXPECT_FALSE(space.at("space").at("remainder_destroyed").as_bool());
    // What is to be understood stays in the list until something becomes of it, or a reason is given.
    const auto waiting = scribe.get("/api/follow-ups").data().at("items").as_array();
    ASSERT_EQ(waiting.size(), 1U);
    const auto idea_id = std::string(waiting[0].at("id").as_string());
    EXPECT_EQ(
        scribe.post("/api/ideas/" + idea_id + "/follow-up", { { "follow_up", "set_aside" }, { "version", 1 } }).status, 422);
    EXPECT_EQ(
        scribe
            .post("/api/ideas/" + idea_id + "/follow-up",
                { { "follow_up", "set_aside" }, { "reason", "Vu avec la qualité : l’heure a changé." }, { "version", 1 } })
            .status,
        201);
    EXPECT_EQ(scribe.get("/api/follow-ups").data().at("items").as_array().size(), 0U);
}

TEST_P(LiveSession, a_contribution_nobody_took_up_stays_in_the_facilitators_list)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = phones(code_of(cadre, id), 5);
    everybody_writes(team);
    cadre.post("/api/spaces/" + id + "/close", { { "return_on", day(14) } });
    auto waiting = cadre.get("/api/follow-ups").data().at("items").as_array();
    ASSERT_EQ(waiting.size(), 5U);
    const auto aside = std::string(waiting[0].at("id").as_string());
    EXPECT_EQ(cadre.put("/api/contributions/" + aside, { { "state", "set_aside" } }).status, 422);
    EXPECT_EQ(
        cadre.put("/api/contributions/" + aside, { { "state", "set_aside" }, { "reason", "Déjà réglé par les ateliers." } })
            .status,
        200);
    const auto taken = std::string(waiting[1].at("id").as_string());
    const auto idea = cadre.post("/api/contributions/" + taken + "/idea", json::object {}).data();
    EXPECT_EQ(cadre
                  .post("/api/ideas/" + std::string(idea.at("id").as_string()) + "/follow-up",
                      { { "follow_up", "ask" }, { "answer_college_id", college_id("management") }, { "version", 1 } })
                  .status,
        201);
    EXPECT_EQ(cadre.get("/api/follow-ups").data().at("items").as_array().size(), 3U);
    EXPECT_TRUE(as("directrice").get("/api/follow-ups").data().at("items").as_array().empty());
}

TEST_P(LiveSession, the_night_takes_part_for_seven_days_with_the_same_code)
{
    const auto id = opened_by("infirmiere", { { "open_until", day(7) }, { "occasion", "regular" } });
    auto nurse = as("infirmiere");
    const auto code = code_of(nurse, id);
    auto first = phones(code, 3);
    everybody_writes(first);
    later(6);
    nurse = as("infirmiere");
    auto second = phones(code, 3);
    everybody_writes(second);
    EXPECT_EQ(nurse.post("/api/spaces/" + id + "/release", json::object {}).data().at("contributions").as_array().size(), 6U);
    first[0].write("une de plus, le dernier soir");
    later(2);
    EXPECT_EQ(second[0].write("trop tard").code(), "space.closed");
    // The night it ended, the server closes it, as the charter said.
    must(database().write(
        [&](store::Transaction& transaction) { return store::run_due_destructions(transaction, clock_.now(), random_); }));
    const auto space = as("representante").get("/api/spaces/" + id).data().at("space");
    EXPECT_EQ(space.at("state").as_string(), "closed");
    EXPECT_TRUE(space.at("remainder_destroyed").as_bool());
}

TEST_P(LiveSession, a_remainder_may_join_a_wider_space_where_it_counts_for_nobody)
{
    auto cadre = as("cadre");
    const auto wider = opened_by("cadre", { { "place_id", hospital_id() }, { "open_until", day(7) } });
    const auto id = opened_by("cadre", { { "remainder", "joins_wider_space" }, { "wider_space_id", wider } });
    auto few = phones(code_of(cadre, id), 4);
    everybody_writes(few);
    EXPECT_FALSE(cadre.post("/api/spaces/" + id + "/close", { { "return_on", day(14) } })
                     .data()
                     .at("space")
                     .at("remainder_destroyed")
                     .as_bool());
    auto others = phones(code_of(cadre, wider), 4);
    everybody_writes(others);
    EXPECT_EQ(cadre.post("/api/spaces/" + wider + "/release", json::object {}).code(), "space.batch_too_small");
    auto fifth = phones(code_of(cadre, wider), 1);
    everybody_writes(fifth);
    EXPECT_EQ(
        cadre.post("/api/spaces/" + wider + "/release", json::object {}).data().at("contributions").as_array().size(), 9U);
}

TEST_P(LiveSession, sheets_of_paper_are_typed_in_and_shuffled)
{
    const auto id = opened_by("infirmiere");
    auto scribe = as("infirmiere");
    json::array sheets;
    for (int sheet = 0; sheet < 5; ++sheet)
        sheets.push_back({ { "words", json::array { "feuille " + std::to_string(sheet) } }, { "kind", "irritant" } });
    auto four = json::array(sheets.begin(), sheets.begin() + 4);
    ASSERT_EQ(scribe.post("/api/spaces/" + id + "/paper", { { "sheets", four } }).status, 201);
    EXPECT_EQ(scribe.post("/api/spaces/" + id + "/release", json::object {}).code(), "space.batch_too_small");
    scribe.post("/api/spaces/" + id + "/paper", { { "sheets", json::array { sheets[4] } } });
    EXPECT_EQ(scribe.post("/api/spaces/" + id + "/release", json::object {}).data().at("contributions").as_array().size(), 5U);
}

TEST_P(LiveSession, a_letter_is_read_over_before_it_is_shown)
{
    const auto id = opened_by("cadre", { { "occasion", "letters" } });
    auto cadre = as("cadre");
    auto writers = phones(code_of(cadre, id), 5);
    for (auto& writer : writers)
        writer.write("Nous avons attendu sans savoir.", "", "letter");
    const auto released = cadre.post("/api/spaces/" + id + "/release", json::object {}).data();
    EXPECT_EQ(released.at("contributions").as_array()[0].at("state").as_string(), "held");
    EXPECT_TRUE(writers[0].look().data().at("sentences").as_array().empty());
    const auto letter = std::string(released.at("contributions").as_array()[0].at("id").as_string());
    cadre.put("/api/contributions/" + letter, { { "state", "shown" } });
    EXPECT_EQ(writers[0].look().data().at("sentences").as_array().size(), 1U);
}

TEST_P(LiveSession, a_session_goes_the_same_way_whatever_its_occasion)
{
    for (const auto* occasion : { "look_back", "look_ahead", "handover", "regular", "ethics" }) {
        const auto id = opened_by("cadre", { { "occasion", occasion } });
        auto cadre = as("cadre");
        auto team = phones(code_of(cadre, id), 5);
        everybody_writes(team);
        const auto released = cadre.post("/api/spaces/" + id + "/release", json::object {}).data();
        EXPECT_EQ(list(released.at("contributions"))[0].at("state").as_string(), "shown") << occasion;
        EXPECT_EQ(cadre.post("/api/spaces/" + id + "/close", { { "return_on", day(9) } }).status, 201) << occasion;
    }
}

TEST_P(LiveSession, words_can_be_taken_back_until_they_are_shown_and_are_heard_once)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = phones(code_of(cadre, id), 6);
    const auto again = key();
    team[0].write("avec une faute", again);
    team[0].write("avec une faute", again); // the network broke, the phone sends again
    EXPECT_EQ(team[0].look().data().at("own").as_array().size(), 1U);
    EXPECT_EQ(team[1].withdraw(again).code(), "contribution.already_released"); // somebody else's
    EXPECT_EQ(team[0].withdraw(again).status, 200);
    EXPECT_EQ(team[0].write("avec une faute", again).data().at("own").as_array().size(), 0U); // late resend
    everybody_writes(team);
    EXPECT_EQ(cadre.post("/api/spaces/" + id + "/release", json::object {}).data().at("contributions").as_array().size(), 6U);
    EXPECT_EQ(team[0].withdraw(again).code(), "contribution.already_released");
}

TEST_P(LiveSession, a_space_begins_with_a_subject_a_place_and_a_date_and_opens_when_its_charter_is_whole)
{
    auto nurse = as("infirmiere");
    const auto prepared
        = nurse.post("/api/spaces", { { "place_id", unit_id() }, { "title", "La relève du soir" }, { "held_on", day(3) } });
    ASSERT_EQ(prepared.status, 201) << prepared.body;
    const auto id = std::string(prepared.data().at("space").at("id").as_string());
    const auto refused = nurse.post("/api/spaces/" + id + "/open", json::object {});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.json().at("errors").as_array().size(), 6U) << refused.body;
    auto whole = draft({ { "title", "La relève du soir" }, { "held_on", day(3) }, { "version", 1 } });
    EXPECT_EQ(nurse.put("/api/spaces/" + id, whole).status, 200);
    const auto stale = nurse.put("/api/spaces/" + id, whole);
    EXPECT_EQ(stale.code(), "version.stale");
    EXPECT_EQ(nurse.post("/api/spaces/" + id + "/open", json::object {}).status, 201);
    whole["version"] = 3;
    EXPECT_EQ(nurse.put("/api/spaces/" + id, whole).code(), "space.charter_fixed");
}

TEST_P(LiveSession, the_charters_day_destroys_what_was_said_and_leaves_what_was_decided)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = phones(code_of(cadre, id), 5);
    everybody_writes(team);
    const auto released = cadre.post("/api/spaces/" + id + "/release", json::object {}).data();
    const auto taken = std::string(released.at("contributions").as_array()[0].at("id").as_string());
    cadre.post("/api/contributions/" + taken + "/idea", { { "sort", "we_decide" } });
    cadre.post("/api/spaces/" + id + "/situations",
        { { "title", "Huit heures" }, { "asked", "Une toilette" }, { "done", "Une toilette et le téléphone" },
            { "helps", json::array {} }, { "hinders", json::array { "la sonnerie" } }, { "cost_care", "" },
            { "cost_work", "" } });
    cadre.post("/api/spaces/" + id + "/close", { { "return_on", day(21) } });
    later(59);
    EXPECT_EQ(
        must(database().write([&](store::Transaction& t) { return store::run_due_destructions(t, clock_.now(), random_); })),
        0);
    later(1);
    // Even before the job has run, the day hides them.
    cadre = as("cadre");
    EXPECT_TRUE(board(cadre, id).at("contributions").as_array().empty());
    auto around = context();
    const auto done = jobs::run_due_jobs(around);
    EXPECT_TRUE(std::find(done.begin(), done.end(), "destructions") != done.end());
    EXPECT_EQ(
        must(database().write([&](store::Transaction& t) { return store::run_due_destructions(t, clock_.now(), random_); })),
        0);

    const auto after = as("directrice").get("/api/spaces/" + id).data();
    EXPECT_EQ(after.at("space").at("state").as_string(), "destroyed");
    EXPECT_EQ(after.at("space").at("destroyed_on").as_string(), day());
    EXPECT_EQ(after.at("ideas").as_array().size(), 1U);
    EXPECT_EQ(after.at("proposals").as_array().size(), 1U);
    EXPECT_TRUE(after.at("situations").as_array().empty());
    const auto left
        = must(database().read([&](store::Reader& reader) { return reader.count("select count(*) from contribution"); }));
    EXPECT_EQ(left, 0);
    // A tombstone stands where the sentence stood, and still leads to the idea.
    const auto tomb = must(
        database().read([&](store::Reader& reader) { return store::find_node(reader, ObjectKind::Contribution, taken); }));
    ASSERT_TRUE(tomb.has_value());
    EXPECT_TRUE(tomb->destroyed);
    EXPECT_TRUE(tomb->title.empty());
    const auto verdict
        = must(database().read([&](store::Reader& reader) { return store::verify_audit(reader, hospital_id(), ""); }));
    EXPECT_FALSE(verdict.broken_at.has_value());
    EXPECT_GE(verdict.length, 4); // opened, released, closed, destroyed
}

TEST_P(LiveSession, those_who_kept_the_link_read_what_became_of_it_without_a_place_or_a_name)
{
    const auto id = opened_by("infirmiere", { { "title", "Quand le téléphone sonne" } });
    auto scribe = as("infirmiere");
    scribe.post("/api/spaces/" + id + "/ideas", { { "words", "Une ligne pour les familles." }, { "sort", "we_ask" } });
    scribe.post("/api/spaces/" + id + "/close", { { "return_on", day(21) } });
    const std::string url(board(scribe, id).at("follow_url").as_string());
    const auto path = "/api" + url.substr(url.find("/suivi/"));
    const auto page = somebody().get(path);
    ASSERT_EQ(page.status, 200);
    EXPECT_EQ(page.headers.at("x-robots-tag"), "noindex");
    EXPECT_EQ(page.data().at("ideas").as_array()[0].at("state").as_string(), "awaited");
    for (const auto* named : { "Infirmi", "Essais", "unit" })
        EXPECT_EQ(page.body.find(named), std::string::npos) << page.body;
    const auto place_names
        = must(database().read([](store::Reader& reader) { return reader.query("select name from place"); }));
    for (std::size_t row = 0; row < place_names.size(); ++row)
        EXPECT_EQ(page.body.find(place_names.text(row, "name")), std::string::npos) << place_names.text(row, "name");
    EXPECT_EQ(scribe.get("/api/spaces/" + id + "/follow.svg").status, 200);
    scribe.remove("/api/spaces/" + id + "/follow-link");
    EXPECT_EQ(somebody().get(path).status, 404);
}

} // namespace etabli::tests

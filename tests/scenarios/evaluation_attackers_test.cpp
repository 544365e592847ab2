// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/evaluation_attackers_test.cpp
//
// A session of embedded evaluation, and those who would answer twice, answer late, read early, or come from elsewhere;
// then what the database still holds.

#include "domain/spaces/rules.hpp"
#include "server/jobs/jobs.hpp"
#include "store/destructions.hpp"
#include "tests/support/evaluation.hpp"

namespace etabli::tests {

class EvaluationAttackers : public Evaluations { };
STORIES(EvaluationAttackers);

TEST_P(EvaluationAttackers, a_phone_answers_once_takes_it_back_and_not_after_it_was_shared)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 6);
    auto scribe = as("infirmiere");
    EXPECT_EQ(team[0].send(answers({}, "better", "trop tôt")).code(), "evaluation.not_now");
    EXPECT_EQ(team[0].choose({}).code(), "evaluation.not_now");
    const auto kept = kept_aloud(scribe, session, 1);
    EXPECT_EQ(team[0].write({ "trop tard" }).code(), "evaluation.not_now");
    ASSERT_EQ(team[0].send(answers(kept, "worse")).status, 201);
    EXPECT_TRUE(team[0].look().data().at("sent").as_bool());
    EXPECT_EQ(team[0].send(answers(kept, "worse")).code(), "evaluation.already_sent");
    EXPECT_FALSE(team[0].take_back().data().at("sent").as_bool());
    ASSERT_EQ(team[0].send(answers(kept, "better")).status, 201);
    // What was answered of another list would answer another question.
    ASSERT_EQ(scribe.put(session + "/stage", { { "stage", "choosing" } }).status, 200);
    EXPECT_EQ(waiting(), 0U);
    ASSERT_EQ(scribe.put(session + "/stage", { { "stage", "looking" } }).status, 200);
    for (std::size_t at = 0; at < 5; ++at)
        team[at].send(answers(kept, "better"));
    EXPECT_TRUE(team[5].look().data().at("look").is_null());
    ASSERT_EQ(scribe.post(session + "/share", { { "people", 6 }, { "aloud", nullptr } }).status, 201);
    EXPECT_EQ(team[5].send(answers(kept, "worse")).code(), "evaluation.already_shared");
    EXPECT_EQ(team[0].take_back().code(), "evaluation.already_shared");
    EXPECT_EQ(scribe.post(session + "/share", { { "people", 6 }, { "aloud", nullptr } }).code(), "evaluation.already_shared");
    EXPECT_EQ(scribe.put(session + "/stage", { { "stage", "looking" } }).code(), "evaluation.already_shared");
}

TEST_P(EvaluationAttackers, who_may_not_drive_neither_opens_reads_nor_shares)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    EXPECT_EQ(as("voisine").post(session, json::object {}).status, 404);
    EXPECT_EQ(as("directrice").post(session, json::object {}).status, 403);
    const auto code = opened(experiment);
    EXPECT_EQ(as("medecin").post(session, json::object {}).code(), "evaluation.already_open");
    for (const auto* person : { "directrice", "usagers", "voisine" }) {
        auto browser = as(person);
        const int status = std::string(person) == "voisine" ? 404 : 403;
        EXPECT_EQ(browser.get(session).status, status == 404 ? 404 : 200) << person;
        EXPECT_EQ(browser.get(session + "/join.svg").status, 404) << person;
        for (const auto* what : { "/release", "/end", "/holder" })
            EXPECT_EQ(browser.post(session + what, json::object {}).status, status) << person << what;
        EXPECT_EQ(browser.post(session + "/share", { { "people", 9 }, { "aloud", nullptr } }).status, status) << person;
        EXPECT_EQ(browser.put(session + "/stage", { { "stage", "looking" } }).status, status) << person;
        EXPECT_EQ(browser.post(session + "/activities", { { "words", "écouter aux portes" } }).status, status) << person;
    }
    // A code alone reads what is promised, and nothing else; a secret of another session opens nothing.
    Chair stranger(somebody(), code);
    const auto promised = stranger.look().data();
    EXPECT_FALSE(promised.at("entered").as_bool());
    EXPECT_TRUE(promised.at("activities").as_array().empty());
    EXPECT_EQ(stranger.write({ "sans entrer" }).code(), "evaluation.participant_unknown");
    EXPECT_EQ(Chair(somebody(), "ZZZZZZ").look().status, 404);
}

TEST_P(EvaluationAttackers, one_person_holds_the_pen_and_every_college_is_told_the_same)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 5);
    auto scribe = as("infirmiere");
    auto doctor = as("medecin");
    EXPECT_EQ(scribe.post(session + "/activities", { { "words", "dire et recevoir" } }).status, 201);
    for (auto& phone : team)
        EXPECT_EQ(phone.write({ "garder les sonnettes" }).status, 200);
    const auto wall = scribe.get(session).data();
    EXPECT_TRUE(wall.at("is_ready").as_bool());
    EXPECT_NE(wall.at("code").as_string(), "");

    const auto told = as("directrice").get(session);
    ASSERT_EQ(told.status, 200) << told.body;
    EXPECT_EQ(told.data().at("holder"), wall.at("holder"));
    EXPECT_EQ(told.data().at("session"), wall.at("session"));
    EXPECT_EQ(told.data().at("code").as_string(), "");
    EXPECT_EQ(told.data().at("join_url").as_string(), "");
    EXPECT_FALSE(told.data().at("is_ready").as_bool());
    EXPECT_TRUE(told.data().at("activities").as_array().empty());
    for (const auto* person : { "representante", "usagers", "medecin", "cadre" })
        EXPECT_EQ(as(person).get(session).data_text(), told.data_text()) << person;
    for (const auto* what : { "/release", "/end" })
        EXPECT_EQ(doctor.post(session + what, json::object {}).code(), "evaluation.held_by_another") << what;
    EXPECT_EQ(doctor.put(session + "/stage", { { "stage", "choosing" } }).code(), "evaluation.held_by_another");
    EXPECT_EQ(doctor.post(session + "/activities", { { "words", "écrire" } }).code(), "evaluation.held_by_another");
    EXPECT_EQ(doctor.post(session + "/share", { { "people", 9 }, { "aloud", nullptr } }).code(), "evaluation.held_by_another");
    const json::object lived { { "before", "On courait." }, { "after", "On court encore." } };
    const json::object review { { "held_on", day() }, { "people", 9 }, { "activities", json::array { "dire" } },
        { "effectiveness", lived }, { "technical", lived }, { "social", lived }, { "version", 0 } };
    const json::object conclusion { { "outcome", "go_back" }, { "words", "On revient." }, { "disagreement", "" },
        { "learnt", "" }, { "would_need", "" } };
    EXPECT_EQ(doctor.put(experiment + "/review", review).code(), "evaluation.held_by_another") << "over their heads";
    EXPECT_EQ(doctor.post(experiment + "/conclusion", conclusion).code(), "evaluation.held_by_another");

    // The scribe goes home: somebody else who may takes it over with what waits, and the journal says so, once.
    const auto journal = [&] { return as("directrice").get("/api/audit/" + hospital_id()).body; };
    EXPECT_EQ(journal().find("evaluation.taken_over"), std::string::npos);
    const auto taken = doctor.post(session + "/holder", json::object {});
    ASSERT_EQ(taken.status, 201) << taken.body;
    EXPECT_TRUE(taken.data().at("is_ready").as_bool());
    EXPECT_EQ(taken.data().at("activities").as_array().size(), 1U);
    EXPECT_NE(taken.data().at("holder"), wall.at("holder"));
    EXPECT_EQ(doctor.post(session + "/holder", json::object {}).status, 201);
    const auto written = journal();
    const auto first = written.find("evaluation.taken_over");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(written.find("evaluation.taken_over", first + 1), std::string::npos);
    EXPECT_EQ(scribe.get(session).data().at("code").as_string(), "");
    EXPECT_EQ(scribe.post(session + "/release", json::object {}).code(), "evaluation.held_by_another");
    EXPECT_EQ(doctor.post(session + "/release", json::object {}).status, 201);
}

TEST_P(EvaluationAttackers, being_signed_in_changes_nothing_on_a_phone_and_nothing_is_said_of_it)
{
    const auto experiment = begun();
    const auto code = opened(experiment);
    Chair direction(as("directrice"), code);
    ASSERT_EQ(direction.enter().status, 201);
    ASSERT_EQ(direction.write({ "regarder" }).status, 200);
    expect_nowhere(direction.secret());
    const auto entries = rows("select * from audit_entry").size();
    direction.write({ "regarder encore" });
    EXPECT_EQ(rows("select * from audit_entry").size(), entries);
}

TEST_P(EvaluationAttackers, a_line_names_nobody_and_has_its_length)
{
    const auto experiment = begun();
    auto team = chairs(opened(experiment), 1);
    EXPECT_EQ(team[0].write({ "aider Mme Dupont" }).status, 422);
    EXPECT_EQ(team[0].write({ std::string(121, 'a') }).status, 422);
    EXPECT_EQ(team[0].write({ " " }).status, 422);
    EXPECT_EQ(team[0].write({ "a", "b", "c", "d", "e", "f" }).status, 422);
    EXPECT_EQ(team[0].write({ "a", "b", "c", "d", "e" }).status, 200);
}

TEST_P(EvaluationAttackers, after_the_release_no_key_on_the_disk_leads_from_a_phone_to_an_answer)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 9);
    auto scribe = as("infirmiere");
    for (std::size_t at = 0; at < 9; ++at)
        team[at].write({ gestures.at(at) });
    const auto salt = rows("select salt from evaluation_key").text(0, "salt");
    scribe.post(session + "/release", json::object {});
    // The list lies in a drawn order, on the disk too.
    std::vector<std::string> orders { "id" };
    if (GetParam() == store::Engine::Postgres)
        orders.insert(orders.end(), { "ctid", "cast(cast(cmin as text) as bigint)" });
    for (const auto& order : orders) {
        const auto shown = rows("select words from evaluation_activity order by " + order);
        std::size_t in_place = 0;
        for (std::size_t row = 0; row < shown.size(); ++row)
            in_place += shown.text(row, "words") == gestures.at(row) ? 1 : 0;
        EXPECT_LT(in_place, 6U) << order;
    }
    if (GetParam() == store::Engine::Postgres) {
        EXPECT_EQ(rows("select distinct cast(xmin as text) as writer from evaluation_activity").size(), 1U);
    } else {
        for (const auto* table : { "evaluation_lines", "evaluation_picks", "evaluation_look", "evaluation_phone" })
            EXPECT_FALSE(
                database()
                    .read([&](store::Reader& reader) { return reader.query("select rowid from " + std::string(table)); })
                    .ok())
                << table;
    }
    scribe.put(session + "/stage", { { "stage", "choosing" } });
    const json::array kept { scribe.get(session).data().at("activities").at(0).at("id") };
    scribe.put(session + "/kept", { { "activities", kept } });
    scribe.put(session + "/stage", { { "stage", "looking" } });
    for (auto& phone : team)
        ASSERT_EQ(phone.send(answers(kept, "better", "la même phrase")).status, 201);
    ASSERT_EQ(scribe.post(session + "/share", { { "people", 9 }, { "aloud", nullptr } }).status, 201);
    EXPECT_EQ(waiting(), 0U);
    for (auto& phone : team) {
        expect_nowhere(phone.secret());
        for (const auto* purpose : { "writes", "chooses", "looks" })
            expect_nowhere(spaces::participant_digest(salt, purpose, phone.secret()));
    }
    scribe.post(session + "/end", json::object {});
    expect_nowhere(salt);
    for (const auto* table : { "evaluation_phone", "evaluation_activity" })
        EXPECT_EQ(rows("select * from " + std::string(table)).size(), 0U) << table;
}

TEST_P(EvaluationAttackers, left_open_it_is_destroyed_after_thirty_days_and_so_it_is_in_what_a_backup_brings_back)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    const auto code = opened(experiment);
    auto team = chairs(code, 6);
    for (auto& phone : team)
        phone.write({ "attendre" });
    later(29);
    auto at_hand = context();
    must(jobs::destroy_what_is_due(at_hand));
    EXPECT_EQ(waiting(), 6U);
    later(1);
    EXPECT_EQ(team[0].look().code(), "evaluation.ended"); // before the server has tidied up
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        return store::destroy_what_is_due(transaction, clock_.now());
    }));
    EXPECT_EQ(waiting(), 0U);
    expect_nowhere("attendre");
    must(jobs::destroy_what_is_due(at_hand));
    EXPECT_EQ(team[0].look().status, 404); // nor its code
    EXPECT_EQ(as("infirmiere").post(session, json::object {}).status, 201);
}

TEST_P(EvaluationAttackers, a_conclusion_ends_what_was_left_open)
{
    const auto experiment = begun();
    auto team = chairs(opened(experiment), 1);
    auto scribe = as("infirmiere");
    const json::object lived { { "before", "" }, { "after", "" } };
    scribe.put(experiment + "/review",
        { { "held_on", day() }, { "people", 9 }, { "activities", json::array { "dire" } }, { "effectiveness", lived },
            { "technical", lived }, { "social", lived }, { "version", 0 } });
    ASSERT_EQ(scribe
                  .post(experiment + "/conclusion",
                      { { "outcome", "adapt" }, { "words", "On adapte." }, { "disagreement", "" }, { "learnt", "" },
                          { "would_need", "" } })
                  .status,
        201);
    EXPECT_EQ(team[0].write({ "trop tard" }).code(), "evaluation.ended");
    EXPECT_EQ(scribe.post(experiment + "/evaluation-session/activities", { { "words", "trop tard" } }).code(),
        "experiment.concluded");
    EXPECT_EQ(rows("select * from evaluation_phone").size(), 0U);
    const auto told = as("directrice").get(experiment + "/evaluation-session").data();
    EXPECT_EQ(told.at("session").at("stage").as_string(), "ended");
    EXPECT_TRUE(told.at("session").at("held_by").is_null());
    EXPECT_EQ(told.at("holder").as_string(), "");
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/evaluation_sessions_test.cpp
//
// A session of embedded evaluation: nine phones, fewer than five, a scribe alone, sheets of paper.

#include <set>

#include "tests/support/evaluation.hpp"

namespace etabli::tests {

class EvaluationSessions : public Evaluations { };
STORIES(EvaluationSessions);

TEST_P(EvaluationSessions, lines_of_phones_are_shown_mixed_from_five_on_and_joined_by_the_scribe)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 9);
    auto scribe = as("infirmiere");
    // Four have written: nothing can be shown, and nothing is. A phone may write again, or take its lines back.
    for (std::size_t at = 0; at < 4; ++at)
        EXPECT_EQ(team[at].write({ gestures.at(at), "transmettre" }).status, 200);
    EXPECT_EQ(team[0].write({}).data().at("lines").as_array().size(), 0U);
    EXPECT_EQ(team[0].write({ gestures.at(0) }).data().at("lines").as_array().size(), 1U);
    EXPECT_FALSE(scribe.get(session).data().at("is_ready").as_bool());
    EXPECT_EQ(scribe.post(session + "/release", json::object {}).code(), "evaluation.batch_too_small");
    EXPECT_TRUE(team[8].look().data().at("activities").as_array().empty());
    for (std::size_t at = 4; at < 9; ++at)
        team[at].write({ gestures.at(at) });
    EXPECT_TRUE(scribe.get(session).data().at("is_ready").as_bool());
    const auto released = scribe.post(session + "/release", json::object {});
    ASSERT_EQ(released.status, 201) << released.body;
    ASSERT_EQ(released.data().at("activities").as_array().size(), 12U);
    EXPECT_EQ(waiting(), 0U);
    EXPECT_EQ(team[0].write({ "trop tard" }).code(), "evaluation.already_released");
    EXPECT_EQ(scribe.post(session + "/release", json::object {}).code(), "evaluation.already_released");

    json::array same;
    for (const auto& each : lines_of(released.data().at("activities")))
        if (each.at("words").as_string() == "transmettre")
            same.push_back(each.at("id"));
    ASSERT_EQ(same.size(), 3U);
    const auto joined
        = scribe.put(session + "/activities", { { "activities", same }, { "words", "transmettre à voix haute" } });
    ASSERT_EQ(joined.status, 200) << joined.body;
    EXPECT_EQ(joined.data().at("activities").as_array().size(), 10U);
}

TEST_P(EvaluationSessions, what_comes_often_is_marked_from_five_choices_on_and_nobody_is_kept_with_it)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 9);
    auto scribe = as("infirmiere");
    for (const auto* words : { "dire", "recevoir", "redire" })
        scribe.post(session + "/activities", { { "words", words } });
    ASSERT_EQ(scribe.put(session + "/stage", { { "stage", "choosing" } }).status, 200);
    const auto list = lines_of(scribe.get(session).data().at("activities"));
    for (std::size_t at = 0; at < 4; ++at)
        EXPECT_EQ(team[at].choose({ list[0].at("id"), list[at == 0 ? 2 : 1].at("id") }).status, 200);
    EXPECT_EQ(scribe.post(session + "/release", json::object {}).code(), "evaluation.batch_too_small");
    EXPECT_EQ(team[4].choose({ list[0].at("id"), list[0].at("id") }).data().at("picks").as_array().size(), 1U);
    EXPECT_EQ(team[5].choose({ list[0].at("id"), json::value(std::string(26, '0')) }).status, 422);
    const auto marked = scribe.post(session + "/release", json::object {}).data();
    std::set<std::string> often;
    for (const auto& each : lines_of(marked.at("activities")))
        if (each.at("often").as_bool())
            often.emplace(each.at("id").as_string());
    EXPECT_EQ(often, (std::set { std::string(list[0].at("id").as_string()), std::string(list[1].at("id").as_string()) }));
    EXPECT_EQ(waiting(), 0U);
    EXPECT_EQ(team[6].choose({ list[2].at("id") }).code(), "evaluation.already_released");
}

TEST_P(EvaluationSessions, nine_phones_list_choose_look_and_conclude_to_go_back)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 9);
    auto scribe = as("infirmiere");
    const auto kept = kept_aloud(scribe, session, 2);
    for (std::size_t at = 0; at < 9; ++at)
        ASSERT_EQ(
            team[at].send(answers(kept, at < 3 ? "worse" : "better", "Depuis, on se parle " + std::to_string(at))).status, 201);
    const auto shared = scribe.post(session + "/share", { { "people", 9 }, { "aloud", nullptr } });
    ASSERT_EQ(shared.status, 201) << shared.body;
    const auto look = shared.data().at("look");
    EXPECT_EQ(look.at("activities").at(0).at("effectiveness").as_string(), "different");
    EXPECT_EQ(look.at("activities").at(0).at("technical").as_string(), "same");
    EXPECT_EQ(look.at("activities").at(0).at("social").as_string(), "too_few");
    const auto sentences = texts(look.at("effectiveness"));
    EXPECT_EQ(sentences.size(), 9U);
    EXPECT_FALSE(std::is_sorted(sentences.begin(), sentences.end()));
    EXPECT_EQ(waiting(), 0U);
    EXPECT_EQ(team[3].look().data().at("look"), look);

    // It is a part of the conclusion, the same bytes for direction and staff representatives; writing it over keeps it.
    const auto by_direction = as("directrice").get(experiment);
    EXPECT_EQ(by_direction.data_text(), as("representante").get(experiment).data_text());
    EXPECT_EQ(by_direction.data().at("review").at("people").to_number<int>(), 9);
    EXPECT_EQ(by_direction.data().at("review").at("activities").as_array().size(), 2U);
    const json::object lived { { "before", "On courait." }, { "after", "On court encore." } };
    const auto written = scribe.put(experiment + "/review",
        { { "held_on", day() }, { "people", 9 }, { "activities", json::array { "dire et recevoir" } },
            { "effectiveness", lived }, { "technical", lived }, { "social", lived }, { "version", 1 } });
    ASSERT_EQ(written.status, 200) << written.body;
    EXPECT_EQ(written.data().at("review").at("look"), look);
    ASSERT_EQ(scribe.post(session + "/end", json::object {}).status, 201);
    EXPECT_EQ(team[3].look().code(), "evaluation.ended");
    const auto concluded = scribe.post(experiment + "/conclusion",
        { { "outcome", "go_back" }, { "words", "On revient à l’organisation d’avant." }, { "disagreement", "" },
            { "learnt", "Une pause se garde." }, { "would_need", "" } });
    ASSERT_EQ(concluded.status, 201) << concluded.body;
    EXPECT_EQ(concluded.data().at("review").at("look"), look);
    EXPECT_EQ(scribe.post(session, json::object {}).code(), "experiment.concluded");
}

TEST_P(EvaluationSessions, under_five_nothing_is_read_and_the_group_speaks)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 4);
    auto scribe = as("infirmiere");
    const auto kept = kept_aloud(scribe, session, 2);
    for (auto& phone : team)
        ASSERT_EQ(phone.send(answers(kept, "worse", "Personne ne doit lire ceci.")).status, 201);
    EXPECT_FALSE(scribe.get(session).data().at("is_ready").as_bool());
    EXPECT_EQ(scribe.post(session + "/share", { { "people", 4 }, { "aloud", nullptr } }).code(), "evaluation.batch_too_small");
    EXPECT_TRUE(scribe.get(experiment).data().at("review").is_null());

    const auto aloud = scribe.post(session + "/share",
        { { "people", 4 },
            { "aloud",
                json::array { json::object { { "activity_id", kept[0] }, { "effectiveness", "better" },
                    { "technical", "different" }, { "social", nullptr } } } } });
    ASSERT_EQ(aloud.status, 201) << aloud.body;
    const auto look = aloud.data().at("look");
    EXPECT_EQ(look.at("by").as_string(), "aloud");
    EXPECT_EQ(look.at("activities").at(0).at("effectiveness").as_string(), "better");
    EXPECT_TRUE(look.at("activities").at(1).at("effectiveness").is_null());
    EXPECT_TRUE(look.at("effectiveness").as_array().empty());
    EXPECT_EQ(waiting(), 0U);
    expect_nowhere("Personne ne doit lire ceci.");
}

TEST_P(EvaluationSessions, a_scribe_alone_completes_a_session)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    opened(experiment);
    auto scribe = as("infirmiere");
    EXPECT_EQ(scribe.put(session + "/stage", { { "stage", "choosing" } }).code(), "evaluation.list_size");
    const auto kept = kept_aloud(scribe, session, 1);
    EXPECT_EQ(scribe.put(session + "/stage", { { "stage", "listing" } }).status, 200); // an interruption, and back
    const auto reworded
        = scribe.put(session + "/activities", { { "activities", kept }, { "words", "dire, recevoir, redire" } });
    ASSERT_EQ(reworded.status, 200) << reworded.body;
    EXPECT_EQ(scribe.put(session + "/stage", { { "stage", "looking" } }).status, 200);
    const json::object said { { "activity_id", kept[0] }, { "effectiveness", "too_few" }, { "technical", nullptr },
        { "social", nullptr } };
    EXPECT_EQ(scribe.post(session + "/share", { { "people", 9 }, { "aloud", json::array { said } } }).status, 422);
    EXPECT_EQ(scribe.post(session + "/share", { { "people", 0 }, { "aloud", json::array() } }).status, 422);
    ASSERT_EQ(scribe.post(session + "/share", { { "people", 9 }, { "aloud", json::array() } }).status, 201);
    ASSERT_EQ(scribe.post(session + "/end", json::object {}).status, 201);
    const auto review = scribe.get(experiment).data().at("review");
    EXPECT_EQ(review.at("people").to_number<int>(), 9);
    EXPECT_EQ(texts(review.at("activities")), (std::vector<std::string> { "dire, recevoir, redire" }));
    ASSERT_EQ(scribe.post(session, json::object {}).status, 201); // another one may be held
}

TEST_P(EvaluationSessions, five_sheets_of_paper_are_five_people_and_do_not_help_four_phones)
{
    const auto experiment = begun();
    const auto session = experiment + "/evaluation-session";
    auto team = chairs(opened(experiment), 4);
    auto scribe = as("infirmiere");
    const auto kept = kept_aloud(scribe, session, 1);
    for (auto& phone : team)
        phone.send(answers(kept, "worse", "d’un téléphone"));
    for (int at = 0; at < 4; ++at)
        ASSERT_EQ(
            scribe.post(session + "/sheets", { { "sheets", json::array { answers(kept, "better", "d’une feuille") } } }).status,
            201);
    EXPECT_EQ(scribe.get(session).data().at("sheets").to_number<int>(), 4);
    EXPECT_FALSE(scribe.get(session).data().at("is_ready").as_bool());
    EXPECT_EQ(scribe.post(session + "/sheets", { { "sheets", json::array { answers(json::array(), "better") } } }).code(),
        "evaluation.nothing_answered");
    scribe.post(session + "/sheets", { { "sheets", json::array { answers(kept, "better") } } });
    const auto look = scribe.post(session + "/share", { { "people", 9 }, { "aloud", nullptr } }).data().at("look");
    EXPECT_EQ(look.at("activities").at(0).at("effectiveness").as_string(), "better");
    EXPECT_EQ(texts(look.at("effectiveness")), std::vector<std::string>(4, "d’une feuille"));
    expect_nowhere("d’un téléphone");
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/desk_test.cpp
//
// A proposal is owed a dated answer with a reason, by the college it was asked of and by no other; what a team
// decides is asked about again three months later.

#include "store/proposals.hpp"
#include "tests/support/discussion.hpp"

namespace etabli::tests {

class Desk : public Discussions {
protected:
    /// Asked of direction, or decided by the team; its id.
    std::string proposal(const std::string& words, const std::string& sort = "we_ask", const std::string& college = "direction")
    {
        const auto space = opened_by("cadre");
        auto cadre = as("cadre");
        const auto idea = cadre.post("/api/spaces/" + space + "/ideas", { { "words", words }, { "sort", sort } }).data();
        cadre.put("/api/ideas/" + std::string(idea.at("id").as_string()),
            { { "words", words }, { "sort", sort }, { "lived", nullptr }, { "answer_college_id", college_id(college) },
                { "version", 1 } });
        cadre.post("/api/spaces/" + space + "/close", { { "return_on", day(14) } });
        for (const auto& each : list(cadre.get("/api/spaces/" + space).data().at("proposals")))
            return std::string(each.at("id").as_string());
        ADD_FAILURE() << "nothing was asked";
        return {};
    }
    Reply answer(const std::string& person, const std::string& id, const json::object& words)
    {
        return as(person).post("/api/proposals/" + id + "/answer", words);
    }
};
STORIES(Desk);

TEST_P(Desk, an_answer_on_behalf_of_another_college_is_refused)
{
    const auto id = proposal("Une infirmière de plus la nuit.");
    const json::object refusal { { "kind", "refused" }, { "reason", "Je n’ai pas le poste cette année." }, { "version", 1 } };
    for (const auto* person : { "cadre", "representante", "medecin", "referente" }) {
        EXPECT_EQ(answer(person, id, refusal).code(), "proposal.other_college") << person;
        EXPECT_FALSE(as(person).get("/api/proposals/" + id).may("answer")) << person;
    }
    EXPECT_EQ(answer("voisine", id, refusal).code(), "not_found");
    EXPECT_EQ(answer("administration", id, refusal).code(), "not_found");
    const auto given = answer("directrice", id, refusal);
    ASSERT_EQ(given.status, 201) << given.body;
    EXPECT_EQ(given.data().at("proposal").at("state").as_string(), "refused");
    EXPECT_EQ(answer("directrice", id, refusal).code(), "proposal.already_answered");
    const auto entries = as("representante").get("/api/proposals/" + id).data().at("entries").as_array();
    EXPECT_EQ(entries.back().at("by_college").as_string(), "direction");
    EXPECT_EQ(entries.back().at("entered_on").as_string(), day());
}

TEST_P(Desk, an_answer_has_a_reason_and_a_day)
{
    const auto id = proposal("Un deuxième lève-personne.");
    EXPECT_EQ(answer("directrice", id, { { "kind", "refused" }, { "reason", "" }, { "version", 1 } }).status, 422);
    const auto undated = answer("directrice", id, { { "kind", "accepted" }, { "reason", "Utile." }, { "version", 1 } });
    EXPECT_EQ(undated.json().at("errors").as_array()[0].at("pointer").as_string(), "/until_on");
    EXPECT_EQ(answer("directrice", id,
                  { { "kind", "passed_on" }, { "reason", "Convention." }, { "until_on", day(60) }, { "version", 1 } })
                  .status,
        422);
}

TEST_P(Desk, what_was_accepted_is_done_or_not_and_why)
{
    const auto id = proposal("Un deuxième lève-personne.");
    auto directrice = as("directrice");
    answer("directrice", id,
        { { "kind", "accepted" }, { "reason", "Au plan d’équipement." }, { "until_on", day(30) }, { "version", 1 } });
    EXPECT_EQ(as("cadre")
                  .post("/api/proposals/" + id + "/outcome", { { "done", true }, { "words", "Fait." }, { "version", 2 } })
                  .code(),
        "proposal.other_college");
    const auto not_done = directrice.post("/api/proposals/" + id + "/outcome",
        { { "done", false }, { "words", "L’isolateur est tombé en panne : choix dit et daté." }, { "version", 2 } });
    ASSERT_EQ(not_done.status, 201) << not_done.body;
    EXPECT_EQ(not_done.data().at("proposal").at("state").as_string(), "accepted_not_done");
    EXPECT_EQ(
        directrice.post("/api/proposals/" + id + "/outcome", { { "done", true }, { "words", "Arrivé." }, { "version", 3 } })
            .data()
            .at("proposal")
            .at("state")
            .as_string(),
        "accepted_done");
}

TEST_P(Desk, passed_on_is_still_owed_an_answer_by_its_new_day)
{
    const auto id = proposal("Que le standard ne bascule plus la nuit.");
    const auto passed = answer("directrice", id,
        { { "kind", "passed_on" }, { "reason", "Le standard est mutualisé par une convention." }, { "until_on", day(90) },
            { "level", "le comité du groupement" }, { "version", 1 } });
    EXPECT_EQ(passed.data().at("proposal").at("due_on").as_string(), day(90));
    EXPECT_TRUE(as("directrice").get("/api/proposals/" + id).may("answer"));
    const auto home = must(database().read([&](store::Reader& reader) {
        return store::due_of_proposals(reader, PlaceId::trusted(hospital_id()), clock_.today());
    }));
    ASSERT_EQ(home.size(), 1U);
    EXPECT_EQ(home[0].on.text(), day(90));
    ASSERT_EQ(home[0].awaited_of.size(), 1U);
    EXPECT_EQ(home[0].awaited_of[0], CollegeKind::Direction);
}

TEST_P(Desk, a_college_may_give_it_to_somebody_who_then_answers)
{
    const auto id = proposal("La clé de la lingerie.");
    EXPECT_EQ(
        as("representante")
            .put("/api/proposals/" + id + "/assignment", { { "account_id", account_id("representante") }, { "version", 1 } })
            .code(),
        "proposal.other_college");
    EXPECT_EQ(as("directrice")
                  .put("/api/proposals/" + id + "/assignment", { { "account_id", account_id("voisine") }, { "version", 1 } })
                  .status,
        422);
    ASSERT_EQ(as("directrice")
                  .put("/api/proposals/" + id + "/assignment", { { "account_id", account_id("cadre") }, { "version", 1 } })
                  .status,
        200);
    const json::object yes { { "kind", "accepted" }, { "reason", "Un code de nuit." }, { "until_on", day(20) },
        { "version", 2 } };
    EXPECT_EQ(answer("medecin", id, yes).code(), "proposal.other_college");
    EXPECT_EQ(answer("cadre", id, yes).status, 201);
}

TEST_P(Desk, two_answers_at_once_are_one_and_the_other_keeps_its_words)
{
    const auto id = proposal("Un fauteuil de pesée.");
    as("directrice").put("/api/proposals/" + id + "/assignment", { { "account_id", account_id("cadre") }, { "version", 1 } });
    const auto stale = answer("directrice", id, { { "kind", "refused" }, { "reason", "Non." }, { "version", 1 } });
    EXPECT_EQ(stale.code(), "version.stale");
    EXPECT_EQ(stale.json().at("current").at("version").as_int64(), 2);
}

TEST_P(Desk, the_list_follows_the_day_owed_and_nothing_else)
{
    const auto late = proposal("Attendue la première.");
    later(1);
    const auto next = proposal("Attendue ensuite.");
    const auto passed = proposal("Passée au niveau qui peut décider.");
    answer("directrice", passed,
        { { "kind", "passed_on" }, { "reason", "r" }, { "until_on", day(400) }, { "level", "pôle" }, { "version", 1 } });
    const auto refused = proposal("Refusée.");
    answer("directrice", refused, { { "kind", "refused" }, { "reason", "r" }, { "version", 1 } });
    std::vector<std::string> order;
    for (const auto& each : list(as("infirmiere").get("/api/proposals").data().at("items")))
        order.emplace_back(each.at("proposal").at("id").as_string());
    EXPECT_EQ(order, (std::vector<std::string> { late, next, passed, refused }));
}

TEST_P(Desk, notes_are_read_by_every_college_and_stay_off_the_page_people_come_back_to)
{
    const auto id = proposal("Une ligne pour les familles.");
    EXPECT_EQ(as("representante")
                  .post("/api/proposals/" + id + "/notes", { { "words", "Regarder l’heure de départ du soir." } })
                  .status,
        201);
    const auto by_direction = as("directrice").get("/api/proposals/" + id);
    EXPECT_NE(by_direction.body.find("départ du soir"), std::string::npos);
    auto cadre = as("cadre");
    const auto space = std::string(by_direction.data().at("proposal").at("space_id").as_string());
    const std::string url(board(cadre, space).at("follow_url").as_string());
    EXPECT_EQ(somebody().get("/api" + url.substr(url.find("/suivi/"))).body.find("départ du soir"), std::string::npos);
    EXPECT_EQ(cadre.post("/api/proposals/" + id + "/team-words", { { "words", "On préfère ce non-là." } }).status, 201);
    EXPECT_EQ(as("directrice").post("/api/proposals/" + id + "/team-words", { { "words", "…" } }).code(), "right.missing");
}

TEST_P(Desk, a_local_rule_is_asked_about_after_three_months_by_those_who_live_with_it)
{
    const auto id = proposal("Convoquer à 8 h 45, 9 h 30 et 10 h 15.", "we_decide");
    const auto rule = as("cadre").get("/api/proposals/" + id).data().at("local_rule");
    EXPECT_EQ(rule.at("decided_on").as_string(), day());
    EXPECT_EQ(rule.at("review_on").as_string(), clock_.today().plus_months(3).text());
    const auto path = "/api/local-rules/" + std::string(rule.at("id").as_string()) + "/review";
    later(95);
    const json::object review { { "holds", "no" }, { "words", "10 h 15 ne tient pas." },
        { "rewritten", "Convoquer à 8 h 45 et 9 h 30." }, { "version", 1 } };
    EXPECT_EQ(as("directrice").post(path, review).code(), "right.missing");
    EXPECT_EQ(as("voisine").post(path, review).code(), "not_found");
    const auto kept = as("infirmiere").post(path, review);
    ASSERT_EQ(kept.status, 201) << kept.body;
    EXPECT_EQ(kept.data().at("words").as_string(), "Convoquer à 8 h 45 et 9 h 30.");
    EXPECT_EQ(kept.data().at("review_on").as_string(), clock_.today().plus_months(3).text());
    EXPECT_EQ(
        as("cadre").get("/api/proposals/" + id).data().at("entries").as_array().back().at("kind").as_string(), "reviewed");
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/people_test.cpp
//
// Who may speak for whom: invitations, first mandates, colleges that choose their own, delegations, carences, and
// those who try to get round it.

#include "tests/support/story.hpp"

#include "store/audit.hpp"

namespace etabli::tests {

class People : public Story {
protected:
    json::value seat(const std::string& email, const std::string& function = "Élue", bool substitute = false)
    {
        return { { "email", email }, { "function_title", function }, { "substitute", substitute }, { "starts_on", day() } };
    }
    std::string offers(const std::string& college) { return "/api/colleges/" + college_id(college) + "/invitations"; }
    std::string people() { return "/api/places/" + hospital_id() + "/people"; }

    static std::string token_in(const Reply& offered)
    {
        const std::string link(offered.data().at("link").as_string());
        return link.substr(link.find('#') + 1);
    }
    /// A college of the other hospital that nobody holds yet.
    std::string fresh_college(const std::string& kind)
    {
        const auto made = as("administration")
                              .post("/api/places/" + other_hospital_id() + "/colleges", { { "kind", kind }, { "name", kind } });
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string(made.data().at("id").as_string());
    }
    std::vector<std::string> mandates_in(const std::string& college)
    {
        std::vector<std::string> found;
        const auto view = as("directrice").get(people()).data();
        for (const auto& each : view.at("colleges").as_array())
            if (each.at("college").at("kind").as_string() == college)
                for (const auto& held : each.at("seats").as_array())
                    found.emplace_back(held.at("mandate_id").as_string());
        return found;
    }
    std::vector<std::string> actions()
    {
        std::vector<std::string> found;
        for (const auto& entry :
            must(database().read([&](store::Reader& reader) { return store::audit_entries(reader, hospital_id(), 0, 100); })))
            found.push_back(entry.action);
        return found;
    }
};
STORIES(People);

TEST_P(People, an_invitation_becomes_an_account_with_a_mandate)
{
    const auto offered = as("representante").post(offers("staff_representatives"), seat("nouvelle@essais.example"));
    ASSERT_EQ(offered.status, 201) << offered.body;
    EXPECT_TRUE(std::string(offered.data().at("qr_svg").as_string()).starts_with("<svg"));
    const auto token = token_in(offered);

    auto phone = somebody();
    const auto seen = phone.post("/api/links/look", { { "token", token } });
    EXPECT_EQ(seen.data().at("purpose").as_string(), "invitation");
    EXPECT_EQ(seen.data().at("place_name").as_string(), "Hôpital des Essais");
    const auto taken = phone.post("/api/invitations/accept",
        { { "token", token }, { "name", "Nadia" }, { "locale", "fr" }, { "password", "une phrase assez longue" } });
    ASSERT_EQ(taken.status, 201) << taken.body;
    EXPECT_EQ(phone.get("/api/session").data().at("account").at("name").as_string(), "Nadia");
    EXPECT_TRUE(phone.get(people()).may("give_mandate:" + college_id("staff_representatives")));

    auto computer = somebody();
    EXPECT_EQ(
        computer.post("/api/session", { { "email", "nouvelle@essais.example" }, { "password", "une phrase assez longue" } })
            .status,
        201);
    EXPECT_EQ(
        somebody().post("/api/invitations/accept", { { "token", token }, { "name", "X" } }).code(), "session.link_not_valid");
    EXPECT_EQ(actions(), (std::vector<std::string> { "mandate.offered", "mandate.taken" }));
}

TEST_P(People, only_a_college_gives_its_own_mandates)
{
    for (const auto* person : { "directrice", "cadre", "medecin", "referente" }) {
        const auto refused = as(person).post(offers("staff_representatives"), seat("docile@essais.example"));
        EXPECT_EQ(refused.status, 403) << person;
        EXPECT_EQ(refused.code(), "mandate.not_given_by_its_college") << person;
    }
    EXPECT_EQ(as("administration").post(offers("staff_representatives"), seat("docile@essais.example")).code(),
        "mandate.not_given_by_its_college");
    EXPECT_EQ(as("voisine").post(offers("staff_representatives"), seat("docile@essais.example")).code(), "not_found");
    EXPECT_EQ(somebody().post(offers("staff_representatives"), seat("docile@essais.example")).status, 401);
    EXPECT_EQ(as("directrice").post(offers("direction"), seat("adjoint@essais.example")).status, 201);
}

TEST_P(People, first_invitations_prepared_in_advance_die_with_the_first_mandate)
{
    const auto college = fresh_college("staff_representatives");
    const auto first = as("administration").post("/api/colleges/" + college + "/invitations", seat("elue@essais.example"));
    const auto spare = as("administration").post("/api/colleges/" + college + "/invitations", seat("docile@essais.example"));
    ASSERT_EQ(spare.status, 201);
    ASSERT_EQ(somebody().post("/api/invitations/accept", { { "token", token_in(first) }, { "name", "Élue" } }).status, 201);
    EXPECT_EQ(somebody().post("/api/invitations/accept", { { "token", token_in(spare) }, { "name", "Docile" } }).code(),
        "session.link_not_valid");
    EXPECT_EQ(as("administration").post("/api/colleges/" + college + "/invitations", seat("autre@essais.example")).code(),
        "mandate.not_given_by_its_college");
}

TEST_P(People, an_invitation_never_opens_somebody_elses_account)
{
    const auto offered = as("directrice").post(offers("direction"), seat("medecin@essais.example", "Cheffe de pôle"));
    const auto token = token_in(offered);
    EXPECT_TRUE(somebody().post("/api/links/look", { { "token", token } }).data().at("account_exists").as_bool());
    EXPECT_EQ(somebody().post("/api/invitations/accept", { { "token", token }, { "name", "Moi" } }).code(),
        "invitation.sign_in_first");
    auto doctor = as("medecin");
    ASSERT_EQ(doctor.post("/api/invitations/accept", { { "token", token } }).status, 201);
    EXPECT_EQ(doctor.get("/api/account").data().at("mandates").as_array().size(), 2U);
}

TEST_P(People, nobody_sits_for_direction_and_for_the_staff)
{
    const auto offered = as("representante").post(offers("staff_representatives"), seat("directrice@essais.example"));
    EXPECT_EQ(
        as("directrice").post("/api/invitations/accept", { { "token", token_in(offered) } }).code(), "mandate.both_sides");
}

TEST_P(People, direction_and_staff_representatives_read_the_same_bytes)
{
    const auto direction = as("directrice").get(people());
    const auto staff = as("representante").get(people());
    EXPECT_EQ(direction.status, 200);
    EXPECT_EQ(direction.data_text(), staff.data_text());
    EXPECT_FALSE(direction.may("edit_consent:" + college_id("staff_representatives")));
    EXPECT_TRUE(staff.may("edit_consent:" + college_id("staff_representatives")));
    EXPECT_EQ(direction.body.find("@essais.example"), std::string::npos); // addresses are nobody's reading
}

TEST_P(People, the_administrator_reads_nothing_of_an_establishment)
{
    EXPECT_EQ(as("administration").get(people()).status, 404);
    EXPECT_EQ(as("voisine").get(people()).status, 404);
    EXPECT_EQ(as("cadre").get("/api/administration").status, 403);
    const auto seen = as("administration").get("/api/administration");
    ASSERT_EQ(seen.status, 200) << seen.body;
    for (const auto* word : { "Cadre de santé", "Infirmière", "essais.example", "Représentante du personnel" })
        EXPECT_EQ(seen.body.find(word), std::string::npos) << word;
}

TEST_P(People, a_college_says_how_it_says_yes_and_the_journal_keeps_it)
{
    const auto path = "/api/colleges/" + college_id("staff_representatives") + "/consent";
    json::value wish { { "consent_rule", "majority" }, { "consent_text", "À la majorité des élus" }, { "version", 1 } };
    EXPECT_EQ(as("directrice").put(path, wish).code(), "right.missing");
    ASSERT_EQ(as("representante").put(path, wish).status, 200);
    const auto stale = as("representant").put(path, wish);
    EXPECT_EQ(stale.code(), "version.stale");
    EXPECT_EQ(stale.json().at("current").at("consent_rule").as_string(), "majority");
    wish = { { "consent_rule", "no_vote" }, { "consent_text", "" }, { "version", 2 } };
    EXPECT_EQ(as("representante").put(path, wish).json().at("errors").as_array()[0].at("code").as_string(),
        "college.must_have_a_say");
    EXPECT_EQ(actions(), (std::vector<std::string> { "college.consent_edited" }));
}

TEST_P(People, a_mandate_ends_with_a_word_for_the_next_that_only_its_college_reads)
{
    const auto representative = mandates_in("staff_representatives").at(0);
    const json::value words { { "ends_on", day() }, { "handover", "Le classeur bleu" } };
    EXPECT_EQ(
        as("directrice").put("/api/mandates/" + representative + "/end", words).code(), "mandate.not_given_by_its_college");
    ASSERT_EQ(as("representante").put("/api/mandates/" + representative + "/end", words).status, 200);
    const auto handovers = "/api/colleges/" + college_id("staff_representatives") + "/handovers";
    EXPECT_EQ(as("representante").get(handovers).data().at("items").as_array().size(), 1U);
    EXPECT_EQ(as("directrice").get(handovers).code(), "right.missing");
    EXPECT_EQ(as("directrice").get(people()).body.find("classeur"), std::string::npos);
}

TEST_P(People, the_last_of_a_college_is_followed_before_leaving)
{
    const auto doctor = mandates_in("medical").at(0);
    EXPECT_EQ(as("medecin").put("/api/mandates/" + doctor + "/end", { { "ends_on", day() }, { "handover", "" } }).code(),
        "mandate.last_of_its_college");
}

TEST_P(People, a_college_whose_mandates_ran_out_is_given_again_once_another_said_so)
{
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("update mandate set ends_on = :day where college_id = :college",
            { { "day", day(-1) }, { "college", college_id("medical") } }));
        return {};
    }));
    const auto vacancy = "/api/colleges/" + college_id("medical") + "/vacancy";
    EXPECT_EQ(
        as("administration").post(offers("medical"), seat("dr@essais.example")).code(), "mandate.not_given_by_its_college");
    EXPECT_EQ(as("administration").post(vacancy, json::object()).code(), "not_found");
    ASSERT_EQ(as("representante").post(vacancy, json::object()).status, 201);
    EXPECT_EQ(as("administration").post(offers("medical"), seat("dr@essais.example")).status, 201);
}

TEST_P(People, a_delegation_is_never_without_the_staff_and_waits_for_their_word)
{
    const auto direction = mandates_in("direction").at(0);
    const auto doctor = mandates_in("medical").at(0);
    const auto staff = mandates_in("staff_representatives").at(0);
    const auto path = "/api/places/" + hospital_id() + "/delegations";
    const auto of = [&](json::array members) -> json::value {
        return { { "title", "Cluster" }, { "mandate_ids", members }, { "starts_on", day() } };
    };
    EXPECT_EQ(as("directrice").post(path, of({ direction, doctor })).code(), "delegation.without_staff_representative");
    EXPECT_EQ(as("directrice").post(path, of({ staff })).code(), "delegation.wrong_size");
    EXPECT_EQ(as("infirmiere").post(path, of({ direction, staff })).code(), "right.missing");
    EXPECT_EQ(as("voisine").post(path, of({ direction, staff })).code(), "not_found");
    const auto made = as("directrice").post(path, of({ direction, staff, doctor }));
    ASSERT_EQ(made.status, 201) << made.body;
    const auto delegation = made.data().at("delegations").as_array()[0];
    EXPECT_TRUE(delegation.at("confirmed_on").is_null());
    const auto confirmation = "/api/delegations/" + std::string(delegation.at("id").as_string()) + "/confirmation";
    EXPECT_EQ(as("directrice").post(confirmation, json::object()).code(), "right.missing");
    const auto confirmed = as("representante").post(confirmation, json::object());
    EXPECT_EQ(confirmed.data().at("delegations").as_array()[0].at("confirmed_on").as_string(), day());
}

TEST_P(People, a_carence_lets_the_team_elect_a_substitute)
{
    const auto carences = "/api/places/" + hospital_id() + "/carences";
    const json::value text { { "recorded_on", day() }, { "text", "Aucune candidature aux deux tours." } };
    EXPECT_EQ(as("directrice").post(carences, text).code(), "carence.has_representatives");
    EXPECT_EQ(as("infirmiere").post(offers("staff_representatives"), seat("s@essais.example", "Suppléante", true)).code(),
        "carence.not_recorded");
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("update mandate set ends_on = :day where college_id = :college",
            { { "day", day(-1) }, { "college", college_id("staff_representatives") } }));
        return {};
    }));
    EXPECT_EQ(as("cadre").post(carences, text).code(), "right.missing");
    ASSERT_EQ(as("directrice").post(carences, text).status, 201);
    EXPECT_EQ(as("directrice").post(offers("staff_representatives"), seat("s@essais.example", "Suppléante", true)).code(),
        "mandate.not_given_by_its_college");
    const auto offered = as("infirmiere").post(offers("staff_representatives"), seat("s@essais.example", "Suppléante", true));
    ASSERT_EQ(offered.status, 201) << offered.body;
    auto substitute = somebody();
    ASSERT_EQ(substitute.post("/api/invitations/accept", { { "token", token_in(offered) }, { "name", "Sam" } }).status, 201);

    // The substitute makes a delegation valid, and sits until somebody is elected.
    const auto seats = mandates_in("staff_representatives");
    EXPECT_EQ(substitute
                  .post("/api/places/" + hospital_id() + "/delegations",
                      { { "title", "Cluster" }, { "mandate_ids", { mandates_in("direction").at(0), seats.at(0) } },
                          { "starts_on", day() } })
                  .status,
        201);
    const auto carence = std::string(as("directrice").get(people()).data().at("carences").as_array()[0].at("id").as_string());
    EXPECT_EQ(
        as("directrice").put("/api/carences/" + carence + "/end", { { "ended_on", day() } }).code(), "carence.nobody_elected");
    const auto elected = substitute.post(offers("staff_representatives"), seat("elu@essais.example", "Élu"));
    ASSERT_EQ(somebody().post("/api/invitations/accept", { { "token", token_in(elected) }, { "name", "Éli" } }).status, 201);
    EXPECT_EQ(substitute.put("/api/carences/" + carence + "/end", { { "ended_on", day() } }).status, 200);
    later(1);
    EXPECT_EQ(substitute.get(people()).status, 401); // a shift later the session is over too
}

} // namespace etabli::tests

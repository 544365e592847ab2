// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/parity_attackers_test.cpp
//
// Those who would speak twice, speak for another, change what others are answering, or write in another house's
// journal.

#include "store/audit.hpp"
#include "store/people.hpp"
#include "store/sessions.hpp"
#include "tests/support/discussion.hpp"

namespace etabli::tests {

class ParityAttackers : public Discussions {
protected:
    /// The secret of a seat that this person offers to an address.
    std::string offered(
        const std::string& person, const std::string& college, const std::string& email, const json::object& changes = {})
    {
        json::object body { { "email", email }, { "function_title", "Élue" }, { "substitute", false }, { "starts_on", day() } };
        for (const auto& change : changes)
            body[change.key()] = change.value();
        const auto reply = as(person).post("/api/colleges/" + college_id(college) + "/invitations", body);
        EXPECT_EQ(reply.status, 201) << reply.body;
        const std::string link(reply.data().at("link").as_string());
        return link.substr(link.find('#') + 1);
    }
    /// A démarche of the other hospital, begun there.
    std::string demarche_next_door()
    {
        const auto id = EntryId::make(random_).text();
        must(database().write([&](store::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(R"sql(
                insert into programme (id, template_id, kind, place_id, title, care_stake, work_stake, perimeter, outside_perimeter,
                                       committee, openness, openness_text, who_decides, still_open, step, started_on, version)
                values (:id, 'demarche-quatre-phases', 'demarche', :place, 'Ailleurs', 'a', 'b', '', '', '', 'participate', '', '', '',
                        'conception', :day, 1)
            )sql",
                { { "id", id }, { "place", other_hospital_id() }, { "day", clock_.today() } }));
            return {};
        }));
        return id;
    }
};
STORIES(ParityAttackers);

TEST_P(ParityAttackers, nobody_takes_a_second_seat_to_speak_twice)
{
    const auto token = offered("representante", "staff_representatives", "autre@essais.example");
    EXPECT_EQ(as("representante").post("/api/invitations/accept", { { "token", token }, { "as_signed_in", true } }).code(),
        "mandate.already_held");
}

TEST_P(ParityAttackers, a_seat_is_not_offered_for_days_that_are_over)
{
    auto representative = as("representante");
    const auto offers = "/api/colleges/" + college_id("staff_representatives") + "/invitations";
    json::object past { { "email", "autre@essais.example" }, { "function_title", "Élue" }, { "substitute", false },
        { "starts_on", day(-20) }, { "ends_on", day(-10) } };
    EXPECT_EQ(representative.post(offers, past).status, 422);
    past["ends_on"] = nullptr;
    EXPECT_EQ(representative.post(offers, past).status, 422);
}

TEST_P(ParityAttackers, the_link_sent_to_an_address_outdoes_the_password_of_whoever_held_the_invitation)
{
    const auto token = offered("directrice", "direction", "elue@essais.example");
    auto impostor = somebody();
    ASSERT_EQ(impostor
                  .post("/api/invitations/accept",
                      { { "token", token }, { "name", "Élue" }, { "password", "un mot de passe choisi d avance" } })
                  .status,
        201);
    const json::value password { { "email", "elue@essais.example" }, { "password", "un mot de passe choisi d avance" } };
    ASSERT_EQ(somebody().post("/api/session", password).status, 201);

    const auto own = must(database().write([&](store::Transaction& transaction) -> Result<std::string> {
        const auto account = TRY(store::find_account_by_email(transaction, "elue@essais.example"));
        return store::make_link(
            transaction, account->id, store::LinkPurpose::SignIn, clock_.now().plus(std::chrono::hours(1)), random_);
    }));
    EXPECT_EQ(somebody().post("/api/session/link", { { "token", own } }).status, 201);
    EXPECT_EQ(somebody().post("/api/session", password).code(), "session.wrong_credentials");
    EXPECT_EQ(impostor.get("/api/home").status, 401);
}

TEST_P(ParityAttackers, five_invented_sheets_do_not_show_what_one_phone_said_elsewhere)
{
    const auto wide = opened_by("cadre");
    auto cadre = as("cadre");
    const auto narrow = opened_by("cadre", { { "remainder", "joins_wider_space" }, { "wider_space_id", wide } });
    auto one = phones(code_of(cadre, narrow), 1);
    everybody_writes(one);
    ASSERT_EQ(cadre.post("/api/spaces/" + narrow + "/close", { { "return_on", day(9) } }).status, 201);
    json::array sheets;
    for (int sheet = 0; sheet < 5; ++sheet)
        sheets.push_back({ { "words", json::array { "feuille " + std::to_string(sheet) } }, { "kind", "irritant" } });
    ASSERT_EQ(cadre.post("/api/spaces/" + wide + "/paper", { { "sheets", sheets } }).status, 201);
    const auto shown = cadre.post("/api/spaces/" + wide + "/release", json::object {});
    EXPECT_EQ(shown.body.find("phrase 0"), std::string::npos) << shown.body;
}

TEST_P(ParityAttackers, a_house_writes_in_no_journal_but_its_own)
{
    const auto next_door = demarche_next_door();
    for (const auto& programme : { next_door, std::string(26, '0') }) {
        EXPECT_EQ(as("cadre")
                      .post("/api/spaces",
                          { { "place_id", unit_id() }, { "title", "La relève" }, { "held_on", day(3) },
                              { "programme_id", programme } })
                      .status,
            422)
            << programme;
        auto cadre = as("cadre");
        const auto id = opened_by("cadre");
        EXPECT_EQ(cadre.put("/api/spaces/" + id + "/programme", { { "programme_id", programme } }).status, 422) << programme;
    }
    EXPECT_EQ(
        must(database().read([&](store::Reader& reader) { return store::audit_entries(reader, next_door, 0, 10); })).size(),
        0U);
}

} // namespace etabli::tests

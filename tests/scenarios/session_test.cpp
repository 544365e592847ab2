// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/session_test.cpp
//
// Coming in and going out.

#include "tests/support/story.hpp"

#include "store/sessions.hpp"

namespace etabli::tests {

class Sessions : public Story { };
STORIES(Sessions);

TEST_P(Sessions, the_server_says_when_it_is_ready)
{
    const auto reply = somebody().get("/api/health");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.data().at("status").as_string(), "ready");
}

TEST_P(Sessions, a_password_opens_a_session_and_signing_out_ends_it)
{
    auto directrice = as("directrice");
    ASSERT_EQ(directrice.put("/api/session/password", { { "password", "une phrase assez longue" } }).status, 200);

    auto phone = somebody();
    const auto entered
        = phone.post("/api/session", { { "email", "Directrice@essais.example" }, { "password", "une phrase assez longue" } });
    ASSERT_EQ(entered.status, 201) << entered.body;
    EXPECT_EQ(entered.data().at("account").at("mandates").as_array().size(), 1U);
    EXPECT_EQ(phone.get("/api/session").data().at("account").at("name").as_string(), "Directrice");

    const auto cookie = phone.cookie();
    EXPECT_EQ(phone.remove("/api/session").status, 200);
    phone.set_cookie(cookie);
    EXPECT_TRUE(phone.get("/api/session").data().at("account").is_null());
}

TEST_P(Sessions, a_wrong_password_and_an_unknown_address_get_one_answer)
{
    ASSERT_EQ(as("directrice").put("/api/session/password", { { "password", "une phrase assez longue" } }).status, 200);
    const auto wrong = somebody().post("/api/session", { { "email", "directrice@essais.example" }, { "password", "autre" } });
    const auto unknown = somebody().post("/api/session", { { "email", "personne@essais.example" }, { "password", "autre" } });
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(wrong.body, unknown.body);
}

TEST_P(Sessions, a_link_opens_one_session_once)
{
    const auto token = must(database().write([&](store::Transaction& transaction) {
        return store::make_link(transaction, AccountId::trusted(account_id("cadre")), store::LinkPurpose::Invitation,
            clock_.now().plus(std::chrono::hours(1)), random_);
    }));
    EXPECT_EQ(somebody().post("/api/session/link", { { "token", token } }).status, 201);
    const auto again = somebody().post("/api/session/link", { { "token", token } });
    EXPECT_EQ(again.status, 410);
    EXPECT_EQ(again.code(), "session.link_not_valid");
}

TEST_P(Sessions, a_session_left_alone_for_a_shift_is_over)
{
    auto directrice = as("directrice");
    EXPECT_FALSE(directrice.get("/api/session").data().at("account").is_null());
    later(1);
    EXPECT_TRUE(directrice.get("/api/session").data().at("account").is_null());
}

TEST_P(Sessions, a_page_of_another_site_cannot_act_for_somebody)
{
    auto directrice = as("directrice");
    directrice.set_header("Origin", "https://ailleurs.example");
    const auto reply = directrice.put("/api/session/password", { { "password", "une phrase assez longue" } });
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(reply.code(), "request.wrong_origin");
}

TEST_P(Sessions, nobody_enters_as_somebody_outside_the_demonstration)
{
    EXPECT_EQ(somebody().post("/api/session/demo", { { "key", "directrice" } }).code(), "demo.only");
}

} // namespace etabli::tests

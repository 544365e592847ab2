// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/account_test.cpp
//
// My own account: sessions I can end, a password that ends the others, links that come by mail, and the outbox.

#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/jobs/jobs.hpp"
#include "store/outbox.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class Accounts : public Story {
protected:
    static constexpr const char* phrase = "une phrase assez longue";

    std::vector<store::OutgoingMail> mail()
    {
        return must(database().read([](store::Reader& reader) { return store::waiting_mail(reader, 50); }));
    }
    static std::string token_in(const std::string& text)
    {
        const auto at = text.find("/lien#");
        return at == text.npos ? std::string() : text.substr(at + 6, 43);
    }
};
STORIES(Accounts);

TEST_P(Accounts, my_sessions_are_mine_to_end)
{
    auto phone = as("cadre");
    auto computer = as("cadre");
    const auto seen = computer.get("/api/account").data();
    ASSERT_EQ(seen.at("sessions").as_array().size(), 2U);
    std::string other;
    for (const auto& session : seen.at("sessions").as_array())
        if (!session.at("is_this_one").as_bool())
            other = session.at("id").as_string();
    EXPECT_EQ(as("directrice").remove("/api/account/sessions/" + other).status, 404);
    EXPECT_EQ(phone.get("/api/account").status, 200);
    EXPECT_EQ(computer.remove("/api/account/sessions/" + other).status, 200);
    EXPECT_EQ(phone.get("/api/account").status, 401);
    auto ward = as("cadre");
    EXPECT_EQ(computer.remove("/api/account/sessions").data().at("sessions").as_array().size(), 1U);
    EXPECT_EQ(ward.get("/api/account").status, 401);
    EXPECT_EQ(computer.get("/api/account").status, 200);
}

TEST_P(Accounts, changing_a_password_asks_the_former_and_ends_the_other_sessions)
{
    auto computer = as("cadre");
    auto ward = as("cadre");
    ASSERT_EQ(computer.put("/api/session/password", { { "password", phrase } }).status, 200);
    EXPECT_EQ(ward.get("/api/account").status, 401);
    auto found_open = as("cadre"); // a session somebody else found open on the ward
    const auto taken = found_open.put("/api/session/password", { { "password", "celle de quelqu’un d’autre" } });
    EXPECT_EQ(taken.status, 422);
    EXPECT_EQ(taken.json().at("errors").as_array()[0].at("code").as_string(), "password.wrong");
    EXPECT_EQ(
        computer.put("/api/session/password", { { "password", "une autre phrase longue" }, { "current_password", phrase } })
            .status,
        200);
    EXPECT_EQ(
        computer.put("/api/session/password", { { "password", "court" }, { "current_password", "une autre phrase longue" } })
            .status,
        422);
}

TEST_P(Accounts, a_lost_password_is_a_link_by_mail_that_serves_once)
{
    ASSERT_EQ(as("cadre").put("/api/session/password", { { "password", phrase } }).status, 200);
    const auto known = somebody().post("/api/session/link-request", { { "email", "Cadre@essais.example" } });
    const auto unknown = somebody().post("/api/session/link-request", { { "email", "personne@essais.example" } });
    EXPECT_EQ(known.status, 201);
    EXPECT_EQ(known.body, unknown.body);
    ASSERT_EQ(mail().size(), 1U);
    const auto token = token_in(mail()[0].body);

    auto phone = somebody();
    EXPECT_EQ(phone.get("/lien").status, somebody().get("/lien").status); // opening the page spends nothing
    EXPECT_EQ(phone.post("/api/links/look", { { "token", token } }).data().at("purpose").as_string(), "sign_in");
    ASSERT_EQ(phone.post("/api/session/link", { { "token", token } }).status, 201);
    EXPECT_EQ(phone.put("/api/session/password", { { "password", "enfin une nouvelle phrase" } }).status, 200);
    EXPECT_EQ(somebody().post("/api/session/link", { { "token", token } }).code(), "session.link_not_valid");
    EXPECT_EQ(somebody().post("/api/session", { { "email", "cadre@essais.example" }, { "password", phrase } }).status, 401);
}

TEST_P(Accounts, asking_again_and_again_fills_no_mailbox)
{
    for (int time = 0; time < 6; ++time)
        EXPECT_EQ(somebody().post("/api/session/link-request", { { "email", "cadre@essais.example" } }).status, 201);
    EXPECT_EQ(mail().size(), 3U);
}

TEST_P(Accounts, the_outbox_writes_files_when_no_mail_server_is_told_and_keeps_no_secret)
{
    somebody().post("/api/session/link-request", { { "email", "cadre@essais.example" } });
    auto around = context();
    EXPECT_EQ(jobs::run_due_jobs(around), (std::vector<std::string> { "outbox", "destructions", "campaigns", "silences" }));
    EXPECT_TRUE(jobs::run_due_jobs(around).empty()); // not due again yet: another server would do nothing either
    EXPECT_TRUE(mail().empty());
    std::string text;
    for (const auto& entry : std::filesystem::directory_iterator(around.settings.data_folder + "/outbox")) {
        std::ifstream file(entry.path());
        std::stringstream words;
        words << file.rdbuf();
        text += words.str();
        EXPECT_EQ(entry.status().permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
    EXPECT_NE(text.find("To: cadre@essais.example"), std::string::npos);
    EXPECT_EQ(somebody().post("/api/session/link", { { "token", token_in(text) } }).status, 201);
    EXPECT_EQ(must(database().read([](store::Reader& reader) {
        return reader.count("select count(*) from outgoing_mail where body <> '' or recipient <> ''");
    })),
        0);
}

TEST_P(Accounts, my_name_and_language_are_mine_to_change)
{
    auto nurse = as("infirmiere");
    EXPECT_EQ(nurse.put("/api/account", { { "name", "Inès" }, { "locale", "en" } }).data().at("name").as_string(), "Inès");
    EXPECT_EQ(nurse.put("/api/account", { { "name", "Inès" }, { "locale", "de" } }).status, 422);
    // An address cannot be taken by writing it: only the first administrator's provisional one is changed here.
    nurse.put("/api/account", { { "name", "Inès" }, { "locale", "fr" }, { "email", "autre@essais.example" } });
    EXPECT_EQ(nurse.get("/api/account").data().at("email").as_string(), "infirmiere@essais.example");
}

TEST_P(Accounts, a_qr_code_leads_to_us_and_nowhere_else)
{
    EXPECT_EQ(somebody().get("/api/qr?text=" + address_ + "/r/ABCD").status, 200);
    EXPECT_EQ(somebody().get("/api/qr?text=https://ailleurs.example/").code(), "qr.not_ours");
    EXPECT_EQ(somebody().get("/api/qr?text=" + address_ + ".evil.example/").code(), "qr.not_ours");
    EXPECT_EQ(somebody().get("/api/qr").code(), "qr.not_ours");
}

} // namespace etabli::tests

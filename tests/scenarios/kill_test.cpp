// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/kill_test.cpp
//
// kill -9 in the middle of everything: what was acknowledged is there. The program that writes is a process of
// its own; the server itself is killed and started again on the same folder.

#include <sstream>

#include "store/settings.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/program.hpp"

namespace etabli::tests {

class Killed : public testing::TestWithParam<store::Engine> { };
INSTANTIATE_TEST_SUITE_P(On, Killed, both_engines(), engine_name);

TEST_P(Killed, what_was_acknowledged_before_the_kill_is_there_after_it)
{
    if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
        GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
    const FreshDatabase fresh(GetParam());
    const auto address = fresh.settings().postgres_url.empty() ? std::string("-") : fresh.settings().postgres_url;
    std::size_t acknowledged = 0;
    for (int round = 0; round < 3; ++round) {
        Program writer({ ETABLI_WRITER, fresh.folder(), address, std::to_string(round) });
        writer.listen(std::chrono::seconds(20), "\n");
        writer.listen(std::chrono::milliseconds(400 + 150 * round));
        writer.kill_now();
        writer.listen_to_the_end();
        const auto database = fresh.open();
        std::istringstream lines(writer.said());
        for (std::string name; std::getline(lines, name);) {
            if (lines.eof())
                break; // the kill cut this line: nobody was told
            ++acknowledged;
            ASSERT_TRUE(must(database->read([&](store::Reader& reader) { return store::find_setting(reader, name); }))) << name;
        }
        EXPECT_TRUE(must(database->integrity_findings()).empty());
    }
    EXPECT_GT(acknowledged, 300U);
    RecordProperty("acknowledged", static_cast<int>(acknowledged));
    std::printf("%zu acknowledged writes, none lost\n", acknowledged);
}

TEST_P(Killed, the_server_starts_again_on_the_folder_of_a_killed_one_and_its_sessions_hold)
{
    if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
        GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
    const FreshDatabase fresh(GetParam());
    std::string cookie;
    for (int round = 0; round < 3; ++round) {
        Program server(etabli_on(fresh.settings(), { "serve", "--listen", "127.0.0.1:0" }));
        server.listen(std::chrono::seconds(20), round == 0 ? "/lien#" : "http://");
        ASSERT_FALSE(address_said(server).empty()) << server.said();
        Browser browser(address_said(server));
        if (round == 0) {
            const auto reply = browser.post("/api/session/link", { { "token", link_said(server) } });
            ASSERT_EQ(reply.status, 201) << reply.body;
            cookie = browser.cookie();
        } else {
            browser.set_cookie(cookie);
            EXPECT_FALSE(browser.get("/api/session").data().at("account").is_null());
            EXPECT_EQ(server.said().find("/lien#"), std::string::npos) << "somebody has come in already";
        }
        server.kill_now();
    }
}

} // namespace etabli::tests

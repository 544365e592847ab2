// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/kill_test.cpp
//
// kill -9 in the middle of everything: what was acknowledged is there. The program that writes is a process of
// its own; the server itself is killed and started again on the same folder.

#include <array>
#include <csignal>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/settings.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/databases.hpp"

namespace etabli::tests {

namespace {

/// A program started with its output read by us, killed at the latest when we are done.
class Program {
public:
    explicit Program(std::vector<std::string> words)
    {
        std::array<int, 2> ends {};
        EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        output_ = ends[0];
    }
    ~Program()
    {
        kill_now();
        ::close(output_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void kill_now()
    {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        child_ = -1;
    }
    /// Reads what it says for that long, or until the line end after `mark`.
    void listen(std::chrono::milliseconds wait, const std::string& mark = {})
    {
        const auto end = std::chrono::steady_clock::now() + wait;
        while (std::chrono::steady_clock::now() < end
            && (mark.empty() || said_.find(mark) == std::string::npos || said_.back() != '\n')) {
            pollfd waiting { output_, POLLIN, 0 };
            if (::poll(&waiting, 1, 20) == 1 && !more())
                return;
        }
    }
    /// Once it is dead: to the end of what it had said.
    void listen_to_the_end()
    {
        while (more())
            continue;
    }
    const std::string& said() const { return said_; }

private:
    bool more()
    {
        std::array<char, 65536> bytes {};
        const auto got = ::read(output_, bytes.data(), bytes.size());
        if (got > 0)
            said_.append(bytes.data(), static_cast<std::size_t>(got));
        return got > 0;
    }

    pid_t child_ = -1;
    int output_ = -1;
    std::string said_;
};

} // namespace

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
    std::vector<std::string> words { ETABLI_BINARY, "serve", "--data", fresh.folder(), "--listen", "127.0.0.1:0" };
    if (!fresh.settings().postgres_url.empty())
        words.insert(words.end(), { "--database", fresh.settings().postgres_url });
    const auto said_after = [](const Program& program, const std::string& mark) {
        const auto at = program.said().find(mark);
        return at == std::string::npos ? std::string()
                                       : program.said().substr(at, program.said().find_first_of("/#\n", at + mark.size()) - at);
    };
    std::string cookie;
    for (int round = 0; round < 3; ++round) {
        Program server(words);
        server.listen(std::chrono::seconds(20), round == 0 ? "/lien#" : "http://");
        const auto address = said_after(server, "http://");
        ASSERT_FALSE(address.empty()) << server.said();
        Browser browser(address);
        if (round == 0) {
            const auto at = server.said().find("/lien#");
            ASSERT_NE(at, std::string::npos);
            const auto reply = browser.post("/api/session/link", { { "token", server.said().substr(at + 6, 43) } });
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

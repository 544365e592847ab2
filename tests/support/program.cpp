// SPDX-License-Identifier: EUPL-1.2
// tests/support/program.cpp

#include "tests/support/program.hpp"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace etabli::tests {

Program::Program(std::vector<std::string> words)
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

Program::~Program()
{
    kill_now();
    ::close(output_);
}

void Program::kill_now()
{
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    child_ = -1;
}

int Program::wait_for_its_end()
{
    listen_to_the_end();
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void Program::listen(std::chrono::milliseconds wait, const std::string& mark)
{
    const auto end = std::chrono::steady_clock::now() + wait;
    while (std::chrono::steady_clock::now() < end
        && (mark.empty() || said_.find(mark) == std::string::npos || said_.back() != '\n')) {
        pollfd waiting { output_, POLLIN, 0 };
        if (::poll(&waiting, 1, 20) == 1 && !more())
            return;
    }
}

void Program::listen_to_the_end()
{
    while (more())
        continue;
}

bool Program::more()
{
    std::array<char, 65536> bytes {};
    const auto got = ::read(output_, bytes.data(), bytes.size());
    if (got > 0)
        said_.append(bytes.data(), static_cast<std::size_t>(got));
    return got > 0;
}

std::vector<std::string> etabli_on(const store::DatabaseSettings& where, std::vector<std::string> words)
{
    words.insert(words.begin(), ETABLI_BINARY);
    words.insert(words.end(), { "--data", where.folder });
    if (!where.postgres_url.empty())
        words.insert(words.end(), { "--database", where.postgres_url });
    return words;
}

std::string address_said(const Program& program)
{
    static const std::string scheme = "http://";
    const auto at = program.said().find(scheme);
    if (at == std::string::npos)
        return {};
    return program.said().substr(at, program.said().find_first_of("/#\n", at + scheme.size()) - at);
}

std::string link_said(const Program& program)
{
    static const std::string path = "/lien#";
    const auto at = program.said().find(path);
    return at == std::string::npos ? std::string() : program.said().substr(at + path.size(), 43);
}

} // namespace etabli::tests

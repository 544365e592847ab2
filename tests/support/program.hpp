// SPDX-License-Identifier: EUPL-1.2
// tests/support/program.hpp
//
// A program of ours in a process of its own, its output read: to be killed, or waited for. For stories about what
// only the real `etabli` can show.

#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/support/databases.hpp"

namespace etabli::tests {

/// Killed at the latest when we are done with it.
class Program {
public:
    explicit Program(std::vector<std::string> words);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void kill_now();
    /// To its own end: its exit code, or -1 when it did not choose one.
    int wait_for_its_end();
    /// Reads what it says for that long, or until the line end after `mark`.
    void listen(std::chrono::milliseconds wait, const std::string& mark = {});
    /// Once it is dead: to the end of what it had said.
    void listen_to_the_end();
    const std::string& said() const { return said_; }

private:
    bool more();

    pid_t child_ = -1;
    int output_ = -1;
    std::string said_;
};

/// `etabli` and these words, on this folder and database.
std::vector<std::string> etabli_on(const store::DatabaseSettings& where, std::vector<std::string> words);
/// The first address it named, without what follows the host; nothing when it named none.
std::string address_said(const Program& program);
/// The secret of the first link it printed.
std::string link_said(const Program& program);

} // namespace etabli::tests

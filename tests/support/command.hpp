// SPDX-License-Identifier: EUPL-1.2
// tests/support/command.hpp
//
// The program's commands as somebody types them, within the test's own process.

#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/cli.hpp"

namespace etabli::tests {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

/// `words` after the program's name.
inline Ran run_command(std::vector<std::string> words)
{
    words.insert(words.begin(), "etabli");
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Ran ran;
    ran.code = cli::run(static_cast<int>(pointers.size()), pointers.data());
    std::fflush(stdout);
    ran.out = testing::internal::GetCapturedStdout();
    ran.err = testing::internal::GetCapturedStderr();
    return ran;
}

} // namespace etabli::tests

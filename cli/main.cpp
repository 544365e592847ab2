// SPDX-License-Identifier: EUPL-1.2
// cli/main.cpp
//
// Where the program begins.

#include "cli/cli.hpp"

int main(int count, char** words)
{
    return etabli::cli::run(count, words);
}

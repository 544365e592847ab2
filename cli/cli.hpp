// SPDX-License-Identifier: EUPL-1.2
// cli/cli.hpp
//
// The program's commands. Each file adds its own to the list and answers with an exit code: 0 done, 1 the thing
// asked about is not well, 2 the call itself is wrong.

#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"

namespace CLI { // NOLINT(readability-identifier-naming): the library's own name
class App;
}

namespace etabli::cli {

/// Set by the command the user named, run once everything is parsed.
using Chosen = std::function<int()>;

/// Where the data is, as most commands ask it.
struct DataOptions {
    std::string folder = "data";
    std::string database_url;
};

void add_data_options(CLI::App& command, DataOptions& options);

/// Prints what failed, for a person at a terminal; returns the exit code.
int failed(const Problem& problem);

void add_serve(CLI::App& app, Chosen& chosen);
void add_audit(CLI::App& app, Chosen& chosen);
void add_openapi(CLI::App& app, Chosen& chosen);
void add_backup(CLI::App& app, Chosen& chosen);
void add_restore(CLI::App& app, Chosen& chosen);
void add_doctor(CLI::App& app, Chosen& chosen);
void add_packs(CLI::App& app, Chosen& chosen);
void add_account(CLI::App& app, Chosen& chosen);
void add_places(CLI::App& app, Chosen& chosen);
void add_export(CLI::App& app, Chosen& chosen);
void add_disclosure(CLI::App& app, Chosen& chosen);
void add_statistics(CLI::App& app, Chosen& chosen);
void add_chart(CLI::App& app, Chosen& chosen);
void add_verify(CLI::App& app, Chosen& chosen);
void add_urn(CLI::App& app, Chosen& chosen);
void add_ballots(CLI::App& app, Chosen& chosen);

/// Parses and runs; what `main` returns.
int run(int count, char** words);

} // namespace etabli::cli

// SPDX-License-Identifier: EUPL-1.2
// cli/cli.cpp

#include "cli/cli.hpp"

#include <cstdio>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace etabli::cli {

void add_data_options(CLI::App& command, DataOptions& options)
{
    command.add_option("--data", options.folder, "data folder")->capture_default_str();
    command.add_option("--database", options.database_url, "postgresql://… instead of the embedded database");
}

int failed(const Problem& problem)
{
    fmt::print(stderr, "etabli: {}{}{}\n", problem.code(), problem.detail().empty() ? "" : ": ", problem.detail());
    for (const auto& field : problem.fields())
        fmt::print(stderr, "  {}: {}\n", field.pointer, field.code.text());
    return problem.status() == 422 || problem.status() == 400 ? 2 : 1;
}

int run(int count, char** words)
{
    CLI::App app(
        "Etabli: the workbench on which people look at their own work, try changes, and pass on what they learnt", "etabli");
    app.require_subcommand(1);
    app.set_version_flag("--version", "0.1.0");
    Chosen chosen;
    for (auto* add : { add_serve, add_openapi, add_backup, add_restore, add_doctor, add_packs, add_account, add_places,
             add_audit, add_export, add_disclosure, add_statistics, add_chart, add_verify, add_urn, add_ballots })
        add(app, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return chosen ? chosen() : 2;
}

} // namespace etabli::cli

// SPDX-License-Identifier: EUPL-1.2
// cli/disclosure_options.hpp
//
// What the commands of `etabli disclosure` ask alike: a file of counts, how to read it, and the rules.

#pragma once

#include <CLI/CLI.hpp>

#include "cli/cli.hpp"
#include "engine/disclosure/tables.hpp"

namespace etabli::cli {

struct LatticeOptions {
    std::string counts;
    std::string tree;
    std::vector<std::string> by;
    std::string count;
    std::string headcount;
    std::int64_t k = disclosure::k_default;
    bool no_residual = false;
    bool p2 = false;
    std::string establishment = "est";
};

/// --counts, --tree, --by, --k.
void add_lattice_options(CLI::App& command, LatticeOptions& options);
/// --no-residual, --p2, --establishment.
void add_rule_options(CLI::App& command, LatticeOptions& options);

/// `request.invalid` in the words of the option, or with a line and a column of the file.
Result<disclosure::Lattice> lattice_of(const LatticeOptions& options);
Result<disclosure::Rules> rules_of(const LatticeOptions& options, const disclosure::Lattice& lattice);
/// The number of a level below the root.
Result<int> level_named(const disclosure::Lattice& lattice, const std::string& name, const std::string& option);

/// A command that is run with its options once everything is parsed.
template <class Options>
CLI::App* add_verb(CLI::App& app, Chosen& chosen, const std::shared_ptr<Options>& options, const char* name, const char* help,
    Result<int> (*verb)(const Options&))
{
    auto* command = app.add_subcommand(name, help);
    command->callback([options, &chosen, verb] {
        chosen = [options, verb] {
            const auto done = verb(*options);
            return done.ok() ? done.value() : failed(done.problem());
        };
    });
    return command;
}

/// `publish`, `show` and `key`, beside `protect` and `attack`.
void add_publication(CLI::App& disclosure_command, Chosen& chosen);

} // namespace etabli::cli

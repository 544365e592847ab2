// SPDX-License-Identifier: EUPL-1.2
// cli/disclosure_options.cpp

#include "cli/disclosure_options.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/files.hpp"

namespace etabli::cli {

void add_lattice_options(CLI::App& command, LatticeOptions& options)
{
    command.add_option("--counts", options.counts, "a row per smallest place and category")->required();
    command.add_option("--tree", options.tree, "columns of the places, from the widest to the smallest, with commas")
        ->required();
    command.add_option("--by", options.by, "column of the category")->required();
    command.add_option("--k", options.k, "the smallest group that is shown")->capture_default_str();
}

void add_rule_options(CLI::App& command, LatticeOptions& options)
{
    command.add_flag("--no-residual", options.no_residual, "let unions of closed cells be derived, however small");
    command.add_flag("--p2", options.p2, "close what fewer than three establishments make, or one makes 85 % of");
    command.add_option("--establishment", options.establishment, "for --p2: the level of establishments")
        ->capture_default_str();
}

Result<disclosure::Lattice> lattice_of(const LatticeOptions& options)
{
    if (options.k < disclosure::k_min)
        return Problem("request.invalid", fmt::format("--k: {} protects nobody; at least {}", options.k, disclosure::k_min));
    if (options.by.size() != 1)
        return Problem("request.invalid", "--by: one variable at a time for now");
    disclosure::CountsColumns columns { {}, options.by.front(), options.count, {} };
    for (const auto level : split(options.tree, ','))
        columns.tree.emplace_back(level);
    if (!options.headcount.empty())
        columns.headcount = options.headcount;
    return disclosure::read_counts(TRY(read_file(options.counts)), columns);
}

Result<int> level_named(const disclosure::Lattice& lattice, const std::string& name, const std::string& option)
{
    const auto& levels = lattice.levels();
    const auto level = std::find(levels.begin() + 1, levels.end(), name);
    if (level == levels.end())
        return Problem("request.invalid", fmt::format("{}: the tree has no level {}", option, name));
    return static_cast<int>(level - levels.begin());
}

Result<disclosure::Rules> rules_of(const LatticeOptions& options, const disclosure::Lattice& lattice)
{
    disclosure::Rules rules { options.k, !options.no_residual, {} };
    if (options.p2)
        rules.establishment_level = TRY(level_named(lattice, options.establishment, "--establishment"));
    return rules;
}

} // namespace etabli::cli

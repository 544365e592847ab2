// SPDX-License-Identifier: EUPL-1.2
// cli/disclosure.cpp
//
// `etabli disclosure`: the engine that closes cells, and the one that tries to open them, for statisticians without the
// server and for whoever checks us. Files in, files and one JSON object out.

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/fields.hpp"
#include "cli/disclosure_options.hpp"
#include "cli/files.hpp"
#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/groupings.hpp"
#include "engine/disclosure/insiders.hpp"
#include "engine/disclosure/intervals.hpp"
#include "engine/disclosure/published.hpp"
#include "engine/disclosure/tables.hpp"

namespace etabli::cli {

namespace {

struct DisclosureOptions : LatticeOptions {
    std::string mask;
    std::string declared;
    std::string out;
    std::vector<std::string> published;
    bool independent = false;
    std::int64_t insiders = 0;
    std::int64_t together = 1;
    std::int64_t intervals = 0;
    std::string within = "est";
    bool presume_filled = false;
    std::uint64_t seed = 1;
};

Result<disclosure::Published> published_of(const DisclosureOptions& options, const disclosure::Lattice& lattice)
{
    std::vector<disclosure::NamedMask> masks;
    for (const auto& file : options.published)
        masks.push_back({ file, TRY(read_file(file)) });
    return disclosure::read_published(masks, lattice);
}

Result<int> write_protection(const DisclosureOptions& options)
{
    const auto lattice = TRY(lattice_of(options));
    const auto rules = TRY(rules_of(options, lattice));
    const auto [protection, given_away] = options.published.empty()
        ? disclosure::ReleaseBeside { disclosure::protect(lattice, rules) }
        : disclosure::protect_beside(lattice, rules, TRY(published_of(options, lattice)));
    TRY(write_file(options.out, disclosure::mask_text(lattice, protection)));
    std::int64_t cells = 0;
    std::int64_t primary = 0;
    std::int64_t secondary = 0;
    for (int node = 0; node < lattice.node_count(); ++node) {
        cells += disclosure::how_many(lattice.cells_with_people(node));
        primary += disclosure::how_many(protection.primary[disclosure::index(node)]);
        secondary += disclosure::how_many(protection.secondary(lattice, node));
    }
    json::object report { { "cells", cells }, { "open", cells - primary - secondary }, { "primary", primary },
        { "secondary", secondary } };
    if (!options.published.empty())
        report["given_away_before"] = given_away;
    fmt::print("{}\n", json_text(report));
    return 0;
}

Result<int> report_attack(const DisclosureOptions& options)
{
    const auto lattice = TRY(lattice_of(options));
    const auto mask = TRY(disclosure::read_mask(TRY(read_file(options.mask)), lattice));
    const auto start = std::chrono::steady_clock::now();
    const auto found = options.independent ? disclosure::attack_independently(lattice, mask, options.k)
                                           : disclosure::attack(lattice, mask, options.k);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::int64_t cells = 0;
    std::int64_t closed = 0;
    std::int64_t primary = 0;
    std::int64_t open_under_k = 0;
    for (int node = 0; node < lattice.node_count(); ++node)
        disclosure::each_cell(lattice.cells_with_people(node), [&](int cell) {
            const bool is_open = (mask.open[disclosure::index(node)] & disclosure::cell_at(cell)) != 0;
            const bool is_small = lattice.count(node, cell) < options.k;
            cells += 1;
            closed += is_open ? 0 : 1;
            primary += !is_open && is_small ? 1 : 0;
            open_under_k += is_open && is_small ? 1 : 0;
        });
    json::object report { { "method", options.independent ? "independent" : "tree" }, { "cells", cells }, { "closed", closed },
        { "primary", primary }, { "secondary", closed - primary }, { "recovered", found.recovered },
        { "open_under_k", open_under_k }, { "derivable_groups_under_k", found.derivable_groups_under_k },
        { "unions_in_places_under_k", found.unions_in_places_under_k },
        { "unions_across_levels_under_k", disclosure::small_unions_across_levels(lattice, found.known, options.k) },
        { "seconds", took.count() } };
    if (options.insiders > 0) {
        SeededRandom random(options.seed);
        const auto [groups, asked, learn_more] = disclosure::ask_insiders(
            lattice, mask, options.k, { .asked_max = options.insiders, .people_max = options.together }, random);
        report["insiders"] = { { "groups", groups }, { "asked", asked }, { "learn_more", learn_more } };
    }
    if (options.intervals > 0) {
        SeededRandom random(options.seed);
        const auto presumed = options.presume_filled ? disclosure::Presumed::HoldsSomebody : disclosure::Presumed::MayBeEmpty;
        const auto [drawn, narrow, pinned] = TRY(disclosure::audit_intervals(
            lattice, mask, TRY(level_named(lattice, options.within, "--within")), options.intervals, presumed, random));
        report["intervals"] = { { "drawn", drawn }, { "narrow", narrow }, { "pinned", pinned } };
    }
    fmt::print("{}\n", json_text(report));
    return found.recovered == 0 && open_under_k == 0 ? 0 : 1;
}

Result<int> write_groupings(const DisclosureOptions& options)
{
    const auto lattice = TRY(lattice_of(options));
    const auto rules = TRY(rules_of(options, lattice));
    const auto mask = TRY(disclosure::read_shown_mask(TRY(read_file(options.mask)), lattice, options.k));
    const auto groupings = TRY(disclosure::read_groupings(TRY(read_file(options.declared)), lattice));
    const auto shown = TRY(disclosure::show_groupings(lattice, mask, groupings, rules));
    TRY(write_file(options.out, disclosure::groupings_text(groupings, shown)));
    fmt::print("{}\n",
        json_text(json::object { { "groupings", groupings.size() },
            { "open", std::count(shown.open.begin(), shown.open.end(), true) },
            { "primary", std::count(shown.primary.begin(), shown.primary.end(), true) }, { "recovered", shown.recovered },
            { "withheld_computable", shown.harmless } }));
    return shown.recovered == 0 ? 0 : 1;
}

void add_count_options(CLI::App& command, DisclosureOptions& options)
{
    add_lattice_options(command, options);
    command.add_option("--count", options.count, "column of the number of respondents")->required();
}

} // namespace

void add_disclosure(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<DisclosureOptions>();
    auto* command
        = app.add_subcommand("disclosure", "which cells of a table may be published, and what could be computed from it");
    command->require_subcommand(1);
    auto* protecting
        = add_verb(*command, chosen, options, "protect", "choose the cells to open; write them as a mask", write_protection);
    add_count_options(*protecting, *options);
    add_rule_options(*protecting, *options);
    protecting->add_option("--headcount", options->headcount, "column of the number of people who could answer");
    protecting->add_option(
        "--published", options->published, "masks of what was published already: of parts of the places, or of all of them");
    protecting->add_option("--out", options->out, "the mask to write")->required();
    auto* attacking = add_verb(*command, chosen, options, "attack",
        "compute what can be computed from the open cells; exit 1 when a closed one can, or an open one is too small",
        report_attack);
    add_count_options(*attacking, *options);
    attacking->add_option("--mask", options->mask, "the mask to attack")->required();
    attacking->add_option("--insiders", options->insiders, "also ask so many of those alone in a closed cell what they learn")
        ->check(CLI::Range(0, 100'000));
    attacking->add_option("--together", options->together, "for --insiders: up to so many of one place who tell each other")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    attacking->add_option("--intervals", options->intervals, "also find the least and the most of so many closed cells")
        ->check(CLI::Range(0, 100'000));
    attacking->add_option("--within", options->within, "for --intervals: each within its place of this level")
        ->capture_default_str();
    attacking->add_flag(
        "--presume-filled", options->presume_filled, "for --intervals: no cell that counts somebody may be empty");
    attacking->add_option("--seed", options->seed, "for --insiders and --intervals: who is drawn")->capture_default_str();
    attacking->add_flag("--independent", options->independent, "by elimination, without using the tree");
    auto* grouping = add_verb(*command, chosen, options, "groupings",
        "choose which declared unions of cells can be shown besides a mask; exit 1 when one tells what is withheld",
        write_groupings);
    add_count_options(*grouping, *options);
    add_rule_options(*grouping, *options);
    grouping->add_option("--headcount", options->headcount, "column of the number of people who could answer");
    grouping->add_option("--mask", options->mask, "the mask that is shown")->required();
    grouping->add_option("--declared", options->declared, "grouping,level,node,category: a row per cell of a grouping")
        ->required();
    grouping->add_option("--out", options->out, "the groupings to write")->required();
    add_publication(*command, chosen);
}

} // namespace etabli::cli

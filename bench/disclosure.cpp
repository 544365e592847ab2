// SPDX-License-Identifier: EUPL-1.2
// bench/disclosure.cpp
//
// Counts of a drawn staff survey to a mask, file to file, and both attacks on it, beside the time it takes to read and write
// the same bytes. One row per size; seconds, megabytes at the most. Arguments: an empty folder.

#include <chrono>
#include <fstream>
#include <map>

#include <sys/resource.h>

#include "base/text.hpp"
#include "cli/files.hpp"
#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/published.hpp"
#include "engine/disclosure/tables.hpp"
#include "tests/support/staff_counts.hpp"

namespace {

using namespace etabli;
using namespace etabli::disclosure;
using std::chrono::steady_clock;

double seconds_since(steady_clock::time_point start)
{
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

long megabytes_at_most()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

void measure(const std::string& folder, int respondents)
{
    const auto counts_file = folder + "/counts.csv";
    const auto mask_file = folder + "/mask.csv";
    VERIFY(cli::write_file(counts_file, tests::staff_counts(respondents, 20261122)).ok());
    const CountsColumns columns { { "region", "est", "pole", "serv", "team" }, "occ", "n", {} };
    const Rules rules;

    auto start = steady_clock::now();
    const auto lattice = read_counts(cli::read_file(counts_file).value(), columns);
    const auto protection = protect(lattice.value(), rules);
    VERIFY(cli::write_file(mask_file, mask_text(lattice.value(), protection)).ok());
    const auto protecting = seconds_since(start);

    start = steady_clock::now();
    const auto again = read_counts(cli::read_file(counts_file).value(), columns);
    const auto mask = read_mask(cli::read_file(mask_file).value(), again.value());
    const auto found = attack(again.value(), mask.value(), rules.k);
    const auto attacking = seconds_since(start);

    start = steady_clock::now();
    VERIFY(attack_independently(again.value(), mask.value(), rules.k).known == found.known);
    const auto attacking_otherwise = seconds_since(start);

    start = steady_clock::now();
    VERIFY(cli::read_file(counts_file).ok());
    VERIFY(cli::write_file(mask_file, cli::read_file(mask_file).value()).ok());
    const auto copying = seconds_since(start);

    std::int64_t cells = 0;
    std::int64_t secondary = 0;
    for (int node = 0; node < lattice.value().node_count(); ++node) {
        cells += how_many(lattice.value().cells_with_people(node));
        secondary += how_many(protection.secondary(lattice.value(), node));
    }
    fmt::print("| {:>11} | {:>9} | {:>9} | {:>9} | {:>6} | {:>7.2f} | {:>6.2f} | {:>11.2f} | {:>9.0f} | {:>4} |\n", respondents,
        cells, secondary, found.recovered, found.derivable_groups_under_k, protecting, attacking, attacking_otherwise,
        protecting / copying, megabytes_at_most());
}

/// The same survey released establishment by establishment, each knowing itself alone, then as a nation.
void measure_after_local(int respondents)
{
    const auto counts = tests::staff_counts(respondents, 20261122);
    const auto lattice = read_counts(counts, { { "region", "est", "pole", "serv", "team" }, "occ", "n", {} });
    std::map<std::string, std::string> by_establishment;
    for (const auto row : split(counts, '\n'))
        if (const auto columns = split(row, ','); columns.size() == 7 && columns[0] != "region")
            by_establishment[std::string(columns[1])]
                += fmt::format("{}\n", row.substr(columns[0].size() + columns[1].size() + 2));
    std::vector<NamedMask> masks;
    for (const auto& [name, rows] : by_establishment) {
        const auto local = read_counts("pole,serv,team,occ,n\n" + rows, { { "pole", "serv", "team" }, "occ", "n", {} });
        masks.push_back({ name, mask_text(local.value(), protect(local.value(), {})) });
    }
    const auto start = steady_clock::now();
    const auto published = read_published(masks, lattice.value());
    VERIFY(published.ok());
    const auto made = protect_beside(lattice.value(), {}, published.value());
    const auto took = seconds_since(start);
    const auto found = attack(lattice.value(), made.protection.mask, Rules().k);
    std::int64_t cells = 0;
    std::int64_t open = 0;
    for (int node = 0; node < lattice.value().node_count() && lattice.value().node(node).level < 2; ++node) {
        cells += how_many(lattice.value().cells_with_people(node));
        open += how_many(made.protection.mask.open[index(node)]);
    }
    fmt::print("{} masks of establishments, then the nation: {:.2f} s; above establishments {} of {} cells open; given away "
               "before {}, "
               "recovered {}, groups {}\n",
        masks.size(), took, open, cells, made.given_away, found.recovered,
        found.derivable_groups_under_k + found.unions_in_places_under_k);
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        fmt::print(stderr, "disclosure FOLDER\n");
        return 2;
    }
    fmt::print(
        "| respondents | cells     | secondary | recovered | groups | protect | attack | elimination | / copying | MB   |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (const int respondents : { 2'000, 10'000, 85'000, 850'000 })
        measure(arguments[1], respondents);
    for (const int respondents : { 85'000, 850'000 })
        measure_after_local(respondents);
    return 0;
}

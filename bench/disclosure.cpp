// SPDX-License-Identifier: EUPL-1.2
// bench/disclosure.cpp
//
// Counts of a drawn staff survey to a mask, file to file, and both attacks on it, beside the time it takes to read and write
// the same bytes. One row per size; seconds, megabytes at the most. Arguments: an empty folder.

#include <chrono>
#include <fstream>

#include <sys/resource.h>

#include "cli/files.hpp"
#include "engine/disclosure/attack.hpp"
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
    return 0;
}

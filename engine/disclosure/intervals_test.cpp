// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/intervals_test.cpp

#include "engine/disclosure/intervals.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

/// The interval of the first category of team t1, in a house that shows its total and what `open` says of its teams.
std::string interval_of(const std::string& rows, const std::vector<Cells>& open_by_team, Presumed presumed)
{
    const auto lattice = lattice_of(rows);
    const Sums sums(lattice);
    Mask mask { std::vector<Cells>(index(lattice.node_count()), no_cell) };
    mask.open[1] = total_cell | all_categories(lattice.category_count());
    for (std::size_t team = 0; team < open_by_team.size(); ++team)
        mask.open[2 + team] = open_by_team[team];
    IntervalAudit audit(lattice, sums, mask, 1, no_cell, presumed);
    const auto found = audit.of(3, 1);
    return found.ok() ? std::to_string(found.value().least) + ".." + std::to_string(found.value().most) : "no bound";
}

} // namespace

TEST(Intervals, are_as_wide_as_what_is_hidden_together)
{
    const std::string rows = "h0,t0,a,20\nh0,t1,a,5\nh0,t2,a,7\n";
    EXPECT_EQ(interval_of(rows, { total_cell, no_cell, no_cell }, Presumed::MayBeEmpty), "0..12");
    EXPECT_EQ(interval_of(rows, { total_cell, no_cell, no_cell }, Presumed::HoldsSomebody), "1..11");
    EXPECT_EQ(interval_of(rows, { total_cell, no_cell, total_cell }, Presumed::MayBeEmpty), "5..5");
}

TEST(Intervals, narrow_where_a_row_and_a_column_are_small)
{
    // Two by two are hidden; a of t1 and b of t1 make three together.
    const std::string rows = "h0,t0,a,20\nh0,t0,b,30\nh0,t1,a,2\nh0,t1,b,1\n";
    EXPECT_EQ(interval_of(rows, { total_cell, total_cell }, Presumed::MayBeEmpty), "0..3");
    EXPECT_EQ(interval_of(rows, { total_cell, total_cell }, Presumed::HoldsSomebody), "1..2");
}

TEST(Intervals, of_drawn_cells_hold_what_they_hide_and_pin_what_is_recovered)
{
    SeededRandom random(41);
    for (int table = 0; table < 60; ++table) {
        const auto lattice = lattice_of(drawn_rows(random, 20));
        const Sums sums(lattice);
        const auto mask = protect(lattice, { .k = 11 }).mask;
        IntervalAudit audit(lattice, sums, mask, 0, no_cell, Presumed::MayBeEmpty);
        for (int node = 0; node < lattice.node_count(); ++node)
            each_cell(lattice.cells_with_people(node), [&](int cell) {
                const auto found = audit.of(node, cell);
                ASSERT_TRUE(found.ok());
                ASSERT_LE(found.value().least, lattice.count(node, cell));
                ASSERT_GE(found.value().most, lattice.count(node, cell));
                const bool is_open = (mask.open[index(node)] & cell_at(cell)) != 0;
                if (is_open) {
                    ASSERT_EQ(found.value().least, found.value().most);
                }
            });
        const auto report = audit_intervals(lattice, mask, 1, 10, Presumed::MayBeEmpty, random);
        ASSERT_TRUE(report.ok());
        ASSERT_LE(report.value().drawn, 10);
        ASSERT_LE(report.value().pinned, report.value().narrow);
    }
}

} // namespace etabli::disclosure

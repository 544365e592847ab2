// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/sum_table_test.cpp
//
// Tables that are no tree: the same answers as the tree's where there is one, and what only they can hold.

#include "engine/disclosure/sum_table.hpp"

#include <gtest/gtest.h>

#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/sums.hpp"
#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

SumCell cell(std::vector<int> unknowns, std::int64_t people, Offer offer = Offer::Candidate)
{
    SumCell made { {}, people, offer };
    for (const int unknown : unknowns)
        made.terms.push_back({ unknown, 1 });
    return made;
}

void check(const std::vector<SumCell>& cells, const std::vector<bool>& open, const std::vector<std::size_t>& given_away = {})
{
    const auto made = protect_sums(cells, 11);
    EXPECT_EQ(made.open, open);
    EXPECT_EQ(made.given_away, given_away);
}

} // namespace

TEST(SumTables, a_declared_union_is_opened_when_it_gives_nobody_away)
{
    // Teams of 20, 4 and 30, the house of 54, and "the two first".
    check({ cell({ 0, 1, 2 }, 54), cell({ 0 }, 20), cell({ 1 }, 4), cell({ 2 }, 30), cell({ 0, 1 }, 24) },
        { true, false, false, true, true });
}

TEST(SumTables, two_variables_side_by_side_hold_each_other_s_totals)
{
    // Fifteen people: nurses 12 and others 3; by night 11 and by day 4. Unknown 0 is everybody, 1 the nurses, 2 the night.
    const std::vector<SumCell> cells { cell({ 0 }, 15), cell({ 1 }, 12), { { { 0, 1 }, { 1, -1 } }, 3 }, cell({ 2 }, 11),
        { { { 0, 1 }, { 2, -1 } }, 4 } };
    check(cells, { true, false, false, false, false });
}

TEST(SumTables, what_was_published_stays_and_what_it_gave_away_is_said)
{
    // The old chart's unit of 20 is out. With its people less one team, the new unit would give that team away.
    check({ cell({ 0, 1 }, 20, Offer::Published), cell({ 0 }, 16), cell({ 1 }, 4) }, { true, false, false });
    check({ cell({ 0, 1 }, 20, Offer::Published), cell({ 0 }, 16, Offer::Published), cell({ 1 }, 4), cell({ 2 }, 40) },
        { true, true, false, true }, { 2 });
}

TEST(SumTables, what_is_never_offered_is_protected_all_the_same)
{
    check({ cell({ 0, 1 }, 20), cell({ 0 }, 16), cell({ 1 }, 4, Offer::Withheld) }, { true, false, false });
}

TEST(SumTables, on_a_tree_nothing_small_follows_from_what_is_open)
{
    SeededRandom random(31);
    for (int table = 0; table < 200; ++table) {
        const auto lattice = lattice_of(drawn_rows(random, 20));
        const Sums sums(lattice);
        std::vector<SumCell> cells;
        std::vector<std::pair<int, int>> named;
        for (int node = 0; node < lattice.node_count(); ++node)
            each_cell(lattice.cells_with_people(node), [&](int index_of_cell) {
                cells.push_back(cell(sums.members(node, index_of_cell), lattice.count(node, index_of_cell)));
                named.emplace_back(node, index_of_cell);
            });
        const auto made = protect_sums(cells, 11);
        Mask mask { std::vector<Cells>(index(lattice.node_count()), no_cell) };
        for (std::size_t each = 0; each < cells.size(); ++each)
            if (made.open[each])
                mask.open[index(named[each].first)] |= cell_at(named[each].second);
        const auto known = attack(lattice, mask, 11).known;
        for (const auto& [node, index_of_cell] : named)
            if (lattice.count(node, index_of_cell) < 11) {
                ASSERT_EQ(known[index(node)] & cell_at(index_of_cell), no_cell) << "table " << table;
            }
    }
}

} // namespace etabli::disclosure

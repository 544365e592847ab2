// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/attack_test.cpp
//
// Two attackers who share no reasoning agree, cell by cell, on patterns nobody would publish; and each has teeth.

#include "engine/disclosure/attack.hpp"

#include <gtest/gtest.h>

#include "engine/disclosure/elimination.hpp"
#include "engine/disclosure/sums.hpp"
#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

/// Each cell with people open with a chance of `of_ten` in ten.
Mask drawn_mask(const Lattice& lattice, Random& random, std::uint64_t of_ten)
{
    Mask mask { std::vector<Cells>(index(lattice.node_count()), no_cell) };
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(lattice.cells_with_people(node),
            [&](int cell) { mask.open[index(node)] |= random.below(10) < of_ten ? cell_at(cell) : no_cell; });
    return mask;
}

int node_named(const Lattice& lattice, const std::string& name)
{
    for (int node = 0; node < lattice.node_count(); ++node)
        if (lattice.node(node).name == name)
            return node;
    return -1;
}

/// Cells that hold zero in a random other world that publishes the same.
std::int64_t zero_in_another_world(const Lattice& lattice, const Mask& mask, Random& random)
{
    const Sums sums(lattice);
    Elimination elimination(sums.unknowns());
    for (int node = lattice.node_count() - 1; node >= 0; --node)
        each_cell(mask.open[index(node)], [&](int cell) { elimination.publish(sums.members(node, cell)); });
    const auto world = elimination.other_world(random);
    std::int64_t zero = 0;
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(lattice.cells_with_people(node) & ~mask.open[index(node)],
            [&](int cell) { zero += Elimination::is_zero_in(world, sums.members(node, cell)) ? 1 : 0; });
    return zero;
}

} // namespace

TEST(Attack, both_attackers_agree_on_whatever_pattern)
{
    SeededRandom random(11);
    std::int64_t recovered = 0;
    for (int table = 0; table < 3000; ++table) {
        const auto lattice = lattice_of(drawn_rows(random, 12));
        const auto mask = drawn_mask(lattice, random, 2 + random.below(8));
        const auto one = attack(lattice, mask, 11);
        const auto other = attack_independently(lattice, mask, 11);
        ASSERT_EQ(one.known, other.known) << "table " << table;
        ASSERT_EQ(one.derivable_groups_under_k, other.derivable_groups_under_k);
        recovered += one.recovered;
    }
    EXPECT_GT(recovered, 3000);
}

TEST(Attack, what_is_recovered_is_what_no_other_world_changes)
{
    SeededRandom random(12);
    for (int table = 0; table < 300; ++table) {
        const auto lattice = lattice_of(drawn_rows(random, 12));
        const auto mask = drawn_mask(lattice, random, 2 + random.below(8));
        ASSERT_EQ(zero_in_another_world(lattice, mask, random), attack(lattice, mask, 11).recovered) << "table " << table;
    }
}

TEST(Attack, more_open_cells_never_tell_less)
{
    SeededRandom random(13);
    for (int table = 0; table < 300; ++table) {
        const auto lattice = lattice_of(drawn_rows(random, 12));
        auto mask = drawn_mask(lattice, random, 4);
        const auto before = attack(lattice, mask, 11).known;
        const int node = static_cast<int>(random.below(index(lattice.node_count())));
        mask.open[index(node)] = lattice.cells_with_people(node);
        const auto after = attack(lattice, mask, 11).known;
        for (int each = 0; each < lattice.node_count(); ++each)
            ASSERT_EQ(before[index(each)] & ~after[index(each)], no_cell);
    }
}

TEST(Attack, two_holes_in_every_row_and_column_are_not_enough)
{
    // Holes: a and b of t0 and t1, c and d of t2 and t3, and c of t1, which nothing else can change.
    std::string rows;
    for (const auto* team : { "t0", "t1", "t2", "t3" })
        for (const auto* occupation : { "a", "b", "c", "d" })
            rows += fmt::format("h0,{},{},5\n", team, occupation);
    const auto lattice = lattice_of(rows);
    constexpr Cells a_and_b = category_cell(0) | category_cell(1);
    constexpr Cells c_and_d = category_cell(2) | category_cell(3);
    Mask mask { std::vector<Cells>(index(lattice.node_count()), total_cell | a_and_b | c_and_d) };
    for (const auto* team : { "t0", "t1" })
        mask.open[index(node_named(lattice, team))] &= ~a_and_b;
    for (const auto* team : { "t2", "t3" })
        mask.open[index(node_named(lattice, team))] &= ~c_and_d;
    const auto trap = index(node_named(lattice, "t1"));
    mask.open[trap] &= ~category_cell(2);
    for (const auto& found : { attack(lattice, mask, 11), attack_independently(lattice, mask, 11) }) {
        EXPECT_EQ(found.recovered, 1);
        EXPECT_NE(found.known[trap] & category_cell(2), no_cell);
    }
    mask.open[index(node_named(lattice, "t0"))] &= ~category_cell(2);
    EXPECT_EQ(attack(lattice, mask, 11).recovered, 0);
}

} // namespace etabli::disclosure

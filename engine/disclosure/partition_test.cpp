// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/partition_test.cpp
//
// Partitions against the spaces they stand for, computed by ordinary elimination over the rationals' images.

#include "engine/disclosure/partition.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "engine/disclosure/elimination.hpp"

namespace etabli::disclosure {

namespace {

constexpr int categories = 4;
constexpr Cells first = category_cell(0);
constexpr Cells second = category_cell(1);
constexpr Cells third = category_cell(2);
constexpr Cells fourth = category_cell(3);

Partition of(Cells known)
{
    return Partition::of(categories, known);
}

Cells known_of(const Partition& space)
{
    return Partition::known_cells(space, Partition::nothing(categories), no_cell);
}

} // namespace

TEST(Partitions, know_what_was_given)
{
    EXPECT_EQ(known_of(of(no_cell)), no_cell);
    EXPECT_EQ(known_of(of(first | third)), first | third);
    EXPECT_EQ(known_of(of(total_cell)), total_cell);
    EXPECT_EQ(known_of(Partition::everything(categories)), total_cell | all_categories(categories));
    EXPECT_TRUE(of(no_cell).is_nothing());
    EXPECT_EQ(Partition::everything(categories), of(all_categories(categories)));
}

TEST(Partitions, the_last_category_follows_from_the_total_and_the_others)
{
    EXPECT_EQ(known_of(of(total_cell | first | second | third)), total_cell | all_categories(categories));
    EXPECT_EQ(known_of(of(total_cell | first | second)), total_cell | first | second);
}

TEST(Partitions, what_two_parts_compute_is_what_both_do)
{
    auto both = of(total_cell | first);
    both.meet(of(total_cell | first | second));
    EXPECT_EQ(both, of(total_cell | first));
    both.meet(of(first | third));
    EXPECT_EQ(both, of(first));
    EXPECT_TRUE(of(first).is_within(of(total_cell | first)));
    EXPECT_FALSE(of(total_cell | first).is_within(of(first)));
    EXPECT_FALSE(of(first).is_within(of(second)));
}

TEST(Partitions, a_union_may_be_known_of_which_no_part_is)
{
    // One part gives the total and the two first, the other the total and the two last: both give the sum of the two
    // first. With the first alone from elsewhere, the second follows.
    auto both = of(total_cell | first | second);
    both.meet(of(total_cell | third | fourth));
    EXPECT_EQ(known_of(both), total_cell);
    EXPECT_EQ(Partition::known_cells(of(first), both, no_cell), total_cell | first | second);
    EXPECT_EQ(Partition::known_cells(of(total_cell | third), both, no_cell), total_cell | third | fourth);
}

TEST(Partitions, adding_to_what_is_already_a_union_keeps_it)
{
    auto both = of(total_cell | first | second);
    both.meet(of(total_cell | third | fourth));
    both.add(third);
    EXPECT_EQ(known_of(both), total_cell | third | fourth);
    auto without_total = of(first | second);
    without_total.meet(of(first));
    without_total.add(total_cell);
    EXPECT_EQ(without_total, of(total_cell | first));
}

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ward_test.cpp
//
// Against R 4.2.2: hclust(dist(scale(USArrests)), "ward.D2"), the same with "ward.D", and cutree(…, 4).

#include "engine/statistics/ward.hpp"

#include <gtest/gtest.h>

#include "tests/support/known_tables.hpp"

namespace etabli::statistics {

namespace {

Scores scores_of(const std::vector<std::vector<Score>>& table, int columns)
{
    Scores made(columns);
    for (const auto& row : table)
        VERIFY(made.add_row(row).ok());
    return made;
}

Tree tree_of_states(Ward variant)
{
    Scores states(4);
    for (const auto& row : tests::us_arrests)
        VERIFY(states.add_row(std::vector<Score>(std::begin(row), std::end(row))).ok());
    auto scaled = standardised(states);
    VERIFY(scaled.ok());
    auto made = ward_tree(scaled.value(), variant);
    VERIFY(made.ok());
    return made.value();
}

void check_heights(const Tree& tree, const std::vector<double>& first, const std::vector<double>& last)
{
    ASSERT_EQ(tree.merges.size(), 49U);
    for (std::size_t at = 0; at < first.size(); ++at)
        EXPECT_NEAR(tree.merges[at].height, first[at], 1e-12) << at;
    for (std::size_t at = 0; at < last.size(); ++at)
        EXPECT_NEAR(tree.merges[49 - last.size() + at].height, last[at], 1e-11) << at;
}

std::vector<int> sizes(const std::vector<int>& labels)
{
    std::vector<int> made;
    for (const int label : labels) {
        made.resize(std::max(made.size(), static_cast<std::size_t>(label)), 0);
        ++made[static_cast<std::size_t>(label - 1)];
    }
    return made;
}

} // namespace

TEST(Wards, trees_are_those_of_hclust)
{
    check_heights(tree_of_states(Ward::D2), { 0.205853857157348, 0.350218756601623, 0.428771172420160, 0.494083187830451 },
        { 3.496048114411789, 3.734115478348783, 6.461866441596948, 7.188189346404587, 13.516242350693959 });
    check_heights(tree_of_states(Ward::D), { 0.205853857157348, 0.350218756601623, 0.428771172420160, 0.494083187830451 },
        { 10.619899030705726, 14.046358239642023, 34.379570235990784 });
}

TEST(Wards, groups_are_numbered_as_rows_meet_them)
{
    const auto labels = cut(tree_of_states(Ward::D2), 4);
    ASSERT_TRUE(labels.ok());
    EXPECT_EQ(sizes(labels.value()), (std::vector<int> { 7, 12, 19, 12 }));
    EXPECT_EQ(std::vector<int>(labels.value().begin(), labels.value().begin() + 13),
        (std::vector<int> { 1, 2, 2, 3, 2, 2, 3, 3, 2, 1, 3, 4, 2 }));
    EXPECT_EQ(sizes(cut(tree_of_states(Ward::D), 4).value()), (std::vector<int> { 7, 12, 19, 12 }));
}

TEST(Wards, heights_never_fall)
{
    const auto tree = tree_of_states(Ward::D2);
    for (std::size_t at = 1; at < tree.merges.size(); ++at)
        EXPECT_GE(tree.merges[at].height, tree.merges[at - 1].height);
    EXPECT_EQ(tree.merges.back().size, 50);
}

TEST(Wards, rows_that_are_equal_come_together_first_and_in_their_order)
{
    const auto tree = ward_tree(scores_of({ { 1 }, { 5 }, { 1 }, { 5 } }, 1), Ward::D2);
    ASSERT_TRUE(tree.ok());
    EXPECT_EQ(tree.value().merges[0].first, 0);
    EXPECT_EQ(tree.value().merges[0].second, 2);
    EXPECT_EQ(tree.value().merges[1].height, 0);
    EXPECT_EQ(cut(tree.value(), 2).value(), (std::vector<int> { 1, 2, 1, 2 }));
    EXPECT_EQ(cut(tree.value(), 4).value(), (std::vector<int> { 1, 2, 3, 4 }));
    EXPECT_EQ(cut(tree.value(), 1).value(), (std::vector<int> { 1, 1, 1, 1 }));
    EXPECT_FALSE(cut(tree.value(), 0).ok());
    EXPECT_FALSE(cut(tree.value(), 5).ok());
}

TEST(Wards, trees_of_one_row_have_no_merge_and_of_none_do_not_exist)
{
    EXPECT_EQ(ward_tree(scores_of({ { 3 } }, 1), Ward::D2).value().merges.size(), 0U);
    EXPECT_FALSE(ward_tree(scores_of({}, 1), Ward::D2).ok());
    EXPECT_FALSE(ward_tree(scores_of({ { 1, {} } }, 2), Ward::D2).ok());
    EXPECT_FALSE(standardised(scores_of({ { 1, 2 }, { 2, 2 } }, 2)).ok());
    EXPECT_FALSE(standardised(scores_of({ { 1 } }, 1)).ok());
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ranks_test.cpp
//
// Against wilcox.test of R 4.2.2. The pairs of the signed test are those of M. Hollander and D. A. Wolfe, Nonparametric
// Statistical Methods (1973), p. 29.

#include "engine/statistics/ranks.hpp"

#include <gtest/gtest.h>

namespace etabli::statistics {

namespace {

constexpr double close = 1e-12;
using Numbers = std::vector<double>;

void check(const std::optional<RankTest>& found, double statistic, double p, bool is_exact)
{
    ASSERT_TRUE(found.has_value());
    EXPECT_DOUBLE_EQ(found->statistic, statistic);
    EXPECT_NEAR(found->p, p, close);
    EXPECT_EQ(found->is_exact, is_exact);
}

Numbers steps(int count, double width, double from = 0)
{
    Numbers made;
    for (int at = 1; at <= count; ++at)
        made.push_back(at / width + from);
    return made;
}

std::optional<RankTest> signed_test(const Numbers& before, const Numbers& after)
{
    auto made = signed_rank_test(before, after);
    VERIFY(made.ok());
    return made.value();
}

} // namespace

TEST(RankSums, are_counted_when_few_and_not_tied)
{
    check(rank_sum_test(Numbers { 1.1, 2.2, 3.3, 4.4 }, Numbers { 2.5, 3.6, 4.7, 5.8, 6.9 }), 3, 0.111111111111111, true);
    check(rank_sum_test(Numbers { 2.5, 3.6, 4.7, 5.8, 6.9 }, Numbers { 1.1, 2.2, 3.3, 4.4 }), 17, 0.111111111111111, true);
    check(rank_sum_test(Numbers { 1 }, Numbers { 2 }), 0, 1, true);
}

TEST(RankSums, are_counted_up_to_49_in_each_group)
{
    const auto counted = rank_sum_test(steps(49, 7), steps(48, 5, 0.01));
    EXPECT_TRUE(counted->is_exact);
    EXPECT_NEAR(counted->p, 0.0173023321028394, close);
    const auto normal = rank_sum_test(steps(50, 7), steps(48, 5, 0.01));
    EXPECT_FALSE(normal->is_exact);
    EXPECT_NEAR(normal->p, 0.0240472030018595, close);
}

TEST(RankSums, take_ties_out_of_the_variance)
{
    check(rank_sum_test(Numbers { 1, 2, 2, 3, 4, 5, 5 }, Numbers { 2, 3, 4, 4, 5, 5, 5, 1 }), 23, 0.592435636775692, false);
}

TEST(RankSums, of_nobody_or_of_equal_answers_do_not_exist)
{
    EXPECT_FALSE(rank_sum_test({}, Numbers { 1 }).has_value());
    EXPECT_FALSE(rank_sum_test(Numbers { 1 }, {}).has_value());
    EXPECT_FALSE(rank_sum_test(Numbers { 3, 3 }, Numbers { 3, 3, 3 }).has_value());
    EXPECT_FALSE(rank_sum_test(Numbers(1000, 3.0), Numbers(500, 3.0)).has_value());
}

TEST(SignedRanks, are_counted_when_few_and_not_tied)
{
    check(signed_test({ 1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30 },
              { 0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29 }),
        40, 0.0390625, true);
}

TEST(SignedRanks, leave_out_who_did_not_move)
{
    check(signed_test({ 3, 4, 5, 2, 1, 4, 4 }, { 4, 4, 2, 3, 3, 5, 2 }), 10.5, 1, false);
    EXPECT_FALSE(signed_test({ 3, 4 }, { 3, 4 }).has_value());
    EXPECT_FALSE(signed_test({}, {}).has_value());
    EXPECT_FALSE(signed_rank_test(Numbers { 1 }, Numbers { 1, 2 }).ok());
}

} // namespace etabli::statistics

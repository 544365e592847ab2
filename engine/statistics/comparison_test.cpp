// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/comparison_test.cpp
//
// Differences against t.test of R 4.2.2; Hedges' g and Cliff's delta against their formulas written out in R over all pairs,
// outer(second, first, "-").

#include "engine/statistics/comparison.hpp"

#include <gtest/gtest.h>

namespace etabli::statistics {

namespace {

constexpr double close = 1e-12;

const Group before { { 1, 2, 2, 3, 4, 5, 5 }, {} };
const Group after { { 2, 3, 4, 4, 5, 5, 5, 1 }, {} };

Comparison compared(const Group& first, const Group& second)
{
    auto made = compare(first, second);
    VERIFY(made.ok());
    return made.value();
}

void check(const Estimate& found, double value, Interval interval)
{
    EXPECT_NEAR(found.value, value, close);
    ASSERT_TRUE(found.interval.has_value());
    EXPECT_NEAR(found.interval->low, interval.low, close);
    EXPECT_NEAR(found.interval->high, interval.high, close);
}

Group many(std::vector<std::pair<double, int>> counted, std::optional<std::int64_t> population = {})
{
    Group made { {}, population };
    for (const auto& [answer, people] : counted)
        made.answers.insert(made.answers.end(), static_cast<std::size_t>(people), answer);
    return made;
}

void check_reading(const Group& first, const Group& second, std::string_view code)
{
    EXPECT_EQ(code_of(compared(first, second).reading), code);
}

} // namespace

TEST(Comparisons, are_those_of_the_formulas)
{
    const auto made = compared(before, after);
    check(made.difference, 29.0 / 8 - 22.0 / 7, { -1.24859840420863, 2.21288411849435 });
    check(made.standardised.value(), 0.295075073046727, { -0.724783391791515, 1.314933537884970 });
    check(made.delta, 0.1785714285714286, { -0.4250940961711575, 0.6722881584857873 });
    EXPECT_NEAR(made.rank_sum->p, 0.592435636775692, close);
    EXPECT_EQ(made.reading, Reading::NotToldApart);
}

TEST(Comparisons, turn_with_the_groups)
{
    const auto made = compared(before, after);
    const auto turned = compared(after, before);
    EXPECT_DOUBLE_EQ(turned.delta.value, -made.delta.value);
    EXPECT_NEAR(turned.delta.interval->low, -made.delta.interval->high, close);
    EXPECT_NEAR(turned.standardised->interval->low, -made.standardised->interval->high, close);
}

TEST(Comparisons, of_nearly_everybody_are_nearly_certain)
{
    const auto made = compared({ before.answers, 8 }, { after.answers, 10 });
    check(made.difference, 29.0 / 8 - 22.0 / 7, { -0.204294373817828, 1.168580088103542 });
    const auto census = compared({ before.answers, 7 }, { after.answers, 8 });
    EXPECT_EQ(census.difference.interval->low, census.difference.interval->high);
}

TEST(Comparisons, of_groups_that_do_not_overlap_stay_unsure)
{
    const auto made = compared(many({ { 1, 6 }, { 2, 6 } }), many({ { 4, 10 }, { 5, 10 } }));
    check(made.delta, 1, { 0.484149580629070, 1 });
    EXPECT_EQ(made.reading, Reading::HigherByFar);
    EXPECT_EQ(compared(many({ { 4, 2 } }), many({ { 1, 2 } })).reading, Reading::NotToldApart);
    // Delta is .7 among a handful; one order in nine is as far apart by chance.
    const auto handful = compared({ { 1.1, 2.2, 3.3, 4.4 }, {} }, { { 2.5, 3.6, 4.7, 5.8, 6.9 }, {} });
    EXPECT_NEAR(handful.rank_sum->p, 1.0 / 9, close);
    EXPECT_EQ(handful.reading, Reading::NotToldApart);
}

TEST(Comparisons, of_people_who_all_answered_alike_have_no_standardised_difference)
{
    const auto made = compared(many({ { 3, 5 } }), many({ { 3, 9 } }));
    EXPECT_EQ(made.difference.value, 0);
    EXPECT_FALSE(made.difference.interval.has_value());
    EXPECT_FALSE(made.standardised.has_value());
    EXPECT_FALSE(made.rank_sum.has_value());
    EXPECT_EQ(made.delta.value, 0);
    EXPECT_EQ(made.reading, Reading::NotToldApart);
}

TEST(Comparisons, are_read_by_direction_and_size)
{
    const auto half = many({ { 1, 500 }, { 2, 500 } });
    check_reading(half, many({ { 1, 430 }, { 2, 570 } }), "higher_hardly");
    check_reading(half, many({ { 1, 300 }, { 2, 700 } }), "higher_a_little");
    check_reading(half, many({ { 1, 100 }, { 2, 900 } }), "higher_clearly");
    check_reading(half, many({ { 2, 1000 } }), "higher_by_far");
    check_reading(half, many({ { 1, 570 }, { 2, 430 } }), "lower_hardly");
    check_reading(half, many({ { 1, 700 }, { 2, 300 } }), "lower_a_little");
    check_reading(half, many({ { 1, 900 }, { 2, 100 } }), "lower_clearly");
    check_reading(half, many({ { 1, 1000 } }), "lower_by_far");
    check_reading(half, half, "not_told_apart");
}

TEST(Comparisons, are_refused_without_two_people_a_side)
{
    EXPECT_FALSE(compare({ {}, {} }, after).ok());
    EXPECT_FALSE(compare(before, { { 3 }, {} }).ok());
    EXPECT_FALSE(compare({ before.answers, 6 }, after).ok());
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/nhs_rules_test.cpp
//
// The order of the four rules, and their edges. cli/chart_reference_test.cpp holds them to NHSRplotthedots 0.2.2 on series
// drawn by seed.

#include "engine/charts/nhs_rules.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace etabli::charts {

namespace {

/// Centre 0, limits 3, close from 2.
std::string signals(const std::vector<double>& values)
{
    const auto n = values.size();
    const Lines lines { std::vector(n, 0.0), std::vector(n, -3.0), std::vector(n, 3.0), std::vector(n, -2.0),
        std::vector(n, 2.0) };
    std::string made;
    for (const auto& signal : nhs_signals(values, lines, 1))
        made += fmt::format("{}{}:{}", made.empty() ? "" : " ", signal.point, name_of(signal.rule));
    return made;
}

} // namespace

TEST(NhsRules, a_point_outside_is_named_first)
{
    EXPECT_EQ(signals({ 1, 4, 1, -4 }), "2:above_upper 4:below_lower");
    EXPECT_EQ(signals({ 3, -3, 3 }), "");
}

TEST(NhsRules, two_of_three_are_close_on_one_side_and_a_point_outside_is_not_close)
{
    EXPECT_EQ(signals({ 2.5, 1, 2.5 }), "1:two_in_three_above 3:two_in_three_above");
    EXPECT_EQ(signals({ 2.5, -1, 2.5 }), "");
    EXPECT_EQ(signals({ 2.5, 1, 4 }), "3:above_upper");
    EXPECT_EQ(signals({ -2.5, -2.5, -1 }), "1:two_in_three_below 2:two_in_three_below");
    EXPECT_EQ(signals({ 2.5, 2.5 }), "");
}

TEST(NhsRules, seven_on_one_side_are_all_marked_and_six_are_not)
{
    EXPECT_EQ(signals({ 1, 1, 1, 1, 1, 1 }), "");
    EXPECT_EQ(signals({ -1, 1, 1, 1, 1, 1, 1, 1, -1 }),
        "2:seven_above 3:seven_above 4:seven_above 5:seven_above 6:seven_above 7:seven_above 8:seven_above");
    EXPECT_EQ(signals({ -1, -1, -1, 0, -1, -1, -1, -1 }), "");
}

TEST(NhsRules, a_trend_is_seven_points_and_comes_before_a_shift)
{
    EXPECT_EQ(signals({ .1, .2, .3, .4, .5, .6, .7 }),
        "1:trend_up 2:trend_up 3:trend_up 4:trend_up 5:trend_up 6:trend_up 7:trend_up");
    EXPECT_EQ(signals({ -.3, -.2, -.1, .1, .2, .3 }), "");
}

TEST(NhsRules, where_two_trends_meet_the_point_belongs_to_the_later)
{
    const auto met = signals({ -.6, -.5, -.4, -.1, .1, .2, .3, .2, .1, -.1, -.2, -.4, -.5 });
    EXPECT_NE(met.find("6:trend_up 7:trend_down 8:trend_down"), std::string::npos) << met;
}

} // namespace etabli::charts

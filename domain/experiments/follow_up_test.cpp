// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/follow_up_test.cpp

#include "domain/experiments/follow_up.hpp"

#include <cmath>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/experiments/rules.hpp"

namespace etabli::experiments {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

Date day(const char* text)
{
    return *Date::parse(text);
}

const auto first_week = day("2026-01-05"); // a Monday
const auto long_after = day("2028-01-01");

Indicator counted(Counting counting = Counting::Count, Hoped hoped = Hoped::Less)
{
    Indicator indicator;
    indicator.purpose = "a purpose";
    indicator.expires_on = long_after;
    indicator.counting = counting;
    indicator.hoped = hoped;
    indicator.people = 31;
    return indicator;
}

std::vector<IndicatorValue> weeks(const std::vector<double>& numerators, std::optional<std::int64_t> base = {})
{
    std::vector<IndicatorValue> values;
    for (std::size_t at = 0; at < numerators.size(); ++at)
        values.push_back({ {}, {}, first_week.plus_days(7 * static_cast<int>(at)), numerators[at], base, 1, {} });
    return values;
}

/// A change after so many weeks.
std::vector<ChartBreak> change_after(int points)
{
    return { { first_week.plus_days(7 * points), PartReason::Start, "the quiet room" } };
}

// The interruptions of the demonstration: twelve weeks before, twenty-four since.
const std::vector<double> interruptions { 15, 17, 20, 15, 24, 18, 17, 19, 20, 20, 15, 19, 21, 7, 11, 8, 17, 11, 14, 13, 13, 17,
    19, 9, 13, 14, 12, 10, 12, 8, 16, 8, 14, 15, 14, 8 };

TEST(FollowUp, begins_again_where_the_change_begins_and_says_what_is_more_than_chance)
{
    const auto shown = follow_up(counted(), weeks(interruptions), change_after(12), long_after);
    EXPECT_EQ(shown.chart_type, charts::ChartType::I);
    ASSERT_THAT(shown.points, SizeIs(36));
    ASSERT_THAT(shown.parts, SizeIs(2));
    EXPECT_EQ(shown.parts[0].points, 12);
    EXPECT_EQ(shown.parts[0].reason, PartReason::Before);
    EXPECT_EQ(shown.parts[1].reason, PartReason::Start);
    EXPECT_EQ(shown.parts[1].words, "the quiet room");
    EXPECT_EQ(shown.parts[1].from, first_week.plus_days(84));
    EXPECT_EQ(shown.points[11].part, 0);
    EXPECT_EQ(shown.points[12].part, 1);
    ASSERT_TRUE(shown.change);
    EXPECT_NEAR(shown.change->before, 219.0 / 12, 1e-12);
    EXPECT_NEAR(shown.change->now, 304.0 / 24, 1e-12);
    EXPECT_EQ(shown.change->reading, ChangeReading::BeyondChance);
    EXPECT_EQ(shown.change->hoped, HopedReading::AsHoped);
    EXPECT_EQ(
        follow_up(counted(Counting::Count, Hoped::More), weeks(interruptions), change_after(12), long_after).change->hoped,
        HopedReading::Contrary);
    EXPECT_EQ(
        follow_up(counted(Counting::Count, Hoped::Watched), weeks(interruptions), change_after(12), long_after).change->hoped,
        HopedReading::Unsaid);
}

TEST(FollowUp, its_lines_are_those_of_the_engine)
{
    const auto values = weeks(interruptions);
    const auto shown = follow_up(counted(), values, change_after(12), long_after);
    charts::Series series;
    for (std::size_t at = 0; at < values.size(); ++at) {
        series.labels.push_back(std::to_string(at));
        series.order.push_back(static_cast<double>(at));
        series.lines.push_back(static_cast<int>(at) + 2);
        series.values.push_back(values[at].numerator);
        series.sizes.push_back(1);
    }
    charts::ChartOptions options;
    options.splits = { 12 };
    const auto chart = charts::make_chart(series, options);
    ASSERT_TRUE(chart.ok());
    for (std::size_t at = 0; at < values.size(); ++at) {
        EXPECT_DOUBLE_EQ(*shown.points[at].centre, chart.value().lines.centre[at]);
        EXPECT_DOUBLE_EQ(*shown.points[at].lower, chart.value().lines.lower[at]);
        EXPECT_DOUBLE_EQ(*shown.points[at].upper, chart.value().lines.upper[at]);
    }
}

TEST(FollowUp, a_share_is_read_of_everything_that_was_counted)
{
    auto values = weeks({ 3, 4, 2, 5, 3, 4, 3, 2, 4, 3, 9, 8, 9, 9, 7, 8, 9, 9, 8, 9 }, 10);
    values[0].base = 40; // a bigger week weighs more
    const auto shown = follow_up(counted(Counting::Ratio, Hoped::More), values, change_after(10), long_after);
    EXPECT_EQ(shown.chart_type, charts::ChartType::PPrime);
    EXPECT_DOUBLE_EQ(shown.points[0].value, 3.0 / 40);
    EXPECT_NEAR(shown.change->before, 33.0 / 130, 1e-12);
    EXPECT_EQ(shown.change->reading, ChangeReading::BeyondChance);
}

TEST(FollowUp, under_ten_points_on_a_side_nothing_is_said_of_the_change)
{
    const std::vector<double> before(interruptions.begin(), interruptions.begin() + 12);
    auto nine = before;
    nine.insert(nine.end(), 9, 1);
    EXPECT_EQ(follow_up(counted(), weeks(nine), change_after(12), long_after).change->reading, ChangeReading::TooFew);
    nine.push_back(1);
    EXPECT_EQ(follow_up(counted(), weeks(nine), change_after(12), long_after).change->reading, ChangeReading::BeyondChance);
    const auto none = follow_up(counted(), weeks(before), change_after(12), long_after);
    EXPECT_FALSE(none.change);
    EXPECT_THAT(none.parts, SizeIs(1));
}

TEST(FollowUp, what_already_moved_before_the_change_is_not_compared)
{
    std::vector<double> falling;
    for (int at = 0; at < 24; ++at)
        falling.push_back(60 - 2 * at + (at % 2));
    EXPECT_EQ(follow_up(counted(), weeks(falling), change_after(12), long_after).change->reading, ChangeReading::MovedBefore);
}

TEST(FollowUp, a_week_in_which_the_change_comes_belongs_to_what_filled_most_of_it)
{
    const auto on = [&](int days) {
        const std::vector<ChartBreak> breaks { { first_week.plus_days(12 * 7 + days), PartReason::Start, {} } };
        return follow_up(counted(), weeks(interruptions), breaks, long_after).parts.front().points;
    };
    EXPECT_EQ(on(3), 12); // Thursday
    EXPECT_EQ(on(4), 13); // Friday
}

TEST(FollowUp, weeks_without_a_figure_are_pointed_out)
{
    auto values = weeks({ 3, 4, 5, 4, 3, 4 });
    values.erase(values.begin() + 2, values.begin() + 4);
    EXPECT_THAT(
        follow_up(counted(), values, {}, long_after).missing, ElementsAre(first_week.plus_days(14), first_week.plus_days(21)));
    auto monthly = counted();
    monthly.rhythm = Rhythm::Month;
    values = { { {}, {}, day("2026-01-01"), 3, {}, 1, {} }, { {}, {}, day("2026-04-01"), 3, {}, 1, {} } };
    EXPECT_THAT(follow_up(monthly, values, {}, long_after).missing, ElementsAre(day("2026-02-01"), day("2026-03-01")));
}

TEST(FollowUp, a_week_that_is_not_over_is_not_drawn_yet)
{
    const auto values = weeks({ 3, 4, 5, 4, 3, 1 });
    const auto shown = follow_up(counted(), values, {}, first_week.plus_days(5 * 7 + 6)); // Sunday
    EXPECT_THAT(shown.points, SizeIs(5));
    EXPECT_EQ(shown.under_way, first_week.plus_days(35));
    EXPECT_THAT(follow_up(counted(), values, {}, first_week.plus_days(42)).points, SizeIs(6));
}

TEST(FollowUp, a_period_put_aside_is_shown_and_counts_for_nothing)
{
    auto values = weeks(interruptions);
    values[20].numerator = 400;
    EXPECT_GT(follow_up(counted(), values, change_after(12), long_after).change->now, 25);
    values[20].set_aside = "gastroenteritis in the unit";
    const auto shown = follow_up(counted(), values, change_after(12), long_after);
    EXPECT_LT(shown.change->now, 13);
    EXPECT_EQ(shown.change->points_since, 23);
    EXPECT_EQ(shown.points[20].value, 400);
    EXPECT_FALSE(shown.points[20].is_outside);
    EXPECT_EQ(shown.points[20].set_aside, "gastroenteritis in the unit");
}

TEST(FollowUp, limits_are_not_drawn_below_what_can_be_counted)
{
    const auto shown = follow_up(counted(), weeks({ 0, 4, 1, 6, 0, 3, 5, 0, 2, 7, 1, 4 }), {}, long_after);
    for (const auto& point : shown.points)
        EXPECT_EQ(point.lower, 0);
}

TEST(FollowUp, few_points_and_points_all_alike_are_shown_without_lines)
{
    const auto few = follow_up(counted(), weeks({ 3, 4 }), {}, long_after);
    EXPECT_THAT(few.points, SizeIs(2));
    EXPECT_FALSE(few.points[0].centre);
    EXPECT_EQ(few.parts[0].standing, charts::Standing::Points);
    const auto alike = follow_up(counted(), weeks(std::vector<double>(14, 3)), change_after(7), long_after);
    EXPECT_THAT(alike.parts, SizeIs(2));
    EXPECT_FALSE(alike.points[0].centre);
    EXPECT_TRUE(follow_up(counted(), {}, change_after(7), long_after).parts.empty());
}

TEST(FollowUp, going_back_is_a_part_of_its_own_and_no_part_of_the_change)
{
    auto breaks = change_after(12);
    breaks.push_back({ first_week.plus_days(7 * 24), PartReason::WentBack, {} });
    const auto shown = follow_up(counted(), weeks(interruptions), breaks, long_after);
    ASSERT_THAT(shown.parts, SizeIs(3));
    EXPECT_EQ(shown.change->points_since, 12);
    EXPECT_EQ(shown.change->since, first_week.plus_days(84));
}

TEST(FollowUp, what_was_counted_only_since_the_change_is_no_before)
{
    const auto shown = follow_up(counted(), weeks(interruptions), change_after(0), long_after);
    ASSERT_THAT(shown.parts, SizeIs(1));
    EXPECT_EQ(shown.parts[0].reason, PartReason::Start);
    EXPECT_FALSE(shown.change);
    auto breaks = change_after(0);
    breaks.push_back({ first_week.plus_days(7 * 12), PartReason::Adaptation, "drawn by lot" });
    const auto adapted = follow_up(counted(), weeks(interruptions), breaks, long_after);
    ASSERT_THAT(adapted.parts, SizeIs(2));
    EXPECT_FALSE(adapted.change) << "two ways of the change are no before and after";
}

TEST(FollowUp, of_a_pulse_only_what_five_answered_is_seen_and_never_changes_afterwards)
{
    auto pulse = counted(Counting::Ratio);
    pulse.entry = EntryWay::Pulse;
    auto values = weeks({ 3, 2, 4, 5 }, 5);
    values[1].base = 4;
    const auto sunday_after = first_week.plus_days(27);
    const auto shown = follow_up(pulse, values, {}, sunday_after);
    // The first and the third: the second has four answers, and nothing says that the fourth goes on.
    EXPECT_THAT(shown.points, SizeIs(2));
    EXPECT_EQ(shown.withheld, 1);
    EXPECT_FALSE(shown.under_way);
    values[0].base = 32; // of thirty-one people
    EXPECT_THAT(follow_up(pulse, values, {}, sunday_after).points, SizeIs(1));
    EXPECT_EQ(follow_up(pulse, values, {}, sunday_after).withheld, 2);
    for (int days = 0; days < 60; ++days) {
        const auto today = first_week.plus_days(days);
        for (const auto& each : visible(pulse, values, today))
            EXPECT_LT(each.counted_on, first_tally_day(pulse, today)) << "shown, and still open, on " << today.text();
    }
}

/// How often two periods of one and the same law are told apart.
double told_apart(std::uint64_t seed, int points_before, int points_since, double correlation)
{
    std::mt19937_64 engine(seed);
    std::normal_distribution<double> normal(0, 8);
    int found = 0;
    constexpr int series = 2000;
    for (int each = 0; each < series; ++each) {
        std::vector<double> drawn;
        double last = 0;
        for (int at = 0; at < points_before + points_since; ++at) {
            last = correlation * last + normal(engine);
            drawn.push_back(std::max(0.0, 50 + last));
        }
        const auto shown = follow_up(counted(), weeks(drawn), change_after(points_before), long_after);
        found += shown.change->reading == ChangeReading::BeyondChance;
    }
    return static_cast<double>(found) / series;
}

// Reference: the same model written apart from this program in Python, restricted likelihood searched over the correlation of
// neighbours (phi -0.20903), Student with 32 degrees of freedom.
TEST(FollowUp, by_how_much_a_long_series_left_the_line_it_was_on)
{
    const auto made = interrupted_of(follow_up(counted(), weeks(interruptions), change_after(12), long_after));
    ASSERT_TRUE(made.has_value());
    const auto& told = *made;
    EXPECT_EQ(told.points_before, 12);
    EXPECT_EQ(told.points_since, 24);
    EXPECT_NEAR(told.level, -6.02867, 1e-5);
    EXPECT_NEAR(told.level_low, -10.32298, 1e-5);
    EXPECT_NEAR(told.level_high, -1.73436, 1e-5);
    EXPECT_NEAR(told.slope, -0.203094, 1e-6);
    EXPECT_NEAR(told.slope_low, -0.717562, 1e-6);
    EXPECT_NEAR(told.slope_high, 0.311374, 1e-6);
}

TEST(FollowUp, by_how_much_is_not_said_of_short_series_of_two_changes_nor_where_nothing_varies)
{
    const auto told = [](const std::vector<IndicatorValue>& values, const std::vector<ChartBreak>& breaks) {
        return interrupted_of(follow_up(counted(), values, breaks, long_after));
    };
    EXPECT_FALSE(told(weeks(interruptions), change_after(11))) << "eleven before";
    EXPECT_FALSE(told(weeks(interruptions), change_after(25))) << "eleven since";
    EXPECT_TRUE(told(weeks(interruptions), change_after(24)));
    auto twice = change_after(12);
    twice.push_back({ first_week.plus_days(7 * 24), PartReason::Adaptation, "later" });
    EXPECT_FALSE(told(weeks(interruptions), twice));
    EXPECT_FALSE(told(weeks(std::vector<double>(30, 7)), change_after(15)));
    auto step = std::vector<double>(12, 2);
    step.resize(24, 3);
    EXPECT_FALSE(told(weeks(step), change_after(12))) << "a step without any spread";
    const auto went_back = std::vector<ChartBreak> { { first_week.plus_days(7 * 12), PartReason::Start, "" },
        { first_week.plus_days(7 * 12 + 1), PartReason::WentBack, "" } };
    EXPECT_FALSE(told(weeks(interruptions), went_back)) << "tried for a day";
    auto aside = weeks(interruptions);
    aside[3].set_aside = "a heat wave";
    EXPECT_FALSE(told(aside, change_after(12))) << "eleven are left";
    EXPECT_EQ(told(aside, change_after(13))->points_before, 12);
}

TEST(FollowUp, where_nothing_changes_it_seldom_says_that_something_did)
{
    EXPECT_LT(told_apart(1, 10, 10, 0), 0.02);
    EXPECT_LT(told_apart(2, 12, 24, 0), 0.02);
    EXPECT_LT(told_apart(3, 24, 24, 0), 0.02);
    EXPECT_LT(told_apart(4, 12, 12, 0.3), 0.07); // neighbouring weeks alike, as they often are
}

} // namespace
} // namespace etabli::experiments

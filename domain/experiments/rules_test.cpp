// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/rules_test.cpp

#include "domain/experiments/rules.hpp"

#include <gtest/gtest.h>

namespace etabli::experiments {
namespace {

const auto here = PlaceId::trusted("0000000000000000000000here");
const auto elsewhere = PlaceId::trusted("000000000000000000elsewhere");
const auto college_of_nurses = CollegeId::trusted("00000000000000000000nurses");

Date day(const char* text)
{
    return *Date::parse(text);
}

Reader seated(CollegeKind kind, const PlaceId& place = here, const CollegeId& college = college_of_nurses)
{
    Reader reader;
    reader.mandates.push_back({ {}, college, kind, place, "", "" });
    return reader;
}

Experiment of_three_months()
{
    Experiment experiment;
    experiment.establishment_id = here;
    experiment.starts_on = day("2026-03-01");
    experiment.ends_on = day("2026-06-01");
    return experiment;
}

Indicator counted_until_june(Counting counting)
{
    Indicator indicator;
    indicator.purpose = "a purpose";
    indicator.expires_on = day("2026-06-01");
    indicator.counting = counting;
    indicator.base_unit = counting == Counting::Ratio ? "handovers" : "";
    return indicator;
}

void check_figure(Counting counting, std::int64_t numerator, std::optional<std::int64_t> base, std::string_view expected)
{
    const auto checked
        = check_value(counted_until_june(counting), { {}, {}, day("2026-04-01"), numerator, base }, day("2026-05-01"));
    const auto code = checked.ok()           ? std::string_view("ok")
        : checked.problem().fields().empty() ? checked.problem().code()
                                             : checked.problem().fields().front().code.text();
    EXPECT_EQ(code, expected) << numerator << " of " << base.value_or(0);
}

TEST(ExperimentRules, a_ratio_has_a_base_it_does_not_exceed)
{
    check_figure(Counting::Ratio, 3, 7, "ok");
    check_figure(Counting::Ratio, 7, 7, "ok");
    check_figure(Counting::Ratio, 3, {}, "figure.without_base");
    check_figure(Counting::Ratio, 8, 7, "figure.base_too_small");
    check_figure(Counting::Ratio, 0, 0, "figure.base_too_small");
    check_figure(Counting::Count, 15, {}, "ok");
    check_figure(Counting::Count, 15, 20, "figure.base_of_a_count");
}

TEST(ExperimentRules, an_indicator_has_a_purpose_and_an_end_or_is_not_shown)
{
    auto indicator = counted_until_june(Counting::Count);
    EXPECT_TRUE(is_shown(indicator));
    EXPECT_TRUE(check_indicator(indicator, of_three_months()).ok());
    indicator.purpose = "  ";
    EXPECT_FALSE(is_shown(indicator));
    EXPECT_FALSE(check_indicator(indicator, of_three_months()).ok());
    indicator.purpose = "a purpose";
    indicator.expires_on.reset();
    EXPECT_FALSE(is_shown(indicator));
    EXPECT_FALSE(check_indicator(indicator, of_three_months()).ok());
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("2026-04-01"), 1, {} }, day("2026-05-01")).ok());
}

TEST(ExperimentRules, nothing_is_counted_after_the_indicators_end_nor_tomorrow)
{
    const auto indicator = counted_until_june(Counting::Count);
    EXPECT_TRUE(check_value(indicator, { {}, {}, day("2026-06-01"), 1, {} }, day("2026-07-01")).ok());
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("2026-06-02"), 1, {} }, day("2026-07-01")).ok());
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("2026-05-02"), 1, {} }, day("2026-05-01")).ok());
}

TEST(ExperimentRules, an_end_comes_after_the_start)
{
    auto experiment = of_three_months();
    EXPECT_TRUE(check_dates(experiment).ok());
    experiment.measured_from = day("2026-02-01");
    EXPECT_TRUE(check_dates(experiment).ok());
    experiment.measured_from = day("2026-03-02");
    EXPECT_FALSE(check_dates(experiment).ok());
    experiment.measured_from.reset();
    experiment.ends_on = experiment.starts_on;
    EXPECT_FALSE(check_dates(experiment).ok());
    EXPECT_FALSE(check_new_end(of_three_months(), day("2026-06-01")).ok());
    EXPECT_TRUE(check_new_end(of_three_months(), day("2026-07-01")).ok());
}

TEST(ExperimentRules, those_who_do_the_work_conclude_and_direction_does_not_for_them)
{
    const auto experiment = of_three_months();
    EXPECT_TRUE(may_conclude(seated(CollegeKind::Professionals), experiment, false));
    EXPECT_TRUE(may_conclude(seated(CollegeKind::StaffRepresentatives), experiment, false));
    EXPECT_FALSE(may_conclude(seated(CollegeKind::Direction), experiment, false));
    EXPECT_FALSE(may_conclude(seated(CollegeKind::Professionals), experiment, true));
    EXPECT_FALSE(may_conclude(seated(CollegeKind::Professionals, elsewhere), experiment, false));
    EXPECT_TRUE(may_read(seated(CollegeKind::Direction), here));
    EXPECT_FALSE(may_read(seated(CollegeKind::Direction), elsewhere));
    EXPECT_FALSE(may_begin(seated(CollegeKind::Visitor), here));
}

TEST(ExperimentRules, a_college_joins_its_own_reservation_only)
{
    const auto experiment = of_three_months();
    const auto nurse = seated(CollegeKind::Professionals);
    EXPECT_TRUE(may_join_reservation(nurse, experiment, college_of_nurses, false));
    EXPECT_FALSE(may_join_reservation(nurse, experiment, CollegeId::trusted("00000000000000000000others"), false));
    EXPECT_FALSE(may_join_reservation(seated(CollegeKind::Professionals, elsewhere), experiment, college_of_nurses, false));
}

TEST(ExperimentRules, figures_before_the_change_and_since_are_told_apart)
{
    // Four figures before: 15, 17, 20, 15, so a median of 16. Three since: 7, 11, 8.
    std::vector<IndicatorValue> values;
    const auto count = [&](const char* on, std::int64_t numerator, std::optional<std::int64_t> base) {
        values.push_back({ {}, {}, day(on), numerator, base });
    };
    count("2026-02-01", 15, 20);
    count("2026-02-08", 17, 20);
    count("2026-02-15", 20, 20);
    count("2026-02-22", 15, 20);
    count("2026-03-01", 7, 20);
    count("2026-03-08", 11, 20);
    count("2026-03-15", 8, 10);
    const auto periods = summaries(values, day("2026-03-01"));
    ASSERT_EQ(periods.size(), 2U);
    EXPECT_EQ(periods[0].median, 16);
    EXPECT_EQ(periods[1].median, 8);
    EXPECT_EQ(periods[1].figures, 3);
    EXPECT_EQ(periods[1].numerator, 26);
    EXPECT_EQ(periods[1].base, 50);
    EXPECT_EQ(summaries(values, day("2027-01-01")).size(), 1U);
}

TEST(ExperimentRules, a_conclusion_needs_people_who_looked_at_the_work_and_no_figure)
{
    SharedReview review;
    review.held_on = day("2026-06-10");
    review.people = 9;
    review.activities = { "saying and receiving" };
    EXPECT_TRUE(check_conclusion(review, day("2026-06-10")).ok());
    EXPECT_FALSE(check_conclusion(review, day("2026-06-09")).ok());
    EXPECT_FALSE(check_conclusion(std::nullopt, day("2026-06-10")).ok());
    review.people = 0;
    EXPECT_FALSE(check_conclusion(review, day("2026-06-10")).ok());
    review.people = 9;
    review.activities = { " " };
    EXPECT_FALSE(check_conclusion(review, day("2026-06-10")).ok());
}

} // namespace
} // namespace etabli::experiments

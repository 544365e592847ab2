// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/rules_test.cpp

#include "domain/experiments/rules.hpp"

#include <cmath>

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
    indicator.base_unit = counting == Counting::Count ? "" : "handovers";
    indicator.people = 31;
    return indicator;
}

void check_figure(Counting counting, double numerator, std::optional<std::int64_t> base, std::string_view expected)
{
    const auto checked
        = check_value(counted_until_june(counting), { {}, {}, day("2026-04-01"), numerator, base, 1, {} }, day("2026-05-01"));
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
    check_figure(Counting::Count, 1.5, {}, "figure.not_whole");
    check_figure(Counting::Rate, 8, 7, "ok");
    check_figure(Counting::Rate, -5, 7, "number.out_of_range");
    check_figure(Counting::Measure, 1e300, 7, "number.out_of_range");
    check_figure(Counting::Measure, std::nan(""), 7, "number.out_of_range");
    check_figure(Counting::Measure, 129.5, 7, "ok");
    check_figure(Counting::Measure, 129.5, {}, "figure.without_base");
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
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("2026-04-01"), 1, {}, 1, {} }, day("2026-05-01")).ok());
}

TEST(ExperimentRules, nothing_is_counted_after_the_indicators_end_nor_tomorrow)
{
    const auto indicator = counted_until_june(Counting::Count);
    EXPECT_TRUE(check_value(indicator, { {}, {}, day("2026-06-01"), 1, {}, 1, {} }, day("2026-07-01")).ok());
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("2026-06-02"), 1, {}, 1, {} }, day("2026-07-01")).ok());
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("2026-05-02"), 1, {}, 1, {} }, day("2026-05-01")).ok());
    EXPECT_FALSE(check_value(indicator, { {}, {}, day("0206-05-01"), 1, {}, 1, {} }, day("2026-05-01")).ok());
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

TEST(ExperimentRules, an_indicator_that_would_show_somebody_is_refused)
{
    auto indicator = counted_until_june(Counting::Count);
    for (const std::int64_t people : { 0, 1, 4 }) {
        indicator.people = people;
        const auto checked = check_indicator(indicator, of_three_months());
        ASSERT_FALSE(checked.ok()) << people;
        EXPECT_EQ(checked.problem().fields().front().code.text(), "indicator.shows_few");
    }
    indicator.people = 5;
    EXPECT_TRUE(check_indicator(indicator, of_three_months()).ok());
}

TEST(ExperimentRules, a_pulse_is_one_yes_or_no_of_a_period_that_is_still_open)
{
    auto pulse = counted_until_june(Counting::Ratio);
    pulse.entry = EntryWay::Pulse;
    const auto code = [&](const char* on, double numerator, std::int64_t base) {
        const auto checked = check_tally(pulse, { {}, {}, day(on), numerator, base, 1, {} }, day("2026-04-08")); // a Wednesday
        return checked.ok() ? std::string("ok") : std::string(checked.problem().fields().front().code.text());
    };
    EXPECT_EQ(code("2026-04-08", 1, 1), "ok");
    EXPECT_EQ(code("2026-04-05", 1, 1), "ok"); // of the week that ended on Sunday: for three days more
    EXPECT_EQ(code("2026-03-29", 1, 1), "tally.too_late");
    EXPECT_EQ(code("2026-04-08", 1, 2), "indicator.pulse_is_yes_or_no");
    EXPECT_EQ(code("2026-04-09", 1, 1), "date.in_the_future");
    EXPECT_EQ(code("2026-04-08", -1000, 1), "number.out_of_range");
    EXPECT_FALSE(check_written(pulse).ok());
    pulse.people = 31;
    EXPECT_TRUE(check_indicator(pulse, of_three_months()).ok());
    pulse.rhythm = Rhythm::Day;
    EXPECT_FALSE(check_indicator(pulse, of_three_months()).ok());
    pulse.rhythm = Rhythm::Week;
    pulse.counting = Counting::Count;
    EXPECT_FALSE(check_indicator(pulse, of_three_months()).ok());
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

Place place_of(const char* id, PlaceKind kind, const std::optional<PlaceId>& parent)
{
    Place place;
    place.id = PlaceId::trusted(id);
    place.kind = kind;
    place.parent_id = parent;
    return place;
}

TEST(ExperimentRules, wide_is_what_brings_several_units_together)
{
    const auto house = place_of("house", PlaceKind::Establishment, PlaceId::trusted("region"));
    const auto pole = place_of("pole", PlaceKind::Pole, house.id);
    const auto night = place_of("night", PlaceKind::Unit, pole.id);
    const auto day_unit = place_of("day", PlaceKind::Unit, pole.id);
    const auto team = place_of("team", PlaceKind::Team, day_unit.id);
    const auto untold = place_of("untold", PlaceKind::Pole, house.id);
    std::vector all { house, pole, night, day_unit, team, untold };
    EXPECT_EQ(wide_places(all), (std::set { house.id, pole.id, untold.id })) << "a pole that tells no unit may be any size";
    all[2].closed_on = day("2026-01-01");
    EXPECT_EQ(wide_places(all), (std::set { house.id, untold.id })) << "what stands above what is not told is not told";
    all[5].closed_on = day("2026-01-01");
    EXPECT_EQ(wide_places(all), std::set<PlaceId> {}) << "one unit is left, and is all there is";
    EXPECT_EQ(wide_places({ house }), std::set { house.id });
}

TEST(ExperimentRules, what_is_wide_says_why_and_who_was_asked)
{
    auto experiment = of_three_months();
    EXPECT_TRUE(check_width(experiment, false).ok());
    EXPECT_FALSE(check_width(experiment, true).ok());
    experiment.why_not_smaller = "Le brancardage passe d’une unité à l’autre.";
    experiment.teams_asked = "  ";
    EXPECT_FALSE(check_width(experiment, true).ok());
    experiment.teams_asked = "Médecine : d’accord.";
    EXPECT_TRUE(check_width(experiment, true).ok());
}

} // namespace
} // namespace etabli::experiments

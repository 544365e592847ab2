// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/units_test.cpp
//
// Variances, means and estimates against the restricted likelihood written out with the whole covariance matrix and
// minimised to a slope below 1e-10 in R 4.2.2 (nlme's lme stops 2e-6 before it). icc_1 and icc_2 against anova(lm(y ~ g)):
// mean squares 3.526041666667 and 0.712121212121, 3.2 answers per unit.

#include "engine/statistics/units.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace etabli::statistics {

namespace {

const std::vector<std::vector<double>> five_units { { 3, 4, 5, 4 }, { 2, 3 }, { 5, 5, 4, 5, 3, 4 }, { 1, 2, 3 }, { 4 } };

Result<UnitsOutcome> estimated(
    const std::vector<std::vector<double>>& answers, const std::vector<std::optional<std::int64_t>>& populations = {})
{
    std::vector<UnitAnswers> units;
    for (std::size_t at = 0; at < answers.size(); ++at)
        units.push_back(unit_answers(answers[at], at < populations.size() ? populations[at] : std::nullopt));
    return estimate_units(units);
}

Units units(const std::vector<std::vector<double>>& answers, const std::vector<std::optional<std::int64_t>>& populations = {})
{
    auto made = estimated(answers, populations);
    VERIFY(made.ok() && made.value().units);
    return *made.value().units;
}

void check_undefined(const std::vector<std::vector<double>>& answers, NoUnits why)
{
    const auto made = estimated(answers);
    ASSERT_TRUE(made.ok());
    EXPECT_FALSE(made.value().units.has_value());
    EXPECT_EQ(made.value().why_not, why);
}

double width(const Interval& interval)
{
    return interval.high - interval.low;
}

} // namespace

TEST(UnitEstimates, are_those_of_restricted_maximum_likelihood)
{
    const auto made = units(five_units);
    EXPECT_NEAR(made.variance_between, 0.894394296498958, 1e-9);
    EXPECT_NEAR(made.variance_within, 0.700050049545990, 1e-9);
    EXPECT_NEAR(made.mean, 3.375442383030562, 1e-9);
    EXPECT_NEAR(made.mean_error, std::sqrt(0.235757815212131), 1e-9);
    EXPECT_NEAR(made.icc_1, (3.526041666667 - 0.712121212121) / (3.526041666667 + 2.2 * 0.712121212121), 1e-11);
    EXPECT_NEAR(made.icc_2, 1 - 1 / 4.95146, 1e-5);
    const std::vector<double> expected { 3.89778875843341, 2.74624074583991, 4.22279498150055, 2.28460307810215,
        3.72578435127678 };
    ASSERT_EQ(made.estimates.size(), expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at)
        EXPECT_NEAR(made.estimates[at]->estimate, expected[at], 1e-9) << at;
}

TEST(UnitEstimates, stay_in_the_order_they_were_given)
{
    auto turned = five_units;
    std::swap(turned[0], turned[3]);
    EXPECT_NEAR(units(turned).estimates[3]->estimate, units(five_units).estimates[0]->estimate, 1e-12);
    EXPECT_EQ(units(turned).estimates[0]->n, 3);
}

TEST(UnitEstimates, draw_small_units_further_towards_the_mean_of_all)
{
    const auto made = units(five_units);
    EXPECT_LT(made.estimates[4]->own_part, made.estimates[1]->own_part);
    EXPECT_LT(made.estimates[1]->own_part, made.estimates[2]->own_part);
    EXPECT_GT(width(made.estimates[4]->interval), width(made.estimates[2]->interval));
    for (const auto& unit : made.estimates) {
        EXPECT_LE(std::min(unit->own_mean, made.mean), unit->estimate);
        EXPECT_GE(std::max(unit->own_mean, made.mean), unit->estimate);
    }
}

TEST(UnitEstimates, of_units_that_do_not_differ_are_the_mean_of_all)
{
    const auto made = units({ { 1, 5, 3 }, { 2, 4, 3 }, { 3, 3, 3 }, { 5, 1, 3 } });
    EXPECT_EQ(made.variance_between, 0);
    EXPECT_EQ(made.icc, 0);
    EXPECT_LT(made.icc_1, 0);
    for (const auto& unit : made.estimates)
        EXPECT_DOUBLE_EQ(unit->estimate, 3);
}

TEST(UnitEstimates, of_a_unit_where_everybody_answered_are_its_own_mean)
{
    const auto made = units(five_units, { 4, 20 });
    EXPECT_DOUBLE_EQ(made.estimates[0]->estimate, 4);
    EXPECT_DOUBLE_EQ(width(made.estimates[0]->interval), 0);
    EXPECT_DOUBLE_EQ(made.estimates[0]->own_part, 1);
    EXPECT_GT(width(made.estimates[1]->interval), 0);
    EXPECT_FALSE(estimated(five_units, { 3 }).ok());
}

TEST(UnitEstimates, leave_a_unit_without_answers_without_estimate)
{
    auto more = five_units;
    more.insert(more.begin() + 1, std::vector<double> {});
    const auto made = units(more);
    EXPECT_FALSE(made.estimates[1].has_value());
    EXPECT_NEAR(made.mean, units(five_units).mean, 1e-12);
}

TEST(UnitEstimates, do_not_exist_and_say_why)
{
    check_undefined({}, NoUnits::FewerThanTwoUnits);
    check_undefined({ { 1, 2, 3 } }, NoUnits::FewerThanTwoUnits);
    check_undefined({ { 1, 2, 3 }, {} }, NoUnits::FewerThanTwoUnits);
    check_undefined({ { 1 }, { 2 }, { 3 } }, NoUnits::OneAnswerPerUnit);
    check_undefined({ { 2, 2 }, { 2, 2 } }, NoUnits::NoVarianceWithin);
    check_undefined({ { 1, 1 }, { 2, 2 } }, NoUnits::NoVarianceWithin);
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/polychoric_test.cpp
//
// Against R 4.2.2 with mvtnorm (TVPACK, 1e-14): the root of the slope of the likelihood that polycor 0.8-1 maximises.
// polychor(…, ML = FALSE) itself stops within 1e-4 of it. Thresholds are R's qnorm of the cumulated margins.

#include "engine/statistics/polychoric.hpp"

#include <gtest/gtest.h>

#include "engine/statistics/distributions.hpp"

namespace etabli::statistics {

namespace {

std::optional<Polychoric> polychoric(const CrossTable& table)
{
    auto made = polychoric_two_step(table);
    VERIFY(made.ok());
    return made.value();
}

void check(const CrossTable& table, double expected, bool is_at_bound = false)
{
    const auto found = polychoric(table);
    ASSERT_TRUE(found.has_value());
    EXPECT_NEAR(found->correlation, expected, 1e-9);
    EXPECT_EQ(found->is_at_bound, is_at_bound);
}

} // namespace

TEST(BivariateNormals, are_integrated_to_twelve_digits)
{
    EXPECT_NEAR(bivariate_normal_below(0.3, -1.2, 0.95), 0.1150696466108088, 1e-12);
    EXPECT_NEAR(bivariate_normal_below(-0.5, 0.7, -0.6), 0.1576050481747135, 1e-12);
    EXPECT_NEAR(bivariate_normal_below(1.5, 1.4, 0.9999), 0.9192433407662287, 1e-12);
    EXPECT_NEAR(bivariate_normal_below(0, 0, 0.5), 1.0 / 3, 1e-12);
}

TEST(Polychorics, are_the_likeliest_given_their_margins)
{
    check({ { 13, 6, 0 }, { 69, 113, 22 }, { 41, 132, 104 } }, 0.491371949113901);
    check({ { 6, 1, 0 }, { 3, 5, 0 }, { 1, 3, 5 }, { 0, 0, 6 } }, 0.909403850826720);
    check({ { 30, 5 }, { 10, 25 } }, 0.794718704624835);
    check({ { 2, 20, 3 }, { 9, 15, 1 } }, -0.499484518706374);
}

TEST(Polychorics, have_thresholds_from_the_margins)
{
    const auto found = polychoric({ { 13, 6, 0 }, { 69, 113, 22 }, { 41, 132, 104 } });
    EXPECT_EQ(found->n, 500);
    ASSERT_EQ(found->row_thresholds.size(), 2U);
    EXPECT_NEAR(found->row_thresholds[0], -1.774381910344957, 1e-12);
    EXPECT_NEAR(found->column_thresholds[1], 0.668209299725723, 1e-12);
}

TEST(Polychorics, leave_out_options_that_nobody_chose)
{
    check({ { 30, 0, 5 }, { 0, 0, 0 }, { 10, 0, 25 } }, 0.794718704624835);
}

TEST(Polychorics, say_when_a_table_asks_for_one)
{
    check({ { 10, 0 }, { 0, 10 } }, polychoric_max, true);
    check({ { 0, 10 }, { 10, 0 } }, -polychoric_max, true);
}

TEST(Polychorics, of_one_option_do_not_exist)
{
    EXPECT_FALSE(polychoric({ { 3, 4 } }).has_value());
    EXPECT_FALSE(polychoric({ { 3, 0 }, { 4, 0 } }).has_value());
    EXPECT_FALSE(polychoric({ { 0, 0 }, { 0, 0 } }).has_value());
    EXPECT_FALSE(polychoric_two_step({}).ok());
    EXPECT_FALSE(polychoric_two_step({ { 1, 2 }, { 3 } }).ok());
    EXPECT_FALSE(polychoric_two_step({ { 1, -2 }, { 3, 1 } }).ok());
}

} // namespace etabli::statistics

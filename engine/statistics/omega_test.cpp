// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/omega_test.cpp
//
// Against R 4.2.2: least residuals as repeated eigenvalues, varimax and GPArotation's oblimin, all run on to 1e-10 and
// beyond. omega(attitude, 3) of psych 2.2.9 takes the same steps and rests earlier, where the surface is flat: it prints
// .518619 and .906229.

#include "engine/statistics/omega.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/known_tables.hpp"

namespace etabli::statistics {

namespace {

Scores attitude(int items = 7)
{
    Scores made(items);
    for (const auto& row : tests::attitude)
        VERIFY(made.add_row(std::vector<Score>(std::begin(row), std::begin(row) + items)).ok());
    return made;
}

} // namespace

TEST(Omegas, of_a_known_survey_are_where_psych_rests_and_a_little_further)
{
    const auto found = omega_of(attitude(), 3);
    ASSERT_TRUE(found.has_value());
    EXPECT_NEAR(found->hierarchical, 0.518737869345, 1e-7);
    EXPECT_NEAR(found->hierarchical, 0.518619083147, 1.5e-4);
    EXPECT_NEAR(found->total, 0.906228653768, 1e-5);
    const std::vector<double> general { 0.288774425396, 0.340763531418, 0.426329697401, 0.696518631935, 0.682089492445,
        0.285148680551, 0.876097263853 };
    const double sign = found->general[0] > 0 ? 1 : -1;
    for (std::size_t item = 0; item < general.size(); ++item)
        EXPECT_NEAR(sign * found->general[item], general[item], 3e-4) << item;
    EXPECT_TRUE(found->is_improper);
}

TEST(Omegas, do_not_exist_without_enough_items_or_variance)
{
    EXPECT_FALSE(omega_of(attitude(5), 3).has_value());
    EXPECT_FALSE(omega_of(attitude(), 2).has_value());
    EXPECT_FALSE(omega_of(Scores(7), 3).has_value());
    Scores alike(7);
    for (int row = 0; row < 3; ++row)
        ASSERT_TRUE(alike.add_row(std::vector<Score>(7, 3.0)).ok());
    EXPECT_FALSE(omega_of(alike, 3).has_value());
}

} // namespace etabli::statistics

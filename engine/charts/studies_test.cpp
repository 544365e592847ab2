// SPDX-License-Identifier: EUPL-1.2
// engine/charts/studies_test.cpp
//
// Studies of a change against R 4.2.2. The series is thirty_six of test_support.hpp, y, with x <- 1:36:
//     m <- lm(y ~ x + I(x >= 25) + I(pmax(0, x - 25)))
//     sqrt(diag(sandwich::NeweyWest(m, lag = 3, prewhite = FALSE)))                     sandwich 3.0-2
//     the slope of minus twice the restricted log likelihood (V = phi^|i - j|) made zero by uniroot(tol = 1e-12), where
//     nlme::gls stops 4e-5 before it
// Outside this repository, Seatbelts of base R (level, months, lag 12) gives what docs/methods/charts.md prints.

#include <cmath>

#include "engine/charts/difference.hpp"
#include "engine/charts/test_support.hpp"

namespace etabli::charts {

namespace {

using tests::series_of;

InterruptedOptions change_at(double x)
{
    InterruptedOptions made;
    made.change_at = x;
    return made;
}

Interrupted study(const InterruptedOptions& options)
{
    auto made = study_interrupted(series_of(tests::thirty_six), options);
    VERIFY(made.ok());
    return std::move(made).value();
}

std::string_view problem_of(const Result<Interrupted>& made)
{
    return made.ok() ? "none" : made.problem().code();
}

struct Numbers {
    double estimate = 0;
    double error = 0;
};

void check(const Interrupted& study, const std::vector<Numbers>& expected, double within)
{
    ASSERT_EQ(study.coefficients.size(), expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
        EXPECT_NEAR(study.coefficients[at].estimate, expected[at].estimate, within) << study.coefficients[at].name;
        EXPECT_NEAR(study.coefficients[at].error, expected[at].error, within) << study.coefficients[at].name;
    }
}

/// Six units over eight times; 0.5 more in a and b from time 5 on.
std::vector<Series> units(std::size_t how_many = 6)
{
    const std::vector<std::vector<double>> levels { { 3.1, 2.9, 3.4, 3.0, 3.7, 3.8, 3.5, 3.9 },
        { 4.0, 4.3, 4.1, 3.8, 4.6, 4.9, 4.7, 4.4 }, { 2.2, 2.0, 2.5, 2.1, 2.3, 2.2, 2.6, 2.4 },
        { 5.1, 4.8, 5.0, 5.3, 5.2, 4.9, 5.1, 5.4 }, { 3.6, 3.5, 3.9, 3.3, 3.4, 3.8, 3.6, 3.7 },
        { 1.9, 2.3, 2.0, 2.2, 2.1, 2.0, 2.4, 2.3 } };
    std::vector<Series> made;
    for (std::size_t at = 0; at < how_many; ++at) {
        made.push_back(series_of(levels[at], std::vector<double>(8, 20 + static_cast<double>(at))));
        made.back().group = std::string(1, static_cast<char>('a' + at));
    }
    return made;
}

} // namespace

TEST(Interrupted, has_errors_that_know_of_neighbours)
{
    auto options = change_at(25);
    options.errors = Errors::NeweyWest;
    options.lag = 3;
    const auto made = study(options);
    check(made,
        { { 22.550724637681, 2.4111003183878 }, { -0.30739130434783, 0.16891322059378 }, { -5.8018394648829, 2.2732014516226 },
            { -0.052748555792034, 0.23969643365423 } },
        1e-9);
    EXPECT_NEAR(made.durbin_watson, 1.9720275259164, 1e-10);
    EXPECT_EQ(made.footing.before, 24);
    EXPECT_EQ(made.footing.after, 12);
}

TEST(Interrupted, of_a_longer_series_is_restricted_likelihood)
{
    const auto made = study(change_at(25));
    EXPECT_EQ(made.errors, Errors::Autoregressive);
    check(made,
        { { 22.49998208, 2.250601351 }, { -0.3080942535, 0.157031813 }, { -5.572487442, 3.582292005 },
            { -0.06633634204, 0.4683610373 } },
        1e-7);
    EXPECT_NEAR(made.phi, 0.117574784929, 1e-7);
}

TEST(Interrupted, of_a_short_series_is_least_squares_and_says_so)
{
    const std::vector<double> few(tests::thirty_six.begin() + 18, tests::thirty_six.begin() + 29);
    const auto made = study_interrupted(series_of(few), change_at(7));
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made.value().errors, Errors::NeweyWest);
    EXPECT_TRUE(made.value().is_short);
    EXPECT_EQ(made.value().lag, 2);
}

TEST(Interrupted, needs_points_on_both_sides)
{
    EXPECT_EQ(problem_of(study_interrupted(series_of(tests::thirty_six), change_at(3))), "study.not_computable");
    EXPECT_EQ(problem_of(study_interrupted(series_of(tests::thirty_six), change_at(35))), "study.not_computable");
    auto seasons = change_at(20);
    seasons.season = 36;
    EXPECT_EQ(problem_of(study_interrupted(series_of(tests::thirty_six), seasons)), "study.not_computable");
}

/// The same steps for a line moved, tilted and stretched.
TEST(Interrupted, follows_the_series_when_it_is_moved)
{
    auto moved = tests::thirty_six;
    for (std::size_t at = 0; at < moved.size(); ++at)
        moved[at] = 2 * moved[at] + 3 * static_cast<double>(at + 1) + 10;
    const auto before = study(change_at(25));
    const auto after = study_interrupted(series_of(moved), change_at(25)).value();
    EXPECT_NEAR(after.coefficients[1].estimate, 2 * before.coefficients[1].estimate + 3, 1e-6);
    EXPECT_NEAR(after.coefficients[2].estimate, 2 * before.coefficients[2].estimate, 1e-5);
    EXPECT_NEAR(after.coefficients[2].error, 2 * before.coefficients[2].error, 1e-5);
}

/// lm(y ~ d + unit + factor(x)); sandwich::vcovCL(m, cluster = ~unit); qt(.975, 5)
TEST(Difference, has_errors_clustered_by_unit)
{
    const auto made = study_difference(units(), { 5, { "a", "b" } });
    ASSERT_TRUE(made.ok());
    EXPECT_NEAR(made.value().effect.estimate, 0.50625, 1e-10);
    EXPECT_NEAR(made.value().effect.error, 0.03091548905056, 1e-10);
    EXPECT_NEAR(made.value().effect.interval->low, 0.42677920540682, 1e-9);
    EXPECT_EQ(made.value().units_changed, 2);
    EXPECT_EQ(made.value().units_compared, 4);
    EXPECT_EQ(made.value().rows, 48);
    EXPECT_EQ(made.value().footing.people_most, 25);
    EXPECT_TRUE(made.value().is_few_units);
}

TEST(Difference, of_one_unit_has_no_interval)
{
    const auto made = study_difference(units(), { 5, { "a" } });
    ASSERT_TRUE(made.ok());
    EXPECT_TRUE(made.value().has_lone_kind);
    EXPECT_FALSE(made.value().effect.interval);
}

TEST(Difference, needs_both_kinds_and_both_sides)
{
    const auto problem = [](const DifferenceOptions& options) { return study_difference(units(), options).problem().detail(); };
    EXPECT_EQ(problem({ 5, { "z" } }), "no row of the file is of unit z");
    EXPECT_EQ(problem({ 5, { "a", "b", "c", "d", "e", "f" } }), "there must be units where something changed, and others");
    EXPECT_EQ(problem({ 9, { "a", "b" } }), "every row is on the same side of the change");
}

} // namespace etabli::charts

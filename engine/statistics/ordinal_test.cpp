// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ordinal_test.cpp
//
// Means, shares and their intervals against R 4.2.2: t.test, prop.test(correct = FALSE), phyper, and for finite
// populations mean + c(-1, 1) * qt(.975, n - 1) * sd / sqrt(n) * sqrt(1 - n / N).

#include "engine/statistics/ordinal.hpp"

#include <gtest/gtest.h>

namespace etabli::statistics {

namespace {

constexpr double close = 1e-12;

const Distribution unit { { 2, 3, 5, 8, 6 }, 6 }; // a unit of 30: 24 answers, 6 left the question

void check_interval(const std::optional<Interval>& found, Interval expected, double tolerance = close)
{
    ASSERT_TRUE(found.has_value());
    EXPECT_NEAR(found->low, expected.low, tolerance);
    EXPECT_NEAR(found->high, expected.high, tolerance);
}

Share share(std::int64_t marked, std::int64_t answered, std::optional<std::int64_t> population)
{
    auto sample = Sample::create(marked, answered, population);
    VERIFY(sample.ok());
    auto made = share_of(sample.value());
    VERIFY(made.has_value());
    return *made;
}

std::optional<Mean> mean(const Distribution& distribution, std::optional<std::int64_t> population)
{
    auto made = mean_of(distribution, population);
    VERIFY(made.ok());
    return made.value();
}

} // namespace

TEST(Distributions, count_whoever_left_the_question_as_one_more_option)
{
    const std::vector<Answer> answers { 1, 4, std::nullopt, 4, 5 };
    const auto made = distribution_of(answers, 5);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made.value().by_option, (std::vector<std::int64_t> { 1, 0, 0, 2, 1 }));
    EXPECT_EQ(made.value().base(), 5);
    EXPECT_EQ(made.value().answered(), 4);
    EXPECT_DOUBLE_EQ(*made.value().share(4), 0.4);
    EXPECT_DOUBLE_EQ(*made.value().share_without_answer(), 0.2);
}

TEST(Distributions, refuse_what_is_no_option)
{
    EXPECT_FALSE(distribution_of(std::vector<Answer> { 6 }, 5).ok());
    EXPECT_FALSE(distribution_of(std::vector<Answer> { 0 }, 5).ok());
    EXPECT_FALSE(distribution_of({}, 0).ok());
    EXPECT_FALSE(distribution_of({}, options_max + 1).ok());
}

TEST(Distributions, of_nobody_have_neither_share_nor_mean)
{
    const auto made = distribution_of({}, 5);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made.value().base(), 0);
    EXPECT_FALSE(made.value().share(1).has_value());
    EXPECT_FALSE(made.value().share_without_answer().has_value());
    EXPECT_FALSE(mean(made.value(), 30).has_value());
    EXPECT_FALSE(favourable_share(made.value(), 4, 30).value().has_value());
}

TEST(Means, follow_students_law)
{
    const auto made = mean(unit, {});
    EXPECT_NEAR(made->mean, 3.541666666666667, close);
    EXPECT_NEAR(*made->deviation, 1.250362266345818, close);
    check_interval(made->interval, { 3.01368498687442, 4.06964834645891 });
}

TEST(Means, of_a_unit_of_30_with_24_answers_are_nearly_a_census)
{
    const auto made = mean(unit, 30);
    EXPECT_NEAR(*made->error, 0.114141936388481, close);
    check_interval(made->interval, { 3.30554608128867, 3.77778725204467 });
}

TEST(Means, are_certain_when_everybody_answered_and_unknown_for_one_of_many)
{
    EXPECT_EQ(mean(unit, 24)->interval, (Interval { 85.0 / 24, 85.0 / 24 }));
    const Distribution one { { 0, 1 }, 0 };
    EXPECT_EQ(mean(one, 1)->interval, (Interval { 2, 2 }));
    EXPECT_EQ(mean(one, 12)->mean, 2);
    EXPECT_FALSE(mean(one, 12)->deviation.has_value());
    EXPECT_FALSE(mean(one, 12)->interval.has_value());
}

TEST(Means, of_a_few_who_answered_alike_have_no_interval)
{
    const Distribution alike { { 0, 0, 3 }, 0 };
    EXPECT_EQ(mean(alike, 30)->deviation, 0.0);
    EXPECT_FALSE(mean(alike, 30)->interval.has_value());
    EXPECT_FALSE(mean(alike, {})->error.has_value());
    EXPECT_EQ(mean(alike, 3)->interval, (Interval { 3, 3 }));
}

TEST(Means, are_refused_for_fewer_people_than_answers)
{
    EXPECT_FALSE(mean_of(unit, 23).ok());
    EXPECT_FALSE(favourable_share(unit, 4, 23).ok());
    EXPECT_FALSE(favourable_share(unit, 6, {}).ok());
}

TEST(Shares, are_of_those_who_answered)
{
    const auto made = favourable_share(unit, 4, 30);
    ASSERT_TRUE(made.ok() && made.value());
    EXPECT_DOUBLE_EQ(made.value()->share, 14.0 / 24);
}

TEST(Shares, have_wilsons_interval)
{
    check_interval(share(14, 24, {}).wilson, { 0.388346658652288, 0.755323973901882 });
    check_interval(share(0, 12, {}).wilson, { 0, 0.242494006655241 });
    EXPECT_FALSE(share(14, 24, {}).exact.has_value());
}

TEST(Shares, of_nearly_everybody_are_nearly_certain)
{
    check_interval(share(14, 24, 30).wilson, { 0.492354926324901, 0.668969322591826 });
    EXPECT_EQ(share(14, 24, 24).wilson, (Interval { 14.0 / 24, 14.0 / 24 }));
    EXPECT_EQ(share(14, 24, 24).exact, (Interval { 14.0 / 24, 14.0 / 24 }));
}

TEST(Shares, say_exactly_how_many_the_sample_does_not_contradict)
{
    EXPECT_EQ(share(14, 24, 30).exact, (Interval { 15.0 / 30, 20.0 / 30 }));
    // All 24 are favourable: Wilson would leave out 28 of 30, which happens once in 29 times.
    EXPECT_EQ(share(24, 24, 30).exact, (Interval { 28.0 / 30, 1 }));
    EXPECT_GT(share(24, 24, 30).wilson.low, 28.0 / 30);
    EXPECT_TRUE(share(5000, 9000, exact_population_max).exact.has_value());
    EXPECT_FALSE(share(5000, 9000, exact_population_max + 1).exact.has_value());
}

} // namespace etabli::statistics

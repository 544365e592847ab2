// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/reliability_test.cpp
//
// Against psych 2.2.9 on R 4.2.2: alpha(attitude), and the same with four answers missing.

#include "engine/statistics/reliability.hpp"

#include <gtest/gtest.h>

#include "tests/support/known_tables.hpp"

namespace etabli::statistics {

namespace {

constexpr double close = 1e-11;
constexpr Score hole;

template <std::size_t rows, std::size_t columns>
Scores scores_of(const double (&table)[rows][columns])
{
    Scores made(columns);
    for (const auto& row : table)
        VERIFY(made.add_row(std::vector<Score>(std::begin(row), std::end(row))).ok());
    return made;
}

Scores scores_of(const std::vector<std::vector<Score>>& table, int columns)
{
    Scores made(columns);
    for (const auto& row : table)
        VERIFY(made.add_row(row).ok());
    return made;
}

Scores attitude_with_holes()
{
    Scores made(7);
    for (int row = 0; row < 30; ++row) {
        std::vector<Score> answers(std::begin(tests::attitude[row]), std::end(tests::attitude[row]));
        if (row == 2)
            answers[1] = hole;
        if (row == 9)
            answers[4] = answers[5] = hole;
        if (row == 19)
            answers[0] = hole;
        VERIFY(made.add_row(answers).ok());
    }
    return made;
}

Reliability reliability(const Scores& scores)
{
    const auto made = reliability_of(scores);
    VERIFY(std::holds_alternative<Reliability>(made));
    return std::get<Reliability>(made);
}

void check_items(const Reliability& found, const std::vector<double>& rest, const std::vector<double>& corrected)
{
    ASSERT_EQ(found.items.size(), rest.size());
    for (std::size_t item = 0; item < rest.size(); ++item) {
        EXPECT_NEAR(found.items[item].rest_correlation.value(), rest[item], close) << item;
        EXPECT_NEAR(found.items[item].corrected_correlation.value(), corrected[item], close) << item;
    }
}

void check_undefined(const std::vector<std::vector<Score>>& table, int columns, NoReliability why, std::optional<int> item)
{
    const auto made = reliability_of(scores_of(table, columns));
    ASSERT_TRUE(std::holds_alternative<UndefinedReliability>(made));
    EXPECT_EQ(std::get<UndefinedReliability>(made).why, why);
    EXPECT_EQ(std::get<UndefinedReliability>(made).item, item);
}

} // namespace

TEST(Reliabilities, of_a_known_survey_are_as_psych_prints_them)
{
    const auto found = reliability(scores_of(tests::attitude));
    EXPECT_EQ(found.people, 30);
    EXPECT_NEAR(found.alpha, 0.8431427695647599, close);
    EXPECT_NEAR(found.alpha_standardised, 0.8390838030295106, close);
    EXPECT_NEAR(found.g6.value(), 0.8752151373603486, close);
    EXPECT_NEAR(found.mean_correlation, 0.4269066426497171, close);
    EXPECT_NEAR(found.error, 0.0424356955905744, close);
    EXPECT_NEAR(found.interval.low, 0.8431427695647599 - 1.959963984540054 * 0.0424356955905744, close);
    EXPECT_NEAR(found.feldt.low, 0.739375685643174, 1e-10);
    EXPECT_NEAR(found.feldt.high, 0.915773072160003, 1e-10);
    check_items(found,
        { 0.671262057223664, 0.742109710222238, 0.560711111480256, 0.714445498133676, 0.786275593834400, 0.265034339196676,
            0.460810549468496 },
        { 0.751317336126294, 0.820367586259464, 0.598757828768454, 0.775213515161647, 0.850602006875359, 0.311644837675643,
            0.563197670401359 });
    EXPECT_NEAR(found.items[5].alpha_without.value(), 0.863872311446437, close);
    EXPECT_NEAR(found.items[0].mean, 64.6333333333333, 1e-10);
    EXPECT_NEAR(found.items[0].deviation, 12.17256194758589, close);
}

TEST(Reliabilities, leave_holes_out_pair_by_pair)
{
    const auto found = reliability(attitude_with_holes());
    EXPECT_NEAR(found.alpha, 0.8508555298598002, close);
    EXPECT_NEAR(found.alpha_standardised, 0.8469580116577862, close);
    EXPECT_NEAR(found.g6.value(), 0.8798442911767403, close);
    EXPECT_NEAR(found.mean_correlation, 0.4415259530765908, close);
    EXPECT_NEAR(found.error, 0.0403238650866946, close);
    EXPECT_EQ(found.items[0].answered, 29);
    check_items(found,
        { 0.720134118324223, 0.739282029283750, 0.575640908192021, 0.713202236731907, 0.794056061285758, 0.279902075762936,
            0.470129892082606 },
        { 0.791701427904916, 0.818606876409037, 0.607920554528726, 0.770655532646976, 0.857887812434166, 0.324200523894114,
            0.569789002696595 });
}

TEST(Reliabilities, do_not_count_whoever_answered_nothing)
{
    auto scores = scores_of(tests::attitude);
    ASSERT_TRUE(scores.add_row(std::vector<Score>(7)).ok());
    EXPECT_EQ(reliability(scores).people, 30);
    EXPECT_NEAR(reliability(scores).error, 0.0424356955905744, close);
}

TEST(Reliabilities, of_an_item_asked_twice_have_an_alpha_of_one_and_no_g6)
{
    const auto found = reliability(scores_of({ { 1, 1 }, { 2, 2 }, { 4, 4 } }, 2));
    EXPECT_NEAR(found.alpha, 1, close);
    EXPECT_NEAR(found.error, 0, 1e-7);
    EXPECT_FALSE(found.g6.has_value());
    EXPECT_FALSE(found.items[0].alpha_without.has_value());
}

TEST(Reliabilities, are_undefined_and_say_why)
{
    check_undefined({}, 2, NoReliability::FewerThanTwoPeople, {});
    check_undefined({ { 1, 2 } }, 2, NoReliability::FewerThanTwoPeople, {});
    check_undefined({ { 1 }, { 2 } }, 1, NoReliability::FewerThanTwoItems, {});
    check_undefined({ { 3, 3 }, { 3, 3 }, { 3, 3 } }, 2, NoReliability::ItemWithoutVariance, 0);
    check_undefined({ { 1, 3 }, { 2, 3 }, { 3, 3 } }, 2, NoReliability::ItemWithoutVariance, 1);
    check_undefined({ { 1, hole }, { 2, hole }, { hole, 3 }, { hole, 1 } }, 2, NoReliability::PairWithoutAnswers, 0);
    check_undefined({ { 1, 3 }, { 2, 2 }, { 3, 1 } }, 2, NoReliability::SumWithoutVariance, {});
    // Found by tests/fuzz/fuzz_statistics.cpp.
    check_undefined({ { 2, hole }, { 2.5, 1 }, { 5, 3 } }, 2, NoReliability::PairsContradict, {});
}

} // namespace etabli::statistics

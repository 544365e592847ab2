// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/agreement_test.cpp
//
// Against psych 2.2.9 on R 4.2.2: ICC(…, lmer = FALSE) of the table of Shrout and Fleiss, whose own printed values (.17,
// .29, .71, .44, .62, .91) these continue.

#include "engine/statistics/agreement.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/known_tables.hpp"

namespace etabli::statistics {

namespace {

constexpr double close = 1e-10;

AgreementOutcome agreement(const std::vector<std::vector<Score>>& table)
{
    Scores scores(table.empty() ? 2 : static_cast<int>(table.front().size()));
    for (const auto& row : table)
        VERIFY(scores.add_row(row).ok());
    return agreement_of(scores);
}

void check(const Correlation& found, double value, Interval interval, double f)
{
    EXPECT_NEAR(found.value, value, close);
    ASSERT_TRUE(found.interval.has_value());
    EXPECT_NEAR(found.interval->low, interval.low, close);
    EXPECT_NEAR(found.interval->high, interval.high, close);
    EXPECT_NEAR(found.f, f, close);
}

} // namespace

TEST(Agreements, of_four_judges_are_those_of_shrout_and_fleiss)
{
    std::vector<std::vector<Score>> table;
    for (const auto& row : tests::shrout_fleiss)
        table.emplace_back(std::begin(row), std::end(row));
    const auto found = agreement(table).agreement.value();
    check(found.one_way_single, 0.165741768405476, { -0.1329323248747509, 0.722560062328121 }, 1.79467849223947);
    check(found.two_way_single, 0.289763779527559, { 0.0187865133747120, 0.761084369648953 }, 11.02724795640327);
    check(found.fixed_single, 0.714840714840715, { 0.3424647650339254, 0.945858259955360 }, 11.02724795640327);
    check(found.one_way_mean, 0.442797133679269, { -0.8844421552381190, 0.912415420340776 }, 1.79467849223947);
    check(found.two_way_mean, 0.620050547598989, { 0.0711368153025035, 0.927232040167722 }, 11.02724795640327);
    check(found.fixed_mean, 0.909315542377069, { 0.6756747138163047, 0.985891678169062 }, 11.02724795640327);
    EXPECT_EQ(found.fixed_single.freedom_1, 5);
    EXPECT_EQ(found.fixed_single.freedom_2, 15);
    EXPECT_EQ(found.one_way_single.freedom_2, 18);
    EXPECT_NEAR(found.one_way_single.p, 0.164768808344639611, close);
    EXPECT_NEAR(found.fixed_single.p, 0.000134566516484337, close);
}

TEST(Agreements, that_are_perfect_have_no_interval)
{
    const auto found = agreement({ { 1, 1 }, { 2, 2 }, { 4, 4 } }).agreement.value();
    EXPECT_DOUBLE_EQ(found.one_way_single.value, 1);
    EXPECT_DOUBLE_EQ(found.two_way_mean.value, 1);
    EXPECT_TRUE(std::isinf(found.fixed_single.f));
    EXPECT_EQ(found.fixed_single.p, 0);
    EXPECT_FALSE(found.fixed_single.interval.has_value());
}

TEST(Agreements, do_not_exist_and_say_why)
{
    EXPECT_EQ(agreement({}).why_not, NoAgreement::FewerThanTwoThings);
    EXPECT_EQ(agreement({ { 1, 2 } }).why_not, NoAgreement::FewerThanTwoThings);
    EXPECT_EQ(agreement({ { 1 }, { 2 } }).why_not, NoAgreement::FewerThanTwoJudges);
    EXPECT_EQ(agreement({ { 1, 2 }, { 2, {} } }).why_not, NoAgreement::Holes);
    EXPECT_EQ(agreement({ { 3, 3 }, { 3, 3 } }).why_not, NoAgreement::AllAlike);
    EXPECT_EQ(agreement({ { 3, 4 }, { 3, 4 } }).why_not, NoAgreement::AllAlike);
}

} // namespace etabli::statistics

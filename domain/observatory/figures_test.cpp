// SPDX-License-Identifier: EUPL-1.2
// domain/observatory/figures_test.cpp

#include "domain/observatory/figures.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

PublishedFigure percentage(const char* key, double value)
{
    PublishedFigure figure;
    figure.key = key;
    figure.question = key;
    figure.is_percentage = true;
    figure.value = value;
    figure.base = 117;
    figure.has_perimeter = true;
    figure.source = "a document";
    return figure;
}

std::string faults(const std::vector<PublishedFigure>& figures)
{
    std::string all;
    for (const auto& finding : check_figures(figures))
        all += finding.key + ":" + std::string(name_of(finding.fault)) + " ";
    return all;
}

} // namespace

TEST(Figures, a_percentage_carries_its_base_its_perimeter_and_its_source)
{
    EXPECT_EQ(faults({ percentage("q", 92) }), "");
    auto figure = percentage("q", 92);
    figure.base.reset();
    EXPECT_EQ(faults({ figure }), "q:percentage_without_base ");
    figure = percentage("q", 92);
    figure.has_perimeter = false;
    EXPECT_EQ(faults({ figure }), "q:percentage_without_perimeter ");
    figure = percentage("q", 92);
    figure.source.clear();
    EXPECT_EQ(faults({ figure }), "q:percentage_without_source ");
    EXPECT_EQ(faults({ percentage("q", 101) }), "q:percentage_out_of_range ");
}

TEST(Figures, a_value_that_was_not_retained_claims_nothing)
{
    auto figure = percentage("q", 0);
    figure.value.reset();
    figure.base.reset();
    figure.has_perimeter = false;
    EXPECT_EQ(faults({ figure }), "");
}

TEST(Figures, a_base_that_supposes_another_share_is_said)
{
    auto before = percentage("q5", 0);
    before.value.reset();
    before.candidates = { { 92, true, true }, { 90, true, true }, { 97.4, true, false } };
    auto after = percentage("q6", 96);
    after.base = 114;
    after.base_from_question = "q5";
    const auto findings = check_figures({ before, after });
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].key, "q5");
    EXPECT_EQ(findings[0].other_key, "q6");
    EXPECT_EQ(findings[0].fault, FigureFault::ContradictsBase);
    EXPECT_DOUBLE_EQ(*findings[0].implied, 97.4);
    EXPECT_FALSE(is_refused(findings[0].fault));

    // 108 of 117 are the 92 % that were printed.
    auto sure = percentage("q9a", 92);
    after.base = 108;
    after.base_from_question = "q9a";
    EXPECT_EQ(faults({ sure, after }), "");
}

TEST(Figures, a_column_of_ranks_holds_each_rank_once)
{
    EXPECT_TRUE(is_permutation_of_ranks({ 3, 1, 2 }));
    EXPECT_FALSE(is_permutation_of_ranks({ 1, 2, 2 }));
    EXPECT_FALSE(is_permutation_of_ranks({ 0, 1, 2 }));
    EXPECT_FALSE(is_permutation_of_ranks({}));
}

} // namespace etabli

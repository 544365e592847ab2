// SPDX-License-Identifier: EUPL-1.2
// server/content/observatory_test.cpp
//
// The references as they are, and made-up ones that may not enter.

#include "server/content/observatory.hpp"

#include <gtest/gtest.h>

namespace etabli::content {

namespace {

json::value reference(const char* id)
{
    static const auto packs = Packs::read(ETABLI_SOURCE_DIR "/packs");
    return *packs.value().find("references", id);
}

json::object& record(json::value& from, json::string_view list, std::size_t index)
{
    return from.as_object().at(list).as_array().at(index).as_object();
}

std::string refusal(const json::value& figures)
{
    const auto admitted = admitted_findings(figures);
    return admitted.ok() ? "" : admitted.problem().detail();
}

} // namespace

TEST(Observatory, the_published_figures_enter_and_the_contradiction_of_q5_is_said)
{
    const auto findings = admitted_findings(reference("figures"));
    ASSERT_TRUE(findings.ok()) << findings.problem().detail();
    ASSERT_FALSE(findings.value().empty());
    for (const auto& finding : findings.value()) {
        EXPECT_EQ(finding.key, "q5");
        EXPECT_EQ(finding.fault, FigureFault::ContradictsBase);
        EXPECT_TRUE(finding.other_key.starts_with("q6")) << finding.other_key;
        EXPECT_DOUBLE_EQ(finding.implied.value_or(0), 97.4);
    }
}

TEST(Observatory, a_made_up_percentage_without_base_does_not_enter)
{
    auto figures = reference("figures");
    record(figures, "items", 1).at("base").as_object().at("n") = nullptr;
    EXPECT_NE(refusal(figures).find("percentage_without_base"), std::string::npos) << refusal(figures);
    figures = reference("figures");
    record(figures, "items", 1).at("perimeter") = nullptr;
    EXPECT_NE(refusal(figures).find("percentage_without_perimeter"), std::string::npos);
    EXPECT_NE(refusal(json::object { { "id", "figures" } }), "");
}

TEST(Observatory, the_ranks_of_countries_are_permutations_and_context)
{
    EXPECT_TRUE(check_ranks(reference("ewcs")).ok());
    auto ranks = reference("ewcs");
    record(ranks, "countries", 0).at("ranks").as_object().at("complexity") = 2;
    EXPECT_FALSE(check_ranks(ranks).ok());
    ranks = reference("ewcs");
    ranks.as_object().at("context_only") = false;
    EXPECT_FALSE(check_ranks(ranks).ok());
}

} // namespace etabli::content

// SPDX-License-Identifier: EUPL-1.2
// domain/observatory/figures.cpp

#include "domain/observatory/figures.hpp"

#include <algorithm>
#include <cmath>

namespace etabli {

namespace {

/// Percentages are printed whole: two that round to the same are the same.
constexpr double rounding = 0.5;

void check_percentage(const PublishedFigure& figure, std::vector<FigureFinding>& findings)
{
    if (!figure.is_percentage || !figure.value)
        return;
    const auto found = [&](FigureFault fault) { findings.push_back({ figure.key, fault, {}, {} }); };
    if (*figure.value < 0 || *figure.value > 100)
        found(FigureFault::PercentageOutOfRange);
    if (!figure.base || *figure.base < 1)
        found(FigureFault::PercentageWithoutBase);
    if (!figure.has_perimeter)
        found(FigureFault::PercentageWithoutPerimeter);
    if (figure.source.empty())
        found(FigureFault::PercentageWithoutSource);
}

bool gives(const PublishedFigure& figure, double share)
{
    if (figure.value)
        return std::abs(*figure.value - share) <= rounding;
    return std::any_of(figure.candidates.begin(), figure.candidates.end(), [&](const FigureCandidate& candidate) {
        return candidate.is_percentage && candidate.printed && std::abs(candidate.value - share) <= rounding;
    });
}

/// 114 people asked because they said yes among 117 suppose a yes of 97.4 % to the question before.
void check_base(const PublishedFigure& figure, const std::vector<PublishedFigure>& all, std::vector<FigureFinding>& findings)
{
    if (figure.base_from_question.empty() || !figure.base)
        return;
    for (const auto& asked_before : all) {
        if (asked_before.question != figure.base_from_question || !asked_before.base || *asked_before.base < 1)
            continue;
        const auto implied = 100.0 * static_cast<double>(*figure.base) / static_cast<double>(*asked_before.base);
        if (!gives(asked_before, implied))
            findings.push_back({ asked_before.key, FigureFault::ContradictsBase, figure.key, std::round(implied * 10) / 10 });
    }
}

} // namespace

bool is_refused(FigureFault fault)
{
    return fault != FigureFault::ContradictsBase;
}

std::vector<FigureFinding> check_figures(const std::vector<PublishedFigure>& figures)
{
    std::vector<FigureFinding> findings;
    for (const auto& figure : figures) {
        check_percentage(figure, findings);
        check_base(figure, figures, findings);
    }
    return findings;
}

bool is_permutation_of_ranks(const std::vector<std::int64_t>& ranks)
{
    auto sorted = ranks;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t index = 0; index < sorted.size(); ++index)
        if (sorted[index] != static_cast<std::int64_t>(index) + 1)
            return false;
    return !sorted.empty();
}

} // namespace etabli

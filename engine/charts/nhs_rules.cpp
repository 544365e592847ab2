// SPDX-License-Identifier: EUPL-1.2
// engine/charts/nhs_rules.cpp

#include "engine/charts/nhs_rules.hpp"

#include <algorithm>

namespace etabli::charts {

namespace {

constexpr std::size_t shift_points = 7; // the NHS's choice
constexpr std::size_t trend_steps = 6; // seven points

using Flags = std::vector<bool>;
using Signs = std::vector<int>;

int sign_of(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

struct Facts {
    Signs sides; // of the centre line
    Signs steps; // from each point to the next
    Flags outside; // the limits
    Flags close; // within them, beyond two thirds
};

Facts facts_of(std::span<const double> values, const Lines& lines)
{
    Facts made;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const double value = values[at];
        made.sides.push_back(sign_of(value - lines.centre[at]));
        if (at > 0)
            made.steps.push_back(sign_of(value - values[at - 1]));
        const bool is_outside = value > lines.upper[at] || value < lines.lower[at];
        made.outside.push_back(is_outside);
        made.close.push_back(!is_outside && (value < lines.near_lower[at] || value > lines.near_upper[at]));
    }
    return made;
}

/// Marks every stretch of at least `length` equal signs that are not zero; of steps, the point after the last one too.
enum class Of { Points, Steps };

Flags stretches(const Signs& signs, std::size_t length, Of of)
{
    const std::size_t extra = of == Of::Steps ? 1 : 0;
    Flags made(signs.size() + extra, false);
    for (std::size_t first = 0, last = 0; first < signs.size(); first = last) {
        while (last < signs.size() && signs[last] == signs[first])
            ++last;
        if (signs[first] != 0 && last - first >= length)
            for (std::size_t at = first; at < last + extra; ++at)
                made[at] = true;
    }
    return made;
}

/// Step 4.3: three neighbours on one side, two of them close to the limits; those two are marked.
Flags two_in_three(const Facts& facts)
{
    Flags made(facts.close.size(), false);
    for (std::size_t at = 2; at < facts.close.size(); ++at) {
        const int side = facts.sides[at];
        const int close = facts.close[at] + facts.close[at - 1] + facts.close[at - 2];
        if (side == 0 || facts.sides[at - 1] != side || facts.sides[at - 2] != side || close < 2)
            continue;
        for (std::size_t each = at - 2; each <= at; ++each)
            made[each] = made[each] || facts.close[each];
    }
    return made;
}

/// Step 4.2: where two trends meet, a point belongs to the later.
bool goes_up(const Facts& facts, const Flags& trend, std::size_t at)
{
    const bool goes_on = at + 1 < trend.size() && trend[at + 1];
    return facts.steps[goes_on ? at : at - 1] == 1;
}

} // namespace

std::vector<Signal> nhs_signals(std::span<const double> values, const Lines& lines, int first_point)
{
    const auto facts = facts_of(values, lines);
    const auto trend = stretches(facts.steps, trend_steps, Of::Steps);
    const auto shift = stretches(facts.sides, shift_points, Of::Points);
    const auto pairs = two_in_three(facts);
    std::vector<Signal> made;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const int point = first_point + static_cast<int>(at);
        const bool is_above = facts.sides[at] > 0;
        if (facts.outside[at]) // 4.1
            made.push_back({ point, is_above ? Rule::AboveUpper : Rule::BelowLower });
        else if (trend[at]) // 4.2
            made.push_back({ point, goes_up(facts, trend, at) ? Rule::TrendUp : Rule::TrendDown });
        else if (pairs[at]) // 4.3
            made.push_back({ point, is_above ? Rule::TwoInThreeAbove : Rule::TwoInThreeBelow });
        else if (shift[at]) // 4.4
            made.push_back({ point, is_above ? Rule::SevenAbove : Rule::SevenBelow });
    }
    return made;
}

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/comparison.hpp
//
// Two groups, or two waves of one, side by side: how far apart, how sure, and a code for the words that go with it. It says
// what differs, never why. docs/methods/statistics.md, section 5.

#pragma once

#include "engine/statistics/distributions.hpp"
#include "engine/statistics/ranks.hpp"

namespace etabli::statistics {

/// People of two groups, as if drawn separately: answers carry no name, so nobody is found again from one wave to the next.
struct Group {
    std::vector<double> answers;
    std::optional<std::int64_t> population; // at least as many as answers
};

struct Estimate {
    double value = 0;
    std::optional<Interval> interval;
};

/// What may be said of two groups. Sizes are Romano's marks for Cliff's delta.
enum class Reading {
    NotToldApart, // the interval of delta holds zero, or the rank sum is not rare: no sentence on a direction
    HigherHardly,
    HigherALittle,
    HigherClearly,
    HigherByFar,
    LowerHardly,
    LowerALittle,
    LowerClearly,
    LowerByFar,
};

/// The code that the words stand under.
std::string_view code_of(Reading reading);

/// Everything is second less first: above zero when the second is higher.
struct Comparison {
    Estimate difference; // of means, in steps of the scale; Welch, with finite populations
    std::optional<Estimate> standardised; // Hedges' g; nothing when nobody differs within the groups
    Estimate delta; // Cliff's, from -1 to 1: pairs the second wins less pairs the first wins, by pair
    std::optional<RankTest> rank_sum; // of the first; nothing when all answers are equal
    Reading reading = Reading::NotToldApart;
};

/// A group of fewer than two has no spread to judge a difference by.
inline constexpr std::size_t compared_min = 2;

/// `request.invalid` when a group has fewer than compared_min answers, or more than people. N. Cliff, Psychol. Bull. 114
/// (1993), p. 494; D. Feng and N. Cliff, J. Mod. Appl. Stat. Methods 3 (2004), p. 322; L. V. Hedges and I. Olkin,
/// Statistical Methods for Meta-Analysis (1985), p. 78-86; B. L. Welch, Biometrika 34 (1947), p. 28.
Result<Comparison> compare(const Group& first, const Group& second, double confidence = confidence_default);

} // namespace etabli::statistics

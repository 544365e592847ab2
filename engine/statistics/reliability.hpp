// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/reliability.hpp
//
// Whether the items of one scale go together, and how sure that is. It reverses no item and fills no hole: an item that
// runs the other way shows as a negative correlation with the rest. docs/methods/statistics.md, section 2.

#pragma once

#include <variant>

#include "engine/statistics/distributions.hpp"
#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

struct ItemReliability {
    std::int64_t answered = 0;
    double mean = 0;
    double deviation = 0;
    std::optional<double> rest_correlation; // with the sum of the others
    std::optional<double> corrected_correlation; // with the scale, the item's own error taken out
    std::optional<double> alpha_without; // nothing of two items
};

/// Of items on one scale, all in the same direction.
struct Reliability {
    std::int64_t people = 0; // who answered at least one item
    double alpha = 0; // at most 1; below zero when items contradict each other
    double alpha_standardised = 0;
    std::optional<double> g6; // Guttman's lambda 6; nothing when one item follows from the others
    double mean_correlation = 0; // between two items
    double error = 0; // Duhachek and Iacobucci's, of alpha
    Interval interval; // alpha -/+ z error
    Interval feldt;
    std::vector<ItemReliability> items; // in the order of columns
};

/// Why there is no alpha.
enum class NoReliability {
    FewerThanTwoItems,
    FewerThanTwoPeople,
    ItemWithoutVariance,
    PairWithoutAnswers,
    SumWithoutVariance,
    PairsContradict, // by holes, each pair rests on other people, and together they make an alpha above one
};

struct UndefinedReliability {
    NoReliability why;
    std::optional<int> item; // the column it is about, from 0
};

/// At most this many items: alpha without each item costs items^3, and no scale is that long.
inline constexpr int items_max = 300;

/// Rows are people, columns items. Holes are left out pair by pair. VERIFY: at most items_max columns.
/// L. J. Cronbach, Psychometrika 16 (1951), p. 297; L. Guttman, Psychometrika 10 (1945), p. 255; A. Duhachek and
/// D. Iacobucci, J. Appl. Psychol. 89 (2004), p. 792; L. S. Feldt, Psychometrika 30 (1965), p. 357.
std::variant<Reliability, UndefinedReliability> reliability_of(const Scores& scores, double confidence = confidence_default);

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/units.hpp
//
// Estimates of units that borrow from one another: what a small unit's own answers say, drawn towards the mean of all by
// as much as chance explains. They come back in the order in which units were given, and there is no function that sorts
// them: with units that explain a few per cent of the variance, a ranking would rank noise.
// docs/methods/statistics.md, section 4.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "engine/statistics/distributions.hpp"

namespace etabli::statistics {

/// What is needed of a unit's answers.
struct UnitAnswers {
    std::int64_t n = 0;
    double mean = 0;
    double squares = 0; // sum of (answer - mean)^2
    std::optional<std::int64_t> population; // at least n; with it, the estimate is of the people who are there now
};

UnitAnswers unit_answers(std::span<const double> answers, std::optional<std::int64_t> population = {});

struct UnitEstimate {
    std::int64_t n = 0;
    double own_mean = 0;
    double estimate = 0; // between own_mean and the mean of all
    double own_part = 0; // 0: only the mean of all counts; 1: only the unit's own answers do
    Interval interval;
};

struct Units {
    double mean = 0; // of all units, each by how well it is known
    double mean_error = 0;
    double variance_between = 0; // restricted maximum likelihood; 0 when units differ no more than by chance
    double variance_within = 0;
    double icc = 0; // share of the variance that units explain, of those two
    double icc_1 = 0; // the same from mean squares; may be below zero
    double icc_2 = 0; // how reliable a unit's mean is, at the mean size; may be below zero
    std::vector<std::optional<UnitEstimate>> estimates; // in the order given; nothing for a unit without answers
};

enum class NoUnits { FewerThanTwoUnits, OneAnswerPerUnit, NoVarianceWithin };

struct UnitsOutcome {
    std::optional<Units> units;
    std::optional<NoUnits> why_not;
};

/// `request.invalid` when a unit has more answers than people. The model: an answer is the unit's level plus an own part,
/// both normal. C. N. Morris, J. Am. Stat. Assoc. 78 (1983), p. 47; H. D. Patterson and R. Thompson, Biometrika 58 (1971),
/// p. 545; J. N. K. Rao, Small Area Estimation (2003), 7.2, for units of known size; P. D. Bliese (2000) for icc_1, icc_2.
Result<UnitsOutcome> estimate_units(std::span<const UnitAnswers> units, double confidence = confidence_default);

} // namespace etabli::statistics

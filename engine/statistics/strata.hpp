// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/strata.hpp
//
// People drawn by stratum, each speaking for several: totals, means and ratios of everybody, with the variance that the
// drawing leaves (linearised, without replacement in each stratum). docs/methods/statistics.md, section 6.

#pragma once

#include "engine/statistics/distributions.hpp"
#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

/// One person drawn.
struct Drawn {
    int stratum = 0; // an index into the populations
    std::optional<double> weight; // how many people this one speaks for, above 0; nothing: N/n of the stratum
};

class Design {
public:
    /// `populations` by stratum: how many people it has, at least as many as drawn; nothing when unknown, then weights are
    /// needed and nothing is taken off the variance. `request.invalid` when these do not fit, or nobody was drawn.
    static Result<Design> create(std::vector<std::optional<std::int64_t>> populations, std::vector<Drawn> people);

    int people() const { return static_cast<int>(weights_.size()); }
    int strata() const { return static_cast<int>(drawn_.size()); }
    double weight(int person) const { return weights_[static_cast<std::size_t>(person)]; }
    int stratum(int person) const { return stratum_of_[static_cast<std::size_t>(person)]; }
    std::int64_t drawn(int stratum) const { return drawn_[static_cast<std::size_t>(stratum)]; }
    /// 1 - n/N, the part of the variance that remains.
    double left_open(int stratum) const { return left_open_[static_cast<std::size_t>(stratum)]; }

private:
    std::vector<double> weights_; // by person
    std::vector<int> stratum_of_;
    std::vector<std::int64_t> drawn_; // by stratum
    std::vector<double> left_open_;
};

struct DesignEstimate {
    std::int64_t n = 0; // people it rests on
    double value = 0;
    std::optional<double> error; // nothing when a stratum of several people has one drawn
    std::optional<int> lonely_stratum; // that stratum
    int freedom = 0; // people less strata, of those it rests on
    std::optional<Interval> interval; // Student; nothing without freedom
    std::optional<double> design_effect; // variance by that of as many people drawn from all at once; nothing of a census
};

/// One number per person, in the order of the design; a hole is somebody outside the group one speaks of, or who left the
/// question: they count for nothing, and still for the size of their stratum. Nothing when all are holes (and, of a ratio,
/// when what it is divided by adds up to zero). VERIFY: as many numbers as people.
/// C.-E. Sarndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling (1992), 3.7, 5.5 to 5.8; T. Lumley, J. Stat. Softw.
/// 9:8 (2004), for the variants.
std::optional<DesignEstimate> design_total(
    const Design& design, std::span<const Score> of, double confidence = confidence_default);
std::optional<DesignEstimate> design_mean(
    const Design& design, std::span<const Score> of, double confidence = confidence_default);
std::optional<DesignEstimate> design_ratio(
    const Design& design, std::span<const Score> of, std::span<const Score> by, double confidence = confidence_default);

} // namespace etabli::statistics

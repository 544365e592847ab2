// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/agreement.hpp
//
// How far several judges of the same things agree: the six intraclass correlations of Shrout and Fleiss, which differ by
// what one wants to say of the judges. docs/methods/statistics.md, section 3.

#pragma once

#include "engine/statistics/distributions.hpp"
#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

struct Correlation {
    double value = 0; // at most 1; below zero when things judged alike differ more than others
    std::optional<Interval> interval; // nothing when judges agree perfectly
    double f = 0; // infinite when judges agree perfectly
    double freedom_1 = 0;
    double freedom_2 = 0;
    double p = 0; // of such an F when all things are alike
};

/// One judge's marks (single), or the mean of all of them (mean).
struct Agreement {
    Correlation one_way_single; // ICC(1,1): each thing has judges of its own
    Correlation two_way_single; // ICC(2,1): judges drawn from many, their severity counts
    Correlation fixed_single; // ICC(3,1): these judges alone, their severity does not
    Correlation one_way_mean; // ICC(1,k)
    Correlation two_way_mean; // ICC(2,k)
    Correlation fixed_mean; // ICC(3,k)
};

enum class NoAgreement { Holes, FewerThanTwoThings, FewerThanTwoJudges, AllAlike };

/// Why there is none, or all six.
struct AgreementOutcome {
    std::optional<Agreement> agreement;
    std::optional<NoAgreement> why_not;
};

/// Rows are things, columns judges; complete. P. E. Shrout and J. L. Fleiss, Psychol. Bull. 86 (1979), p. 420; intervals
/// as there, p. 424 to 426.
AgreementOutcome agreement_of(const Scores& scores, double confidence = confidence_default);

} // namespace etabli::statistics

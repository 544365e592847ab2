// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/distributions.hpp
//
// The few laws of chance that intervals and tests are read from. Probabilities are shares from 0 to 1; the library that
// computes them is known to this file's .cpp alone.

#pragma once

#include <cstdint>

namespace etabli::statistics {

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// How sure an interval is. 95 %: what readers of surveys are used to; it is printed beside every interval.
inline constexpr double confidence_default = 0.95;

/// The probability left beyond each end.
constexpr double tail_of(double confidence)
{
    return (1 - confidence) / 2;
}

/// P(Z <= x).
double normal_below(double x);
/// P(|Z| >= |z|).
double normal_two_sided(double z);
/// The x below which `share` of the law lies, 0 < share < 1. NaN where a law has no such value.
double normal_quantile(double share);
/// `freedom` above 0.
double student_quantile(double share, double freedom);
double fisher_quantile(double share, double freedom_1, double freedom_2);
double fisher_above(double f, double freedom_1, double freedom_2);

/// P(X <= x, Y <= y) of two standard normals with correlation -1 < rho < 1; x and y may be infinite. Absolute error below
/// 1e-12. Plackett, Biometrika 41 (1954), p. 351: the integral over the angle arcsin(rho).
double bivariate_normal_below(double x, double y, double rho);

/// People drawn without replacement.
struct Draw {
    std::int64_t population = 0;
    std::int64_t marked = 0; // of the population
    std::int64_t drawn = 0;
};

/// P(marked among the drawn <= count), and P(... >= count).
double hypergeometric_at_most(std::int64_t count, const Draw& draw);
double hypergeometric_at_least(std::int64_t count, const Draw& draw);

} // namespace etabli::statistics

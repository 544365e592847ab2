// SPDX-License-Identifier: EUPL-1.2
// engine/charts/sums.hpp
//
// Means as charts need them: a point that lies exactly on its centre line counts on neither side, so the last digit
// matters. Sums are taken in long double and a mean is corrected once by what it left over, as R does. NaN when there is
// nothing to take the mean of.

#pragma once

#include <span>
#include <vector>

namespace etabli::charts {

double sum_of(std::span<const double> values);
double mean_of(std::span<const double> values);
double median_of(std::vector<double> values);
/// Divided by their number less one; NaN for fewer than two.
double deviation_of(std::span<const double> values);

} // namespace etabli::charts

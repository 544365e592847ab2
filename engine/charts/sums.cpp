// SPDX-License-Identifier: EUPL-1.2
// engine/charts/sums.cpp

#include "engine/charts/sums.hpp"

#include <algorithm>
#include <cmath>

namespace etabli::charts {

double sum_of(std::span<const double> values)
{
    long double sum = 0;
    for (const double value : values)
        sum += value;
    return static_cast<double>(sum);
}

double mean_of(std::span<const double> values)
{
    if (values.empty())
        return std::nan("");
    const auto n = static_cast<long double>(values.size());
    long double sum = 0;
    for (const double value : values)
        sum += value;
    const long double mean = sum / n;
    long double left_over = 0;
    for (const double value : values)
        left_over += value - mean;
    return static_cast<double>(mean + left_over / n);
}

double median_of(std::vector<double> values)
{
    if (values.empty())
        return std::nan("");
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const double two[] { *std::max_element(values.begin(), middle), *middle };
    return mean_of(two);
}

double deviation_of(std::span<const double> values)
{
    if (values.size() < 2)
        return std::nan("");
    const long double mean = mean_of(values);
    long double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    // The variance is rounded before its root, as R does: equal spreads stay equal to the last digit.
    return std::sqrt(static_cast<double>(squares / static_cast<long double>(values.size() - 1)));
}

} // namespace etabli::charts

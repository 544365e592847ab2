// SPDX-License-Identifier: EUPL-1.2
// engine/charts/test_support.hpp
//
// Series and charts made for tests, and series drawn by seed.

#pragma once

#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "engine/charts/chart.hpp"

namespace etabli::charts::tests {

inline Series series_of(std::vector<double> values, std::vector<double> sizes = {})
{
    Series made;
    const auto n = values.size();
    made.has_sizes = !sizes.empty();
    made.values = std::move(values);
    made.sizes = sizes.empty() ? std::vector(n, 1.0) : std::move(sizes);
    for (std::size_t at = 0; at < n; ++at) {
        made.labels.push_back(std::to_string(at + 1));
        made.order.push_back(static_cast<double>(at + 1));
        made.lines.push_back(static_cast<int>(at) + 2);
    }
    return made;
}

inline Chart chart_of(const Series& series, const ChartOptions& options)
{
    auto made = make_chart(series, options);
    VERIFY(made.ok());
    return std::move(made).value();
}

inline std::vector<int> points_of(const Chart& chart)
{
    std::vector<int> made;
    for (const auto& signal : chart.signals)
        made.push_back(signal.point);
    return made;
}

/// Thirty-six counts of our own. Their sums, ranges, runs and crossings are those of a published monthly count, which may
/// not be copied here, so that its published lines are theirs too.
inline const std::vector<double> thirty_six { 17, 11, 26, 21, 23, 24, 20, 22, 27, 17, 20, 23, 15, 18, 17, 18, 23, 24, 19, 5, 24,
    17, 10, 8, 7, 11, 7, 12, 11, 4, 5, 3, 4, 9, 5, 7 };

/// A vector of the NHS package's own vignette on screening.
inline const std::vector<double> eighteen { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1 };

/// Normal values around 50, deviation 8: integers, so that ties happen.
inline std::vector<double> drawn_values(std::uint64_t seed, std::size_t points)
{
    std::mt19937_64 engine(seed);
    std::normal_distribution<double> normal(50, 8);
    std::vector<double> made(points);
    for (double& value : made)
        value = std::round(normal(engine));
    return made;
}

} // namespace etabli::charts::tests

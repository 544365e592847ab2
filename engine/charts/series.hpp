// SPDX-License-Identifier: EUPL-1.2
// engine/charts/series.hpp
//
// A file of points, read into series that a chart can be made of: x (a day or an order number), y, and n where the chart
// asks for it. Points come out in the order of x. Every refusal names its line. docs/methods/charts.md, section 1.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace etabli::charts {

/// More is no longer a chart that anybody reads, and would be drawn for minutes.
inline constexpr int rows_max = 1'000'000;
/// Beyond it, squares lose their last digits.
inline constexpr double value_max = 1e15;

/// What a point is made of.
enum class Shape {
    Values, // one row, y
    Ratios, // one row, y of n
    ValuesOfSizes, // one row, y of n; without a column n each counts as one
    Subgroups, // the rows that share an x
};

struct Series {
    std::string group; // what the group column says; empty without one
    std::vector<std::string> labels; // x as it was written
    std::vector<double> order; // x as a number: days, or the order number
    std::vector<int> lines; // where the point stands in the file; of a subgroup, its first row
    std::vector<double> values; // y; of a subgroup, the mean of its rows
    std::vector<double> sizes; // n; of a subgroup, how many rows; 1 without
    std::vector<double> deviations; // of a subgroup; NaN of one row; empty without subgroups
    bool has_sizes = false; // whether the file has n

    std::size_t size() const { return values.size(); }
};

struct SeriesColumns {
    Shape shape = Shape::Values;
    std::string group; // the column that tells groups apart; empty: one series
};

/// A day or an order number as a file writes it, for what is asked beside a file; nothing when it is neither.
std::optional<double> parse_order(std::string_view text);

/// In the order in which groups first appear. `request.invalid` names the line.
Result<std::vector<Series>> read_series(std::string_view text, const SeriesColumns& columns);

} // namespace etabli::charts

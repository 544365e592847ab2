// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/scores.hpp
//
// A table of numbers: a row per person, a column per item, holes where somebody left a question.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace etabli::statistics {

using Score = std::optional<double>;

class Scores {
public:
    /// `columns` at least 1.
    explicit Scores(int columns);
    /// `request.invalid` when the row has another length than the table, or a number is not finite.
    Result<void> add_row(std::span<const Score> row);

    int rows() const { return static_cast<int>(cells_.size()) / columns_; }
    int columns() const { return columns_; }
    Score at(int row, int column) const;
    bool is_complete() const;
    /// Everything in a column that is not a hole, in the order of rows.
    std::vector<double> column(int column) const;

private:
    int columns_;
    std::vector<double> cells_; // row after row; a hole is NaN
};

/// Nothing of no number.
std::optional<double> mean_of(std::span<const double> numbers);
/// Divided by n - 1; nothing of fewer than two numbers.
std::optional<double> variance_of(std::span<const double> numbers);

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/polychoric.hpp
//
// How two ordered questions go together, as if each option were a stretch of something continuous and normal. The two-step
// variant: thresholds from the margins, then the likeliest correlation. docs/methods/statistics.md, section 8.

#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"

namespace etabli::statistics {

/// People by option of two questions: rows are options of the first, columns of the second.
using CrossTable = std::vector<std::vector<std::int64_t>>;

/// Correlations are looked for between -/+ this: beyond, the normal surface folds onto a line.
inline constexpr double polychoric_max = 0.9999;

struct Polychoric {
    std::int64_t n = 0;
    double correlation = 0;
    bool is_at_bound = false; // the table asks for -1 or 1, most often for an empty cell
    std::vector<double> row_thresholds; // between the options that somebody chose
    std::vector<double> column_thresholds;
};

/// Options that nobody chose are left out; no empty cell is filled. Nothing when fewer than two options of a question
/// remain. `request.invalid` when rows differ in length, a count is below zero, or there are more than options_max of
/// either. U. Olsson, Psychometrika 44 (1979), p. 443.
Result<std::optional<Polychoric>> polychoric_two_step(const CrossTable& table);

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ranks.hpp
//
// Two tests that look at the order of answers alone. docs/methods/statistics.md, section 5.

#pragma once

#include <optional>
#include <span>

#include "base/result.hpp"

namespace etabli::statistics {

struct RankTest {
    double statistic = 0;
    double p = 0; // two-sided
    bool is_exact = false; // counted; otherwise from the normal law, with ties and a correction for continuity
};

/// Counted below this many people (in each group), when nothing is tied: as R does.
inline constexpr std::size_t counted_below = 50;

/// Of two separate groups: how many pairs (one of each) the first wins, ties for a half. Nothing when a group is empty or all
/// answers are equal. F. Wilcoxon, Biometrics Bull. 1 (1945), p. 80; H. B. Mann and D. R. Whitney, Ann. Math. Stat. 18
/// (1947), p. 50.
std::optional<RankTest> rank_sum_test(std::span<const double> first, std::span<const double> second);

/// Of the same people twice: the ranks of the differences that are above zero; people who did not move are left out, and
/// take away exactness. Nothing when nobody moved. `request.invalid` when the sizes differ.
Result<std::optional<RankTest>> signed_rank_test(std::span<const double> before, std::span<const double> after);

} // namespace etabli::statistics

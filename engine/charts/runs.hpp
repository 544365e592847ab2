// SPDX-License-Identifier: EUPL-1.2
// engine/charts/runs.hpp
//
// Runs on one side of a line and crossings of it: what a lasting change leaves, whatever the law of the points.
// docs/methods/charts.md, section 3.

#pragma once

#include <optional>
#include <span>

namespace etabli::charts {

/// Anhoej's two bounds, or the box of both that keeps false alarms nearer one in twenty (10 to 100 useful points).
enum class RunsBounds { Anhoej, BestBox, CutBox };

inline constexpr int box_points_min = 10;
inline constexpr int box_points_max = 100;

struct Runs {
    int useful = 0; // points not on the line
    int longest = 0;
    int longest_max = 0;
    int crossings = 0;
    int crossings_min = 0;
    int longest_first = 0; // places among the values given, from 0
    int longest_last = 0;
    RunsBounds bounds = RunsBounds::Anhoej; // those that were used
    bool signal = false;
};

/// Values NaN are passed over. Nothing when no point is off the line.
/// J. Anhoej and A. V. Olesen, PLOS ONE 9(11) (2014), e113825; J. Anhoej and T. Wentzel-Larsen, BMC Med. Res. Methodol. 18
/// (2018), 148, for the boxes.
std::optional<Runs> runs_of(std::span<const double> values, std::span<const double> centre, RunsBounds bounds);

/// Of n points off the line: the longest run that chance explains, and the fewest crossings (5 % of n - 1 coin tosses).
int longest_run_max(int useful);
int crossings_min(int useful);

} // namespace etabli::charts

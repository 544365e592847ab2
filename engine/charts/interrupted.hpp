// SPDX-License-Identifier: EUPL-1.2
// engine/charts/interrupted.hpp
//
// A series before and after a dated change, seen as lines with a step between them. It says by how much the series left the
// line it was on, with how many points and people that is known, and never why. docs/methods/charts.md, section 5.

#pragma once

#include <optional>

#include "engine/charts/regression.hpp"
#include "engine/charts/series.hpp"
#include "engine/statistics/distributions.hpp"

namespace etabli::charts {

/// On each side of the change: a line needs three points to be one.
inline constexpr int side_points_min = 3;
/// Under it, least squares only: a correlation of neighbours cannot be estimated from so few (Turner and others, 2020).
inline constexpr int autoregressive_points_min = 12;

enum class Effect { Level, LevelAndSlope };
enum class Errors { ByLength, NeweyWest, Autoregressive };

struct InterruptedOptions {
    double change_at = 0; // the first x after the change, as Series::order has it
    Effect effect = Effect::LevelAndSlope;
    Errors errors = Errors::ByLength;
    std::optional<int> lag; // of Newey and West; a rule of thumb unless given
    int season = 1; // points in a year: 12 of months; 1 for none
    double confidence = statistics::confidence_default;
};

struct Coefficient {
    std::string name; // start, slope, level_change, slope_change, season_2…
    double estimate = 0;
    double error = 0;
    std::optional<statistics::Interval> interval; // Student
};

/// How many points and people something is known from.
struct Footing {
    int before = 0; // points
    int after = 0;
    std::optional<double> people_fewest; // of n at a point; nothing without n
    std::optional<double> people_most;
};

struct Interrupted {
    std::vector<Coefficient> coefficients;
    Footing footing;
    Errors errors = Errors::NeweyWest; // those that were used
    int lag = 0;
    double phi = 0;
    double durbin_watson = 0;
    bool is_short = false; // intervals are narrower than they should be
};

/// `study.not_computable` with fewer than three points on a side, or without enough for the seasons.
Result<Interrupted> study_interrupted(const Series& series, const InterruptedOptions& options);

/// Newey and West's rule of thumb, and at least a season.
int usual_lag(int points, int season);

} // namespace etabli::charts

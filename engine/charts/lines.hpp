// SPDX-License-Identifier: EUPL-1.2
// engine/charts/lines.hpp
//
// Centre line and limits of one part of a series, by type of chart. docs/methods/charts.md, section 2.

#pragma once

#include "engine/charts/chart.hpp"

namespace etabli::charts {

struct PartData {
    std::span<const double> values;
    std::span<const double> sizes;
    std::span<const double> deviations; // empty but for subgroups
    std::vector<bool> is_base; // lines rest on these points
};

struct DrawnPart {
    std::vector<double> values;
    Lines lines;
    std::vector<int> screened; // places from 0
    std::optional<double> dispersion;
};

/// By the options' type. NaN where a line does not exist.
DrawnPart draw_part(const PartData& part, const ChartOptions& options);
/// The median instead, and no limits: what few points allow.
DrawnPart draw_plain_run(const PartData& part, const ChartOptions& options);

/// What is drawn of a part, before any line: y, y/n, ranges, deviations.
std::vector<double> values_of(const PartData& part, ChartType type);

/// Step 2.3: what a normal deviation is multiplied with when it is estimated from n.
double c4(double n);

inline constexpr double sigmas = 3; // limits: Shewhart's choice, for rare false alarms whatever the law
inline constexpr double near_sigmas = 2;
inline constexpr double range_per_sigma = 1.128; // d2 of two: the mean range of two normal values
inline constexpr double range_limit = 3.267; // D4 of two: moving ranges beyond it are not of chance
inline constexpr double range_limit_prime = 3.2665; // the same, as I' charts were published with
inline constexpr double nhs_limit = 2.66; // 3 / 1.128, as the NHS rounds it
inline constexpr double t_power = 3.6; // times between rare events, made nearly normal (Nelson 1994)

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/nhs_rules.hpp
//
// The four rules of NHS England's Making Data Count, as an option. docs/methods/charts.md, section 4.

#pragma once

#include "engine/charts/chart.hpp"

namespace etabli::charts {

/// Of one part, whose first point is numbered `first_point`. At most one rule per point: the first that holds. Without
/// limits (NaN), nothing is outside them.
std::vector<Signal> nhs_signals(std::span<const double> values, const Lines& lines, int first_point);

} // namespace etabli::charts

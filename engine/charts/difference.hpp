// SPDX-License-Identifier: EUPL-1.2
// engine/charts/difference.hpp
//
// Units where something changed beside units where it did not, before and after: how much more the first moved than the
// second. It supposes that all would have moved alike, which no figure can show. docs/methods/charts.md, section 6.

#pragma once

#include "engine/charts/interrupted.hpp"

namespace etabli::charts {

/// Of each kind: the spread between units cannot be seen from one.
inline constexpr int kind_units_min = 2;
/// Under it, intervals by clusters are too narrow (Cameron and Miller, 2015), and said to be.
inline constexpr int clusters_usual_min = 20;

struct DifferenceOptions {
    double change_at = 0; // the first x after the change, as Series::order has it
    std::vector<std::string> changed; // names of the units where something changed
    double confidence = statistics::confidence_default;
};

struct Difference {
    Coefficient effect;
    int units_changed = 0;
    int units_compared = 0;
    int times_before = 0;
    int times_after = 0;
    int rows = 0;
    Footing footing; // rows before and after, people of a unit at a time
    bool is_few_units = false;
    bool has_lone_kind = false; // one unit of a kind: there is no interval
};

/// A series per unit. `study.not_computable` when a kind of unit or a side of the change is missing, `request.invalid` when
/// a unit named is not in the file.
Result<Difference> study_difference(const std::vector<Series>& units, const DifferenceOptions& options);

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/boxes.hpp
//
// For 10 to 100 points off the line, which crossings and longest runs are taken together as chance.

#pragma once

#include <optional>

namespace etabli::charts {

struct Box {
    struct Corner {
        int crossings_min = 0; // where the run is as long as the box allows
        int longest_max = 0; // where crossings are as few as it allows
    };
    int crossings_min = 0;
    int longest_max = 0;
    std::optional<Corner> corner; // what the cut box takes off the best one; nothing where it takes nothing
};

/// VERIFY: from box_points_min to box_points_max.
const Box& box_of(int useful);

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/boxes.cpp
//
// The table is computed, not copied: boxes_test.cpp makes it again from its definition (docs/methods/charts.md, 3.5).

#include "engine/charts/boxes.hpp"

#include <array>

#include "base/result.hpp"
#include "engine/charts/runs.hpp"

namespace etabli::charts {

namespace {

/// From ten useful points to a hundred.
constexpr std::array boxes {
    Box { 2, 6, Box::Corner { 3, 5 } },
    Box { 3, 7, Box::Corner { 4, 6 } },
    Box { 3, 6, {} },
    Box { 3, 6, {} },
    Box { 3, 6, {} },
    Box { 4, 7, Box::Corner { 6, 6 } },
    Box { 5, 8, Box::Corner { 6, 7 } },
    Box { 5, 7, {} },
    Box { 5, 7, Box::Corner { 6, 6 } },
    Box { 5, 7, Box::Corner { 6, 5 } },
    Box { 6, 7, {} },
    Box { 7, 8, {} },
    Box { 6, 7, Box::Corner { 7, 6 } },
    Box { 6, 7, Box::Corner { 7, 6 } },
    Box { 6, 7, Box::Corner { 7, 6 } },
    Box { 6, 7, {} },
    Box { 9, 9, Box::Corner { 10, 7 } },
    Box { 9, 8, Box::Corner { 10, 7 } },
    Box { 9, 8, Box::Corner { 11, 7 } },
    Box { 10, 8, {} },
    Box { 11, 10, Box::Corner { 12, 9 } },
    Box { 11, 9, Box::Corner { 14, 8 } },
    Box { 11, 8, {} },
    Box { 11, 8, Box::Corner { 12, 7 } },
    Box { 11, 8, Box::Corner { 13, 7 } },
    Box { 12, 8, {} },
    Box { 13, 9, Box::Corner { 15, 8 } },
    Box { 14, 10, {} },
    Box { 13, 8, {} },
    Box { 15, 11, {} },
    Box { 15, 9, {} },
    Box { 15, 9, Box::Corner { 17, 8 } },
    Box { 14, 8, {} },
    Box { 14, 8, {} },
    Box { 17, 10, {} },
    Box { 17, 9, {} },
    Box { 17, 9, Box::Corner { 19, 8 } },
    Box { 17, 9, Box::Corner { 20, 7 } },
    Box { 19, 12, Box::Corner { 20, 11 } },
    Box { 19, 10, Box::Corner { 21, 9 } },
    Box { 19, 9, {} },
    Box { 19, 9, Box::Corner { 21, 8 } },
    Box { 19, 9, Box::Corner { 21, 7 } },
    Box { 21, 11, Box::Corner { 23, 9 } },
    Box { 21, 10, Box::Corner { 23, 8 } },
    Box { 21, 9, {} },
    Box { 21, 9, Box::Corner { 23, 8 } },
    Box { 23, 12, Box::Corner { 25, 11 } },
    Box { 23, 10, Box::Corner { 24, 9 } },
    Box { 23, 10, Box::Corner { 26, 8 } },
    Box { 23, 9, {} },
    Box { 23, 9, Box::Corner { 24, 8 } },
    Box { 25, 11, Box::Corner { 27, 9 } },
    Box { 25, 10, Box::Corner { 27, 9 } },
    Box { 26, 11, Box::Corner { 27, 10 } },
    Box { 26, 10, Box::Corner { 27, 9 } },
    Box { 27, 12, Box::Corner { 29, 10 } },
    Box { 27, 10, {} },
    Box { 27, 10, Box::Corner { 29, 8 } },
    Box { 28, 11, Box::Corner { 29, 8 } },
    Box { 29, 14, Box::Corner { 30, 13 } },
    Box { 29, 11, Box::Corner { 31, 9 } },
    Box { 29, 10, Box::Corner { 30, 9 } },
    Box { 30, 11, Box::Corner { 31, 10 } },
    Box { 30, 10, {} },
    Box { 31, 12, Box::Corner { 32, 9 } },
    Box { 31, 11, Box::Corner { 34, 8 } },
    Box { 31, 10, Box::Corner { 33, 9 } },
    Box { 32, 11, Box::Corner { 33, 8 } },
    Box { 33, 13, Box::Corner { 37, 11 } },
    Box { 33, 11, Box::Corner { 35, 9 } },
    Box { 33, 10, {} },
    Box { 34, 11, Box::Corner { 36, 10 } },
    Box { 33, 10, Box::Corner { 36, 7 } },
    Box { 35, 11, {} },
    Box { 35, 11, Box::Corner { 38, 8 } },
    Box { 35, 10, Box::Corner { 36, 9 } },
    Box { 35, 10, Box::Corner { 38, 8 } },
    Box { 37, 12, Box::Corner { 38, 10 } },
    Box { 37, 11, Box::Corner { 39, 9 } },
    Box { 38, 12, {} },
    Box { 37, 10, Box::Corner { 39, 9 } },
    Box { 39, 13, Box::Corner { 41, 12 } },
    Box { 39, 11, Box::Corner { 40, 10 } },
    Box { 39, 11, Box::Corner { 42, 8 } },
    Box { 39, 10, {} },
    Box { 39, 10, Box::Corner { 41, 8 } },
    Box { 41, 12, Box::Corner { 42, 9 } },
    Box { 41, 11, Box::Corner { 44, 9 } },
    Box { 42, 12, Box::Corner { 43, 10 } },
    Box { 41, 10, Box::Corner { 42, 9 } },
};
static_assert(boxes.size() == box_points_max - box_points_min + 1);

} // namespace

const Box& box_of(int useful)
{
    VERIFY(useful >= box_points_min && useful <= box_points_max);
    return boxes[static_cast<std::size_t>(useful - box_points_min)];
}

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/runs.cpp

#include "engine/charts/runs.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/result.hpp"
#include "engine/charts/boxes.hpp"

namespace etabli::charts {

namespace {

/// Step 3.5. Beyond a hundred points, and under ten, there are no boxes: Anhoej's bounds.
RunsBounds usable(RunsBounds bounds, int useful)
{
    return useful < box_points_min || useful > box_points_max ? RunsBounds::Anhoej : bounds;
}

bool is_signal(const Runs& runs)
{
    if (runs.bounds == RunsBounds::Anhoej) // 3.4
        return runs.longest > runs.longest_max || runs.crossings < runs.crossings_min;
    const auto& box = box_of(runs.useful);
    if (runs.crossings < box.crossings_min || runs.longest > box.longest_max)
        return true;
    if (runs.bounds == RunsBounds::BestBox || !box.corner)
        return false;
    return (runs.crossings == box.crossings_min && runs.longest > box.corner->longest_max)
        || (runs.longest == box.longest_max && runs.crossings < box.corner->crossings_min);
}

} // namespace

std::optional<Runs> runs_of(std::span<const double> values, std::span<const double> centre, RunsBounds bounds)
{
    VERIFY(values.size() == centre.size());
    Runs made;
    int side = 0;
    int length = 0;
    int first = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const int now = values[at] > centre[at] ? 1 : values[at] < centre[at] ? -1 : 0;
        if (now == 0) // 3.1: on the line, or no value
            continue;
        made.useful += 1;
        if (now != side) { // 3.2, 3.3
            made.crossings += side == 0 ? 0 : 1;
            side = now;
            length = 0;
            first = static_cast<int>(at);
        }
        length += 1;
        if (length > made.longest) {
            made.longest = length;
            made.longest_first = first;
            made.longest_last = static_cast<int>(at);
        }
    }
    if (made.useful == 0)
        return std::nullopt;
    made.longest_max = longest_run_max(made.useful);
    made.crossings_min = crossings_min(made.useful);
    made.bounds = usable(bounds, made.useful);
    made.signal = is_signal(made);
    if (made.bounds != RunsBounds::Anhoej) {
        made.longest_max = box_of(made.useful).longest_max;
        made.crossings_min = box_of(made.useful).crossings_min;
    }
    return made;
}

int longest_run_max(int useful)
{
    return static_cast<int>(std::lround(std::log2(useful))) + 3; // 3.2
}

int crossings_min(int useful)
{
    const int tosses = std::max(useful - 1, 0);
    // 3.3. Below twelve deviations lies less than 1e-30: one may begin there, and so count as fast for long series.
    const double deviations = 12 * std::sqrt(tosses) / 2;
    int heads = std::max(0, static_cast<int>(tosses / 2.0 - deviations));
    double chance = std::exp(
        std::lgamma(tosses + 1.0) - std::lgamma(heads + 1.0) - std::lgamma(tosses - heads + 1.0) - tosses * std::numbers::ln2);
    double below = chance;
    constexpr double rare = 0.05;
    while (below < rare) {
        chance *= static_cast<double>(tosses - heads) / (heads + 1);
        heads += 1;
        below += chance;
    }
    return heads;
}

} // namespace etabli::charts

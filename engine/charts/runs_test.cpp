// SPDX-License-Identifier: EUPL-1.2
// engine/charts/runs_test.cpp
//
// Bounds against the table of docs/methods/charts.md (qicharts2 0.8.1, R 4.2.2); boxes made again from their definition.

#include "engine/charts/runs.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "engine/charts/boxes.hpp"

namespace etabli::charts {

namespace {

Runs runs(const std::vector<double>& values, double centre, RunsBounds bounds = RunsBounds::Anhoej)
{
    return runs_of(values, std::vector<double>(values.size(), centre), bounds).value();
}

constexpr int most = 30; // beyond it a debugging build is slow; bench/charts makes all of them
constexpr double target = 0.925; // of the boxes: what chance alone has to stay in
constexpr double shift = 0.8; // of the boxes: the change they are best for, in deviations

using Chances = std::vector<std::vector<double>>; // by crossings and longest run

/// By number of points, when each is above the line with that chance: the last run is peeled off.
std::vector<Chances> chances(double above)
{
    std::vector<std::vector<Chances>> ending(
        2, std::vector<Chances>(most + 1, Chances(most + 1, std::vector<double>(most + 1))));
    const double side_chance[] { above, 1 - above };
    for (std::size_t n = 1; n <= most; ++n)
        for (const std::size_t side : { 0U, 1U }) {
            ending[side][n][0][n] = std::pow(side_chance[side], static_cast<double>(n));
            for (std::size_t length = 1; length < n; ++length)
                for (std::size_t crossings = 0; crossings < n - length; ++crossings)
                    for (std::size_t longest = 1; longest <= n - length; ++longest)
                        ending[side][n][crossings + 1][std::max(length, longest)]
                            += ending[1 - side][n - length][crossings][longest]
                            * std::pow(side_chance[side], static_cast<double>(length));
        }
    for (std::size_t n = 1; n <= most; ++n)
        for (std::size_t crossings = 0; crossings < n; ++crossings)
            for (std::size_t longest = 1; longest <= n; ++longest)
                ending[0][n][crossings][longest] += ending[1][n][crossings][longest];
    return std::move(ending[0]);
}

double within(const Chances& of, std::size_t n, std::size_t crossings_min, std::size_t longest_max)
{
    double sum = 0;
    for (auto crossings = crossings_min; crossings < n; ++crossings)
        for (std::size_t longest = 1; longest <= longest_max; ++longest)
            sum += of[crossings][longest];
    return sum;
}

/// Step 3.5: the box that a change leaves most often.
Box best_box(const Chances& alone, const Chances& changed, std::size_t n)
{
    Box best;
    double least = 2;
    for (std::size_t crossings = 0; crossings < n; ++crossings)
        for (std::size_t longest = 1; longest <= n; ++longest)
            if (within(alone, n, crossings, longest) >= target)
                if (const double kept = within(changed, n, crossings, longest); kept < least - 1e-15) {
                    least = kept;
                    best = { static_cast<int>(crossings), static_cast<int>(longest), {} };
                }
    return best;
}

/// Step 3.5: its corner, then one cell after another of its two edges, the likelier under a change first.
std::optional<Box::Corner> corner_of(const Chances& alone, const Chances& changed, std::size_t n, const Box& box)
{
    const auto fewest = static_cast<std::size_t>(box.crossings_min);
    const auto longest = static_cast<std::size_t>(box.longest_max);
    double left = within(alone, n, fewest, longest) - alone[fewest][longest];
    if (left < target)
        return {};
    std::size_t row = longest - 1;
    std::size_t column = fewest + 1;
    for (;;) {
        const bool can_row = row >= 1 && left - alone[fewest][row] >= target && changed[fewest][row] > 0;
        const bool can_column = column < n && left - alone[column][longest] >= target && changed[column][longest] > 0;
        if (!can_row && !can_column)
            return Box::Corner { static_cast<int>(column), static_cast<int>(row) };
        if (can_row && (!can_column || changed[fewest][row] >= changed[column][longest]))
            left -= alone[fewest][row--];
        else
            left -= alone[column++][longest];
    }
}

} // namespace

TEST(Runs, have_the_bounds_of_the_published_table)
{
    const std::vector<std::vector<int>> table { { 10, 6, 2 }, { 12, 7, 3 }, { 15, 7, 4 }, { 20, 7, 6 }, { 24, 8, 8 },
        { 30, 8, 10 }, { 36, 8, 13 }, { 50, 9, 19 }, { 100, 10, 41 } };
    for (const auto& line : table) {
        EXPECT_EQ(longest_run_max(line[0]), line[1]) << line[0];
        EXPECT_EQ(crossings_min(line[0]), line[2]) << line[0];
    }
    // qbinom(.05, c(999, 12764, 99999), .5); qbinom(.05, 0, .5)
    EXPECT_EQ(crossings_min(1000), 474);
    EXPECT_EQ(crossings_min(12765), 6289);
    EXPECT_EQ(crossings_min(100'000), 49'739);
    EXPECT_EQ(crossings_min(1), 0);
}

TEST(Runs, points_on_the_line_are_passed_over)
{
    const auto found = runs({ 1, 5, 3, 5, 1, 3, 1, 5, std::nan("") }, 3);
    EXPECT_EQ(found.useful, 6);
    EXPECT_EQ(found.longest, 2);
    EXPECT_EQ(found.longest_first, 1);
    EXPECT_EQ(found.longest_last, 3);
    EXPECT_EQ(found.crossings, 3);
    EXPECT_FALSE(runs_of(std::vector { 3.0, 3.0 }, std::vector { 3.0, 3.0 }, RunsBounds::Anhoej));
}

TEST(Runs, a_lasting_change_is_a_signal)
{
    const auto found = runs({ 1, 2, 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9, 8, 9 }, 5);
    EXPECT_EQ(found.longest, 8);
    EXPECT_EQ(found.crossings, 1);
    EXPECT_TRUE(found.signal);
}

TEST(Runs, boxes_are_those_of_their_definition)
{
    const auto alone = chances(0.5);
    const auto changed = chances(0.5 * std::erfc(-shift / std::sqrt(2.0)));
    for (std::size_t n = box_points_min; n <= most; ++n) {
        const auto& box = box_of(static_cast<int>(n));
        const auto made = best_box(alone[n], changed[n], n);
        EXPECT_EQ(box.crossings_min, made.crossings_min) << n;
        EXPECT_EQ(box.longest_max, made.longest_max) << n;
        const auto corner = corner_of(alone[n], changed[n], n, made);
        ASSERT_EQ(box.corner.has_value(), corner.has_value()) << n;
        if (corner) {
            EXPECT_EQ(box.corner->crossings_min, corner->crossings_min) << n;
            EXPECT_EQ(box.corner->longest_max, corner->longest_max) << n;
        }
    }
}

TEST(Runs, boxes_are_for_ten_to_a_hundred_points)
{
    EXPECT_EQ(runs({ 1, 9, 1, 9, 1, 9, 1, 9, 1 }, 5, RunsBounds::CutBox).bounds, RunsBounds::Anhoej);
    EXPECT_EQ(runs({ 1, 9, 1, 9, 1, 9, 1, 9, 1, 9 }, 5, RunsBounds::CutBox).bounds, RunsBounds::CutBox);
}

TEST(Runs, a_cut_box_takes_the_corner_off_the_best_one)
{
    // Ten points: the best box allows 2 crossings and runs of 6, the cut box not both.
    const std::vector<double> corner { 9, 9, 9, 9, 9, 9, 1, 1, 9, 9 };
    EXPECT_FALSE(runs(corner, 5, RunsBounds::BestBox).signal);
    EXPECT_TRUE(runs(corner, 5, RunsBounds::CutBox).signal);
}

} // namespace etabli::charts

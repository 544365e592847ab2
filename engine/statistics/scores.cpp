// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/scores.cpp

#include "engine/statistics/scores.hpp"

#include <cmath>
#include <limits>
#include <numeric>

namespace etabli::statistics {

namespace {

/// Far above any survey: 100 items for two million people.
constexpr std::size_t cells_max = 200'000'000;

} // namespace

Scores::Scores(int columns) : columns_(columns)
{
    VERIFY(columns >= 1);
}

Result<void> Scores::add_row(std::span<const Score> row)
{
    if (row.size() != static_cast<std::size_t>(columns_) || cells_.size() + row.size() > cells_max)
        return Problem("request.invalid", fmt::format("a row of {} numbers in a table of {} columns", row.size(), columns_));
    for (const auto& score : row)
        if (score && !std::isfinite(*score))
            return Problem("request.invalid", "a number is not finite");
    for (const auto& score : row)
        cells_.push_back(score.value_or(std::numeric_limits<double>::quiet_NaN()));
    return {};
}

Score Scores::at(int row, int column) const
{
    const double cell
        = cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
    return std::isnan(cell) ? Score() : Score(cell);
}

bool Scores::is_complete() const
{
    return std::none_of(cells_.begin(), cells_.end(), [](double cell) { return std::isnan(cell); });
}

std::vector<double> Scores::column(int column) const
{
    std::vector<double> found;
    for (int row = 0; row < rows(); ++row)
        if (const auto score = at(row, column))
            found.push_back(*score);
    return found;
}

std::optional<double> mean_of(std::span<const double> numbers)
{
    if (numbers.empty())
        return std::nullopt;
    const auto n = static_cast<double>(numbers.size());
    const double rough = std::accumulate(numbers.begin(), numbers.end(), 0.0) / n;
    // Once more around the rough mean: what the first sum rounded away.
    double rest = 0;
    for (const double number : numbers)
        rest += number - rough;
    return rough + rest / n;
}

std::optional<double> variance_of(std::span<const double> numbers)
{
    if (numbers.size() < 2)
        return std::nullopt;
    const double mean = *mean_of(numbers);
    double squares = 0;
    for (const double number : numbers)
        squares += (number - mean) * (number - mean);
    return squares / static_cast<double>(numbers.size() - 1);
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/polychoric.cpp

#include "engine/statistics/polychoric.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "engine/statistics/distributions.hpp"
#include "engine/statistics/ordinal.hpp"

namespace etabli::statistics {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Steps 8.1: the ends of each option, from minus to plus infinity.
std::vector<double> thresholds_of(const std::vector<std::int64_t>& margin)
{
    std::int64_t all = 0;
    for (const auto people : margin)
        all += people;
    std::vector<double> made { -infinite };
    std::int64_t below = 0;
    for (std::size_t option = 0; option + 1 < margin.size(); ++option) {
        below += margin[option];
        made.push_back(normal_quantile(static_cast<double>(below) / static_cast<double>(all)));
    }
    made.push_back(infinite);
    return made;
}

double density(double x, double y, double rho)
{
    if (std::isinf(x) || std::isinf(y))
        return 0;
    const double rest = 1 - rho * rho;
    return std::exp(-(x * x + y * y - 2 * rho * x * y) / (2 * rest)) / (2 * std::numbers::pi * std::sqrt(rest));
}

class Likelihood {
public:
    Likelihood(const CrossTable& table, const std::vector<double>& rows, const std::vector<double>& columns)
        : table_(table)
        , rows_(rows)
        , columns_(columns)
    {
    }

    double log_at(double rho) const
    {
        // Far from the likeliest, a cell with people may get a probability below the smallest number.
        constexpr double least = std::numeric_limits<double>::min();
        double sum = 0;
        each_filled_cell(
            rho, [&](double people, double probability, double) { sum += people * std::log(std::max(probability, least)); });
        return sum;
    }

    double slope_at(double rho) const
    {
        double sum = 0;
        each_filled_cell(rho, [&](double people, double probability, double change) { sum += people * change / probability; });
        return sum;
    }

private:
    /// `visit(people, probability, its slope by rho)`. The slope of the law of two normals is their density.
    template <class Visit>
    void each_filled_cell(double rho, Visit&& visit) const
    {
        const auto corners = [&](auto&& function) {
            CrossTableOfReals made(rows_.size(), std::vector<double>(columns_.size()));
            for (std::size_t row = 0; row < rows_.size(); ++row)
                for (std::size_t column = 0; column < columns_.size(); ++column)
                    made[row][column] = function(rows_[row], columns_[column], rho);
            return made;
        };
        const auto below = corners(bivariate_normal_below);
        const auto slopes = corners(density);
        const auto inside = [](const CrossTableOfReals& of, std::size_t row, std::size_t column) {
            return of[row + 1][column + 1] - of[row][column + 1] - of[row + 1][column] + of[row][column];
        };
        for (std::size_t row = 0; row < table_.size(); ++row)
            for (std::size_t column = 0; column < table_[row].size(); ++column)
                if (table_[row][column] > 0)
                    visit(static_cast<double>(table_[row][column]), inside(below, row, column), inside(slopes, row, column));
    }

    using CrossTableOfReals = std::vector<std::vector<double>>;
    const CrossTable& table_;
    const std::vector<double>& rows_;
    const std::vector<double>& columns_;
};

/// Step 8.2: golden section to six digits, where the surface is flat already.
double roughly_likeliest(const Likelihood& likelihood)
{
    constexpr double section = 0.6180339887498949;
    double low = -polychoric_max;
    double high = polychoric_max;
    double left = high - section * (high - low);
    double right = low + section * (high - low);
    double at_left = likelihood.log_at(left);
    double at_right = likelihood.log_at(right);
    while (high - low > 1e-6) {
        if (at_left > at_right) {
            high = right;
            right = left;
            at_right = at_left;
            at_left = likelihood.log_at(left = high - section * (high - low));
        } else {
            low = left;
            left = right;
            at_left = at_right;
            at_right = likelihood.log_at(right = low + section * (high - low));
        }
    }
    return (low + high) / 2;
}

/// Step 8.3: from there, where the slope crosses zero.
double likeliest(const Likelihood& likelihood, double near)
{
    constexpr double around = 1e-5; // ten times what the section left
    double low = std::max(near - around, -polychoric_max);
    double high = std::min(near + around, polychoric_max);
    if (!(likelihood.slope_at(low) > 0 && likelihood.slope_at(high) < 0))
        return near;
    constexpr int halvings = 40; // 2e-5 down to the last digit
    for (int step = 0; step < halvings; ++step) {
        const double middle = (low + high) / 2;
        (likelihood.slope_at(middle) > 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// Without rows and columns that nobody chose.
CrossTable chosen(const CrossTable& table)
{
    CrossTable made;
    std::vector<bool> column_chosen(table.front().size(), false);
    for (const auto& row : table)
        for (std::size_t column = 0; column < row.size(); ++column)
            column_chosen[column] = column_chosen[column] || row[column] > 0;
    for (const auto& row : table) {
        if (std::all_of(row.begin(), row.end(), [](auto people) { return people == 0; }))
            continue;
        made.emplace_back();
        for (std::size_t column = 0; column < row.size(); ++column)
            if (column_chosen[column])
                made.back().push_back(row[column]);
    }
    return made;
}

Result<void> check_table(const CrossTable& table)
{
    if (table.empty() || table.size() > options_max || table.front().size() > options_max)
        return Problem("request.invalid", fmt::format("a table of {} rows: from 1 to {}", table.size(), options_max));
    for (const auto& row : table)
        if (row.size() != table.front().size() || std::any_of(row.begin(), row.end(), [](auto people) { return people < 0; }))
            return Problem("request.invalid", "a row has another length, or a count below zero");
    return {};
}

} // namespace

Result<std::optional<Polychoric>> polychoric_two_step(const CrossTable& table)
{
    TRY(check_table(table));
    const auto filled = chosen(table);
    if (filled.size() < 2 || filled.front().size() < 2)
        return std::optional<Polychoric>();
    std::vector<std::int64_t> row_margin(filled.size(), 0);
    std::vector<std::int64_t> column_margin(filled.front().size(), 0);
    Polychoric made;
    for (std::size_t row = 0; row < filled.size(); ++row)
        for (std::size_t column = 0; column < filled[row].size(); ++column) {
            made.n += filled[row][column];
            row_margin[row] += filled[row][column];
            column_margin[column] += filled[row][column];
        }
    const auto rows = thresholds_of(row_margin);
    const auto columns = thresholds_of(column_margin);
    const Likelihood likelihood(filled, rows, columns);
    made.correlation = likeliest(likelihood, roughly_likeliest(likelihood));
    made.is_at_bound = std::abs(made.correlation) > polychoric_max - 1e-5;
    if (made.is_at_bound)
        made.correlation = std::copysign(polychoric_max, made.correlation);
    made.row_thresholds.assign(rows.begin() + 1, rows.end() - 1);
    made.column_thresholds.assign(columns.begin() + 1, columns.end() - 1);
    return std::optional(std::move(made));
}

} // namespace etabli::statistics

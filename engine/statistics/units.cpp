// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/units.cpp

#include "engine/statistics/units.hpp"

#include <cmath>

#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

namespace {

/// Sums over the units that have answers.
struct Totals {
    int units = 0;
    double answers = 0;
    double within = 0; // squares
    double between = 0; // squares
    double mean = 0; // of all answers
};

Totals totals_of(std::span<const UnitAnswers> units)
{
    Totals made;
    for (const auto& unit : units) {
        made.units += unit.n > 0 ? 1 : 0;
        made.answers += static_cast<double>(unit.n);
        made.within += unit.squares;
        made.mean += static_cast<double>(unit.n) * unit.mean;
    }
    made.mean /= std::max(made.answers, 1.0);
    for (const auto& unit : units)
        made.between += static_cast<double>(unit.n) * (unit.mean - made.mean) * (unit.mean - made.mean);
    return made;
}

/// Given the ratio of the variance between to that within.
struct Fit {
    double mean = 0;
    double within = 0;
    double weights = 0;
    double slope = 0; // of minus twice the restricted log-likelihood, by the ratio
};

/// Step 4.2.
Fit fit(std::span<const UnitAnswers> units, const Totals& totals, double ratio)
{
    Fit made;
    const auto weight_of = [ratio](const UnitAnswers& unit) {
        const auto n = static_cast<double>(unit.n);
        return n / (1 + n * ratio);
    };
    double squared_weights = 0;
    for (const auto& unit : units) {
        const double weight = weight_of(unit);
        made.weights += weight;
        squared_weights += weight * weight;
        made.mean += weight * unit.mean;
    }
    made.mean /= made.weights;
    double away = 0;
    double away_squared = 0;
    for (const auto& unit : units) {
        const double weight = weight_of(unit);
        const double from_mean = (unit.mean - made.mean) * (unit.mean - made.mean);
        away += weight * from_mean;
        away_squared += weight * weight * from_mean;
    }
    const double squares = totals.within + away;
    made.within = squares / (totals.answers - 1);
    made.slope = made.weights - squared_weights / made.weights - away_squared / made.within;
    return made;
}

/// Where the slope crosses zero, or zero when it starts above.
double likeliest_ratio(std::span<const UnitAnswers> units, const Totals& totals)
{
    if (fit(units, totals, 0).slope >= 0)
        return 0;
    double low = 0;
    double high = 1;
    while (fit(units, totals, high).slope < 0)
        high *= 2;
    constexpr int halvings = 200; // a double has no more to halve
    for (int step = 0; step < halvings; ++step) {
        const double middle = (low + high) / 2;
        (fit(units, totals, middle).slope < 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// Morris's mean of the units' own variances, each weighted by how well the unit is known.
double typical_variance(std::span<const UnitAnswers> units, const Units& model)
{
    double above = 0;
    double below = 0;
    for (const auto& unit : units)
        if (unit.n > 0) {
            const double own = model.variance_within / static_cast<double>(unit.n);
            above += own / (own + model.variance_between);
            below += 1 / (own + model.variance_between);
        }
    return above / below;
}

/// Steps 4.3 to 4.5.
UnitEstimate estimate_of(const UnitAnswers& unit, const Units& model, int unit_count, double typical, double z)
{
    const auto n = static_cast<double>(unit.n);
    const double own = model.variance_within / n;
    UnitEstimate made { unit.n, unit.mean, 0, model.variance_between / (model.variance_between + own), {} };
    const double borrowed = 1 - made.own_part;
    const double away = unit.mean - model.mean;
    made.estimate = unit.mean - borrowed * away; // 4.3
    double variance = model.variance_between * borrowed + borrowed * borrowed * model.mean_error * model.mean_error; // 4.4
    if (unit_count > 3)
        variance += 2.0 / (unit_count - 3) * borrowed * borrowed * (typical + model.variance_between)
            / (own + model.variance_between) * away * away;
    if (unit.population) { // 4.5
        const auto people = static_cast<double>(*unit.population);
        const double unseen = 1 - n / people;
        made.estimate = unit.mean - unseen * borrowed * away;
        made.own_part = 1 - unseen * borrowed;
        variance = unseen * unseen * variance + unseen * model.variance_within / people;
    }
    const double reach = z * std::sqrt(variance);
    made.interval = { made.estimate - reach, made.estimate + reach };
    return made;
}

} // namespace

UnitAnswers unit_answers(std::span<const double> answers, std::optional<std::int64_t> population)
{
    UnitAnswers made { static_cast<std::int64_t>(answers.size()), mean_of(answers).value_or(0), 0, population };
    for (const double answer : answers)
        made.squares += (answer - made.mean) * (answer - made.mean);
    return made;
}

Result<UnitsOutcome> estimate_units(std::span<const UnitAnswers> units, double confidence)
{
    for (const auto& unit : units)
        if (unit.n < 0 || (unit.population && *unit.population < unit.n))
            return Problem("request.invalid", "a unit has more answers than people");
    const auto totals = totals_of(units);
    if (totals.units < 2)
        return UnitsOutcome { {}, NoUnits::FewerThanTwoUnits };
    if (totals.answers <= totals.units)
        return UnitsOutcome { {}, NoUnits::OneAnswerPerUnit };
    // Answers that differ by rounding alone are alike.
    if (!(totals.within > 1e-20 * (totals.between + totals.mean * totals.mean)))
        return UnitsOutcome { {}, NoUnits::NoVarianceWithin };

    Units made;
    const double between = totals.between / (totals.units - 1);
    const double within = totals.within / (totals.answers - totals.units);
    const double size = totals.answers / totals.units;
    made.icc_1 = (between - within) / (between + (size - 1) * within); // 4.1
    made.icc_2 = between > 0 ? (between - within) / between : -HUGE_VAL;
    const double ratio = likeliest_ratio(units, totals);
    const auto found = fit(units, totals, ratio);
    made.mean = found.mean;
    made.variance_within = found.within;
    made.variance_between = ratio * found.within;
    made.mean_error = std::sqrt(found.within / found.weights);
    made.icc = ratio / (1 + ratio);
    const double typical = typical_variance(units, made);
    const double z = normal_quantile(1 - tail_of(confidence));
    for (const auto& unit : units)
        made.estimates.push_back(unit.n > 0 ? std::optional(estimate_of(unit, made, totals.units, typical, z)) : std::nullopt);
    return UnitsOutcome { std::move(made), {} };
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/strata.cpp

#include "engine/statistics/strata.hpp"

#include <cmath>

namespace etabli::statistics {

namespace {

/// Step 6.2: what a person adds to the estimate beyond the usual, unweighted; a hole adds nothing.
using Influences = std::vector<Score>;

struct Variance {
    double value = 0;
    std::optional<int> lonely_stratum;
};

/// Step 6.3.
Variance variance_of(const Design& design, const Influences& influences)
{
    const auto strata = static_cast<std::size_t>(design.strata());
    std::vector<double> means(strata, 0.0);
    const auto weighted
        = [&](int person) { return design.weight(person) * influences[static_cast<std::size_t>(person)].value_or(0); };
    for (int person = 0; person < design.people(); ++person) {
        const int stratum = design.stratum(person);
        means[static_cast<std::size_t>(stratum)] += weighted(person) / static_cast<double>(design.drawn(stratum));
    }
    std::vector<double> squares(strata, 0.0);
    for (int person = 0; person < design.people(); ++person) {
        const auto stratum = static_cast<std::size_t>(design.stratum(person));
        const double away = weighted(person) - means[stratum];
        squares[stratum] += away * away;
    }
    Variance made;
    for (int stratum = 0; stratum < design.strata(); ++stratum) {
        const auto n = static_cast<double>(design.drawn(stratum));
        if (n == 0 || design.left_open(stratum) == 0)
            continue;
        if (n == 1 && !made.lonely_stratum)
            made.lonely_stratum = stratum;
        if (n > 1)
            made.value += design.left_open(stratum) * n / (n - 1) * squares[static_cast<std::size_t>(stratum)];
    }
    return made;
}

/// Step 6.5: the variance that as many people would leave, drawn from all at once.
std::optional<double> variance_without_design(const Design& design, const Influences& influences)
{
    double n = 0;
    double people = 0;
    double mean = 0;
    for (int person = 0; person < design.people(); ++person)
        if (const auto influence = influences[static_cast<std::size_t>(person)]) {
            n += 1;
            people += design.weight(person);
            mean += design.weight(person) * *influence;
        }
    mean /= people;
    double squares = 0;
    for (int person = 0; person < design.people(); ++person)
        if (const auto influence = influences[static_cast<std::size_t>(person)])
            squares += design.weight(person) * (*influence - mean) * (*influence - mean);
    const double variance = squares / people * n / (n - 1) * people * (people - n) / n;
    return n > 1 && variance > 0 ? std::optional(variance) : std::nullopt;
}

/// Step 6.4.
int freedom_of(const Design& design, const Influences& influences)
{
    int freedom = 0;
    std::vector<bool> seen(static_cast<std::size_t>(design.strata()), false);
    for (int person = 0; person < design.people(); ++person)
        if (influences[static_cast<std::size_t>(person)]) {
            const auto stratum = static_cast<std::size_t>(design.stratum(person));
            freedom += seen[stratum] ? 1 : 0;
            seen[stratum] = true;
        }
    return freedom;
}

DesignEstimate judged(const Design& design, double value, const Influences& influences, double confidence)
{
    DesignEstimate made;
    made.value = value;
    for (const auto& influence : influences)
        made.n += influence ? 1 : 0;
    made.freedom = freedom_of(design, influences);
    const auto variance = variance_of(design, influences);
    made.lonely_stratum = variance.lonely_stratum;
    if (variance.lonely_stratum)
        return made;
    made.error = std::sqrt(variance.value);
    if (made.error == 0.0)
        made.interval = { value, value };
    else if (made.freedom > 0) {
        const double reach = student_quantile(1 - tail_of(confidence), made.freedom) * *made.error;
        made.interval = { value - reach, value + reach };
    }
    if (const auto without = variance_without_design(design, influences))
        made.design_effect = variance.value / *without;
    return made;
}

struct Sums {
    std::int64_t n = 0;
    double weights = 0;
    double total = 0;
};

Sums sums_of(const Design& design, std::span<const Score> of)
{
    VERIFY(of.size() == static_cast<std::size_t>(design.people()));
    Sums made;
    for (int person = 0; person < design.people(); ++person)
        if (const auto score = of[static_cast<std::size_t>(person)]) {
            made.n += 1;
            made.weights += design.weight(person);
            made.total += design.weight(person) * *score;
        }
    return made;
}

} // namespace

Result<Design> Design::create(std::vector<std::optional<std::int64_t>> populations, std::vector<Drawn> people)
{
    if (people.empty())
        return Problem("request.invalid", "nobody was drawn");
    Design made;
    made.drawn_.assign(populations.size(), 0);
    for (const auto& person : people) {
        if (person.stratum < 0 || static_cast<std::size_t>(person.stratum) >= populations.size())
            return Problem("request.invalid", "somebody is of no stratum");
        made.drawn_[static_cast<std::size_t>(person.stratum)] += 1;
    }
    for (std::size_t stratum = 0; stratum < populations.size(); ++stratum) {
        const auto population = populations[stratum];
        if (population && *population < made.drawn_[stratum])
            return Problem("request.invalid", fmt::format("stratum {} has more people drawn than people", stratum + 1));
        made.left_open_.push_back(population && *population > 0
                ? 1 - static_cast<double>(made.drawn_[stratum]) / static_cast<double>(*population)
                : 1.0);
    }
    for (const auto& person : people) { // 6.1
        const auto stratum = static_cast<std::size_t>(person.stratum);
        if (!person.weight && !populations[stratum])
            return Problem("request.invalid", "somebody has neither a weight nor a stratum of known size");
        const double weight = person.weight
            ? *person.weight
            : static_cast<double>(*populations[stratum]) / static_cast<double>(made.drawn_[stratum]);
        if (!(weight > 0) || !std::isfinite(weight))
            return Problem("request.invalid", "a weight is not above zero");
        made.weights_.push_back(weight);
        made.stratum_of_.push_back(person.stratum);
    }
    return made;
}

std::optional<DesignEstimate> design_total(const Design& design, std::span<const Score> of, double confidence)
{
    const auto sums = sums_of(design, of);
    if (sums.n == 0)
        return std::nullopt;
    return judged(design, sums.total, Influences(of.begin(), of.end()), confidence);
}

std::optional<DesignEstimate> design_mean(const Design& design, std::span<const Score> of, double confidence)
{
    const std::vector<Score> ones(of.size(), 1.0);
    return design_ratio(design, of, ones, confidence);
}

std::optional<DesignEstimate> design_ratio(
    const Design& design, std::span<const Score> of, std::span<const Score> by, double confidence)
{
    VERIFY(of.size() == by.size());
    std::vector<Score> above(of.begin(), of.end());
    std::vector<Score> below(by.begin(), by.end());
    for (std::size_t person = 0; person < of.size(); ++person)
        if (!of[person] || !by[person])
            above[person] = below[person] = Score();
    const double divided_by = sums_of(design, below).total;
    if (divided_by == 0)
        return std::nullopt;
    const double ratio = sums_of(design, above).total / divided_by;
    Influences influences(of.size());
    for (std::size_t person = 0; person < of.size(); ++person)
        if (above[person])
            influences[person] = (*above[person] - ratio * *below[person]) / divided_by;
    return judged(design, ratio, influences, confidence);
}

} // namespace etabli::statistics

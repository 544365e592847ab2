// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/comparison.cpp

#include "engine/statistics/comparison.hpp"

#include <array>
#include <cmath>

#include "engine/statistics/ordinal.hpp"
#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

namespace {

struct Moments {
    double n = 0;
    double mean = 0;
    double variance = 0;
    double left_open = 1; // 1 - n/N
};

Moments moments_of(const Group& group)
{
    return { static_cast<double>(group.answers.size()), *mean_of(group.answers), *variance_of(group.answers),
        left_open(static_cast<std::int64_t>(group.answers.size()), group.population) };
}

Interval around(double value, double reach)
{
    return { value - reach, value + reach };
}

/// Step 5.4.
Estimate difference_of(const Moments& first, const Moments& second, double confidence)
{
    const double value = second.mean - first.mean;
    const double from_first = first.variance / first.n * first.left_open;
    const double from_second = second.variance / second.n * second.left_open;
    const double both = from_first + from_second;
    if (!(both > 0)) {
        // Everybody answered: certain. Everybody answered alike, of more people than did: nothing to judge by.
        const bool is_census = first.left_open == 0 && second.left_open == 0;
        return { value, is_census ? std::optional(Interval { value, value }) : std::nullopt };
    }
    const double freedom = both * both / (from_first * from_first / (first.n - 1) + from_second * from_second / (second.n - 1));
    return { value, around(value, student_quantile(1 - tail_of(confidence), freedom) * std::sqrt(both)) };
}

/// Step 5.5.
std::optional<Estimate> standardised_of(const Moments& first, const Moments& second, double confidence)
{
    const double freedom = first.n + second.n - 2;
    const double pooled = ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / freedom;
    if (!(pooled > 0))
        return std::nullopt;
    const double small_sample = std::exp(std::lgamma(freedom / 2) - std::lgamma((freedom - 1) / 2)) / std::sqrt(freedom / 2);
    const double g = small_sample * (second.mean - first.mean) / std::sqrt(pooled);
    const double variance = (first.n + second.n) / (first.n * second.n) + g * g / (2 * (first.n + second.n));
    return Estimate { g, around(g, normal_quantile(1 - tail_of(confidence)) * std::sqrt(variance)) };
}

/// For each answer of one group: those of the other below it less those above, by their number.
std::vector<double> dominance(std::span<const double> of, std::vector<double> over)
{
    std::sort(over.begin(), over.end());
    std::vector<double> made;
    for (const double answer : of) {
        const auto below = std::lower_bound(over.begin(), over.end(), answer) - over.begin();
        const auto above = over.end() - std::upper_bound(over.begin(), over.end(), answer);
        made.push_back(static_cast<double>(below - above) / static_cast<double>(over.size()));
    }
    return made;
}

/// The sum over all pairs of (sign - delta)^2: signs are squared to 1, but for ties.
double pair_squares(const Group& first, const Group& second, double delta)
{
    auto sorted = first.answers;
    std::sort(sorted.begin(), sorted.end());
    double ties = 0;
    for (const double answer : second.answers) {
        const auto [begin, end] = std::equal_range(sorted.begin(), sorted.end(), answer);
        ties += static_cast<double>(end - begin);
    }
    const double pairs = static_cast<double>(first.answers.size()) * static_cast<double>(second.answers.size());
    return pairs - ties - pairs * delta * delta;
}

/// Step 5.6.
Estimate delta_of(const Group& first, const Group& second, double confidence)
{
    const auto n1 = static_cast<double>(first.answers.size());
    const auto n2 = static_cast<double>(second.answers.size());
    const auto wins = dominance(second.answers, first.answers);
    const auto losses = dominance(first.answers, second.answers);
    const double delta = *mean_of(wins);
    const double t = student_quantile(1 - tail_of(confidence), n1 + n2 - 2);
    const double fewer = std::min(n1, n2);
    if (std::abs(delta) == 1) { // nobody overlaps: Feng and Cliff's bound
        const double bound = (fewer - t * t) / (fewer + t * t);
        return { delta, delta > 0 ? Interval { bound, 1 } : Interval { -1, -bound } };
    }
    const auto squares = [](const std::vector<double>& around_mean) {
        return *variance_of(around_mean) * static_cast<double>(around_mean.size() - 1);
    };
    const double unbiased = (n1 * n1 * squares(wins) + n2 * n2 * squares(losses) - pair_squares(first, second, delta))
        / (n1 * n2 * (n1 - 1) * (n2 - 1));
    const double rest = 1 - delta * delta;
    const double variance = std::max(unbiased, rest / (n1 * n2 - 1));
    const double reach = t * std::sqrt(variance) * std::sqrt(rest * rest + t * t * variance);
    const double below = rest + t * t * variance;
    return { delta, Interval { (delta * rest - reach) / below, (delta * rest + reach) / below } };
}

/// Step 5.7. Marks of J. Romano and others (2006). In groups of a handful the interval of delta is too narrow; the counted
/// test is not.
Reading reading_of(const Estimate& delta, const std::optional<RankTest>& rank_sum, double confidence)
{
    if ((delta.interval->low <= 0 && delta.interval->high >= 0) || !rank_sum || rank_sum->p >= 1 - confidence)
        return Reading::NotToldApart;
    constexpr std::array marks { 0.147, 0.33, 0.474 };
    const auto size = std::upper_bound(marks.begin(), marks.end(), std::abs(delta.value)) - marks.begin();
    constexpr std::array higher { Reading::HigherHardly, Reading::HigherALittle, Reading::HigherClearly, Reading::HigherByFar };
    constexpr std::array lower { Reading::LowerHardly, Reading::LowerALittle, Reading::LowerClearly, Reading::LowerByFar };
    return (delta.value > 0 ? higher : lower)[static_cast<std::size_t>(size)];
}

} // namespace

std::string_view code_of(Reading reading)
{
    constexpr std::array<std::string_view, 9> codes { "not_told_apart", "higher_hardly", "higher_a_little", "higher_clearly",
        "higher_by_far", "lower_hardly", "lower_a_little", "lower_clearly", "lower_by_far" };
    return codes[static_cast<std::size_t>(reading)];
}

Result<Comparison> compare(const Group& first, const Group& second, double confidence)
{
    for (const auto* group : { &first, &second }) {
        if (group->answers.size() < compared_min)
            return Problem(
                "request.invalid", fmt::format("a group has {} answers: at least {}", group->answers.size(), compared_min));
        if (group->population && *group->population < static_cast<std::int64_t>(group->answers.size()))
            return Problem("request.invalid", "a group has more answers than people");
    }
    const auto before = moments_of(first);
    const auto after = moments_of(second);
    Comparison made { difference_of(before, after, confidence), standardised_of(before, after, confidence),
        delta_of(first, second, confidence), rank_sum_test(first.answers, second.answers) };
    made.reading = reading_of(made.delta, made.rank_sum, confidence);
    return made;
}

} // namespace etabli::statistics

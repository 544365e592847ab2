// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ordinal.cpp

#include "engine/statistics/ordinal.hpp"

#include <cmath>
#include <limits>
#include <numeric>

namespace etabli::statistics {

namespace {

/// Step 1.3: n as it would be in an endless population for the same variance.
double worth_of(const Sample& sample)
{
    const auto n = static_cast<double>(sample.answered());
    if (!sample.population())
        return n;
    const auto people = static_cast<double>(*sample.population());
    return n * (people - 1) / (people - n);
}

/// Beyond, a quantile is computed whenever it is asked.
constexpr std::int64_t freedom_kept_max = 10'000;

/// Step 1.4. Tails only grow towards the sample, so the ends are found by halving.
Interval exact_interval(const Sample& sample, double confidence)
{
    const auto people = *sample.population();
    const auto fewest = sample.marked();
    const auto most = people - (sample.answered() - sample.marked());
    const auto draw = [&](std::int64_t marked) { return Draw { people, marked, sample.answered() }; };
    const auto first_holding = [](std::int64_t from, std::int64_t to, const auto& holds) {
        while (from < to) {
            const auto middle = from + (to - from) / 2;
            if (holds(middle))
                to = middle;
            else
                from = middle + 1;
        }
        return from;
    };
    const auto low = first_holding(fewest, most,
        [&](std::int64_t marked) { return hypergeometric_at_least(sample.marked(), draw(marked)) > tail_of(confidence); });
    const auto beyond = first_holding(fewest, most + 1, [&](std::int64_t marked) {
        return marked > most || hypergeometric_at_most(sample.marked(), draw(marked)) <= tail_of(confidence);
    });
    return { static_cast<double>(low) / static_cast<double>(people),
        static_cast<double>(beyond - 1) / static_cast<double>(people) };
}

} // namespace

std::int64_t Distribution::answered() const
{
    return std::accumulate(by_option.begin(), by_option.end(), std::int64_t { 0 });
}

std::optional<double> Distribution::share(int option) const
{
    VERIFY(option >= 1 && option <= static_cast<int>(by_option.size()));
    if (base() == 0)
        return std::nullopt;
    return static_cast<double>(by_option[static_cast<std::size_t>(option - 1)]) / static_cast<double>(base());
}

std::optional<double> Distribution::share_without_answer() const
{
    if (base() == 0)
        return std::nullopt;
    return static_cast<double>(no_answer) / static_cast<double>(base());
}

Result<Distribution> distribution_of(std::span<const Answer> answers, int options)
{
    if (options < 1 || options > options_max)
        return Problem("request.invalid", fmt::format("{} options: from 1 to {}", options, options_max));
    Distribution made { std::vector<std::int64_t>(static_cast<std::size_t>(options), 0), 0 };
    for (const auto& answer : answers) {
        if (answer && (*answer < 1 || *answer > options))
            return Problem("request.invalid", fmt::format("an answer is {}: from 1 to {}", *answer, options));
        auto& people = answer ? made.by_option[static_cast<std::size_t>(*answer - 1)] : made.no_answer;
        ++people;
    }
    VERIFY(made.base() == static_cast<std::int64_t>(answers.size()));
    return made;
}

Result<Sample> Sample::create(std::int64_t marked, std::int64_t answered, std::optional<std::int64_t> population)
{
    if (marked < 0 || answered < marked || (population && *population < answered))
        return Problem("request.invalid", "more are marked than answered, or more answered than there are people");
    return Sample(marked, answered, population);
}

Reach::Reach(double confidence) : confidence_(confidence), normal_(normal_quantile(1 - tail_of(confidence))) { }

double Reach::student(std::int64_t freedom)
{
    const auto quantile = [&] { return student_quantile(1 - tail_of(confidence_), static_cast<double>(freedom)); };
    if (freedom > freedom_kept_max)
        return quantile();
    const auto at = static_cast<std::size_t>(freedom);
    if (student_.size() <= at)
        student_.resize(at + 1, std::numeric_limits<double>::quiet_NaN());
    if (std::isnan(student_[at]))
        student_[at] = quantile();
    return student_[at];
}

Interval wilson_of(const Sample& sample, const Reach& reach)
{
    VERIFY(sample.answered() > 0);
    const double share = static_cast<double>(sample.marked()) / static_cast<double>(sample.answered());
    if (sample.population() == sample.answered())
        return { share, share };
    const double n = worth_of(sample);
    const double z = reach.normal();
    const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    // Rounding must not say 1e-17 where nobody, or everybody, was marked.
    return { sample.marked() == 0 ? 0 : centre - half, sample.marked() == sample.answered() ? 1 : centre + half };
}

std::optional<Share> share_of(const Sample& sample, double confidence)
{
    if (sample.answered() == 0)
        return std::nullopt;
    Share made { sample, static_cast<double>(sample.marked()) / static_cast<double>(sample.answered()), {}, {} };
    made.wilson = wilson_of(sample, Reach(confidence));
    if (sample.population() && *sample.population() <= exact_population_max)
        made.exact = exact_interval(sample, confidence);
    return made;
}

Result<std::optional<Share>> favourable_share(
    const Distribution& distribution, int first_favourable, std::optional<std::int64_t> population, double confidence)
{
    const auto options = static_cast<int>(distribution.by_option.size());
    if (first_favourable < 1 || first_favourable > options)
        return Problem("request.invalid", fmt::format("favourable from {}: from 1 to {}", first_favourable, options));
    const auto first = distribution.by_option.begin() + (first_favourable - 1);
    const auto favourable = std::accumulate(first, distribution.by_option.end(), std::int64_t { 0 });
    return share_of(TRY(Sample::create(favourable, distribution.answered(), population)), confidence);
}

Result<std::optional<Mean>> mean_of(const Distribution& distribution, std::optional<std::int64_t> population, double confidence)
{
    Reach reach(confidence);
    return mean_of(distribution, population, reach);
}

Result<std::optional<Mean>> mean_of(const Distribution& distribution, std::optional<std::int64_t> population, Reach& reach)
{
    Mean made;
    made.n = distribution.answered();
    if (population && *population < made.n)
        return Problem("request.invalid", "more answered than there are people");
    if (made.n == 0)
        return std::optional<Mean>();
    const auto n = static_cast<double>(made.n);
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < distribution.by_option.size(); ++at)
        sum += distribution.by_option[at] * static_cast<std::int64_t>(at + 1);
    made.mean = static_cast<double>(sum) / n;
    double squares = 0;
    for (std::size_t at = 0; at < distribution.by_option.size(); ++at) {
        const double away = static_cast<double>(at + 1) - made.mean;
        squares += static_cast<double>(distribution.by_option[at]) * away * away;
    }
    if (made.n > 1)
        made.deviation = std::sqrt(squares / (n - 1));
    if (population == made.n) { // everybody answered: there is nothing to guess, even of one person
        made.error = 0;
        made.interval = { made.mean, made.mean };
    } else if (made.deviation && *made.deviation > 0) { // a few who answer alike say nothing of how the others differ
        made.error = *made.deviation * std::sqrt(left_open(made.n, population) / n);
        const double half = reach.student(made.n - 1) * *made.error;
        made.interval = { made.mean - half, made.mean + half };
    }
    return std::optional(made);
}

double left_open(std::int64_t answered, std::optional<std::int64_t> population)
{
    return population ? 1 - static_cast<double>(answered) / static_cast<double>(*population) : 1.0;
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ordinal.hpp
//
// One question with ordered options, for one group: how many chose each, how many did not answer, the favourable share
// and the mean, with what the people who did not answer leave open. Everything follows from counts.
// docs/methods/statistics.md, section 1.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "engine/statistics/distributions.hpp"

namespace etabli::statistics {

/// More options than anybody reads on one line; a mark from 0 to 100 has 101.
inline constexpr int options_max = 101;

/// An option from 1 (the lowest) up, or nothing: the person left the question.
using Answer = std::optional<int>;

/// People by option; leaving the question counts as one more option, so that every question has the base of its group.
struct Distribution {
    std::vector<std::int64_t> by_option; // [0] is option 1
    std::int64_t no_answer = 0;

    std::int64_t answered() const;
    std::int64_t base() const { return answered() + no_answer; }
    /// Of the base, from 0 to 1; nothing when nobody was asked.
    std::optional<double> share(int option) const;
    std::optional<double> share_without_answer() const;
};

/// `options` from 1 to options_max. `request.invalid` for an answer outside 1 to options.
Result<Distribution> distribution_of(std::span<const Answer> answers, int options);

/// People who answered, those of them who are marked, and of how many people one wants to speak.
class Sample {
public:
    /// Without a population, far more people than answered are meant. `request.invalid` unless 0 <= marked <= answered <=
    /// population.
    static Result<Sample> create(std::int64_t marked, std::int64_t answered, std::optional<std::int64_t> population);

    std::int64_t marked() const { return marked_; }
    std::int64_t answered() const { return answered_; }
    std::optional<std::int64_t> population() const { return population_; }

private:
    Sample(std::int64_t marked, std::int64_t answered, std::optional<std::int64_t> population)
        : marked_(marked)
        , answered_(answered)
        , population_(population)
    {
    }

    std::int64_t marked_;
    std::int64_t answered_;
    std::optional<std::int64_t> population_;
};

/// Beyond, every answer is added up twenty times over to change the third digit of Wilson's interval.
inline constexpr std::int64_t exact_population_max = 10'000;

/// The quantiles behind intervals of one confidence, each computed once: a publication asks for millions. Not for two
/// threads at once.
class Reach {
public:
    explicit Reach(double confidence = confidence_default);

    double normal() const { return normal_; }
    double student(std::int64_t freedom);

private:
    double confidence_;
    double normal_;
    std::vector<double> student_; // by freedom; NaN: not asked yet
};

struct Share {
    Sample sample;
    double share = 0; // of those who answered, from 0 to 1
    Interval wilson; // within 0 to 1; a point when everybody answered
    std::optional<Interval> exact; // with a population, up to exact_population_max: what the sample does not contradict
};

/// Nothing when nobody answered. E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), p. 209, with the variance of drawing without
/// replacement; the exact interval inverts the two hypergeometric tails (W. G. Cochran, Sampling Techniques, 1977, 3.6).
std::optional<Share> share_of(const Sample& sample, double confidence = confidence_default);

/// The interval of a share alone. VERIFY: somebody answered.
Interval wilson_of(const Sample& sample, const Reach& reach);

/// Those who chose `first_favourable` or above, of those who answered. `population` counts who could answer.
Result<std::optional<Share>> favourable_share(const Distribution& distribution, int first_favourable,
    std::optional<std::int64_t> population, double confidence = confidence_default);

struct Mean {
    std::int64_t n = 0;
    double mean = 0;
    std::optional<double> deviation; // n - 1 below; nothing for one person
    std::optional<double> error; // of the mean, with the finite population; nothing when some answered, all alike
    std::optional<Interval> interval; // Student, n - 1 degrees; a point when everybody answered
};

/// The mean of option numbers, of those who answered; nothing when nobody did. `request.invalid` when the population is
/// smaller than the number of answers. Cochran, 1977, 2.6 to 2.8.
Result<std::optional<Mean>> mean_of(
    const Distribution& distribution, std::optional<std::int64_t> population, double confidence = confidence_default);

Result<std::optional<Mean>> mean_of(const Distribution& distribution, std::optional<std::int64_t> population, Reach& reach);

/// 1 - n/N: the part of the variance that those who did not answer leave. 1 without a population.
double left_open(std::int64_t answered, std::optional<std::int64_t> population);

} // namespace etabli::statistics

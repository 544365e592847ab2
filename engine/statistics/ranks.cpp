// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ranks.cpp

#include "engine/statistics/ranks.hpp"

#include <cmath>
#include <numeric>

#include "engine/statistics/distributions.hpp"

namespace etabli::statistics {

namespace {

struct Ranks {
    std::vector<double> of; // from 1; equal numbers share the mean of their ranks
    double ties = 0; // sum of t^3 - t over groups of t equal numbers
};

Ranks ranks_of(std::span<const double> numbers)
{
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::sort(order.begin(), order.end(), [&](auto left, auto right) { return numbers[left] < numbers[right]; });
    Ranks made { std::vector<double>(numbers.size()), 0 };
    for (std::size_t begin = 0; begin < order.size();) {
        auto end = begin;
        while (end < order.size() && numbers[order[end]] == numbers[order[begin]])
            ++end;
        for (auto at = begin; at < end; ++at)
            made.of[order[at]] = static_cast<double>(begin + 1 + end) / 2;
        const auto equal = static_cast<double>(end - begin);
        made.ties += equal * equal * equal - equal;
        begin = end;
    }
    return made;
}

/// Step 5.2: of all ways to give `chosen` of the ranks 1 to `people` to the first group, the share with a sum of ranks at
/// most `sum` above the least.
double share_at_most(std::size_t chosen, std::size_t people, std::size_t sum)
{
    const auto sums = chosen * (people - chosen) + 1;
    // ways[c][s]: c ranks taken among those looked at, whose sum is s above 1 + … + c.
    std::vector<std::vector<double>> ways(chosen + 1, std::vector<double>(sums, 0.0));
    ways[0][0] = 1;
    for (std::size_t rank = 1; rank <= people; ++rank)
        for (auto taken = std::min(chosen, rank); taken >= 1; --taken)
            for (std::size_t at = rank - taken; at < sums; ++at)
                ways[taken][at] += ways[taken - 1][at - (rank - taken)];
    double below = 0;
    double all = 0;
    for (std::size_t at = 0; at < sums; ++at) {
        all += ways[chosen][at];
        below += at <= sum ? ways[chosen][at] : 0;
    }
    return below / all;
}

/// Of all 2^people ways to sign the ranks 1 to `people`, the share with a sum of those above zero of at most `sum`.
double signed_share_at_most(std::size_t people, std::size_t sum)
{
    std::vector<double> ways(people * (people + 1) / 2 + 1, 0.0);
    ways[0] = 1;
    for (std::size_t rank = 1; rank <= people; ++rank)
        for (auto at = ways.size() - 1; at >= rank; --at)
            ways[at] += ways[at - rank];
    double below = 0;
    for (std::size_t at = 0; at <= sum; ++at)
        below += ways[at];
    return below / std::exp2(static_cast<double>(people));
}

/// Step 5.3.
double normal_p(double away, double deviation)
{
    const double towards_zero = std::max(std::abs(away) - 0.5, 0.0);
    return away == 0 ? 1.0 : normal_two_sided(towards_zero / deviation);
}

} // namespace

std::optional<RankTest> rank_sum_test(std::span<const double> first, std::span<const double> second)
{
    if (first.empty() || second.empty())
        return std::nullopt;
    std::vector<double> all(first.begin(), first.end());
    all.insert(all.end(), second.begin(), second.end());
    const auto ranks = ranks_of(all); // 5.1
    const auto n1 = static_cast<double>(first.size());
    const auto n2 = static_cast<double>(second.size());
    const double sum = std::accumulate(ranks.of.begin(), ranks.of.begin() + static_cast<std::ptrdiff_t>(first.size()), 0.0);
    RankTest made { sum - n1 * (n1 + 1) / 2, 1, ranks.ties == 0 && std::max(first.size(), second.size()) < counted_below };
    if (made.is_exact) {
        const double nearer_end = std::min(made.statistic, n1 * n2 - made.statistic);
        made.p = std::min(1.0, 2 * share_at_most(first.size(), all.size(), static_cast<std::size_t>(nearer_end)));
        return made;
    }
    const double variance = n1 * n2 / 12 * (n1 + n2 + 1 - ranks.ties / ((n1 + n2) * (n1 + n2 - 1)));
    // When all are equal, ties take the whole variance; one answer that stands apart leaves a quarter of n1 n2.
    if (variance < n1 * n2 / 8)
        return std::nullopt;
    made.p = normal_p(made.statistic - n1 * n2 / 2, std::sqrt(variance));
    return made;
}

Result<std::optional<RankTest>> signed_rank_test(std::span<const double> before, std::span<const double> after)
{
    if (before.size() != after.size())
        return Problem("request.invalid", "the same people twice need as many numbers before as after");
    std::vector<double> moved;
    std::vector<double> size;
    for (std::size_t at = 0; at < before.size(); ++at)
        if (before[at] != after[at]) {
            moved.push_back(before[at] - after[at]);
            size.push_back(std::abs(moved.back()));
        }
    if (moved.empty())
        return std::optional<RankTest>();
    const auto ranks = ranks_of(size);
    RankTest made { 0, 1, ranks.ties == 0 && moved.size() == before.size() && moved.size() < counted_below };
    for (std::size_t at = 0; at < moved.size(); ++at)
        made.statistic += moved[at] > 0 ? ranks.of[at] : 0;
    const auto n = static_cast<double>(moved.size());
    const double middle = n * (n + 1) / 4;
    if (made.is_exact) {
        const double nearer_end = std::min(made.statistic, 2 * middle - made.statistic);
        made.p = std::min(1.0, 2 * signed_share_at_most(moved.size(), static_cast<std::size_t>(nearer_end)));
    } else {
        made.p = normal_p(made.statistic - middle, std::sqrt(n * (n + 1) * (2 * n + 1) / 24 - ranks.ties / 48));
    }
    return std::optional(made);
}

} // namespace etabli::statistics

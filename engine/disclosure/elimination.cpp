// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/elimination.cpp

#include "engine/disclosure/elimination.hpp"

#include <algorithm>
#include <functional>

namespace etabli::disclosure {

namespace {

constexpr std::uint64_t prime = 2'147'483'647;

std::uint32_t times(std::uint64_t one, std::uint64_t other)
{
    return static_cast<std::uint32_t>(one * other % prime);
}

std::uint32_t minus(std::uint32_t value)
{
    return value == 0 ? 0 : static_cast<std::uint32_t>(prime - value);
}

/// Fermat: the inverse is the power prime - 2.
std::uint32_t inverse(std::uint32_t value)
{
    std::uint32_t result = 1;
    for (std::uint64_t exponent = prime - 2, base = value; exponent > 0; exponent /= 2, base = times(base, base))
        if (exponent % 2 == 1)
            result = times(result, base);
    return result;
}

} // namespace

Elimination::Elimination(int unknowns)
    : row_of_pivot_(index(unknowns), -1)
    , sum_(index(unknowns), 0)
    , is_touched_(index(unknowns))
{
}

void Elimination::add_term(int unknown, std::uint32_t factor)
{
    const auto at = index(unknown);
    if (!is_touched_[at]) {
        is_touched_[at] = true;
        touched_.push_back(unknown);
        if (row_of_pivot_[at] >= 0) {
            due_.push_back(row_of_pivot_[at]);
            std::push_heap(due_.begin(), due_.end(), std::greater {});
        }
    }
    sum_[at] = static_cast<std::uint32_t>((sum_[at] + std::uint64_t { factor }) % prime);
}

/// What remains of a sum once every row is subtracted whose pivot it holds. Earlier rows bring pivots of later ones only.
Elimination::Row Elimination::reduced(std::span<const int> members)
{
    for (const int unknown : members)
        add_term(unknown, 1);
    while (!due_.empty()) {
        std::pop_heap(due_.begin(), due_.end(), std::greater {});
        const auto& row = rows_[index(due_.back())];
        due_.pop_back();
        if (const auto factor = minus(sum_[index(row.front().unknown)]); factor != 0)
            for (const auto& term : row)
                add_term(term.unknown, times(factor, term.factor));
    }
    Row left;
    for (const int unknown : touched_) {
        if (sum_[index(unknown)] != 0)
            left.push_back({ unknown, sum_[index(unknown)] });
        sum_[index(unknown)] = 0;
        is_touched_[index(unknown)] = false;
    }
    touched_.clear();
    return left;
}

void Elimination::publish(std::span<const int> members)
{
    auto row = reduced(members);
    if (row.empty())
        return;
    const auto scale = inverse(row.front().factor);
    for (auto& term : row)
        term.factor = times(term.factor, scale);
    row_of_pivot_[index(row.front().unknown)] = static_cast<int>(rows_.size());
    rows_.push_back(std::move(row));
}

bool Elimination::is_derivable(std::span<const int> members)
{
    return reduced(members).empty();
}

std::vector<std::uint32_t> Elimination::other_world(Random& random) const
{
    std::vector<std::uint32_t> world(row_of_pivot_.size());
    for (auto& value : world)
        value = static_cast<std::uint32_t>(random.below(prime));
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
        std::uint64_t rest = 0;
        for (auto term = row->begin() + 1; term != row->end(); ++term)
            rest = (rest + times(term->factor, world[index(term->unknown)])) % prime;
        world[index(row->front().unknown)] = minus(static_cast<std::uint32_t>(rest));
    }
    return world;
}

bool Elimination::is_zero_in(std::span<const std::uint32_t> world, std::span<const int> members)
{
    std::uint64_t sum = 0;
    for (const int unknown : members)
        sum += world[index(unknown)];
    return sum % prime == 0;
}

} // namespace etabli::disclosure

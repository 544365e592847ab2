// SPDX-License-Identifier: EUPL-1.2
// tests/linker/linkage.cpp

#include "tests/linker/linkage.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace etabli::linker {

namespace {

/// Ranks of one group: as[i] is how the i-th that came looks, from 0.
struct Group {
    std::vector<int> as;
    bool is_flat = true; // nothing seen differs: there is nothing to put in order
};

/// Steele, Lea and Flood's SplitMix64: permutations need nothing stronger, and there are millions.
class Chance {
public:
    std::uint32_t below(std::uint32_t bound)
    {
        state_ += 0x9e3779b97f4a7c15ULL;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
        mixed ^= mixed >> 31U;
        return static_cast<std::uint32_t>(((mixed >> 32U) * bound) >> 32U);
    }

private:
    std::uint64_t state_ = 42;
};

double agreement(const std::vector<Group>& groups)
{
    double all = 0;
    for (const auto& group : groups) {
        const double middle = (static_cast<double>(group.as.size()) - 1) / 2;
        for (std::size_t place = 0; place < group.as.size(); ++place)
            all += (static_cast<double>(place) - middle) * (group.as[place] - middle);
    }
    return all;
}

std::size_t matches(const std::vector<Group>& groups)
{
    std::size_t forward = 0;
    std::size_t backward = 0;
    for (const auto& group : groups)
        for (std::size_t place = 0; place < group.as.size(); ++place) {
            forward += group.as[place] == static_cast<int>(place) ? 1 : 0;
            backward += group.as[place] == static_cast<int>(group.as.size() - 1 - place) ? 1 : 0;
        }
    return std::max(forward, backward);
}

Group group_of(std::vector<Seen> seen)
{
    std::sort(seen.begin(), seen.end(), [](const Seen& one, const Seen& other) { return one.arrival < other.arrival; });
    std::vector<int> order(seen.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int one, int other) {
        const auto& a = seen[static_cast<std::size_t>(one)];
        const auto& b = seen[static_cast<std::size_t>(other)];
        return std::tie(a.value, a.tie) < std::tie(b.value, b.tie);
    });
    Group group;
    group.as.resize(seen.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        group.as[static_cast<std::size_t>(order[rank])] = static_cast<int>(rank);
    group.is_flat = std::all_of(seen.begin(), seen.end(), [&](const Seen& each) { return each.value == seen[0].value; });
    return group;
}

} // namespace

Score score(std::vector<Seen> seen, int permutations)
{
    std::map<std::string, std::vector<Seen>> by_group;
    for (auto& each : seen)
        by_group[each.group].push_back(each);
    std::vector<Group> groups;
    for (auto& [name, members] : by_group)
        groups.push_back(group_of(std::move(members)));
    Score made { .ballots = seen.size(), .groups = groups.size() };
    if (seen.empty())
        return made;
    const auto all = static_cast<double>(seen.size());
    made.linked_percent = 100 * static_cast<double>(matches(groups)) / all;
    made.by_chance_percent = 100 * static_cast<double>(groups.size()) / all; // one a group, whatever its size
    std::erase_if(groups, [](const Group& group) { return group.is_flat; });
    if (groups.empty())
        return made;
    const auto found = std::abs(agreement(groups));
    Chance chance;
    int as_good = 1; // what was found is one of the orders that chance gives
    for (int round = 0; round < permutations; ++round) {
        for (auto& group : groups)
            for (std::size_t last = group.as.size(); last > 1; --last)
                std::swap(group.as[last - 1], group.as[chance.below(static_cast<std::uint32_t>(last))]);
        as_good += std::abs(agreement(groups)) >= found ? 1 : 0;
    }
    made.p = static_cast<double>(as_good) / (permutations + 1);
    return made;
}

} // namespace etabli::linker

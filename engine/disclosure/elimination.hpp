// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/elimination.hpp
//
// The second attacker (oracles O2 and O9): it knows no tree, only that each cell is a sum of unknown numbers, and
// eliminates them one after the other modulo a prime. It shares no code with the first, so that an error of reasoning
// in one shows in the other. docs/methods/disclosure.md, section 5.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "engine/disclosure/cells.hpp"

namespace etabli::disclosure {

/// Linear combinations of sums, modulo 2^31 - 1. What lies in their span over the rationals lies in it here; the contrary
/// could be wrong only if the prime divided a minor, and the matrices of a tree crossed with categories have minors of
/// -1, 0 and 1.
class Elimination {
public:
    explicit Elimination(int unknowns);

    /// The sum of these unknowns is published.
    void publish(std::span<const int> members);
    /// Whether the sum of these can be computed from what was published.
    bool is_derivable(std::span<const int> members);
    /// Unknowns drawn at random among those under which every published sum is zero. A sum that is not derivable is zero
    /// there with a probability of about one in two thousand million.
    std::vector<std::uint32_t> other_world(Random& random) const;
    static bool is_zero_in(std::span<const std::uint32_t> world, std::span<const int> members);

private:
    struct Term {
        int unknown = 0;
        std::uint32_t factor = 0;
    };
    using Row = std::vector<Term>; // its pivot first, with factor one

    Row reduced(std::span<const int> members);
    void add_term(int unknown, std::uint32_t factor);

    std::vector<Row> rows_; // none holds the pivot of an earlier one
    std::vector<int> row_of_pivot_; // by unknown, below zero for none
    std::vector<std::uint32_t> sum_; // by unknown, while a row is reduced
    std::vector<bool> is_touched_;
    std::vector<int> touched_;
    std::vector<int> due_; // rows to subtract, as a heap: the earliest first
};

} // namespace etabli::disclosure

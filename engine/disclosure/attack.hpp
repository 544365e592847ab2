// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/attack.hpp
//
// What somebody who reads everything that is open can compute, by the structure of the tree (oracle O1): one pass up,
// one pass down. Exact for single cells; of unions it looks at those of one place and of one star. It knows the open
// cells and the empty ones, nothing of the rules that closed the others. docs/methods/disclosure.md, section 3.

#pragma once

#include "engine/disclosure/protect.hpp"

namespace etabli::disclosure {

/// Some people whose number can be computed although the cells they are in are closed.
struct SmallGroup {
    enum class Kind { Cell, RestOfPlace, RestOfStar, UnionInPlace };
    int node = 0;
    Kind kind = Kind::Cell;
    Cells cells = no_cell; // of the place; of a star the one cell its parts have in common
    std::int64_t people = 0;
    auto operator<=>(const SmallGroup&) const = default;
};

struct Attack {
    std::vector<Cells> known; // by node: what can be computed, open cells included
    std::int64_t recovered = 0; // closed cells with people that can be computed
    /// All of 1 to k - 1 people.
    std::vector<SmallGroup> small_groups;
    /// Closed cells; the total of a place less its known categories; what is known of a star less its known parts.
    std::int64_t derivable_groups_under_k = 0;
    /// Other unions of closed categories of one place. The tree's attack alone finds them.
    std::int64_t unions_in_places_under_k = 0;
};

Attack attack(const Lattice& lattice, const Mask& mask, std::int64_t k);

/// Unions of 1 to k - 1 people that follow from `known` cells of several levels: of a known cell, those whom no known cell
/// below, however deep, holds. More than the residual rule looks at, which stops at one star; it says how much that leaves.
std::int64_t small_unions_across_levels(const Lattice& lattice, const std::vector<Cells>& known, std::int64_t k);

/// The same question, asked of sums without a tree (oracle O2): slower, and no reasoning in common.
Attack attack_independently(const Lattice& lattice, const Mask& mask, std::int64_t k);

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/sums.hpp
//
// The cells of a lattice as plain sums of its smallest ones, for an attacker who is told nothing else.

#pragma once

#include "engine/disclosure/lattice.hpp"

namespace etabli::disclosure {

class Sums {
public:
    explicit Sums(const Lattice& lattice);

    int unknowns() const { return static_cast<int>(category_.size()); }
    /// The smallest cells with people that make up this cell, in their order.
    std::vector<int> members(int node, int cell) const;

private:
    std::vector<int> category_; // of each unknown, counted from 1 as cells are
    std::vector<int> first_; // by node: its first unknown
    std::vector<int> end_; // by node: one past its last
};

} // namespace etabli::disclosure

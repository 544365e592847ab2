// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/sums.cpp

#include "engine/disclosure/sums.hpp"

#include <algorithm>
#include <limits>

namespace etabli::disclosure {

Sums::Sums(const Lattice& lattice)
    : first_(lattice.nodes().size(), std::numeric_limits<int>::max())
    , end_(lattice.nodes().size(), 0)
{
    for (int node = 0; node < lattice.node_count(); ++node) {
        if (lattice.node(node).child_count > 0)
            continue;
        first_[index(node)] = unknowns();
        each_cell(lattice.cells_with_people(node) & ~total_cell, [&](int cell) { category_.push_back(cell); });
        end_[index(node)] = unknowns();
    }
    // Parts of a place follow one another among the smallest places, so that its unknowns do too.
    for (int node = lattice.node_count() - 1; node > 0; --node) {
        const auto parent = index(lattice.node(node).parent);
        first_[parent] = std::min(first_[parent], first_[index(node)]);
        end_[parent] = std::max(end_[parent], end_[index(node)]);
    }
}

std::vector<int> Sums::members(int node, int cell) const
{
    std::vector<int> found;
    for (int unknown = first_[index(node)]; unknown < end_[index(node)]; ++unknown)
        if (cell == 0 || category_[index(unknown)] == cell)
            found.push_back(unknown);
    return found;
}

} // namespace etabli::disclosure

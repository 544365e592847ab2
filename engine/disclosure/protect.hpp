// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/protect.hpp
//
// Which cells are opened: as many as can be, largest first, such that no closed cell that must stay closed can be
// derived from what is open. It looks at counts of respondents only, so that permuting answers changes nothing.
// docs/methods/disclosure.md, section 4.

#pragma once

#include "engine/disclosure/rules.hpp"

namespace etabli::disclosure {

/// One bit per cell, the same for every question and every statistic of that cell.
struct Mask {
    std::vector<Cells> open; // by node
};

struct Protection {
    Mask mask;
    std::vector<Cells> primary; // by node: closed for itself
    /// Closed for the sake of others.
    Cells secondary(const Lattice& lattice, int node) const
    {
        return lattice.cells_with_people(node) & ~mask.open[index(node)] & ~primary[index(node)];
    }
};

Protection protect(const Lattice& lattice, const Rules& rules);

} // namespace etabli::disclosure

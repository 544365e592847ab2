// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/protect.hpp
//
// Which cells are opened: as many as can be, largest first, such that no closed cell that must stay closed can be
// derived from what is open. It looks at counts of respondents only, so that permuting answers changes nothing.
// docs/methods/disclosure.md, section 4.

#pragma once

#include "engine/disclosure/partition.hpp"
#include "engine/disclosure/rules.hpp"

namespace etabli::disclosure {

/// One bit per cell, the same for every question and every statistic of that cell.
struct Mask {
    std::vector<Cells> open; // by node
};

/// What can be computed of a place once its star is settled.
struct Settled {
    Cells known = no_cell;
    Cells empty = no_cell; // as it was presumed
    Partition from_beside; // what is above the place and beside it
};

struct Protection {
    Mask mask;
    std::vector<Cells> primary; // by node: closed for itself
    std::vector<Settled> settled; // by node
    /// Closed for the sake of others.
    Cells secondary(const Lattice& lattice, int node) const
    {
        return lattice.cells_with_people(node) & ~mask.open[index(node)] & ~primary[index(node)];
    }
};

/// `also_closed` by node, when not empty: cells that stay closed for a reason of the caller's.
Protection protect(const Lattice& lattice, const Rules& rules, const std::vector<Cells>& also_closed = {});

/// The mask of one question among those that share a mask: `answers` counts who answered it (or whom a filter let through),
/// over the same places and categories. It opens nothing that the shared mask closed, and may close more: P1 on these
/// counts, and `also_closed` (P3), by node. What it calls primary includes what the shared mask closed. Stars that stay sound
/// are taken as they were shared.
Protection protect_within(
    const Protection& shared, const Lattice& answers, const std::vector<Cells>& also_closed, const Rules& rules);

} // namespace etabli::disclosure

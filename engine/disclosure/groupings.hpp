// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/groupings.hpp
//
// Unions that were declared before fieldwork ("night teams", "all nursing staff", hospitals of one kind): which of them can be
// shown besides a mask that is settled, one number each. docs/methods/disclosure.md, section 6.

#pragma once

#include "engine/disclosure/protect.hpp"

namespace etabli::disclosure {

/// A union of cells that have nobody in common.
struct Grouping {
    std::string name;
    std::vector<CellAt> parts;
    std::int64_t people = 0;
};

/// Columns grouping, level, node, category: a row per cell of a grouping, `Total` for a whole place. In the order in which they
/// are named first. `request.invalid` with line and column; two cells of one grouping may hold nobody in common.
Result<std::vector<Grouping>> read_groupings(std::string_view text, const Lattice& lattice);

/// More open cells than this are not looked at: an establishment, or what stands above establishments.
inline constexpr std::size_t open_cells_max = 20'000;

/// A mask as it is shown, and what it closed for itself, whoever's reason that was.
struct ShownMask {
    Mask mask;
    std::vector<Cells> primary; // by node
};

/// `request.invalid` as read_mask, and when an open cell's number is not this table's, or an open cell is under k.
Result<ShownMask> read_shown_mask(std::string_view text, const Lattice& lattice, std::int64_t k);

struct GroupingsShown {
    std::vector<bool> primary; // by grouping: closed for itself
    std::vector<bool> open; // by grouping
    /// Oracle O2 on all that is then open: what must not be told, told, that the mask alone did not tell.
    std::int64_t recovered = 0;
    /// Closed cells of k people or more, withheld for the sake of others, that can be computed with what is open now.
    std::int64_t harmless = 0;
};

/// The largest first, each unless with it a cell closed for itself can be computed, or 1 to k - 1 people that a grouping has in
/// common with, or apart from: a cell, another grouping, what is not open of a place or a star, and what no open cell within the
/// grouping holds. A grouping of several establishments obeys P2 as `rules` say.
/// `request.invalid` when more cells are open than elimination can look at.
Result<GroupingsShown> show_groupings(
    const Lattice& lattice, const ShownMask& shown_mask, const std::vector<Grouping>& groupings, const Rules& rules);

/// grouping,n,state,reason.
std::string groupings_text(const std::vector<Grouping>& groupings, const GroupingsShown& shown);

} // namespace etabli::disclosure

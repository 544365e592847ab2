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

struct GroupingsShown {
    std::vector<bool> primary; // by grouping: closed for itself
    std::vector<bool> open; // by grouping
    /// Oracle O2 on all that is then open: what must not be told, told, that the mask alone did not tell.
    std::int64_t recovered = 0;
};

/// The largest first, each unless with it a cell closed for itself can be computed, or what a grouping and a cell (or another
/// grouping) have in common or apart, of 1 to k - 1 people. A grouping of several establishments obeys P2 as `rules` say.
/// `request.invalid` when more cells are open than elimination can look at.
Result<GroupingsShown> show_groupings(
    const Lattice& lattice, const Mask& mask, const std::vector<Grouping>& groupings, const Rules& rules);

/// grouping,n,state,reason.
std::string groupings_text(const std::vector<Grouping>& groupings, const GroupingsShown& shown);

} // namespace etabli::disclosure

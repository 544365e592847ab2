// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/rules.hpp
//
// Which cells are too small to be shown by themselves (primary closures). docs/methods/disclosure.md, section 1.

#pragma once

#include <optional>

#include "engine/disclosure/lattice.hpp"

namespace etabli::disclosure {

/// Under this no rule protects: in a group of two each subtracts themselves.
inline constexpr std::int64_t k_min = 2;
/// INSEE, for fiscal data on natural persons; also our default.
inline constexpr std::int64_t k_default = 11;
/// INSEE, enterprise statistics: no cell made of fewer than three units, none of which holds more than 85 % of it.
inline constexpr int establishments_min = 3;
inline constexpr std::int64_t dominance_percent = 85;

struct Rules {
    std::int64_t k = k_default;
    /// Whatever can be derived, cells or unions of cells of one place or one star, covers nobody or at least k people.
    bool residual = true;
    /// P2: the level of establishments, whose results are not public by themselves; nothing: they are.
    std::optional<int> establishment_level;
};

/// What must not be computable, by node.
struct Primary {
    std::vector<Cells> cells; // with people, and closed whatever else is published
    /// Sets of categories whose people, in this place, are all those of one smaller place whose total is closed: their sum
    /// is that total.
    std::vector<std::vector<Cells>> sums;
};

/// `also_closed` by node, when not empty: cells that stay closed for a reason of the caller's.
Primary primary_of(const Lattice& lattice, const Rules& rules, const std::vector<Cells>& also_closed = {});

} // namespace etabli::disclosure

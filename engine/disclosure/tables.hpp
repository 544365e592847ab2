// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/tables.hpp
//
// Counts and masks as text, for whoever works without the server: comma-separated, one header line, UTF-8. Every refusal
// names its line and column.

#pragma once

#include "engine/disclosure/protect.hpp"

namespace etabli::disclosure {

/// Names of columns in a file of counts. A number of respondents, and of people who could answer, is an integer from 0
/// to Lattice::count_max.
struct CountsColumns {
    std::vector<std::string> tree; // from the widest place to the smallest, the root left out
    std::string category;
    std::string count;
    std::optional<std::string> headcount;
};

/// One row per smallest place and category.
Result<Lattice> read_counts(std::string_view text, const CountsColumns& columns);

/// level,node,category,n,state,reason: a row per cell that was named in the counts, here or below, and per total.
std::string mask_text(const Lattice& lattice, const Protection& protection);

/// Reads level, node, category and state. A cell that holds people and has no row is refused.
Result<Mask> read_mask(std::string_view text, const Lattice& lattice);

} // namespace etabli::disclosure

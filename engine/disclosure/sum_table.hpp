// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/sum_table.hpp
//
// The same choice of cells for tables that are no tree crossed with one variable: several variables side by side, unions of
// places that were declared, an older chart beside the new one, everything ever published of a wave (oracle O8). Each
// cell is a combination of unknown counts; Gaussian elimination decides (Langsrud 2024). The cost grows with closed cells
// times open ones: an establishment, not a nation. docs/methods/disclosure.md, section 6.

#pragma once

#include <cstdint>
#include <vector>

namespace etabli::disclosure {

struct SumTerm {
    int unknown = 0;
    int factor = 1; // 1 or -1
    auto operator<=>(const SumTerm&) const = default;
};

enum class Offer {
    Candidate, // opened if it can be
    Published, // read by somebody already, or presumed known: stays open
    Withheld, // never opened
    Hidden, // never opened, and not to be computed however many people it counts
};

/// One number that could be published: its terms in the order of unknowns, none twice.
struct SumCell {
    std::vector<SumTerm> terms;
    std::int64_t people = 0;
    Offer offer = Offer::Candidate;
};

struct SumProtection {
    std::vector<bool> open; // by cell
    /// Such cells that what is published already gives away: nothing here can protect them any more.
    std::vector<std::size_t> given_away;
};

/// Cells of 1 to k - 1 people, and hidden ones, stay out of reach of all that is opened, unless they were given away before. Candidates in
/// decreasing number of people, ties as they come. Unknowns are numbered from 0.
SumProtection protect_sums(const std::vector<SumCell>& cells, std::int64_t k);

} // namespace etabli::disclosure

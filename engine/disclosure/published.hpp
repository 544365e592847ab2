// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/published.hpp
//
// A release after others of the same people, counted alike: establishments have published, each for itself, and a nation comes
// after them. What everybody has read stays open, what was withheld then stays closed, and of the rest as much is opened as
// tells nothing new with it (oracle O8, on a tree). docs/methods/disclosure.md, section 7.

#pragma once

#include "engine/disclosure/protect.hpp"

namespace etabli::disclosure {

/// By node; no cell is in both, and what is in neither was never decided.
struct Published {
    std::vector<Cells> open;
    std::vector<Cells> withheld;
};

struct NamedMask {
    std::string name; // for whoever is told of a trouble in it
    std::string text;
};

/// Masks as mask_text writes them, each of a part of the places or of all of them. The rows of a mask's own root are those of
/// the place whose parts it names. `request.invalid`, with the mask's name and its line, as read_mask; when two rows decide
/// differently about a cell; and when a number that was published is not this table's.
Result<Published> read_published(const std::vector<NamedMask>& masks, const Lattice& lattice);

struct ReleaseBeside {
    /// Nothing settled: it cannot be narrowed question by question.
    Protection protection;
    /// Cells closed for themselves that what was published tells, all of it together, and groups under k.
    std::int64_t given_away = 0;
};

/// Cells never decided are opened first as a release alone would, then the most numerous first; many at once as long as that is
/// safe, halves where it is not: about as many attacks on the whole table as cells that would tell something, times ten.
ReleaseBeside protect_beside(const Lattice& lattice, const Rules& rules, const Published& published);

} // namespace etabli::disclosure

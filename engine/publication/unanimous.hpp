// SPDX-License-Identifier: EUPL-1.2
// engine/publication/unanimous.hpp
//
// Sensitive questions (P3): a group that gave one answer gives everybody's. Neither an open cell nor what can be computed of
// closed ones together may be such a group. docs/methods/publication.md, section 3.

#pragma once

#include "engine/disclosure/protect.hpp"
#include "engine/publication/answers.hpp"

namespace etabli::publication {

/// The mask of a sensitive question within the shared one. `answered` counts who answered it; `also_closed` by node. It may be
/// all closed: where groups that answer alike stand side by side, closing one tells the next.
disclosure::Mask protect_sensitive(const disclosure::Protection& shared, const disclosure::Lattice& answered,
    std::vector<disclosure::Cells> also_closed, const disclosure::Rules& rules, const Answers& answers, std::size_t item,
    int options);

} // namespace etabli::publication

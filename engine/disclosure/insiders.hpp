// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/insiders.hpp
//
// What people learn who know more than a reader: each who stands alone in a closed cell knows that cell, and computes from
// there (oracle O4). docs/methods/disclosure.md, section 7.

#pragma once

#include "base/random.hpp"
#include "engine/disclosure/attack.hpp"

namespace etabli::disclosure {

struct Insiders {
    std::int64_t alone = 0; // people alone in a closed cell of a smallest place
    std::int64_t asked = 0; // of whom so many were drawn
    std::int64_t learn_more = 0; // who can compute a closed cell of fewer than k people, other than their own
};

/// Draws at most `asked_max` of them; each costs one attack.
Insiders ask_insiders(const Lattice& lattice, const Mask& mask, std::int64_t k, std::int64_t asked_max, Random& random);

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/insiders.hpp
//
// What people learn who know more than a reader: those who are all of a closed cell, one alone or a few who put together what
// they know, know that cell, and compute from there (oracle O4). docs/methods/disclosure.md, section 8.

#pragma once

#include "base/random.hpp"
#include "engine/disclosure/attack.hpp"

namespace etabli::disclosure {

struct Insiders {
    std::int64_t groups = 0; // of people of one smallest place who are all of one closed cell, or of several
    std::int64_t asked = 0; // of which so many were drawn
    std::int64_t learn_more = 0; // which can compute a closed cell of fewer than k people, others than themselves among them
};

struct Questioning {
    std::int64_t asked_max = 0; // each costs one attack
    std::int64_t people_max = 1; // in a group
};

Insiders ask_insiders(const Lattice& lattice, const Mask& mask, std::int64_t k, const Questioning& questioning, Random& random);

} // namespace etabli::disclosure

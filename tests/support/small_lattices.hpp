// SPDX-License-Identifier: EUPL-1.2
// tests/support/small_lattices.hpp
//
// Small tables for the tests beside: one written as text, others drawn.

#pragma once

#include <fmt/format.h>

#include "base/random.hpp"
#include "engine/disclosure/tables.hpp"

namespace etabli::disclosure {

inline const CountsColumns house_columns { { "house", "team" }, "occ", "n", {} };

inline Lattice lattice_of(const std::string& rows)
{
    auto read = read_counts("house,team,occ,n\n" + rows, house_columns);
    VERIFY(read.ok());
    return std::move(read.value());
}

/// One to four houses of one to four teams, two to five occupations, up to `most` people a cell, a third of them empty.
inline std::string drawn_rows(Random& random, std::uint64_t most)
{
    std::string rows;
    const auto houses = 1 + random.below(4);
    const auto occupations = 2 + random.below(4);
    int team = 0;
    for (std::uint64_t house = 0; house < houses; ++house)
        for (std::uint64_t teams = 1 + random.below(4); teams > 0; --teams, ++team)
            for (std::uint64_t occupation = 0; occupation < occupations; ++occupation)
                if (random.below(3) > 0)
                    rows += fmt::format("h{},t{},o{},{}\n", house, team, occupation, 1 + random.below(most));
    return rows.empty() ? "h0,t0,o0,1\n" : rows;
}

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/names.hpp
//
// Places and cells by their names, as files and people say them.

#pragma once

#include "engine/disclosure/lattice.hpp"

namespace etabli::disclosure {

/// Which node a level and a name are. The lattice outlives it, where it stands.
class NodesByName {
public:
    explicit NodesByName(const Lattice& lattice);

    /// Below zero when there is none.
    int find(std::string_view level, std::string_view name);

private:
    const Lattice& lattice_;
    std::vector<std::unordered_map<std::string_view, int>> by_level_;
    int last_ = 0; // rows of one node follow one another, most often
};

/// Below zero when there is none.
int cell_named(const Lattice& lattice, std::string_view category);
std::string_view cell_name(const Lattice& lattice, int cell);

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/names.cpp

#include "engine/disclosure/names.hpp"

#include <algorithm>

namespace etabli::disclosure {

NodesByName::NodesByName(const Lattice& lattice) : lattice_(lattice), by_level_(lattice.levels().size())
{
    for (int node = 0; node < lattice.node_count(); ++node)
        by_level_[index(lattice.node(node).level)].emplace(lattice.node(node).name, node);
}

int NodesByName::find(std::string_view level, std::string_view name)
{
    const auto& last = lattice_.node(last_);
    if (last.name == name && lattice_.levels()[index(last.level)] == level)
        return last_;
    const auto found_level = std::find(lattice_.levels().begin(), lattice_.levels().end(), level);
    if (found_level == lattice_.levels().end())
        return -1;
    const auto& names = by_level_[static_cast<std::size_t>(found_level - lattice_.levels().begin())];
    const auto found = names.find(name);
    if (found == names.end())
        return -1;
    return last_ = found->second;
}

int cell_named(const Lattice& lattice, std::string_view category)
{
    if (category == Lattice::total_name)
        return 0;
    const auto found = std::lower_bound(lattice.categories().begin(), lattice.categories().end(), category);
    return found == lattice.categories().end() || *found != category
        ? -1
        : static_cast<int>(found - lattice.categories().begin()) + 1;
}

std::string_view cell_name(const Lattice& lattice, int cell)
{
    return cell == 0 ? Lattice::total_name : std::string_view(lattice.categories()[index(cell - 1)]);
}

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/protect.cpp

#include "engine/disclosure/protect.hpp"

#include "engine/disclosure/star.hpp"

namespace etabli::disclosure {

Protection protect(const Lattice& lattice, const Rules& rules)
{
    const auto primary = primary_of(lattice, rules);
    Protection made { { std::vector<Cells>(index(lattice.node_count()), no_cell) }, primary.cells };
    const auto nothing = Partition::nothing(lattice.category_count());
    std::vector<Partition> from_beside(index(lattice.node_count()), nothing);
    std::vector<Cells> known(index(lattice.node_count()), no_cell);
    const auto open_parts = [&](const StarTop& top, int first, int count) {
        Star star(lattice, primary, rules, top, first, count);
        star.open_all_it_can();
        for (const auto& part : star.parts()) {
            made.mask.open[index(part.node)] = part.open;
            from_beside[index(part.node)] = part.from_beside;
            known[index(part.node)] = part.known;
        }
    };
    open_parts({ nothing, no_cell, true }, 0, 1);
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto& place = lattice.node(node);
        if (place.child_count == 0)
            continue;
        auto computable = from_beside[index(node)];
        computable.add(made.mask.open[index(node)] | lattice.empty(node));
        open_parts({ computable, known[index(node)], false }, place.first_child, place.child_count);
    }
    return made;
}

} // namespace etabli::disclosure

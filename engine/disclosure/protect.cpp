// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/protect.cpp

#include "engine/disclosure/protect.hpp"

#include "engine/disclosure/star.hpp"

namespace etabli::disclosure {

namespace {

Protection open_from_the_root(const Lattice& lattice, const Primary& primary, const Rules& rules)
{
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

} // namespace

Protection protect(const Lattice& lattice, const Rules& rules)
{
    return open_from_the_root(lattice, primary_of(lattice, rules), rules);
}

Protection protect_within(const Mask& shared, const Lattice& answers, const std::vector<Cells>& also_closed, const Rules& rules)
{
    VERIFY(shared.open.size() == index(answers.node_count()) && also_closed.size() == shared.open.size());
    std::vector<Cells> closed(shared.open.size());
    for (std::size_t node = 0; node < closed.size(); ++node)
        closed[node] = ~shared.open[node] | also_closed[node];
    return open_from_the_root(answers, primary_of(answers, rules, closed), rules);
}

std::vector<Cells> unanimous_cells(const Lattice& answers, const std::vector<Lattice>& by_option)
{
    std::vector<Cells> unanimous(index(answers.node_count()), no_cell);
    for (const auto& option : by_option) {
        VERIFY(option.node_count() == answers.node_count());
        for (int node = 0; node < answers.node_count(); ++node)
            each_cell(answers.cells_with_people(node), [&](int cell) {
                if (option.count(node, cell) == answers.count(node, cell))
                    unanimous[index(node)] |= cell_at(cell);
            });
    }
    return unanimous;
}

} // namespace etabli::disclosure

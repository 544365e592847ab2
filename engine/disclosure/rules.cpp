// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/rules.cpp

#include "engine/disclosure/rules.hpp"

#include <algorithm>

namespace etabli::disclosure {

namespace {

/// P1: fewer than k answered, or fewer than k could have.
void close_small(const Lattice& lattice, std::int64_t k, std::vector<Cells>& primary)
{
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(lattice.cells_with_people(node), [&](int cell) {
            if (lattice.count(node, cell) < k || lattice.headcount(node, cell) < k)
                primary[index(node)] |= cell_at(cell);
        });
}

/// How many establishments a cell is made of, and the largest of them.
struct Makers {
    int establishments = 0;
    std::int64_t largest = 0;
};

/// P2: above establishments, a cell of fewer than three, or which one of them dominates: it would subtract itself and
/// read its only peer.
void close_dominated(const Lattice& lattice, int establishment_level, std::vector<Cells>& primary)
{
    const auto width = index(lattice.category_count() + 1);
    std::vector<Makers> makers(index(lattice.node_count()) * width);
    for (int node = lattice.node_count() - 1; node > 0; --node) {
        const auto& place = lattice.node(node);
        if (place.level > establishment_level)
            continue;
        for (int cell = 0; cell <= lattice.category_count(); ++cell) {
            auto& own = makers[index(node) * width + index(cell)];
            if (place.level == establishment_level && lattice.count(node, cell) > 0)
                own = { 1, lattice.count(node, cell) };
            auto& parents = makers[index(place.parent) * width + index(cell)];
            parents.establishments += own.establishments;
            parents.largest = std::max(parents.largest, own.largest);
        }
    }
    for (int node = 0; node < lattice.node_count(); ++node) {
        if (lattice.node(node).level >= establishment_level)
            continue;
        each_cell(lattice.cells_with_people(node), [&](int cell) {
            const auto& [establishments, largest] = makers[index(node) * width + index(cell)];
            if (establishments < establishments_min || 100 * largest > dominance_percent * lattice.count(node, cell))
                primary[index(node)] |= cell_at(cell);
        });
    }
}

/// A cell whose people all stand in one part of it, a place or a category, is the same group as that part, and closes
/// with it: whatever rule closed the part (its headcount, say) would otherwise be undone from above.
void close_with_only_part(const Lattice& lattice, std::vector<Cells>& primary)
{
    for (int node = lattice.node_count() - 1; node >= 0; --node) {
        const auto& place = lattice.node(node);
        Cells in_one = no_cell;
        Cells in_several = no_cell;
        Cells closed = no_cell;
        for (int child = place.first_child; child < place.first_child + place.child_count; ++child) {
            const auto with_people = lattice.cells_with_people(child);
            in_several |= in_one & with_people;
            in_one |= with_people;
            closed |= primary[index(child)];
        }
        auto& own = primary[index(node)];
        own |= in_one & ~in_several & closed;
        const auto categories = lattice.cells_with_people(node) & ~total_cell;
        if (how_many(categories) == 1 && (own & categories) != 0)
            own |= total_cell;
    }
}

} // namespace

std::vector<Cells> primary_cells(const Lattice& lattice, const Rules& rules)
{
    VERIFY(rules.k >= k_min);
    std::vector<Cells> primary(index(lattice.node_count()), no_cell);
    close_small(lattice, rules.k, primary);
    if (rules.establishment_level)
        close_dominated(lattice, *rules.establishment_level, primary);
    close_with_only_part(lattice, primary);
    return primary;
}

} // namespace etabli::disclosure

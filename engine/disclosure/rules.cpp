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

/// By node, the cells that two of its parts or more have people in.
std::vector<Cells> shared_cells(const Lattice& lattice)
{
    std::vector<Cells> in_one(index(lattice.node_count()), no_cell);
    std::vector<Cells> in_several = in_one;
    for (int node = 1; node < lattice.node_count(); ++node) {
        const auto parent = index(lattice.node(node).parent);
        in_several[parent] |= in_one[parent] & lattice.cells_with_people(node);
        in_one[parent] |= lattice.cells_with_people(node);
    }
    return in_several;
}

/// A cell whose people all stand in one part of it, a place or a category, is the same group as that part, and closes
/// with it: whatever rule closed the part (its headcount, say) would otherwise be undone from above.
void close_with_only_part(const Lattice& lattice, std::vector<Cells>& primary)
{
    const auto shared = shared_cells(lattice);
    for (int node = lattice.node_count() - 1; node >= 0; --node) {
        auto& own = primary[index(node)];
        const auto categories = lattice.cells_with_people(node) & ~total_cell;
        if (how_many(categories) == 1 && (own & (categories | total_cell)) != 0)
            own |= categories | total_cell;
        if (node > 0)
            primary[index(lattice.node(node).parent)] |= own & ~shared[index(lattice.node(node).parent)];
    }
}

/// What a closed total below looks like from above, where nobody else shares its categories. A single category is closed
/// with its only part already.
std::vector<std::vector<Cells>> sums_that_are_totals(const Lattice& lattice, const std::vector<Cells>& primary)
{
    std::vector<std::vector<Cells>> sums(index(lattice.node_count()));
    const auto shared = shared_cells(lattice);
    for (int node = lattice.node_count() - 1; node > 0; --node) {
        const auto categories = lattice.cells_with_people(node) & ~total_cell;
        if ((primary[index(node)] & total_cell) != 0 && how_many(categories) > 1)
            sums[index(node)].push_back(categories);
        const auto parent = index(lattice.node(node).parent);
        for (const auto sum : sums[index(node)])
            if ((sum & shared[parent]) == no_cell
                && std::find(sums[parent].begin(), sums[parent].end(), sum) == sums[parent].end())
                sums[parent].push_back(sum);
    }
    return sums;
}

} // namespace

Primary primary_of(const Lattice& lattice, const Rules& rules, const std::vector<Cells>& also_closed)
{
    VERIFY(rules.k >= k_min);
    Primary primary { std::vector<Cells>(index(lattice.node_count()), no_cell), {} };
    close_small(lattice, rules.k, primary.cells);
    if (rules.establishment_level)
        close_dominated(lattice, *rules.establishment_level, primary.cells);
    for (std::size_t node = 0; node < also_closed.size(); ++node)
        primary.cells[node] |= also_closed[node] & lattice.cells_with_people(static_cast<int>(node));
    close_with_only_part(lattice, primary.cells);
    primary.sums = sums_that_are_totals(lattice, primary.cells);
    return primary;
}

} // namespace etabli::disclosure

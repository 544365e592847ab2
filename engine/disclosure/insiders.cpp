// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/insiders.cpp

#include "engine/disclosure/insiders.hpp"

#include <algorithm>

namespace etabli::disclosure {

namespace {

/// People of one smallest place, who are all of these cells.
struct Group {
    int place = 0;
    Cells cells = no_cell;
};

/// For each closed cell that few make, its people, with those of other such cells of the place as long as they stay few.
std::vector<Group> groups_of(const Lattice& lattice, const Mask& mask, std::int64_t people_max, Random& random)
{
    std::vector<Group> groups;
    for (int place = 0; place < lattice.node_count(); ++place) {
        if (lattice.node(place).child_count > 0)
            continue;
        std::vector<int> small;
        each_cell(lattice.cells_with_people(place) & ~mask.open[index(place)] & ~total_cell, [&](int cell) {
            if (lattice.count(place, cell) <= people_max)
                small.push_back(cell);
        });
        const auto starts = small;
        for (const int start : starts) {
            Group group { place, cell_at(start) };
            auto people = lattice.count(place, start);
            if (people_max > 1)
                random.shuffle(small);
            for (const int cell : small)
                if (cell != start && people + lattice.count(place, cell) <= people_max) {
                    group.cells |= cell_at(cell);
                    people += lattice.count(place, cell);
                }
            groups.push_back(group);
        }
    }
    return groups;
}

/// A small closed cell becomes computable that holds others than the group itself.
bool learns_more(const Lattice& lattice, const Mask& mask, std::int64_t k, const Group& group, const std::vector<Cells>& known)
{
    auto seen = mask;
    seen.open[index(group.place)] |= group.cells;
    const auto learnt = attack(lattice, seen, k).known;
    const auto themselves = [&](int cell) {
        std::int64_t people = 0;
        each_cell(group.cells, [&](int own) { people += cell == 0 || cell == own ? lattice.count(group.place, own) : 0; });
        return people;
    };
    std::vector<bool> holds_them(index(lattice.node_count()), false);
    for (int node = group.place; node >= 0; node = lattice.node(node).parent)
        holds_them[index(node)] = true;
    bool more = false;
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(learnt[index(node)] & ~known[index(node)], [&](int cell) {
            const auto others = lattice.count(node, cell) - (holds_them[index(node)] ? themselves(cell) : 0);
            more = more || (lattice.count(node, cell) < k && others > 0);
        });
    return more;
}

} // namespace

Insiders ask_insiders(const Lattice& lattice, const Mask& mask, std::int64_t k, const Questioning& questioning, Random& random)
{
    auto groups = groups_of(lattice, mask, questioning.people_max, random);
    random.shuffle(groups);
    Insiders found { .groups = static_cast<std::int64_t>(groups.size()) };
    const auto known = attack(lattice, mask, k).known;
    groups.resize(std::min(groups.size(), static_cast<std::size_t>(questioning.asked_max)));
    for (const auto& group : groups) {
        ++found.asked;
        found.learn_more += learns_more(lattice, mask, k, group, known) ? 1 : 0;
    }
    return found;
}

} // namespace etabli::disclosure

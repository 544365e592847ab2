// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/insiders.cpp

#include "engine/disclosure/insiders.hpp"

#include <algorithm>

namespace etabli::disclosure {

namespace {

struct Alone {
    int node = 0;
    int cell = 0;
};

std::vector<Alone> everybody_alone(const Lattice& lattice, const Mask& mask)
{
    std::vector<Alone> found;
    for (int node = 0; node < lattice.node_count(); ++node)
        if (lattice.node(node).child_count == 0)
            each_cell(lattice.cells_with_people(node) & ~mask.open[index(node)] & ~total_cell, [&](int cell) {
                if (lattice.count(node, cell) == 1)
                    found.push_back({ node, cell });
            });
    return found;
}

/// A small closed cell that becomes computable and is not just this person: theirs, or a place's where nobody else answered.
bool learns_more(const Lattice& lattice, const Mask& mask, std::int64_t k, const Alone& person, const std::vector<Cells>& known)
{
    auto seen = mask;
    seen.open[index(person.node)] |= cell_at(person.cell);
    const auto learnt = attack(lattice, seen, k).known;
    std::vector<bool> holds_them(index(lattice.node_count()), false);
    for (int node = person.node; node >= 0; node = lattice.node(node).parent)
        holds_them[index(node)] = true;
    bool more = false;
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(learnt[index(node)] & ~known[index(node)], [&](int cell) {
            const bool just_them
                = holds_them[index(node)] && (cell == 0 || cell == person.cell) && lattice.count(node, cell) == 1;
            more = more || (lattice.count(node, cell) < k && !just_them);
        });
    return more;
}

} // namespace

Insiders ask_insiders(const Lattice& lattice, const Mask& mask, std::int64_t k, std::int64_t asked_max, Random& random)
{
    auto alone = everybody_alone(lattice, mask);
    random.shuffle(alone);
    Insiders found { .alone = static_cast<std::int64_t>(alone.size()) };
    const auto known = attack(lattice, mask, k).known;
    alone.resize(std::min(alone.size(), static_cast<std::size_t>(asked_max)));
    for (const auto& person : alone) {
        ++found.asked;
        found.learn_more += learns_more(lattice, mask, k, person, known) ? 1 : 0;
    }
    return found;
}

} // namespace etabli::disclosure

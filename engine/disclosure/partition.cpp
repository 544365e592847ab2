// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/partition.cpp

#include "engine/disclosure/partition.hpp"

#include <algorithm>

namespace etabli::disclosure {

namespace {

/// Vertices 0 to `vertices_max`, joined by edges; each component is named by its smallest vertex.
class Components {
public:
    explicit Components(int vertices)
    {
        for (int vertex = 0; vertex < vertices; ++vertex)
            parent_[index(vertex)] = static_cast<std::uint8_t>(vertex);
    }
    int of(int vertex) const
    {
        while (parent_[index(vertex)] != vertex)
            vertex = parent_[index(vertex)];
        return vertex;
    }
    void join(int one, int other)
    {
        one = of(one);
        other = of(other);
        parent_[index(std::max(one, other))] = static_cast<std::uint8_t>(std::min(one, other));
    }

private:
    static constexpr std::size_t vertices_max = 2 * (categories_max + 1);
    std::array<std::uint8_t, vertices_max> parent_;
};

} // namespace

Partition Partition::nothing(int categories)
{
    return Partition(categories);
}

Partition Partition::everything(int categories)
{
    return of(categories, all_categories(categories));
}

Partition Partition::of(int categories, Cells known)
{
    Partition made(categories);
    made.add(known);
    return made;
}

void Partition::meet(const Partition& other)
{
    Components components(categories_ + 1);
    for (int category = 0; category < categories_; ++category) {
        const auto at = index(category);
        components.join(category + 1, block_[at]);
        components.join(category + 1, other.block_[at]);
    }
    for (int category = 0; category < categories_; ++category)
        block_[index(category)] = static_cast<std::uint8_t>(components.of(category + 1));
}

void Partition::add(Cells known)
{
    // Known categories stand alone. The others keep their blocks, less those that left; with the total known, 1 on
    // the rest is known, hence 1 on what the ground keeps of it: the ground becomes a block.
    std::array<std::uint8_t, categories_max + 1> first {};
    for (int category = 0; category < categories_; ++category) {
        auto& block = block_[index(category)];
        if ((known & category_cell(category)) != 0) {
            block = static_cast<std::uint8_t>(category + 1);
        } else if (block != 0 || (known & total_cell) != 0) {
            auto& smallest = first[block];
            if (smallest == 0)
                smallest = static_cast<std::uint8_t>(category + 1);
            block = smallest;
        }
    }
}

bool Partition::is_within(const Partition& other) const
{
    // Each block of the other lies within one of ours, and its ground within our ground.
    for (int category = 0; category < categories_; ++category) {
        const auto at = index(category);
        const auto theirs = other.block_[at];
        const auto ours = theirs == 0 ? 0 : block_[index(theirs - 1)];
        if (block_[at] != ours)
            return false;
    }
    return true;
}

bool Partition::is_nothing() const
{
    return std::all_of(block_.begin(), block_.begin() + categories_, [](auto block) { return block == 0; });
}

Cells Partition::known_cells(const Partition& below, const Partition& above)
{
    const int categories = below.categories_;
    const auto left = [&](int category) { return int { below.block_[index(category)] }; };
    const auto right = [&](int category) {
        const int block = above.block_[index(category)];
        return block == 0 ? 0 : block + categories;
    };
    Cells known = 0;
    for (int category = 0; category < categories; ++category) {
        // An edge is a bridge when nothing else joins its ends; both grounds are one vertex, where all is zero.
        Components without(2 * categories + 1);
        for (int other = 0; other < categories; ++other)
            if (other != category)
                without.join(left(other), right(other));
        if (without.of(left(category)) != without.of(right(category)))
            known |= category_cell(category);
    }
    // The total: potentials that differ by one along every edge, zero at both grounds, which must then lie apart.
    Components apart(2 * categories + 2);
    const int other_ground = 2 * categories + 1;
    for (int category = 0; category < categories; ++category)
        apart.join(left(category), right(category) == 0 ? other_ground : right(category));
    if (apart.of(0) != apart.of(other_ground))
        known |= total_cell;
    return known;
}

} // namespace etabli::disclosure

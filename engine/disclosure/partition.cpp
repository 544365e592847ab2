// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/partition.cpp

#include "engine/disclosure/partition.hpp"

#include <algorithm>

namespace etabli::disclosure {

namespace {

constexpr std::size_t vertices_max = 2 * index(categories_max + 1);

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
    std::array<std::uint8_t, vertices_max> parent_;
};

/// Vertices whose heights are tied by edges; a vertex keeps its height above the one it hangs on.
class Potentials {
public:
    explicit Potentials(int vertices)
    {
        for (int vertex = 0; vertex < vertices; ++vertex)
            hangs_on_[index(vertex)] = static_cast<std::uint8_t>(vertex);
    }
    /// One stands `step` above the other; false when that contradicts what was said.
    bool set(int one, int other, int step)
    {
        const int height = climb(one);
        const int other_height = climb(other);
        if (one == other)
            return height - other_height == step;
        hangs_on_[index(one)] = static_cast<std::uint8_t>(other);
        height_[index(one)] = static_cast<std::int8_t>(step + other_height - height);
        return true;
    }

private:
    int climb(int& vertex) const
    {
        int height = 0;
        for (; hangs_on_[index(vertex)] != vertex; vertex = hangs_on_[index(vertex)])
            height += height_[index(vertex)];
        return height;
    }

    std::array<std::uint8_t, vertices_max> hangs_on_;
    std::array<std::int8_t, vertices_max> height_ {};
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

bool Partition::know_sum(const Partition& below, const Partition& above, Cells categories)
{
    const int count = below.categories_;
    Potentials potentials(2 * count + 1);
    for (int category = 0; category < count; ++category) {
        const int left = below.block_[index(category)];
        const int right = above.block_[index(category)];
        const int step = (categories & category_cell(category)) != 0 ? 1 : 0;
        if (!potentials.set(left, right == 0 ? 0 : right + count, step)) // both grounds are one vertex
            return false;
    }
    return true;
}

Cells Partition::known_cells(const Partition& below, const Partition& above)
{
    Cells known = no_cell;
    for (int category = 0; category < below.categories_; ++category)
        if (know_sum(below, above, category_cell(category)))
            known |= category_cell(category);
    return know_sum(below, above, all_categories(below.categories_)) ? known | total_cell : known;
}

} // namespace etabli::disclosure

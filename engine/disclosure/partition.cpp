// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/partition.cpp

#include "engine/disclosure/partition.hpp"

#include <algorithm>

namespace etabli::disclosure {

namespace {

constexpr std::size_t vertices_max = 2 * index(categories_max + 1);

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
    if (is_nothing() || other.is_nothing()) {
        block_ = {};
        return;
    }
    // A partition is a forest already: each category hangs on the smallest of its block, or on the ground. Joining hangs the
    // larger of two on the smaller, so that one pass in their order then finds everybody's end.
    std::array<std::uint8_t, categories_max + 1> hangs_on {};
    std::copy_n(block_.begin(), categories_, hangs_on.begin() + 1);
    const auto end_of = [&](std::uint8_t vertex) {
        while (hangs_on[vertex] != vertex)
            vertex = hangs_on[vertex];
        return vertex;
    };
    for (std::uint8_t vertex = 1; vertex <= categories_; ++vertex)
        if (const auto theirs = other.block_[vertex - 1U]; theirs != vertex) {
            const auto one = end_of(vertex);
            const auto another = end_of(theirs);
            hangs_on[std::max(one, another)] = std::min(one, another);
        }
    for (std::uint8_t vertex = 1; vertex <= categories_; ++vertex)
        block_[vertex - 1U] = hangs_on[vertex] = hangs_on[hangs_on[vertex]];
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
    return block_ == decltype(block_) {};
}

std::vector<Cells> Partition::blocks() const
{
    std::array<Cells, categories_max + 1> sets {};
    for (int category = 0; category < categories_; ++category)
        sets[block_[index(category)]] |= category_cell(category);
    std::vector<Cells> found;
    for (std::size_t block = 1; block <= categories_; ++block)
        if (sets[block] != no_cell)
            found.push_back(sets[block]);
    return found;
}

std::vector<Cells> Partition::groups(const Partition& below, const Partition& above, Cells unknown)
{
    constexpr std::size_t all_unions_max = 6; // sixty-four
    const auto unknown_blocks = [&](const Partition& side) {
        std::vector<Cells> blocks;
        for (const auto block : side.blocks())
            if ((block & unknown) != no_cell)
                blocks.push_back(block & unknown);
        return blocks;
    };
    const auto left = unknown_blocks(below);
    const auto right = unknown_blocks(above);
    std::vector<Cells> found;
    const auto look_at = [&](const std::vector<Cells>& blocks, const std::vector<Cells>& others) {
        const auto unions = std::size_t { 1 } << blocks.size();
        for (std::size_t chosen = 1; chosen < unions; ++chosen) {
            const bool is_one_or_all = std::has_single_bit(chosen) || chosen == unions - 1;
            if (blocks.size() > all_unions_max && !is_one_or_all)
                continue;
            Cells joined = no_cell;
            for (std::size_t block = 0; block < blocks.size(); ++block)
                if ((chosen >> block & 1U) != 0)
                    joined |= blocks[block];
            Cells rest = joined;
            for (const auto other : others)
                if ((other & ~joined) == no_cell)
                    rest &= ~other;
            if (rest != no_cell)
                found.push_back(rest);
        }
    };
    look_at(left, right);
    look_at(right, left);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
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

bool Partition::know_category(const Partition& below, const Partition& above, int category)
{
    const auto left = below.block_[index(category)];
    const auto right = above.block_[index(category)];
    if (left == 0 && right == 0)
        return false;
    int edges_left = 0;
    int edges_right = 0;
    int edges_between = 0;
    for (std::size_t other = 0; other < below.categories_; ++other) {
        const bool is_left = below.block_[other] == left;
        const bool is_right = above.block_[other] == right;
        edges_left += is_left ? 1 : 0;
        edges_right += is_right ? 1 : 0;
        edges_between += is_left && is_right ? 1 : 0;
    }
    if (edges_between > 1) // another edge leads from the one end to the other
        return false;
    if ((edges_left == 1 && left != 0) || (edges_right == 1 && right != 0)) // nothing else leads to one end
        return true;
    return know_sum(below, above, category_cell(category));
}

bool Partition::know_total(const Partition& below, const Partition& above)
{
    bool has_left_ground = false;
    bool has_right_ground = false;
    for (std::size_t category = 0; category < below.categories_; ++category) {
        has_left_ground = has_left_ground || below.block_[category] == 0;
        has_right_ground = has_right_ground || above.block_[category] == 0;
    }
    // Everything on the right stands one above everything on the left, unless the ground would stand above itself.
    return !has_left_ground || !has_right_ground || know_sum(below, above, all_categories(below.categories_));
}

Cells Partition::known_cells(const Partition& below, const Partition& above, Cells certain)
{
    Cells known = certain & (all_categories(below.categories_) | total_cell);
    each_cell((all_categories(below.categories_) | total_cell) & ~certain, [&](int cell) {
        if (cell == 0 ? know_total(below, above) : know_category(below, above, cell - 1))
            known |= cell_at(cell);
    });
    return known;
}

} // namespace etabli::disclosure

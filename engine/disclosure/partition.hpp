// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/partition.hpp
//
// What can be computed about one place from what is published, when its people are cut by one variable. See
// docs/methods/disclosure.md, section 2.
//
// A functional f of the counts x by category (f·x, f one number per category) is computable when it is a combination of
// published ones. Published are totals (f = 1 everywhere) and categories (f = 1 on one). From these, the computable
// functionals of a place are always "constant on the blocks of a partition of the categories, zero on one of them", its
// ground: sums and intersections of such spaces met in a tree stay such spaces. So a space is a partition, and no
// arithmetic is needed, neither real nor modular.

#pragma once

#include <array>

#include "engine/disclosure/cells.hpp"

namespace etabli::disclosure {

/// Functionals constant on each block and zero on the ground.
class Partition {
public:
    /// Only zero is computable: every category lies in the ground.
    static Partition nothing(int categories);
    /// Every functional is computable: each category is a block.
    static Partition everything(int categories);
    /// What `known` cells generate by themselves.
    static Partition of(int categories, Cells known);

    /// What both can compute: the intersection of the spaces (the finest partition coarser than both).
    void meet(const Partition& other);
    /// Adds what `known` cells generate: the sum of the spaces, exact for such a set.
    void add(Cells known);

    /// Whether all that this one computes, `other` computes too.
    bool is_within(const Partition& other) const;
    bool is_nothing() const;
    bool operator==(const Partition&) const = default;

    /// The cells that lie in the sum of two spaces: in the graph whose edges are the categories, drawn from their
    /// block on one side to their block on the other, a category is known when its edge is a bridge.
    static Cells known_cells(const Partition& below, const Partition& above);

    int categories() const { return categories_; }

private:
    explicit Partition(int categories) : categories_(static_cast<std::uint8_t>(categories)) { }

    /// By category: 0 in the ground, else 1 + the smallest category of its block.
    std::array<std::uint8_t, categories_max> block_ {};
    std::uint8_t categories_ = 0;
};

} // namespace etabli::disclosure

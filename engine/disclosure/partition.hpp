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
#include <vector>

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
    /// The sets of categories whose sums are computable by themselves, none of which holds another.
    std::vector<Cells> blocks() const;
    bool operator==(const Partition&) const = default;

    /// Whether the sum of these categories (an empty set aside) is computable by both spaces together. In the graph whose
    /// edges are the categories, drawn from their block of one side to their block of the other, it is when the edges of
    /// the set are a cut: potentials differ by one along each of them and by nothing along the others.
    static bool know_sum(const Partition& below, const Partition& above, Cells categories);
    /// Sets of `unknown` categories (no total) whose sums are computable by both spaces together, each known category subtracted:
    /// unions of blocks of one side less the blocks of the other within them. Every computable set without a smaller computable
    /// one in it is among them while neither side has more than six blocks with something unknown in them; beyond, unions are of
    /// one block or of all.
    static std::vector<Cells> groups(const Partition& below, const Partition& above, Cells unknown);
    /// The total and the categories of which that is true; `certain` ones are not asked about.
    static Cells known_cells(const Partition& below, const Partition& above, Cells certain);

private:
    /// `know_sum` for one category and for all of them, with what is often seen at a glance.
    static bool know_category(const Partition& below, const Partition& above, int category);
    static bool know_total(const Partition& below, const Partition& above);
    explicit Partition(int categories) : categories_(static_cast<std::uint8_t>(categories)) { }

    /// By category: 0 in the ground, else 1 + the smallest category of its block.
    std::array<std::uint8_t, categories_max> block_ {};
    std::uint8_t categories_ = 0;
};

} // namespace etabli::disclosure

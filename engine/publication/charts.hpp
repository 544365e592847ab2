// SPDX-License-Identifier: EUPL-1.2
// engine/publication/charts.hpp
//
// The same people seen through several charts: those who stand together in every one are one unknown, each cell of each chart
// a sum of them, and elimination decides what follows from all that is open. docs/methods/publication.md, section 5.

#pragma once

#include <functional>
#include <set>

#include "engine/disclosure/protect.hpp"

namespace etabli::publication {

/// A chart and what is open of it, for one question or for all.
struct ChartShown {
    const disclosure::Lattice* lattice = nullptr;
    const disclosure::Mask* mask = nullptr;
};

/// People seen through several charts at once.
class Charts {
public:
    /// Of each chart, where each person stands (below zero: nowhere), and its places. These outlive it. `request.invalid` when
    /// so many moved between charts that what they have in common cannot all be looked at.
    static Result<Charts> create(
        std::vector<const std::vector<std::int64_t>*> cells, std::vector<const disclosure::Lattice*> places, std::int64_t k);

    /// By chart, in their order: how many groups of 1 to k - 1 people can be computed from all that is open: closed cells of any
    /// chart, and what two cells of two charts have in common or apart. Counts of the lattices decide what cell is small.
    /// `people` by group, as `people()` or `people_who` give them. Nobody counts further than one above `enough`.
    std::int64_t told(
        const std::vector<ChartShown>& shown, const std::vector<std::int64_t>& people, std::int64_t enough = INT64_MAX) const;
    const std::vector<std::int64_t>& people() const { return people_; }
    std::vector<std::int64_t> people_who(const std::function<bool(std::size_t)>& person) const;
    int groups() const { return static_cast<int>(people_.size()); }

private:
    struct Chart {
        const disclosure::Lattice* places = nullptr;
        std::vector<std::vector<int>> groups; // by number of a smallest cell
    };

    explicit Charts(std::int64_t k) : k_(k) { }
    void collect(const Chart& chart, int node, int cell, std::vector<int>& into) const;
    std::vector<int> members(std::size_t chart, int node, int cell) const;
    bool is_small(std::int64_t people) const { return people > 0 && people < k_; }
    bool are_same(std::size_t chart, std::size_t other) const;
    Result<void> find_parts(std::size_t chart, std::size_t other);

    std::int64_t k_;
    std::vector<Chart> charts_;
    std::vector<std::int64_t> people_; // by group
    std::vector<int> group_of_; // by person
    /// What two cells of two charts have in common, and each apart, where that is few people (fewer may have answered a
    /// question); each once.
    std::set<std::vector<int>> small_parts_;
};

} // namespace etabli::publication

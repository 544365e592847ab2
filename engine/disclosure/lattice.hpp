// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/lattice.hpp
//
// What is published of one question asked of everybody: a tree of places, each cut by the same categories, and how many
// answered in each cell. The order of places and categories is that of their names, so that it owes nothing to the order
// in which answers came.

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "engine/disclosure/cells.hpp"

namespace etabli::disclosure {

/// One place. Children stand together, parents before them, the root first.
struct Node {
    std::string name;
    int level = 0;
    int parent = -1;
    int first_child = 0;
    int child_count = 0;
};

class Lattice {
public:
    /// The root's level, which no column names.
    static constexpr std::string_view root_level = "nation";
    static constexpr std::string_view total_name = "Total";
    /// More than there are people, and a hundred times the sum of a million such rows still fits.
    static constexpr std::int64_t count_max = 10'000'000'000;

    const std::vector<std::string>& levels() const { return levels_; }
    const std::vector<std::string>& categories() const { return categories_; }
    int category_count() const { return static_cast<int>(categories_.size()); }
    const std::vector<Node>& nodes() const { return nodes_; }
    int node_count() const { return static_cast<int>(nodes_.size()); }
    const Node& node(int number) const { return nodes_[index(number)]; }

    /// Respondents in a cell: 0 for the total, then the categories.
    std::int64_t count(int node, int cell) const { return counts_[at(node, cell)]; }
    /// People who could answer; the same as `count` when nobody said.
    std::int64_t headcount(int node, int cell) const
    {
        return headcounts_.empty() ? count(node, cell) : headcounts_[at(node, cell)];
    }
    /// Cells that the file named, here or below; the total always.
    Cells present(int node) const { return present_[index(node)]; }
    /// Cells without a respondent: anybody may be presumed to know that they are empty.
    Cells empty(int node) const { return empty_[index(node)]; }
    Cells cells_with_people(int node) const { return ~empty(node) & (all_categories(category_count()) | total_cell); }

    /// Where a cell stands among all of them: from 0 to cell_numbers() - 1, node after node.
    std::size_t at(int node, int cell) const { return index(node) * (categories_.size() + 1) + index(cell); }
    std::size_t cell_numbers() const { return counts_.size(); }
    /// The same places, categories and headcounts with other respondents: `counts` by cell number, of which the categories
    /// of the smallest places are read.
    Lattice recounted(std::vector<std::int64_t> counts) const;
    /// The same people, `counts` of whom answered: a cell in which nobody did is not presumed to be known for that.
    Lattice answered(std::vector<std::int64_t> counts) const;

private:
    friend class LatticeBuilder;
    void roll_up(std::vector<std::int64_t>& counts) const;
    void find_empty();

    std::vector<std::string> levels_;
    std::vector<std::string> categories_;
    std::vector<Node> nodes_;
    std::vector<std::int64_t> counts_;
    std::vector<std::int64_t> headcounts_;
    std::vector<Cells> present_;
    std::vector<Cells> empty_;
};

/// Why a row cannot be taken. `column` is a level of the tree (0 for the first below the root), or one past the last for
/// the category, two past for the count.
struct RowTrouble {
    int column = 0;
    std::string why;
};

/// Takes one row per smallest place and category, in any order.
class LatticeBuilder {
public:
    /// Levels from the widest below the root to the smallest.
    explicit LatticeBuilder(std::vector<std::string> levels);

    /// Nothing when the row was taken.
    std::optional<RowTrouble> add(std::span<const std::string_view> path, std::string_view category, std::int64_t count,
        std::optional<std::int64_t> headcount = {});
    Lattice finish() &&;

private:
    struct Place {
        std::string name;
        int parent = -1;
    };
    struct Row {
        int place = 0;
        int category = 0;
        std::int64_t count = 0;
        std::int64_t headcount = 0;
    };
    struct Hash {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the library looks for this name
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Names = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

    std::optional<RowTrouble> find_place(std::span<const std::string_view> path);
    std::optional<int> find_category(std::string_view category);
    std::vector<int> lay_out(Lattice& made);
    void count_rows(Lattice& made, const std::vector<int>& smallest_places, const std::vector<int>& rank) const;

    std::vector<std::string> levels_;
    std::vector<std::vector<Place>> places_; // by level
    std::vector<Names> by_name_;
    std::vector<int> here_; // the last row's place, level by level: rows often follow one another
    std::vector<std::string> categories_;
    std::vector<Cells> seen_; // by smallest place
    std::vector<Row> rows_;
    bool has_headcounts_ = false;
};

} // namespace etabli::disclosure

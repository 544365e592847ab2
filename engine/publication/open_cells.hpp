// SPDX-License-Identifier: EUPL-1.2
// engine/publication/open_cells.hpp
//
// The cells that are shown, in a row: place after place, in each its total and then its categories.

#pragma once

#include <optional>
#include <vector>

#include "engine/disclosure/cells.hpp"

namespace etabli::publication {

class OpenCells {
public:
    using Cell = disclosure::CellAt;

    OpenCells() = default;
    /// By node.
    explicit OpenCells(std::vector<disclosure::Cells> open) : open_(std::move(open))
    {
        for (std::size_t node = 0; node < open_.size(); ++node) {
            first_.push_back(static_cast<std::int32_t>(cells_.size()));
            disclosure::each_cell(open_[node], [&](int cell) { cells_.push_back({ static_cast<int>(node), cell }); });
        }
        first_.push_back(static_cast<std::int32_t>(cells_.size()));
    }

    std::size_t size() const { return cells_.size(); }
    const std::vector<Cell>& all() const { return cells_; }
    disclosure::Cells at(int node) const { return open_[disclosure::index(node)]; }
    /// How many stand before this node's.
    std::int32_t first(int node) const { return first_[disclosure::index(node)]; }
    /// Nothing when it is withheld.
    std::optional<std::size_t> rank(int node, int cell) const
    {
        if ((at(node) & disclosure::cell_at(cell)) == 0)
            return {};
        const auto before = at(node) & (disclosure::cell_at(cell) - 1);
        return static_cast<std::size_t>(first(node) + disclosure::how_many(before));
    }

private:
    std::vector<disclosure::Cells> open_;
    std::vector<std::int32_t> first_; // by node, and one past
    std::vector<Cell> cells_;
};

} // namespace etabli::publication

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/cells.hpp
//
// The cells of one place, as a set of bits: everybody there (the total), then each category in its fixed order.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace etabli::disclosure {

using Cells = std::uint64_t;

/// One cell of one place of a lattice, by numbers: the total is 0, categories come after.
struct CellAt {
    int node = 0;
    int cell = 0;
};

/// One bit is the total's.
inline constexpr int categories_max = 63;
inline constexpr Cells total_cell = 1;
inline constexpr Cells no_cell = 0;

/// Places, categories and cells are numbered by int, as their differences are; containers want this.
constexpr std::size_t index(int number)
{
    return static_cast<std::size_t>(number);
}

constexpr Cells category_cell(int category)
{
    return Cells { 2 } << category;
}

/// The total (0) or a category (1 and on), as counts are laid out.
constexpr Cells cell_at(int index)
{
    return Cells { 1 } << index;
}

/// The categories of a place with that many, without its total.
constexpr Cells all_categories(int categories)
{
    return categories == categories_max ? ~total_cell : (category_cell(categories) - 1) & ~total_cell;
}

constexpr int how_many(Cells cells)
{
    return std::popcount(cells);
}

/// Calls back with the index of each cell of the set, the total first.
template <class Visit>
constexpr void each_cell(Cells cells, Visit&& visit)
{
    for (; cells != 0; cells &= cells - 1)
        visit(std::countr_zero(cells));
}

} // namespace etabli::disclosure

// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/tables.hpp
//
// Counts and masks as text, for whoever works without the server: comma-separated, one header line, UTF-8. Every refusal
// names its line and column.

#pragma once

#include <functional>

#include "base/csv_table.hpp"
#include "engine/disclosure/names.hpp"
#include "engine/disclosure/protect.hpp"

namespace etabli::disclosure {

/// Names of columns in a file of counts. A number of respondents, and of people who could answer, is an integer from 0
/// to Lattice::count_max.
struct CountsColumns {
    std::vector<std::string> tree; // from the widest place to the smallest, the root left out
    std::string category;
    std::string count;
    std::optional<std::string> headcount;
};

/// One row per smallest place and category.
Result<Lattice> read_counts(std::string_view text, const CountsColumns& columns);

/// level,node,category,n,state,reason: a row per cell that was named in the counts, here or below, and per total.
std::string mask_text(const Lattice& lattice, const Protection& protection);

/// Cells of a lattice by columns level, node and category. The lattice outlives it.
class CellColumns {
public:
    static Result<CellColumns> create(const CsvTable& table, const Lattice& lattice);
    /// Of the row last read; `request.invalid` with line and column for what the lattice does not have.
    Result<CellAt> read(const CsvTable& table);

private:
    explicit CellColumns(const Lattice& lattice) : lattice_(lattice), nodes_(lattice) { }

    const Lattice& lattice_;
    NodesByName nodes_;
    std::size_t level_ = 0;
    std::size_t name_ = 0;
    std::size_t category_ = 0;
};

/// A row of a mask: a place and a category that the table knows.
struct MaskRow {
    int line = 0;
    CellAt at;
    bool is_open = false;
    std::optional<std::int64_t> number; // nothing where `n` holds none
    bool is_primary = false; // by `reason`
};

/// Reads level, node, category and state, and n and reason where there are such columns. Ends at the first refusal, its own or the visitor's.
Result<void> each_mask_row(
    std::string_view text, const Lattice& lattice, const std::function<Result<void>(const MaskRow&)>& visit);

/// The same; n is not looked at. No row twice, and a cell that holds people and has no row is refused.
Result<Mask> read_mask(std::string_view text, const Lattice& lattice);

} // namespace etabli::disclosure

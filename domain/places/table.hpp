// SPDX-License-Identifier: EUPL-1.2
// domain/places/table.hpp
//
// A table as people have it: saved by a spreadsheet or pasted out of one. Finds the encoding and the separator,
// cuts the cells, and keeps the number of the line each row began on, so that a report can point at it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace etabli {

enum class TableEncoding { Utf8, Utf16, Windows1252 };

struct TableRow {
    int line = 0; // from 1, in the file
    std::vector<std::string> cells;
    bool quote_not_closed = false;
};

struct Table {
    TableEncoding encoding = TableEncoding::Utf8;
    char separator = ';';
    std::vector<std::string> header;
    std::vector<TableRow> rows;
};

/// 5,000 establishments with their poles fit four times over; more is another kind of file.
inline constexpr std::size_t table_rows_max = 20'000;
inline constexpr std::size_t table_columns_max = 400; // the widest published layout has 230

/// The first line that is not blank is the header. `file.unknown_format` for what is no text, or has no line.
Result<Table> read_table(std::string_view bytes);

} // namespace etabli

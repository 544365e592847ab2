// SPDX-License-Identifier: EUPL-1.2
// base/csv_table.hpp
//
// Rows of comma-separated text under a header whose columns are found by name. Every refusal names its line, and its
// column where there is one.

#pragma once

#include "base/csv.hpp"
#include "base/result.hpp"

namespace etabli {

class CsvTable {
public:
    /// The text must outlive the table. `request.invalid` when there is no first line, or when it is not UTF-8.
    static Result<CsvTable> create(std::string_view text);

    const std::vector<std::string>& header() const { return header_; }
    Result<std::size_t> column(std::string_view name) const { return column_in(header_, name); }
    /// `request.invalid` when no column, or more than one, has the name.
    static Result<std::size_t> column_in(const std::vector<std::string>& header, std::string_view name);

    /// Goes to the next row; false at the end. `request.invalid` when the row is not as wide as the header.
    Result<bool> next();
    int line() const { return csv_.line(); }
    /// Of the row last read; points into the text or the reader until the next row.
    std::string_view operator[](std::size_t column) const { return fields_[column]; }

    Problem trouble_in(std::size_t column, std::string_view why) const;
    /// `line 3, column n: why`
    static Problem trouble(int line, std::string_view column, std::string_view why);

private:
    explicit CsvTable(std::string_view text) : csv_(text) { }

    CsvReader csv_;
    std::vector<std::string> header_;
    std::vector<std::string_view> fields_;
};

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// base/csv.hpp
//
// Rows of comma-separated text (RFC 4180): quoted fields, CRLF or LF, a byte order mark passed over. A first line with
// semicolons and no comma is taken as what a French spreadsheet writes. Strict and without copies, for a million rows that a
// program wrote; what people paste or save is read with more patience by domain/places/table.hpp.

#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace etabli {

class CsvReader {
public:
    explicit CsvReader(std::string_view text);

    /// The next row that is not blank; false at the end. Fields point into the text, or into this reader until the next
    /// row when they were quoted.
    bool next(std::vector<std::string_view>& fields);
    /// Of the row last read, from 1.
    int line() const { return line_; }
    /// A quote that never closed, or that closed before the end of its field.
    bool is_broken() const { return is_broken_; }

private:
    bool first_line_holds(char mark) const;
    std::string_view quoted_field();
    bool is_at_end_of_field() const;

    std::string_view text_;
    std::size_t at_ = 0;
    char separator_ = ',';
    int line_ = 0;
    int next_line_ = 1;
    bool is_broken_ = false;
    std::deque<std::string> unquoted_; // of the row; none moves once it was handed out
    std::size_t unquoted_used_ = 0;
};

/// One field, quoted when it has to be.
std::string csv_field(std::string_view text);

} // namespace etabli

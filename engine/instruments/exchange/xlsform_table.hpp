// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_table.hpp
//
// One sheet of an XLSForm under its header: columns by their present name, whatever older name the file has, and by language.

#pragma once

#include "engine/instruments/exchange/draft.hpp"
#include "engine/instruments/exchange/workbook.hpp"

namespace etabli::instruments::exchange {

class XlsFormTable {
public:
    /// `request.invalid`, naming the sheet and the column, when one stands twice or one of these is missing.
    static Result<XlsFormTable> create(const Sheet& sheet, const std::vector<std::string_view>& required);

    /// Rows below the header.
    std::size_t size() const { return sheet_->rows.size() - 1; }
    /// "survey!12": as the spreadsheet numbers it.
    std::string where(std::size_t row) const;
    bool has(std::string_view column) const { return columns_.contains(column); }

    /// What stands there in no language, or in the only one.
    std::string text(std::size_t row, std::string_view column) const;
    Words words(std::size_t row, std::string_view column) const;

private:
    explicit XlsFormTable(const Sheet& sheet) : sheet_(&sheet) { }
    const std::string& cell(std::size_t row, std::size_t column) const;

    const Sheet* sheet_;
    std::map<std::string, std::map<std::string, std::size_t>, std::less<>> columns_; // by name, by language
};

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/workbook.hpp
//
// Sheets of rows of text: what an .xlsx workbook holds of interest here, or a .csv file in which pyxform writes several sheets.
// Formats, formulas and pictures are passed over; a formula's last result is its text.

#pragma once

#include "base/result.hpp"

namespace etabli::instruments::exchange {

struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows; // as numbered in the sheet, from 0; trimmed; short rows end early
};

/// Ten times a questionnaire and its options.
inline constexpr std::size_t sheet_rows_max = 5000;
inline constexpr std::size_t sheet_columns_max = 200;
/// Of all its cells: one shared text may stand in every one of them.
inline constexpr std::size_t sheet_bytes_max = 10'000'000;

/// Only the sheets so named, whatever their capitals, in the order of the book; and the names of all.
struct Workbook {
    std::vector<Sheet> sheets;
    std::vector<std::string> names;
};
Result<Workbook> workbook_from_xlsx(std::string_view bytes, const std::vector<std::string_view>& wanted);

/// A sheet's name stands alone in the first column; its rows begin in the second.
Result<Workbook> workbook_from_csv(std::string_view bytes, const std::vector<std::string_view>& wanted);

Result<std::string> xlsx_of(const std::vector<Sheet>& sheets);

/// "A", "B", …, "AA": as people see it.
std::string column_letters(std::size_t column);

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/series_fields.hpp
//
// One field of a series at a time: numbers as French and English spreadsheets write them, days, order numbers.

#pragma once

#include <optional>
#include <string_view>

#include "base/csv_table.hpp"

namespace etabli::charts {

/// How a file writes its x. All rows write it alike: 03/04/2026 is another day to another reader.
enum class OrderKind { Number, Day, FrenchDay };

class SeriesFields {
public:
    /// `decimal_comma`: columns stand between semicolons.
    SeriesFields(const CsvTable& table, bool decimal_comma) : table_(table), decimal_comma_(decimal_comma) { }

    /// Of the row last read.
    Result<double> number(std::size_t column) const;
    /// Days since 1970, or the order number. `request.invalid` when a row writes x otherwise than the first.
    Result<double> order(std::size_t column);

private:
    const CsvTable& table_;
    bool decimal_comma_;
    std::optional<OrderKind> kind_;
};

/// Whether the first line has semicolons and no comma.
bool has_decimal_comma(std::string_view text);

} // namespace etabli::charts

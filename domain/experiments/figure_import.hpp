// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/figure_import.hpp
//
// Figures out of a table that somebody pasted or saved: which column is what, each row read or refused with its reason,
// rows of one period summed. Nothing is written here.

#pragma once

#include "domain/experiments/indicators.hpp"
#include "domain/places/table.hpp"

namespace etabli {

enum class FigureOutcome { Read, NotTaken };

template <>
struct Names<FigureOutcome> {
    static constexpr std::array table {
        std::pair { FigureOutcome::Read, std::string_view("read") },
        std::pair { FigureOutcome::NotTaken, std::string_view("not_taken") },
    };
};

enum class FigureReason {
    None,
    RowTooShort,
    NoDay,
    DayUnclear,
    NoNumber,
    NotANumber,
    BelowZero,
    NotWhole,
    NoBase,
    BaseTooSmall,
    InTheFuture,
    AfterTheEnd,
    TooLarge,
};

template <>
struct Names<FigureReason> {
    static constexpr std::array table {
        std::pair { FigureReason::None, std::string_view("none") },
        std::pair { FigureReason::RowTooShort, std::string_view("row_too_short") },
        std::pair { FigureReason::NoDay, std::string_view("no_day") },
        std::pair { FigureReason::DayUnclear, std::string_view("day_unclear") },
        std::pair { FigureReason::NoNumber, std::string_view("no_number") },
        std::pair { FigureReason::NotANumber, std::string_view("not_a_number") },
        std::pair { FigureReason::BelowZero, std::string_view("below_zero") },
        std::pair { FigureReason::NotWhole, std::string_view("not_whole") },
        std::pair { FigureReason::NoBase, std::string_view("no_base") },
        std::pair { FigureReason::BaseTooSmall, std::string_view("base_too_small") },
        std::pair { FigureReason::InTheFuture, std::string_view("in_the_future") },
        std::pair { FigureReason::AfterTheEnd, std::string_view("after_the_end") },
        std::pair { FigureReason::TooLarge, std::string_view("too_large") },
    };
};

/// What became of a row; its line counts from 1, in what was pasted.
struct FigureRow {
    std::int64_t line = 0;
    FigureOutcome outcome = FigureOutcome::Read;
    FigureReason reason = FigureReason::None;
    std::string written; // the cells it was read from, as they stand
    std::optional<Date> counted_on; // the first day of its period
    double numerator = 0;
    std::optional<std::int64_t> base;
};

template <>
struct Describe<FigureRow> {
    static constexpr std::string_view name = "FigureRow";
    static constexpr auto fields = std::tuple {
        field("line", &FigureRow::line, { .min = 1, .max = INT64_MAX }),
        field("outcome", &FigureRow::outcome),
        field("reason", &FigureRow::reason),
        field("written", &FigureRow::written, { .min = 0, .max = 400 }),
        field("counted_on", &FigureRow::counted_on),
        field("numerator", &FigureRow::numerator),
        field("base", &FigureRow::base, { .min = 0, .max = INT64_MAX }),
    };
};

/// Two years of days.
inline constexpr std::size_t figure_rows_max = 800;

struct FigureTable {
    std::vector<FigureRow> rows;
    std::vector<IndicatorValue> values; // one per period, in the order of days; without id
};

namespace experiments {

/// The columns the header names, as they were named last time or as people usually name them; empty where nothing is found.
FigureColumns guess_columns(const std::vector<std::string>& header, const Indicator& indicator);

/// `figures.column_missing` when a column that is needed has no name or is not there; `list.too_long`.
/// Days are written 2026-11-23, 23/11/2026 or 23/11/26, all rows alike; numbers with a comma or a point, thousands apart.
Result<FigureTable> read_figures(const Table& table, const FigureColumns& columns, const Indicator& indicator, Date today);

} // namespace experiments
} // namespace etabli

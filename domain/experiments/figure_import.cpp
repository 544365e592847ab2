// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/figure_import.cpp

#include "domain/experiments/figure_import.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/experiments/rules.hpp"

namespace etabli::experiments {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF";

std::string lowered(std::string_view text)
{
    std::string made(trimmed(text));
    std::transform(made.begin(), made.end(), made.begin(),
        [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return made;
}

std::string without(std::string text, std::string_view part)
{
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
        text.erase(at, part.size());
    return text;
}

/// 1 234,5 and 1234.5; a per cent sign is no number, because its base is lost.
std::optional<double> number_of(std::string_view written)
{
    auto text = without(without(std::string(trimmed(written)), no_break_space), narrow_no_break_space);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    if (std::count(text.begin(), text.end(), ',') + std::count(text.begin(), text.end(), '.') > 1)
        return std::nullopt;
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

enum class DayWriting { Iso, French };

struct ReadDay {
    DayWriting writing = DayWriting::Iso;
    Date day;
};

/// 23/11/2026, 23/11/26, 23-11-2026, 23.11.2026. Never the American order: 11/23/2026 is refused.
std::optional<ReadDay> day_of(std::string_view written)
{
    const auto whole = std::string(trimmed(written));
    const auto text = whole.substr(0, whole.find_first_of(" T")); // an hour after the day is left aside
    if (const auto day = Date::parse(text))
        return ReadDay { DayWriting::Iso, *day };
    const auto parts = split(text, text.find('/') != std::string::npos ? '/' : text.find('.') != std::string::npos ? '.' : '-');
    if (parts.size() != 3)
        return std::nullopt;
    const auto day = whole_number(trimmed(parts[0]));
    const auto month = whole_number(trimmed(parts[1]));
    auto year = whole_number(trimmed(parts[2]));
    if (!day || !month || !year || (trimmed(parts[2]).size() != 4 && trimmed(parts[2]).size() != 2))
        return std::nullopt;
    constexpr std::int64_t century = 2000;
    if (*year < 100)
        *year += century;
    const auto parsed = Date::parse(fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
    return parsed ? std::optional(ReadDay { DayWriting::French, *parsed }) : std::nullopt;
}

std::size_t place_of(const std::vector<std::string>& header, std::string_view name)
{
    return static_cast<std::size_t>(std::find_if(header.begin(), header.end(), [&](const std::string& each) {
        return lowered(each) == lowered(name);
    }) - header.begin());
}

struct Places {
    std::size_t day = 0;
    std::size_t numerator = 0;
    std::optional<std::size_t> base;
};

Result<Places> places_of(const std::vector<std::string>& header, const FigureColumns& columns, const Indicator& indicator)
{
    Places places { place_of(header, columns.day), place_of(header, columns.numerator), {} };
    // Without a column for it, each row of a measure is one time that it was measured.
    if (indicator.counting != Counting::Count && (indicator.counting != Counting::Measure || !columns.base.empty()))
        places.base = place_of(header, columns.base);
    const auto is_there = [&](std::size_t place) { return place < header.size(); };
    if (!is_there(places.day) || !is_there(places.numerator) || (places.base && !is_there(*places.base)))
        return Problem::of_field("/columns", "figures.column_missing");
    const bool is_twice = places.day == places.numerator || places.base == places.day || places.base == places.numerator;
    if (is_twice)
        return Problem::of_field("/columns", "figures.column_missing");
    return places;
}

class RowReader {
public:
    RowReader(const Places& places, const Indicator& indicator, Date today)
        : places_(places)
        , indicator_(indicator)
        , today_(today)
    {
    }

    FigureRow read(const TableRow& row)
    {
        FigureRow made { .line = row.line };
        made.reason = fill(row, made);
        made.outcome = made.reason == FigureReason::None ? FigureOutcome::Read : FigureOutcome::NotTaken;
        return made;
    }

private:
    FigureReason fill(const TableRow& row, FigureRow& made)
    {
        const auto last = std::max({ places_.day, places_.numerator, places_.base.value_or(0) });
        if (row.quote_not_closed || row.cells.size() <= last)
            return FigureReason::RowTooShort;
        made.written = row.cells[places_.day] + " · " + row.cells[places_.numerator]
            + (places_.base ? " · " + row.cells[*places_.base] : std::string());
        if (const auto why = fill_day(row.cells[places_.day], made); why != FigureReason::None)
            return why;
        if (trimmed(row.cells[places_.numerator]).empty())
            return FigureReason::NoNumber;
        const auto numerator = number_of(row.cells[places_.numerator]);
        if (!numerator)
            return FigureReason::NotANumber;
        made.numerator = *numerator;
        if (made.numerator < 0)
            return FigureReason::BelowZero;
        if (made.numerator > static_cast<double>(counted_max))
            return FigureReason::TooLarge;
        if (indicator_.counting != Counting::Measure && made.numerator != std::floor(made.numerator))
            return FigureReason::NotWhole;
        if (indicator_.counting == Counting::Measure)
            made.base = 1;
        return places_.base ? fill_base(row.cells[*places_.base], made) : FigureReason::None;
    }

    FigureReason fill_day(std::string_view written, FigureRow& made)
    {
        if (trimmed(written).empty())
            return FigureReason::NoDay;
        const auto read = day_of(written);
        if (!read || (writing_ && *writing_ != read->writing) || read->day < first_figure_day(indicator_))
            return FigureReason::DayUnclear;
        writing_ = read->writing;
        if (read->day > today_)
            return FigureReason::InTheFuture;
        if (read->day > *indicator_.expires_on)
            return FigureReason::AfterTheEnd;
        made.counted_on = period_start(indicator_.rhythm, read->day);
        return FigureReason::None;
    }

    FigureReason fill_base(std::string_view written, FigureRow& made)
    {
        if (trimmed(written).empty())
            return FigureReason::NoBase;
        const auto base = number_of(written);
        if (!base)
            return FigureReason::NotANumber;
        if (*base != std::floor(*base))
            return FigureReason::NotWhole;
        if (*base > static_cast<double>(counted_max))
            return FigureReason::TooLarge;
        if (*base < 1 || (indicator_.counting == Counting::Ratio && made.numerator > *base))
            return FigureReason::BaseTooSmall;
        made.base = static_cast<std::int64_t>(*base);
        return FigureReason::None;
    }

    const Places& places_;
    const Indicator& indicator_;
    Date today_;
    std::optional<DayWriting> writing_; // 03/04/2026 is another day to another reader: all rows alike
};

/// As spreadsheets of wards name them, in both languages.
constexpr std::array day_names { "jour", "date", "semaine", "mois", "day", "week", "month", "x" };
constexpr std::array numerator_names { "nombre", "compte", "total", "valeur", "count", "number", "value", "y" };
constexpr std::array base_names { "sur", "base", "n", "effectif", "out of", "of" };

/// The first column so named that nothing was found in yet; a single letter is the whole name.
template <std::size_t size>
std::string first_of(
    const std::vector<std::string>& header, const std::array<const char*, size>& names, const std::vector<std::string>& taken)
{
    for (const auto& column : header) {
        if (std::find(taken.begin(), taken.end(), column) != taken.end())
            continue;
        for (const std::string_view name : names)
            if (name.size() == 1 ? lowered(column) == name : lowered(column).starts_with(name))
                return column;
    }
    return {};
}

} // namespace

FigureColumns guess_columns(const std::vector<std::string>& header, const Indicator& indicator)
{
    const auto is_there = [&](const std::string& name) { return !name.empty() && place_of(header, name) < header.size(); };
    const bool has_base = indicator.counting == Counting::Ratio || indicator.counting == Counting::Rate;
    if (const auto& last = indicator.columns;
        last && is_there(last->day) && is_there(last->numerator) && (!has_base || is_there(last->base)))
        return *last;
    FigureColumns made { first_of(header, day_names, {}), {}, {} };
    made.numerator
        = is_there(indicator.unit) ? header[place_of(header, indicator.unit)] : first_of(header, numerator_names, { made.day });
    if (has_base)
        made.base = is_there(indicator.base_unit) ? header[place_of(header, indicator.base_unit)]
                                                  : first_of(header, base_names, { made.day, made.numerator });
    return made;
}

Result<FigureTable> read_figures(const Table& table, const FigureColumns& columns, const Indicator& indicator, Date today)
{
    if (table.rows.size() > figure_rows_max)
        return Problem::of_field("/content", "list.too_long");
    const auto places = TRY(places_of(table.header, columns, indicator));
    FigureTable made;
    std::map<Date, IndicatorValue> periods;
    RowReader reader(places, indicator, today);
    for (const auto& row : table.rows) {
        made.rows.push_back(reader.read(row));
        const auto& read = made.rows.back();
        if (read.outcome != FigureOutcome::Read)
            continue;
        const auto [found, is_new] = periods.try_emplace(*read.counted_on);
        auto& value = found->second;
        value.indicator_id = indicator.id;
        value.counted_on = *read.counted_on;
        value.numerator += read.numerator;
        if (read.base)
            value.base = value.base.value_or(0) + *read.base;
        value.entries = is_new ? 1 : value.entries + 1;
    }
    for (auto& [day, value] : periods)
        made.values.push_back(std::move(value));
    return made;
}

} // namespace etabli::experiments

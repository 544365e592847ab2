// SPDX-License-Identifier: EUPL-1.2
// engine/charts/series_fields.cpp

#include "engine/charts/series_fields.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/time.hpp"
#include "engine/charts/series.hpp"

namespace etabli::charts {

namespace {

std::optional<double> plain_number(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<double> comma_number(std::string_view text)
{
    std::string pointed(text);
    const auto comma = pointed.find(',');
    if (comma != std::string::npos)
        pointed[comma] = '.';
    return plain_number(pointed);
}

/// DD/MM/YYYY.
std::optional<Date> french_day(std::string_view text)
{
    if (text.size() != 10 || text[2] != '/' || text[5] != '/')
        return std::nullopt;
    return Date::parse(fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2)));
}

double days_of(const Date& date)
{
    return static_cast<double>(date.day().time_since_epoch().count());
}

struct ReadOrder {
    OrderKind kind;
    double order;
};

std::optional<ReadOrder> read_order(std::string_view text, bool decimal_comma)
{
    if (const auto number = decimal_comma ? comma_number(text) : plain_number(text))
        return ReadOrder { OrderKind::Number, *number };
    if (const auto day = Date::parse(text))
        return ReadOrder { OrderKind::Day, days_of(*day) };
    if (const auto day = french_day(text))
        return ReadOrder { OrderKind::FrenchDay, days_of(*day) };
    return std::nullopt;
}

std::string_view name_of(OrderKind kind)
{
    switch (kind) {
    case OrderKind::Number:
        return "an order number";
    case OrderKind::Day:
        return "a day as 2026-11-23";
    default:
        return "a day as 23/11/2026";
    }
}

} // namespace

std::optional<double> parse_order(std::string_view text)
{
    const auto read = read_order(trimmed(text), true);
    return read ? std::optional(read->order) : std::nullopt;
}

bool has_decimal_comma(std::string_view text)
{
    const auto first_line = text.substr(0, text.find('\n'));
    return first_line.find(',') == std::string_view::npos && first_line.find(';') != std::string_view::npos;
}

Result<double> SeriesFields::number(std::size_t column) const
{
    const auto text = trimmed(table_[column]);
    if (text.empty() || text == "NA")
        return table_.trouble_in(column, "there is no number; leave out the whole row of what was not measured");
    const auto number = decimal_comma_ ? comma_number(text) : plain_number(text);
    if (!number && !decimal_comma_ && comma_number(text))
        return table_.trouble_in(column, "a comma within a number; write a point, or put semicolons between columns");
    if (!number)
        return table_.trouble_in(column, "is not a number");
    if (std::abs(*number) > value_max)
        return table_.trouble_in(column, fmt::format("is beyond {:g}", value_max));
    return *number;
}

Result<double> SeriesFields::order(std::size_t column)
{
    const auto text = trimmed(table_[column]);
    const auto read = read_order(text, decimal_comma_);
    if (!read)
        return table_.trouble_in(column,
            kind_ ? fmt::format("is not {}, as the rows above have it", name_of(*kind_))
                  : "is neither an order number nor a day (2026-11-23, or 23/11/2026)");
    if (kind_ && *kind_ != read->kind)
        return table_.trouble_in(
            column, fmt::format("is {}, where the rows above have {}", name_of(read->kind), name_of(*kind_)));
    kind_ = read->kind;
    return read->order;
}

} // namespace etabli::charts

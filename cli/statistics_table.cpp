// SPDX-License-Identifier: EUPL-1.2
// cli/statistics_table.cpp
//
// Reports for people at a terminal.

#include <cmath>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/statistics_reports.hpp"

namespace etabli::cli {

namespace {

std::string cell_text(const json::value& value)
{
    if (value.is_null())
        return "-";
    if (value.is_string())
        return std::string(value.get_string());
    if (value.is_double())
        return fmt::format("{:.6g}", value.get_double());
    if (!value.is_array())
        return json::serialize(value);
    std::string text;
    for (const auto& each : value.get_array())
        text += (text.empty() ? "" : " ") + cell_text(each);
    return text;
}

bool is_list(const json::value& value)
{
    return value.is_array() && !value.get_array().empty() && value.get_array().front().is_object();
}

using Row = std::vector<std::string>;

/// Columns as wide as their widest cell.
std::string aligned(const std::vector<Row>& rows)
{
    std::vector<std::size_t> widths;
    const auto width_of = [](const std::string& cell) { return plain_text_length(cell).value_or(cell.size()); };
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t at = 0; at < row.size(); ++at)
            widths[at] = std::max(widths[at], width_of(row[at]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t at = 0; at < row.size(); ++at)
            line += row[at] + std::string(widths[at] - width_of(row[at]) + 2, ' ');
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

std::string list_text(const json::array& list)
{
    std::vector<Row> rows(1);
    for (const auto& [name, value] : list.front().get_object())
        rows.front().emplace_back(name);
    for (const auto& each : list) {
        rows.emplace_back();
        for (const auto& [name, value] : each.get_object())
            rows.back().push_back(cell_text(value));
    }
    return aligned(rows);
}

} // namespace

json::value number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? json::value(*value) : json::value();
}

void add_interval(json::object& to, const std::string& prefix, const std::optional<statistics::Interval>& interval)
{
    to[prefix + "low"] = interval ? number(interval->low) : json::value();
    to[prefix + "high"] = interval ? number(interval->high) : json::value();
}

std::string table_text(const json::object& body)
{
    std::vector<Row> single;
    for (const auto& [name, value] : body)
        if (!is_list(value))
            single.push_back({ std::string(name), cell_text(value) });
    auto text = aligned(single);
    for (const auto& [name, value] : body)
        if (is_list(value))
            text += fmt::format("\n{}\n{}", std::string_view(name), list_text(value.get_array()));
    return text;
}

} // namespace etabli::cli

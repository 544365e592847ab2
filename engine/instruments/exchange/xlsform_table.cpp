// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_table.cpp

#include "engine/instruments/exchange/xlsform_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

/// How older forms call a column, in small letters.
constexpr std::array aliases {
    std::pair { std::string_view("relevance"), std::string_view("relevant") },
    std::pair { std::string_view("caption"), std::string_view("label") },
    std::pair { std::string_view("constraintmsg"), std::string_view("constraint_message") },
    std::pair { std::string_view("read_only"), std::string_view("readonly") },
    std::pair { std::string_view("value"), std::string_view("name") },
    std::pair { std::string_view("tag"), std::string_view("name") },
    std::pair { std::string_view("title"), std::string_view("form_title") },
    std::pair { std::string_view("set_form_title"), std::string_view("form_title") },
    std::pair { std::string_view("id_string"), std::string_view("form_id") },
    std::pair { std::string_view("set_form_id"), std::string_view("form_id") },
};
/// "bind::relevant" is relevant, "media::image" is image.
constexpr std::array<std::string_view, 6> families { "bind", "control", "body", "instance", "media", "jr" };

/// "label::English (en)", "label:english", "bind:jr:constraintMsg", "list name": the column and the language.
std::pair<std::string, std::string> column_of(std::string_view header)
{
    std::vector<std::string> steps;
    for (const auto step : split(header, ':'))
        if (const auto name = trimmed(step); !name.empty())
            steps.emplace_back(name);
    const auto is_family = [](const std::string& step) {
        return std::find(families.begin(), families.end(), lower_ascii(step)) != families.end();
    };
    while (steps.size() > 1 && is_family(steps.front()))
        steps.erase(steps.begin());
    if (steps.empty())
        return {};
    auto column = lower_ascii(steps.front());
    std::replace(column.begin(), column.end(), ' ', '_');
    for (const auto& [old_name, name] : aliases)
        if (column == old_name) {
            column = name;
            break;
        }
    return { column, steps.size() > 1 ? language_of(steps[1]) : std::string() };
}

} // namespace

Result<XlsFormTable> XlsFormTable::create(const Sheet& sheet, const std::vector<std::string_view>& required)
{
    XlsFormTable table(sheet);
    if (sheet.rows.empty())
        return Problem("request.invalid", fmt::format("sheet {}: no header", sheet.name));
    const auto& header = sheet.rows.front();
    for (std::size_t at = 0; at < header.size(); ++at) {
        const auto [column, language] = column_of(header[at]);
        if (column.empty())
            continue;
        const auto [place, is_new] = table.columns_[column].emplace(language, at);
        if (!is_new)
            return Problem("request.invalid",
                fmt::format("sheet {}: column {} stands twice, in {} and {}", sheet.name, shortened(header[at]),
                    column_letters(place->second), column_letters(at)));
    }
    for (const auto column : required)
        if (!table.has(column))
            return Problem("request.invalid", fmt::format("sheet {}: column {} is missing", sheet.name, column));
    return table;
}

std::string XlsFormTable::where(std::size_t row) const
{
    return fmt::format("{}!{}", sheet_->name, row + 2); // after the header, and counted from 1
}

std::string XlsFormTable::text(std::size_t row, std::string_view column) const
{
    const auto found = columns_.find(column);
    return found == columns_.end() ? std::string() : cell(row, found->second.begin()->second);
}

Words XlsFormTable::words(std::size_t row, std::string_view column) const
{
    Words words;
    if (const auto found = columns_.find(column); found != columns_.end())
        for (const auto& [language, at] : found->second)
            if (const auto& text = cell(row, at); !text.empty())
                words.emplace(language, text);
    return words;
}

const std::string& XlsFormTable::cell(std::size_t row, std::size_t column) const
{
    static const std::string none;
    const auto& cells = sheet_->rows[row + 1];
    return column < cells.size() ? cells[column] : none;
}

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/tables.cpp

#include "engine/statistics/tables.hpp"

#include <charconv>
#include <cmath>

#include "base/csv_table.hpp"

namespace etabli::statistics {

Result<AnswerTable> AnswerTable::read(std::string_view text)
{
    auto csv = TRY(CsvTable::create(text));
    AnswerTable made;
    made.header_ = csv.header();
    const auto first_line = text.substr(0, text.find('\n'));
    made.has_decimal_comma_ = first_line.find(',') == std::string_view::npos && first_line.find(';') != std::string_view::npos;
    int last_line = csv.line();
    while (TRY(csv.next())) {
        // A blank line is passed over; where a table has one column, it may have been somebody's silence.
        if (made.header_.size() == 1 && csv.line() > last_line + 1)
            return CsvTable::trouble(last_line + 1, made.header_.front(), "no answer is written NA where there is one column");
        last_line = csv.line();
        made.lines_.push_back(csv.line());
        for (std::size_t column = 0; column < made.header_.size(); ++column)
            made.fields_.emplace_back(csv[column] == "NA" ? std::string_view() : csv[column]);
    }
    return made;
}

Result<std::size_t> AnswerTable::column(std::string_view name) const
{
    return CsvTable::column_in(header_, name);
}

const std::string& AnswerTable::text(int row, std::size_t column) const
{
    return fields_[static_cast<std::size_t>(row) * header_.size() + column];
}

Result<Score> AnswerTable::number(int row, std::size_t column) const
{
    auto field = text(row, column);
    if (field.empty())
        return Score();
    if (has_decimal_comma_)
        std::replace(field.begin(), field.end(), ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc() || end != field.data() + field.size() || !std::isfinite(number))
        return trouble_in(row, column, "is not a number");
    return Score(number);
}

Result<std::optional<std::int64_t>> AnswerTable::whole_number(
    int row, std::size_t column, std::int64_t least, std::int64_t most) const
{
    const auto& field = text(row, column);
    if (field.empty())
        return std::optional<std::int64_t>();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc() || end != field.data() + field.size())
        return trouble_in(row, column, "is not a whole number");
    if (number < least || number > most)
        return trouble_in(row, column, fmt::format("is not from {} to {}", least, most));
    return std::optional(number);
}

Result<Scores> AnswerTable::numbers(std::span<const std::size_t> columns) const
{
    if (columns.empty())
        return Problem("request.invalid", "no column is named");
    Scores made(static_cast<int>(columns.size()));
    std::vector<Score> scores(columns.size());
    for (int row = 0; row < rows(); ++row) {
        for (std::size_t at = 0; at < columns.size(); ++at)
            scores[at] = TRY(number(row, columns[at]));
        TRY(made.add_row(scores));
    }
    return made;
}

Result<std::vector<Answer>> AnswerTable::answers(std::size_t column, int options) const
{
    std::vector<Answer> made;
    for (int row = 0; row < rows(); ++row) {
        const auto option = TRY(whole_number(row, column, 1, options));
        made.push_back(option ? Answer(static_cast<int>(*option)) : Answer());
    }
    return made;
}

Problem AnswerTable::trouble_in(int row, std::size_t column, std::string_view why) const
{
    return CsvTable::trouble(lines_[static_cast<std::size_t>(row)], header_[column], why);
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/tables.hpp
//
// Answers as text, for whoever works without the server: comma-separated, one header line, a row per person, UTF-8. An
// empty field, or NA, is no answer. Every refusal names its line and column.

#pragma once

#include "engine/statistics/ordinal.hpp"
#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

class AnswerTable {
public:
    static Result<AnswerTable> read(std::string_view text);

    const std::vector<std::string>& header() const { return header_; }
    int rows() const { return static_cast<int>(lines_.size()); }
    /// `request.invalid` when there is no such column, or two.
    Result<std::size_t> column(std::string_view name) const;

    /// As it was written; empty for no answer.
    const std::string& text(int row, std::size_t column) const;
    /// A decimal point, or a comma where columns stand between semicolons.
    Result<Score> number(int row, std::size_t column) const;
    /// A whole number from `least` to `most`.
    Result<std::optional<std::int64_t>> whole_number(int row, std::size_t column, std::int64_t least, std::int64_t most) const;
    Result<Scores> numbers(std::span<const std::size_t> columns) const;
    Result<std::vector<Answer>> answers(std::size_t column, int options) const;
    Problem trouble_in(int row, std::size_t column, std::string_view why) const;

private:
    std::vector<std::string> header_;
    std::vector<int> lines_;
    std::vector<std::string> fields_; // row after row
    bool has_decimal_comma_ = false;
};

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// base/csv.cpp

#include "base/csv.hpp"

namespace etabli {

CsvReader::CsvReader(std::string_view text) : text_(text)
{
    if (text_.starts_with("\xEF\xBB\xBF"))
        text_.remove_prefix(3);
    if (first_line_holds(';') && !first_line_holds(','))
        separator_ = ';';
}

/// Outside quotes, in the first line that is not blank.
bool CsvReader::first_line_holds(char mark) const
{
    bool is_quoted = false;
    bool is_blank = true;
    for (const char letter : text_) {
        if (letter == '"')
            is_quoted = !is_quoted;
        else if (letter == mark && !is_quoted)
            return true;
        else if ((letter == '\n' || letter == '\r') && !is_quoted && !is_blank)
            return false;
        is_blank = is_blank && (letter == '\n' || letter == '\r');
    }
    return false;
}

bool CsvReader::next(std::vector<std::string_view>& fields)
{
    fields.clear();
    unquoted_used_ = 0;
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r'))
        next_line_ += text_[at_++] == '\n' ? 1 : 0;
    line_ = next_line_;
    if (at_ >= text_.size())
        return false;
    for (;;) {
        if (at_ < text_.size() && text_[at_] == '"') {
            fields.push_back(quoted_field());
        } else {
            const auto start = at_;
            while (!is_at_end_of_field())
                ++at_;
            fields.push_back(text_.substr(start, at_ - start));
        }
        if (at_ >= text_.size() || text_[at_] != separator_)
            return true;
        ++at_;
    }
}

bool CsvReader::is_at_end_of_field() const
{
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
}

std::string_view CsvReader::quoted_field()
{
    if (unquoted_.size() == unquoted_used_)
        unquoted_.emplace_back();
    auto& field = unquoted_[unquoted_used_++];
    field.clear();
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == '"') {
            if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                ++at_;
                is_broken_ = is_broken_ || !is_at_end_of_field();
                while (!is_at_end_of_field())
                    ++at_;
                return field;
            }
            ++at_;
        }
        next_line_ += text_[at_] == '\n' ? 1 : 0;
        field += text_[at_];
    }
    is_broken_ = true;
    return field;
}

std::string csv_field(std::string_view text)
{
    if (text.find_first_of(",;\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

} // namespace etabli

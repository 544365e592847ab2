// SPDX-License-Identifier: EUPL-1.2
// base/csv_table.cpp

#include "base/csv_table.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include <fmt/format.h>

namespace etabli {

namespace {

/// Where the first byte stands that is of no character. Eight bytes of ASCII at a time.
std::optional<std::size_t> invalid_utf8_at(std::string_view text)
{
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t word = 0;
        if (at + sizeof(word) <= text.size()) {
            std::memcpy(&word, text.data() + at, sizeof(word));
            if ((word & high_bits) == 0) {
                at += sizeof(word);
                continue;
            }
        }
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80 ? 1
            : first < 0xC2                      ? 0
            : first < 0xE0                      ? 2
            : first < 0xF0                      ? 3
            : first < 0xF5                      ? 4
                                                : 0;
        if (length == 0 || at + length > text.size())
            return at;
        for (std::size_t next = 1; next < length; ++next)
            if ((static_cast<unsigned char>(text[at + next]) & 0xC0U) != 0x80)
                return at;
        at += length;
    }
    return {};
}

} // namespace

Result<CsvTable> CsvTable::create(std::string_view text)
{
    if (const auto invalid = invalid_utf8_at(text))
        return Problem("request.invalid",
            fmt::format("line {}: not UTF-8 text; save the file again as UTF-8",
                1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n')));
    CsvTable made(text);
    std::vector<std::string_view> names;
    if (!made.csv_.next(names))
        return Problem("request.invalid", "line 1: the file is empty");
    made.header_.assign(names.begin(), names.end());
    return made;
}

Result<std::size_t> CsvTable::column_in(const std::vector<std::string>& header, std::string_view name)
{
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end())
        return Problem("request.invalid", fmt::format("line 1: there is no column {}", name));
    if (std::find(found + 1, header.end(), name) != header.end())
        return Problem("request.invalid", fmt::format("line 1: two columns are called {}", name));
    return static_cast<std::size_t>(found - header.begin());
}

Result<bool> CsvTable::next()
{
    const bool more = csv_.next(fields_);
    if (csv_.is_broken())
        return Problem("request.invalid", fmt::format("line {}: a quote is not closed where its field ends", csv_.line()));
    if (more && fields_.size() != header_.size())
        return Problem("request.invalid",
            fmt::format("line {}: {} columns, where the first line has {}", csv_.line(), fields_.size(), header_.size()));
    return more;
}

Problem CsvTable::trouble_in(std::size_t column, std::string_view why) const
{
    return trouble(line(), header_[column], why);
}

Problem CsvTable::trouble(int line, std::string_view column, std::string_view why)
{
    return Problem("request.invalid", fmt::format("line {}, column {}: {}", line, column, why));
}

} // namespace etabli

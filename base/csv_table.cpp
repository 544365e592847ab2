// SPDX-License-Identifier: EUPL-1.2
// base/csv_table.cpp

#include "base/csv_table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace etabli {

Result<CsvTable> CsvTable::create(std::string_view text)
{
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

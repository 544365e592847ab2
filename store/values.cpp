// SPDX-License-Identifier: EUPL-1.2
// store/values.cpp

#include "store/values.hpp"

#include <cmath>

namespace etabli::store {

std::optional<Problem> unstorable(const Params& params)
{
    for (const auto& param : params) {
        const auto* text = std::get_if<std::string>(&param.value);
        const auto* real = std::get_if<double>(&param.value);
        if ((text != nullptr && text->find('\0') != text->npos) || (real != nullptr && !std::isfinite(*real)))
            return Problem("server.internal", "what was given for :" + param.name + " cannot be stored");
    }
    return std::nullopt;
}

std::optional<std::size_t> Rows::column(std::string_view name) const
{
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (columns[index] == name)
            return index;
    return std::nullopt;
}

const Value& Rows::at(std::size_t row, std::string_view name) const
{
    const auto index = column(name);
    VERIFY(index.has_value() && row < rows.size());
    return rows[row][*index];
}

std::string Rows::text(std::size_t row, std::string_view name) const
{
    const auto* value = std::get_if<std::string>(&at(row, name));
    return value == nullptr ? std::string() : *value;
}

std::int64_t Rows::integer(std::size_t row, std::string_view name) const
{
    const auto* value = std::get_if<std::int64_t>(&at(row, name));
    return value == nullptr ? 0 : *value;
}

} // namespace etabli::store

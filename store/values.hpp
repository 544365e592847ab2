// SPDX-License-Identifier: EUPL-1.2
// store/values.hpp
//
// What goes into a statement and comes out of a row, and how a described type becomes columns: texts, ids,
// days, instants and enums as text; truths as 0 or 1; lists and records as JSON text.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/fields.hpp"

namespace etabli::store {

using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

template <class T>
Value to_value(const T& source)
{
    if constexpr (std::is_same_v<T, bool>) {
        return std::int64_t { source ? 1 : 0 };
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(source);
    } else if constexpr (std::is_floating_point_v<T>) {
        return static_cast<double>(source);
    } else if constexpr (is_optional<T>) {
        return source ? to_value(*source) : Value(nullptr);
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        return std::string(std::string_view(source));
    } else if constexpr (NamedEnum<T>) {
        return std::string(name_of(source));
    } else if constexpr (is_vector<T> || Described<T> || std::is_same_v<T, json::value>) {
        return json_text(to_json(source));
    } else {
        return source.text(); // Id, Date, Instant
    }
}

/// A named parameter: `:name` in the statement.
struct Param {
    std::string name;
    Value value;

    template <class T>
    Param(std::string_view parameter, const T& source) : name(parameter)
                                                       , value(to_value(source))
    {
    }
    Param(std::string_view parameter, std::nullptr_t) : name(parameter), value(nullptr) { }
};

using Params = std::vector<Param>;

/// Why no engine may be given these: a NUL would cut a text on one and not on the other, and a number that is
/// none would become null.
std::optional<Problem> unstorable(const Params& params);

/// A few bounded rows, held whole.
struct Rows {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;

    std::size_t size() const { return rows.size(); }
    bool empty() const { return rows.empty(); }
    std::optional<std::size_t> column(std::string_view name) const;
    const Value& at(std::size_t row, std::string_view name) const;
    std::string text(std::size_t row, std::string_view name) const;
    std::int64_t integer(std::size_t row, std::string_view name) const;
};

/// Fills `target` from a value of our own database. A value that does not fit means the database was altered.
template <class T>
bool from_value(const Value& source, T& target)
{
    if constexpr (is_optional<T>) {
        if (std::holds_alternative<std::nullptr_t>(source)) {
            target.reset();
            return true;
        }
        return from_value(source, target.emplace());
    } else if constexpr (std::is_same_v<T, bool>) {
        const auto* number = std::get_if<std::int64_t>(&source);
        return number != nullptr && (target = *number != 0, true);
    } else if constexpr (std::is_integral_v<T>) {
        const auto* number = std::get_if<std::int64_t>(&source);
        return number != nullptr && (target = static_cast<T>(*number), true);
    } else if constexpr (std::is_same_v<T, double>) {
        if (const auto* whole = std::get_if<std::int64_t>(&source))
            return target = static_cast<double>(*whole), true;
        const auto* number = std::get_if<double>(&source);
        return number != nullptr && (target = *number, true);
    } else {
        const auto* text = std::get_if<std::string>(&source);
        if (text == nullptr)
            return false;
        if constexpr (std::is_same_v<T, std::string>) {
            target = *text;
            return true;
        } else if constexpr (NamedEnum<T>) {
            const auto value = enum_from<T>(*text);
            return value.has_value() && (target = *value, true);
        } else if constexpr (is_vector<T> || Described<T> || std::is_same_v<T, json::value>) {
            auto parsed = parse_json(*text);
            if (!parsed.ok())
                return false;
            Decoding decoding(Decoding::Source::OwnDatabase);
            decode(parsed.value(), target, { .min = 0, .max = INT64_MAX }, decoding);
            return decoding.clean();
        } else {
            const auto value = T::parse(*text);
            return value.has_value() && (target = *value, true);
        }
    }
}

/// One described record per row, by column name. A column that is missing is an error, an extra one is ignored.
template <Described T>
Result<std::vector<T>> records(const Rows& rows)
{
    std::vector<T> all(rows.size());
    std::string fault;
    for_each_field<T>([&](const auto& each) {
        const auto column = rows.column(each.name);
        if (!column) {
            fault = "no column " + std::string(each.name);
            return;
        }
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (!from_value(rows.rows[row][*column], all[row].*each.member))
                fault = "column " + std::string(each.name) + " holds what it should not";
    });
    if (!fault.empty())
        return Problem("storage.altered", fault);
    return all;
}

} // namespace etabli::store

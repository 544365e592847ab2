// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/json_read.cpp

#include "engine/instruments/exchange/json_read.hpp"

#include <algorithm>
#include <cmath>

#include "engine/instruments/check.hpp"
#include "engine/instruments/exchange/condition_text.hpp"

namespace etabli::instruments::exchange {

namespace {

const json::value* member_of(const json::object& source, std::string_view member)
{
    return source.if_contains(json::string_view(member.data(), member.size()));
}

template <std::size_t Count>
std::optional<std::string> code_among(
    const json::object& source, std::string_view member, const std::array<std::string_view, Count>& codes)
{
    auto code = text_in(source, member);
    return std::find(codes.begin(), codes.end(), code) == codes.end() ? std::nullopt : std::optional(std::move(code));
}

} // namespace

std::string text_in(const json::object& source, std::string_view member)
{
    const auto* value = member_of(source, member);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

bool is_true_in(const json::object& source, std::string_view member)
{
    return bool_in(source, member) == true || text_in(source, member) == "true";
}

std::optional<bool> bool_in(const json::object& source, std::string_view member)
{
    const auto* value = member_of(source, member);
    const auto* is_true = value == nullptr ? nullptr : value->if_bool();
    return is_true == nullptr ? std::nullopt : std::optional(*is_true);
}

std::optional<double> number_in(const json::object& source, std::string_view member)
{
    const auto* value = member_of(source, member);
    if (value == nullptr || !value->is_number())
        return {};
    const auto number = value->to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> whole_number_in(const json::object& source, std::string_view member)
{
    constexpr double bound_max = 1e6;
    const auto number = number_in(source, member);
    return number && *number >= 0 && *number <= bound_max ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

const json::object* object_in(const json::object& source, std::string_view member)
{
    const auto* value = member_of(source, member);
    return value == nullptr ? nullptr : value->if_object();
}

std::vector<const json::object*> records_in(const json::object& source, std::string_view member)
{
    std::vector<const json::object*> records;
    const auto* value = member_of(source, member);
    if (const auto* items = value == nullptr ? nullptr : value->if_array())
        for (const auto& item : *items)
            if (const auto* record = item.if_object())
                records.push_back(record);
    return records;
}

std::optional<std::string> scalar_text(const json::value& value)
{
    if (const auto* text = value.if_string())
        return std::string(*text);
    if (const auto* is_true = value.if_bool())
        return *is_true ? "true" : "false";
    return value.is_number() ? std::optional(number_text(value.to_number<double>())) : std::nullopt;
}

DraftAbout about_from(const json::object& source)
{
    return { bool_in(source, "reversed"), code_among(source, "dimension", dimension_codes),
        code_among(source, "axis", axis_codes), enum_from<Sensitivity>(text_in(source, "sensitivity")) };
}

json::object about_json(const DraftAbout& about)
{
    json::object kept;
    if (about.reversed)
        kept.emplace("reversed", *about.reversed);
    if (about.dimension)
        kept.emplace("dimension", *about.dimension);
    if (about.axis)
        kept.emplace("axis", *about.axis);
    if (about.sensitivity)
        kept.emplace("sensitivity", to_json(*about.sensitivity));
    return kept;
}

DraftAbout about_of(const Question& question)
{
    return { question.reversed, question.dimension, question.axis, question.sensitivity };
}

DraftAbout about_of(const Row& row)
{
    return { row.reversed, row.dimension, row.axis, {} };
}

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/record.cpp

#include "server/content/demo/record.hpp"

namespace etabli::content::demo {

namespace {

const boost::json::value nothing;

} // namespace

const boost::json::value* Record::find(std::string_view name) const
{
    const auto* members = value_->if_object();
    const auto* found = members == nullptr ? nullptr : members->if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

bool Record::has(std::string_view name) const
{
    return find(name) != nullptr;
}

std::string Record::code(std::string_view name) const
{
    const auto* found = find(name);
    const auto* text = found == nullptr ? nullptr : found->if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

std::string Record::text(std::string_view name) const
{
    return calendar_->spoken(code(name));
}

bool Record::truth(std::string_view name) const
{
    const auto* found = find(name);
    return found != nullptr && found->is_bool() && found->get_bool();
}

std::int64_t Record::number(std::string_view name) const
{
    const auto* found = find(name);
    return found != nullptr && found->is_number() ? found->to_number<std::int64_t>() : 0;
}

double Record::real(std::string_view name) const
{
    const auto* found = find(name);
    return found != nullptr && found->is_number() ? found->to_number<double>() : 0;
}

Result<Date> Record::day(std::string_view name) const
{
    return calendar_->day(code(name));
}

Result<std::optional<Date>> Record::day_if_any(std::string_view name) const
{
    if (!has(name))
        return std::optional<Date>();
    return std::optional(TRY(day(name)));
}

Result<std::optional<Date>> Record::until_if_any(std::string_view name) const
{
    if (!has(name))
        return std::optional<Date>();
    return std::optional(TRY(calendar_->until(code(name))));
}

Record Record::of(std::string_view name) const
{
    const auto* found = find(name);
    return { found == nullptr ? nothing : *found, *calendar_ };
}

std::vector<Record> Record::list(std::string_view name) const
{
    std::vector<Record> records;
    const auto* found = find(name);
    if (found != nullptr && found->is_object())
        return Record(*found, *calendar_).list("items");
    if (found != nullptr && found->is_array())
        for (const auto& item : found->get_array())
            records.emplace_back(item, *calendar_);
    return records;
}

std::vector<std::string> Record::codes(std::string_view name) const
{
    std::vector<std::string> all;
    for (const auto& item : list(name))
        if (const auto* text = item.value().if_string())
            all.emplace_back(*text);
    return all;
}

std::vector<std::string> Record::texts(std::string_view name) const
{
    auto all = codes(name);
    for (auto& each : all)
        each = calendar_->spoken(each);
    return all;
}

} // namespace etabli::content::demo

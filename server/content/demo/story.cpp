// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/story.cpp

#include "server/content/demo/story.hpp"

#include <fmt/format.h>

namespace etabli::content::demo {

namespace {

Problem unknown(std::string_view what, const std::string& key)
{
    return Problem("pack.invalid", fmt::format("{}: no {} {}", pack, what, key));
}

template <class Things>
auto found_in(const Things& things, std::string_view what, const std::string& key) -> Result<typename Things::mapped_type>
{
    const auto found = things.find(key);
    if (found == things.end())
        return unknown(what, key);
    return found->second;
}

} // namespace

Result<Record> Story::file(std::string_view name) const
{
    const auto* content = packs.find(pack, name);
    if (content == nullptr)
        return unknown("file", std::string(name));
    return Record(*content, calendar);
}

Result<Place> Story::place(const std::string& key) const
{
    return found_in(places, "place", key);
}

Result<PlaceId> Story::establishment(const std::string& key) const
{
    const auto found = TRY(place(key));
    return found.establishment_id.value_or(found.id);
}

Result<College> Story::college(const std::string& key) const
{
    return found_in(colleges, "college", key);
}

Result<store::Person> Story::person(const std::string& key, Date day) const
{
    return store::load_person(transaction, TRY(found_in(people, "person", key)), day);
}

Result<store::Person> Story::holder_of(const std::string& college_key, Date day) const
{
    const auto wanted = TRY(college(college_key));
    for (const auto& [key, held] : mandates)
        for (const auto& mandate : held)
            if (mandate.college_id == wanted.id && mandate.starts_on <= day && (!mandate.ends_on || *mandate.ends_on >= day))
                return store::load_person(transaction, mandate.account_id, day);
    return unknown("holder of", college_key + " on " + day.text());
}

Instant morning(Date day)
{
    return Instant(day.day()).plus(std::chrono::hours(9)); // ten o'clock in France, eleven in summer
}

} // namespace etabli::content::demo

// SPDX-License-Identifier: EUPL-1.2
// store/circle.hpp
//
// How far somebody reads: their own places, the establishments of their clusters, those of their regions. The
// thread, search and home all ask this one question, so they cannot answer it differently.

#pragma once

#include "domain/thread/walk.hpp"
#include "store/database.hpp"
#include "store/people.hpp"

namespace etabli::store {

Result<ReadingCircle> reading_circle(Reader& reader, const Person& person);

/// What these places are called today.
Result<std::map<PlaceId, std::string>> place_names(Reader& reader, const std::set<PlaceId>& places);

/// `prefix0, prefix1, …` as named parameters, for an `in (…)`; never empty, since no engine takes `in ()`.
template <class Items>
std::string in_list(std::string_view prefix, const Items& items, Params& params)
{
    std::string names;
    std::size_t number = 0;
    for (const auto& item : items) {
        const auto name = std::string(prefix) + std::to_string(number++);
        names += (names.empty() ? ":" : ", :") + name;
        params.emplace_back(name, item);
    }
    return names.empty() ? "null" : names;
}

} // namespace etabli::store

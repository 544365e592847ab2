// SPDX-License-Identifier: EUPL-1.2
// store/due.hpp
//
// What is owed, gathered: each folder gives its own, one function in one list.

#pragma once

#include <set>

#include "domain/thread/due.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// Everything owed in one place (an establishment, or the region for those who facilitate).
using DueSource = Result<std::vector<DueItem>> (*)(Reader& reader, const PlaceId& place, Date today);

/// What a folder gives, bounded: what is awaited for longer than the five hundredth is not read on a screen.
inline constexpr std::int64_t due_items_max = 500;

/// Everything owed in these places, in no order: `by_date` lays it out.
Result<std::vector<DueItem>> due_for(Reader& reader, const std::set<PlaceId>& places, Date today);

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/moved.hpp
//
// What moved lately, read from the thread: its newest nodes, by day.

#pragma once

#include <set>

#include "domain/thread/thread.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// The newest nodes of these places from `since` to `today`, newest first; at most twelve: what a person reads.
Result<std::vector<ThreadNode>> moved_lately(Reader& reader, const std::set<PlaceId>& places, Date since, Date today);

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/campaigns_due.hpp
//
// What campaigns wait for, and by when: halves to prepare, answers until a day, envelopes to open, comments to read.

#pragma once

#include "domain/thread/due.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<std::vector<DueItem>> due_of_campaigns(Reader& reader, const PlaceId& establishment, Date today);

} // namespace etabli::store

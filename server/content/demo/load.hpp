// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/load.hpp
//
// The demonstration: a fictional country of six establishments and eighteen months, written into an empty database by
// the same rules and the same functions of the store as the application's own.

#pragma once

#include "base/random.hpp"
#include "server/content/packs.hpp"
#include "store/database.hpp"

namespace etabli::content::demo {

/// Loads it in one transaction: it is there whole, or nothing is. Answers false when it already was.
/// `demo.other_data` when the database holds anything else.
Result<bool> load(store::Database& database, const Packs& packs, Date today, Random& random);

} // namespace etabli::content::demo

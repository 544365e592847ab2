// SPDX-License-Identifier: EUPL-1.2
// store/destructions.hpp
//
// What a restored database must undo before anybody reads it: an old backup holds what was since destroyed, and
// whose day has come. Each folder that destroys names its job here.

#pragma once

#include <vector>

#include "base/time.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// The same function the server runs when a charter's day has come. Run within the transaction that restores.
using Destruction = Result<void> (*)(Transaction& transaction, Instant now);

const std::vector<Destruction>& destructions();

/// All of them, in order.
Result<void> destroy_what_is_due(Transaction& transaction, Instant now);

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// server/jobs/after_restore.hpp
//
// What a restored database must undo before anybody reads it: an old backup holds what was since destroyed, and
// whose day has come. Each folder that destroys names its job here.

#pragma once

#include <vector>

#include "base/time.hpp"
#include "store/database.hpp"

namespace etabli::jobs {

/// The same function the server runs when a charter's day has come. Run within the transaction that restores.
using Destruction = Result<void> (*)(store::Transaction& transaction, Instant now);

const std::vector<Destruction>& destructions();

/// All of them, in order.
Result<void> destroy_what_is_due(store::Transaction& transaction, Instant now);

} // namespace etabli::jobs

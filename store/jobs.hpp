// SPDX-License-Identifier: EUPL-1.2
// store/jobs.hpp
//
// Leases on scheduled work: among several servers on one database, one does it.

#pragma once

#include "store/database.hpp"

namespace etabli::store {

/// True for the one caller who may do the work now; false when it is not due or somebody else is at it.
Result<bool> take_job(Transaction& transaction, const std::string& name, Instant now, std::chrono::seconds lease);
/// Done: due again after `every`, and anybody may take it then.
Result<void> finish_job(Transaction& transaction, const std::string& name, Instant now, std::chrono::seconds every);

} // namespace etabli::store

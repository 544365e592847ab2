// SPDX-License-Identifier: EUPL-1.2
// store/passages.hpp
//
// What a passed gate opens, by the kind of its subject. The only way a phase changes or a sheet's readers widen.

#pragma once

#include "domain/programmes/gates.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// Within the transaction of the answer that decided it. A kind nobody opens is a fault of ours.
Result<void> open_passage(Transaction& transaction, const Gate& gate, const AccountId& actor, Instant now);

/// What a refused or withdrawn one gives back to whoever asked: a campaign is a draft again, an experiment may be asked for again.
Result<void> leave_passage(Transaction& transaction, const Gate& gate);

} // namespace etabli::store

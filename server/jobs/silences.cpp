// SPDX-License-Identifier: EUPL-1.2
// server/jobs/silences.cpp
//
// Silence past the delay of a gate, written down in the journal. It is never a yes: nothing opens here.

#include "server/jobs/jobs.hpp"
#include "store/gates.hpp"

namespace etabli::jobs {

Result<void> record_gate_silences(http::Context& context)
{
    TRY(context.database.write(
        [&](store::Transaction& transaction) { return store::record_silences(transaction, context.clock.now()); }));
    return {};
}

} // namespace etabli::jobs

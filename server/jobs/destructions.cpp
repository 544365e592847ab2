// SPDX-License-Identifier: EUPL-1.2
// server/jobs/destructions.cpp
//
// What was to be closed by yesterday and destroyed by today, as each charter said.

#include "server/jobs/jobs.hpp"
#include "store/evaluation_sessions.hpp"
#include "store/space_endings.hpp"

namespace etabli::jobs {

Result<void> destroy_what_is_due(http::Context& context)
{
    // A few at a time, so that no reader waits behind a long destruction.
    while (TRY(context.database.write([&](store::Transaction& transaction) {
        return store::run_due_destructions(transaction, context.clock.now(), context.random);
    })) > 0) { }
    bool ended = false;
    while (TRY(context.database.write([&](store::Transaction& transaction) {
        return store::end_due_evaluations(transaction, context.clock.now());
    })) > 0)
        ended = true;
    if (ended)
        for (const auto* table : store::evaluation_contribution_tables)
            static_cast<void>(context.database.rewrite(table));
    return {};
}

} // namespace etabli::jobs

// SPDX-License-Identifier: EUPL-1.2
// server/jobs/after_restore.cpp

#include "server/jobs/after_restore.hpp"

namespace etabli::jobs {

const std::vector<Destruction>& destructions()
{
    // One line per folder that destroys: nothing in this schema has a day of destruction yet.
    static const std::vector<Destruction> all {};
    return all;
}

Result<void> destroy_what_is_due(store::Transaction& transaction, Instant now)
{
    for (const auto destroy : destructions())
        TRY(destroy(transaction, now));
    return {};
}

} // namespace etabli::jobs

// SPDX-License-Identifier: EUPL-1.2
// store/destructions.cpp

#include "store/destructions.hpp"

#include "store/comments.hpp"
#include "store/evaluation_sessions.hpp"
#include "store/space_endings.hpp"

namespace etabli::store {

const std::vector<Destruction>& destructions()
{
    // One line per folder that destroys.
    static const std::vector<Destruction> all {
        destroy_due_spaces,
        destroy_due_comments,
        destroy_due_evaluations,
    };
    return all;
}

Result<void> destroy_what_is_due(Transaction& transaction, Instant now)
{
    for (const auto destroy : destructions())
        TRY(destroy(transaction, now));
    return {};
}

} // namespace etabli::store

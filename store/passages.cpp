// SPDX-License-Identifier: EUPL-1.2
// store/passages.cpp

#include "store/passages.hpp"

namespace etabli::store {

Result<void> open_passage(Transaction& transaction, const Gate& gate, Date today)
{
    static_cast<void>(transaction);
    static_cast<void>(today);
    if (gate.subject_kind == "charter")
        return {}; // an agreement that opens nothing by itself: it is the agreement
    return Problem("server.internal", "no passage is known for " + gate.subject_kind);
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/passages.cpp

#include "store/passages.hpp"

#include "store/campaigns.hpp"
#include "store/experiments.hpp"
#include "store/programmes.hpp"
#include "store/sheet_passages.hpp"

namespace etabli::store {

Result<void> open_passage(Transaction& transaction, const Gate& gate, const AccountId& actor, Instant now)
{
    const auto today = now.day_in_paris();
    if (gate.subject_kind == "sheet_readers")
        return open_sheet_readers(transaction, gate, today);
    if (gate.subject_kind == "diagnosis")
        return open_diagnosis(transaction, gate, today);
    if (gate.subject_kind == "campaign")
        return open_campaign(transaction, gate.subject_id);
    if (gate.subject_kind == "experiment")
        return begin_agreed(transaction, gate, actor, now);
    if (gate.subject_kind == "charter")
        return {}; // an agreement that opens nothing by itself: it is the agreement
    if (gate.subject_kind == "phase") {
        const auto programme = ProgrammeId::parse(gate.subject_id);
        return programme ? enter_step(transaction, *programme, gate.passage, today) : Problem("not_found");
    }
    return Problem("server.internal", "no passage is known for " + gate.subject_kind);
}

Result<void> leave_passage(Transaction& transaction, const Gate& gate)
{
    if (gate.subject_kind == "campaign")
        return return_campaign(transaction, gate.subject_id);
    if (gate.subject_kind == "experiment")
        return refresh_experiment(transaction, gate.subject_id);
    return {};
}

} // namespace etabli::store

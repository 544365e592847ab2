// SPDX-License-Identifier: EUPL-1.2
// server/surveys/handover.hpp
//
// The guichet's side of an urn that another body holds: the closed set comes back as a file, is checked as if nobody were believed, and
// the campaign goes on with the ordinary opening. docs/anonymity.md, section 8.

#pragma once

#include <istream>
#include <optional>

#include "store/campaigns.hpp"

namespace etabli::surveys {

/// What an urn gave back, and the head that somebody read in its public chain.
struct ClosedFile {
    std::istream& lines;
    std::string head; // empty: not compared
};

struct TakenBallots {
    Campaign campaign;
    std::optional<std::int64_t> ballots; // none: destroyed with fewer than k, and the campaign has ended
};

/// All of it or nothing. `handover.unreadable`; `handover.other_campaign` when it is not of a manifest of this database;
/// `handover.not_awaited`, `handover.taken`; `handover.partial` when it holds fewer or more ballots than its line says;
/// `handover.altered` with what does not hold.
Result<TakenBallots> take_ballots(store::Database& database, const ClosedFile& file, Instant now);

} // namespace etabli::surveys

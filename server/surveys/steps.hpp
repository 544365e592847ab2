// SPDX-License-Identifier: EUPL-1.2
// server/surveys/steps.hpp
//
// What happens to a campaign by itself, once people have done their part: its manifest is made, its urn closed, its places counted,
// its results published, and what must not stay destroyed. Each step may be taken again: what was done is left as it is.

#pragma once

#include "server/http/call.hpp"
#include "store/campaigns.hpp"

namespace etabli::surveys {

/// Takes every step that is due, until none is.
Result<void> advance(http::Context& context, const CampaignId& id);
/// Of every campaign that is under way: the job.
Result<void> advance_all(http::Context& context);

/// What was hidden or not released leaves the disk, as far as the engine can; when it is busy, with the next that goes.
void let_comments_go(http::Context& context);

/// Without results: ballots, openings, keys and codes go. Within the transaction; the urn's own are destroyed by the caller after it.
Result<void> end_campaign(store::Transaction& transaction, Campaign& campaign, CampaignEnd reason, Instant now);

} // namespace etabli::surveys

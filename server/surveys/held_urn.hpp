// SPDX-License-Identifier: EUPL-1.2
// server/surveys/held_urn.hpp
//
// The urn of a body that is not the guichet: it takes a signed manifest, opens and closes by its own clock, and gives back what it
// closed. The other side is server/surveys/handover.hpp. docs/anonymity.md, section 8.

#pragma once

#include <functional>

#include "server/http/call.hpp"
#include "server/surveys/manifest.hpp"
#include "store/ballots.hpp"
#include "store/urn_manifests.hpp"

namespace etabli::surveys {

/// What a guichet serves of a campaign, as a file, and what somebody was told of its hash.
struct ManifestFile {
    std::string text; // GET /api/guichet/{campaign}
    std::string hash; // its first characters at least; empty: not compared
};

struct TakenManifest {
    store::UrnManifest manifest;
    ManifestKeys keys;
};

/// Signed by both colleges, or by the guichet in light mode, and naming an urn that is not the guichet's: kept, and opened by the server
/// on its day. `manifest.refused` with what does not hold, `manifest.no_urn`, `manifest.late`, `manifest.own`, `manifest.other`.
Result<TakenManifest> take_manifest(store::Database& database, const ManifestFile& file, Date today);

/// Opens, closes and destroys on their days what other bodies handed over: the job.
Result<void> advance_held(http::Context& context);

using Put = std::function<Result<void>(std::string_view)>;
/// Writes the closed set: a line about it, then one ballot a line in the order of receipts; of a campaign that was destroyed with fewer
/// than k, the first line alone, which says so. `urn.not_closed`, `urn.nothing_left`.
Result<store::UrnCampaign> give_ballots(store::Reader& reader, const CampaignId& campaign, const Put& put);

} // namespace etabli::surveys

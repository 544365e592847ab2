// SPDX-License-Identifier: EUPL-1.2
// store/urn_manifests.hpp
//
// What the urn checks ballots by, and what it tells anybody who asks. It is all that the urn needs of the guichet, and may stand in
// another database.

#pragma once

#include "domain/ids.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct UrnManifest {
    CampaignId campaign_id;
    std::string manifest;
    std::string hash;
};

Result<std::optional<UrnManifest>> manifest_of_urn(Reader& reader, const CampaignId& campaign);
/// Of campaigns that this database does not have: handed over by another body.
Result<std::vector<UrnManifest>> manifests_of_others(Reader& reader);
/// Once; the same again changes nothing, `manifest.other` when another one of this campaign is kept.
Result<void> keep_urn_manifest(Transaction& transaction, const UrnManifest& manifest);
/// Of ballots that are in the database, sorted.
Result<std::vector<std::string>> receipts_of(Reader& reader, const CampaignId& campaign);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::UrnManifest> {
    using T = store::UrnManifest;
    static constexpr std::string_view name = "UrnManifest";
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("manifest", &T::manifest), field("hash", &T::hash) };
};

// SPDX-License-Identifier: EUPL-1.2
// store/urn_manifests.cpp

#include "store/urn_manifests.hpp"

namespace etabli::store {

Result<std::optional<UrnManifest>> manifest_of_urn(Reader& reader, const CampaignId& campaign)
{
    return reader.find<UrnManifest>("select * from urn_manifest where campaign_id = :id", { { "id", campaign } });
}

Result<std::vector<UrnManifest>> manifests_of_others(Reader& reader)
{
    return reader.all<UrnManifest>(
        "select * from urn_manifest where campaign_id not in (select id from campaign) order by campaign_id");
}

Result<void> keep_urn_manifest(Transaction& transaction, const UrnManifest& manifest)
{
    if (const auto kept = TRY(manifest_of_urn(transaction, manifest.campaign_id)))
        return kept->hash == manifest.hash ? Result<void>() : Problem("manifest.other");
    return transaction.insert("urn_manifest", manifest);
}

Result<std::vector<std::string>> receipts_of(Reader& reader, const CampaignId& campaign)
{
    const auto rows = TRY(reader.query(R"sql(
        select receipt from ballot where campaign_id = :id
        union all select receipt from closed_ballot where campaign_id = :id order by receipt
    )sql",
        { { "id", campaign } }));
    std::vector<std::string> receipts;
    for (std::size_t row = 0; row < rows.size(); ++row)
        receipts.push_back(rows.text(row, "receipt"));
    return receipts;
}

} // namespace etabli::store

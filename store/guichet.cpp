// SPDX-License-Identifier: EUPL-1.2
// store/guichet.cpp

#include "store/guichet.hpp"

#include <algorithm>

namespace etabli::store {

Result<CampaignKey> load_key(Reader& reader, const CampaignId& campaign)
{
    return reader.load<CampaignKey>("select * from campaign_key where campaign_id = :id", { { "id", campaign } });
}

Result<void> insert_key(Transaction& transaction, const CampaignKey& key)
{
    return transaction.insert("campaign_key", key);
}

Result<void> insert_codes(Transaction& transaction, const std::vector<VoterCode>& codes)
{
    auto sorted = codes; // no row says which sheet came first
    std::sort(sorted.begin(), sorted.end(),
        [](const VoterCode& one, const VoterCode& other) { return one.code_digest < other.code_digest; });
    for (const auto& code : sorted)
        TRY(transaction.insert("voter_code", code));
    return {};
}

Result<std::int64_t> codes_drawn(Reader& reader, const CampaignId& campaign)
{
    return reader.count("select count(*) from voter_code where campaign_id = :id", { { "id", campaign } });
}

Result<std::int64_t> tokens_issued(Reader& reader, const CampaignId& campaign)
{
    return reader.count(
        "select count(*) from voter_code where campaign_id = :id and blind_signature is not null", { { "id", campaign } });
}

Result<VoterCode> load_code(Reader& reader, const CampaignId& campaign, const std::string& digest)
{
    auto found = TRY(reader.find<VoterCode>("select * from voter_code where code_digest = :digest and campaign_id = :id",
        { { "digest", digest }, { "id", campaign } }));
    if (!found)
        return Problem("code.unknown");
    return *std::move(found);
}

Result<void> issue(Transaction& transaction, const VoterCode& code)
{
    const auto touched
        = TRY(transaction.execute("update voter_code set blinded_digest = :blinded, blind_signature = :signature "
                                  "where code_digest = :digest and blind_signature is null",
            { { "blinded", code.blinded_digest }, { "signature", code.blind_signature }, { "digest", code.code_digest } }));
    if (touched == 1)
        return {};
    const auto kept = TRY(load_code(transaction, code.campaign_id, code.code_digest));
    return kept.blinded_digest == code.blinded_digest ? Result<void>() : Problem("code.used");
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/guichet.hpp
//
// The guichet's codes and keys: who may answer, never what. A code is kept by its digest, without a day and without an order.

#pragma once

#include "domain/ids.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct CampaignKey {
    CampaignId campaign_id;
    std::string token_key; // PEM
    std::string signing_key; // hexadecimal
    std::optional<std::string> server_half; // hexadecimal; light mode
};

struct VoterCode {
    std::string code_digest; // SHA-256, hexadecimal
    CampaignId campaign_id;
    std::optional<std::string> blinded_digest;
    std::optional<std::string> blind_signature; // base64url
};

Result<CampaignKey> load_key(Reader& reader, const CampaignId& campaign);
Result<void> insert_key(Transaction& transaction, const CampaignKey& key);

Result<void> insert_codes(Transaction& transaction, const std::vector<VoterCode>& codes);
Result<std::int64_t> codes_drawn(Reader& reader, const CampaignId& campaign);
Result<std::int64_t> tokens_issued(Reader& reader, const CampaignId& campaign);
/// `code.unknown` unless it was drawn for this campaign.
Result<VoterCode> load_code(Reader& reader, const CampaignId& campaign, const std::string& digest);
/// Once for each code: `code.used` when another blinded message was signed for it.
Result<void> issue(Transaction& transaction, const VoterCode& code);

} // namespace etabli::store

namespace etabli {

template <>
struct Describe<store::CampaignKey> {
    using T = store::CampaignKey;
    static constexpr std::string_view name = "CampaignKey";
    static constexpr auto fields = std::tuple { field("campaign_id", &T::campaign_id), field("token_key", &T::token_key),
        field("signing_key", &T::signing_key), field("server_half", &T::server_half) };
};
template <>
struct Describe<store::VoterCode> {
    using T = store::VoterCode;
    static constexpr std::string_view name = "VoterCode";
    static constexpr auto fields = std::tuple { field("code_digest", &T::code_digest), field("campaign_id", &T::campaign_id),
        field("blinded_digest", &T::blinded_digest), field("blind_signature", &T::blind_signature) };
};

} // namespace etabli

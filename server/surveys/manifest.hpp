// SPDX-License-Identifier: EUPL-1.2
// server/surveys/manifest.hpp
//
// The manifest of a campaign: everything that whoever answers relies on, as one text that both colleges sign.
// docs/anonymity.md, section 3.

#pragma once

#include "store/campaigns.hpp"
#include "store/guichet.hpp"

namespace etabli::surveys {

/// Each place of the answering page with the digest of what stands there.
using PageDigests = std::map<std::string, std::string>;
/// Of the web's folder; empty when there is none.
PageDigests page_digests(const std::string& web_folder);

struct ManifestHalf {
    HalfHolder holder = HalfHolder::Direction;
    std::string name;
    ballots::ProvedHalf half;
    std::string signing_key; // 32 bytes
};

struct ManifestParts {
    const Campaign& campaign;
    std::string establishment_name;
    const instruments::Form& form;
    const store::CampaignKey& key;
    std::vector<ManifestHalf> halves; // two, or the server's alone
    PageDigests page;
    std::string urn; // the address of another body's; empty: this server's
};

/// `https://` and a host, with a port perhaps, and nothing after it; `http://` on this machine alone.
bool is_urn_address(std::string_view address);

Result<store::CampaignManifest> make_manifest(const ManifestParts& parts, Random& random);

/// What the urn holds ballots to, and when. `request.invalid` when the text is no manifest.
struct ManifestKeys {
    ballots::CampaignKeys ballots;
    std::string guichet_key; // 32 bytes
    Date opens_on;
    Date closes_on;
    Date destroy_by;
    std::int64_t threshold = instruments::group_min; // k
    std::string urn; // empty: the urn of the guichet that made it

    bool is_open(Date today) const { return opens_on <= today && today <= closes_on; }
};
Result<ManifestKeys> keys_of(std::string_view manifest);

/// A ballot's record with an answers box of that size: two boxes in base64, and everything of fixed length about them.
std::int64_t record_bytes(const ManifestKeys& keys);

/// The guichet's keys: a token key that no other campaign has, and one to sign statements with. Takes about a second.
store::CampaignKey make_campaign_key(const CampaignId& campaign, CampaignMode mode, Random& random);
ballots::SigningKey signing_key_of(const store::CampaignKey& key);
/// In light mode; `server.internal` else.
Result<ballots::SecretHalf> server_half_of(const store::CampaignKey& key);

} // namespace etabli::surveys

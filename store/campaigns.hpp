// SPDX-License-Identifier: EUPL-1.2
// store/campaigns.hpp
//
// Campaigns in the database: what was decided, the halves, the manifest, what the colleges opened, and the release. Ballots are in
// store/urn.hpp, codes in store/guichet.hpp.

#pragma once

#include "domain/surveys/campaigns.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// What people are told and what was signed, byte for byte.
struct CampaignManifest {
    CampaignId campaign_id;
    std::string manifest;
    std::string hash;
    std::string instrument;
    json::value trial;
    std::optional<std::string> urn {}; // the address of another body's; none: this server's
};

struct CampaignOpening {
    CampaignId campaign_id;
    HalfHolder holder = HalfHolder::Direction;
    ballots::Envelope envelope = ballots::Envelope::Profile;
    std::string openings; // base64url, 96 bytes a ballot
};

struct CampaignMask {
    CampaignId campaign_id;
    std::string mask;
    std::string hash;
    std::int64_t unreadable = 0;
    json::value report;
};

struct CampaignPublication {
    CampaignId campaign_id;
    std::string identity;
    std::string file; // base64url
};

Result<Campaign> load_campaign(Reader& reader, const CampaignId& id);
/// The latest begun first.
Result<std::vector<Campaign>> campaigns_of(Reader& reader, const PlaceId& establishment);
/// In one of these states, of everybody: for what happens by itself.
Result<std::vector<Campaign>> campaigns_in(Reader& reader, CampaignState state);
Result<void> insert_campaign(Transaction& transaction, const Campaign& campaign);
/// Its version grows by one.
Result<void> keep_campaign(Transaction& transaction, Campaign& campaign);
Result<void> remove_campaign(Transaction& transaction, const CampaignId& id);

Result<std::vector<CampaignHalf>> halves_of(Reader& reader, const CampaignId& id);
/// `campaign.wrong_stage` when that college has announced none.
Result<CampaignHalf> load_half(Reader& reader, const CampaignId& id, HalfHolder holder);
/// As it is now; the first or the next.
Result<void> keep_half(Transaction& transaction, const CampaignHalf& half);

/// Whoever opens after all no longer refuses, and has found their half.
Result<void> take_back_refusal(Transaction& transaction, const CampaignId& id, HalfHolder holder);

Result<std::optional<CampaignManifest>> find_manifest(Reader& reader, const CampaignId& id);
/// Where its ballots go when that is not here.
Result<std::optional<std::string>> urn_elsewhere(Reader& reader, const CampaignId& id);
Result<void> insert_manifest(Transaction& transaction, const CampaignManifest& manifest);

Result<std::vector<CampaignOpening>> openings_of(Reader& reader, const CampaignId& id, ballots::Envelope envelope);
Result<void> keep_opening(Transaction& transaction, const CampaignOpening& opening);

Result<std::optional<CampaignMask>> find_mask(Reader& reader, const CampaignId& id);
Result<void> insert_mask(Transaction& transaction, const CampaignMask& mask);

Result<std::optional<CampaignPublication>> find_publication(Reader& reader, const CampaignId& id);
Result<void> insert_publication(Transaction& transaction, const CampaignPublication& publication);

/// What the colleges opened and, when keys go too, what could open it again and the comments that nobody released.
enum class Forget { Openings, OpeningsAndKeys };
Result<void> forget(Transaction& transaction, const CampaignId& id, Forget what);

/// Called when a gate about a campaign passes or is refused: it may be prepared, or is a draft again.
Result<void> open_campaign(Transaction& transaction, const std::string& id);
Result<void> return_campaign(Transaction& transaction, const std::string& id);

} // namespace etabli::store

namespace etabli {

template <>
struct Describe<store::CampaignManifest> {
    using T = store::CampaignManifest;
    static constexpr std::string_view name = "CampaignManifest";
    static constexpr auto fields = std::tuple { field("campaign_id", &T::campaign_id), field("manifest", &T::manifest),
        field("hash", &T::hash), field("instrument", &T::instrument), field("trial", &T::trial), field("urn", &T::urn) };
};
template <>
struct Describe<store::CampaignOpening> {
    using T = store::CampaignOpening;
    static constexpr std::string_view name = "CampaignOpening";
    static constexpr auto fields = std::tuple { field("campaign_id", &T::campaign_id), field("holder", &T::holder),
        field("envelope", &T::envelope), field("openings", &T::openings) };
};
template <>
struct Describe<store::CampaignMask> {
    using T = store::CampaignMask;
    static constexpr std::string_view name = "CampaignMask";
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("mask", &T::mask), field("hash", &T::hash),
              field("unreadable", &T::unreadable, { .min = 0, .max = 1'000'000 }), field("report", &T::report) };
};
template <>
struct Describe<store::CampaignPublication> {
    using T = store::CampaignPublication;
    static constexpr std::string_view name = "CampaignPublication";
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("identity", &T::identity), field("file", &T::file) };
};

} // namespace etabli

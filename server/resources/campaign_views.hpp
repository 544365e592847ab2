// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaign_views.hpp
//
// What the screens of campaigns show and send; shared by the files that serve them.

#pragma once

#include "domain/surveys/campaigns.hpp"
#include "domain/surveys/instruments.hpp"
#include "server/http/routes.hpp"
#include "store/campaigns.hpp"

namespace etabli::resources {

struct CampaignLine {
    CampaignId id;
    PlaceId establishment_id;
    std::string establishment_name;
    std::string title;
    CampaignMode mode = CampaignMode::Sealed;
    CampaignStage stage = CampaignStage::Draft;
    std::optional<Date> opens_on;
    std::optional<Date> closes_on;
    std::optional<json::value> instrument_title;
};

/// Where one college stands with its half.
struct HalfView {
    HalfHolder college = HalfHolder::Direction;
    std::string college_name;
    bool committed = false;
    bool revealed = false;
    bool manifest_signed = false;
    bool rehearsed_device = false;
    bool rehearsed_sheets = false;
    bool profile_opened = false;
    bool mask_signed = false;
    bool answers_opened = false;
    std::optional<Date> refused_on;
    std::optional<std::string> refusal; // none of a half that is lost
    /// What was announced and shown, for the other college to check: hexadecimal, then base64url.
    std::optional<std::string> commitment;
    std::optional<std::string> public_half;
    std::optional<std::string> signing_key;
    std::optional<std::string> proof;
};

struct CampaignTrouble {
    std::string pointer;
    std::string code;
};

struct CampaignView : CampaignLine {
    std::string purpose;
    std::optional<InstrumentId> instrument_id;
    std::optional<std::int64_t> instrument_number;
    std::int64_t minutes = 0;
    std::int64_t items = 0;
    bool asks_for_words = false;
    std::optional<Date> pickup_on;
    std::optional<Date> destroy_by;
    std::int64_t k = 11;
    tabulation::Cut cut;
    std::vector<HalfView> halves;
    std::optional<std::string> manifest_sha256;
    std::optional<std::string> urn; // the address of another body's, in the manifest
    std::optional<Date> ballots_awaited_since; // that urn has closed, and has not handed over
    std::int64_t codes_drawn = 0;
    std::int64_t codes_max = 0;
    std::optional<std::int64_t>
        released; // ballots that left the urn's slots: moves by k at least; nothing while another body's urn holds them
    std::int64_t eligible = 0;
    std::optional<GateId> gate_id;
    std::optional<Date> ended_on;
    std::optional<CampaignEnd> ended_reason;
    std::vector<CampaignTrouble> troubles;
    std::int64_t version = 1;
};

struct HalfSaid {
    HalfHolder college = HalfHolder::Direction;
};

/// A college's name at its establishment, for the line of its half.
Result<std::string> college_name(store::Reader& reader, const PlaceId& establishment, HalfHolder holder);

Result<Campaign> readable_campaign(store::Reader& reader, const http::Call& call);
/// The reader acts for this college's half, of a sealed campaign.
Result<void> require_half(const http::Call& call, const Campaign& campaign, HalfHolder holder);
Result<http::Answer<CampaignView>> campaign_view(store::Reader& reader, http::Call& call, const Campaign& campaign);
/// Read afresh, after what happened by itself.
Result<http::Answer<CampaignView>> campaign_after(http::Call& call, const CampaignId& id);
/// The version of the questionnaire that was chosen; nothing when there is none, or it no longer holds together.
Result<std::optional<instruments::Form>> form_of(store::Reader& reader, const Campaign& campaign);

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::CampaignLine> {
    using T = resources::CampaignLine;
    static constexpr std::string_view name = "CampaignLine";
    static constexpr auto fields = std::tuple { field("id", &T::id), field("establishment_id", &T::establishment_id),
        field("establishment_name", &T::establishment_name, one_line), field("title", &T::title, one_line),
        field("mode", &T::mode), field("stage", &T::stage), field("opens_on", &T::opens_on), field("closes_on", &T::closes_on),
        field("instrument_title", &T::instrument_title) };
};
template <>
struct Describe<resources::HalfView> {
    using T = resources::HalfView;
    static constexpr std::string_view name = "CampaignHalfView";
    static constexpr auto fields = std::tuple { field("college", &T::college),
        field("college_name", &T::college_name, one_line), field("committed", &T::committed), field("revealed", &T::revealed),
        field("manifest_signed", &T::manifest_signed), field("rehearsed_device", &T::rehearsed_device),
        field("rehearsed_sheets", &T::rehearsed_sheets), field("profile_opened", &T::profile_opened),
        field("mask_signed", &T::mask_signed), field("answers_opened", &T::answers_opened), field("refused_on", &T::refused_on),
        field("refusal", &T::refusal, { .min = 1, .max = 2000 }), field("commitment", &T::commitment),
        field("public_half", &T::public_half), field("signing_key", &T::signing_key), field("proof", &T::proof) };
};
template <>
struct Describe<resources::CampaignTrouble> {
    using T = resources::CampaignTrouble;
    static constexpr std::string_view name = "CampaignTrouble";
    static constexpr auto fields = std::tuple { field("pointer", &T::pointer, one_line), field("code", &T::code, one_line) };
};
template <>
struct Describe<resources::CampaignView> {
    using T = resources::CampaignView;
    static constexpr std::string_view name = "CampaignView";
    static constexpr auto fields = std::tuple_cat(Describe<resources::CampaignLine>::fields,
        std::tuple { field("purpose", &T::purpose, { .min = 0, .max = 2000 }), field("instrument_id", &T::instrument_id),
            field("instrument_number", &T::instrument_number, { .min = 1, .max = 9999 }),
            field("minutes", &T::minutes, { .min = 0, .max = 60 }), field("items", &T::items, { .min = 0, .max = 10'000 }),
            field("asks_for_words", &T::asks_for_words), field("pickup_on", &T::pickup_on), field("destroy_by", &T::destroy_by),
            field("k", &T::k, { .min = 1, .max = 1000 }), field("cut", &T::cut),
            field("halves", &T::halves, { .min = 0, .max = 2 }), field("manifest_sha256", &T::manifest_sha256),
            field("urn", &T::urn, one_line), field("ballots_awaited_since", &T::ballots_awaited_since),
            field("codes_drawn", &T::codes_drawn, { .min = 0, .max = 1'000'000 }),
            field("codes_max", &T::codes_max, { .min = 0, .max = 1'000'000 }),
            field("released", &T::released, { .min = 0, .max = 1'000'000 }),
            field("eligible", &T::eligible, { .min = 0, .max = INT64_MAX }), field("gate_id", &T::gate_id),
            field("ended_on", &T::ended_on), field("ended_reason", &T::ended_reason),
            field("troubles", &T::troubles, { .min = 0, .max = 50'000 }),
            field("version", &T::version, { .min = 1, .max = INT64_MAX }) });
};
template <>
struct Describe<resources::HalfSaid> {
    using T = resources::HalfSaid;
    static constexpr std::string_view name = "HalfSaid";
    static constexpr auto fields = std::tuple { field("college", &T::college) };
};

} // namespace etabli

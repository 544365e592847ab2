// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/campaigns.hpp
//
// Campaigns: who is asked what, until when, and how it will be cut; accepted by the colleges, sealed to their halves, opened by both,
// published once. What is written byte for byte is docs/anonymity.md; here is which step may follow which, and who may take it.

#pragma once

#include "domain/ids.hpp"
#include "domain/people/people.hpp"
#include "engine/ballots/ballot.hpp"
#include "engine/instruments/form.hpp"
#include "engine/tabulation/cut.hpp"

namespace etabli {

/// Light: the server holds both halves, and only the whole house is shown.
enum class CampaignMode { Sealed, Light };

/// What was done last. Where a campaign stands today depends on the day too: stage_of.
enum class CampaignState { Draft, Asked, Agreed, Ready, Closed, Counted, Signed, Published, Ended };
enum class CampaignEnd { TooFew, Refused, HalfLost, Withdrawn, TooLate, Unsafe };
enum class CampaignStage { Draft, Asked, Ceremony, Ready, Pickup, Open, Closed, Counted, Signed, Published, Ended };

/// Who holds a half of the key; the server alone in light mode.
enum class HalfHolder { Direction, StaffRepresentatives, Server };

struct Campaign {
    CampaignId id;
    PlaceId establishment_id;
    std::string title;
    std::string purpose;
    CampaignMode mode = CampaignMode::Sealed;
    std::optional<InstrumentId> instrument_id;
    std::optional<std::int64_t> instrument_number;
    std::optional<Date> pickup_on; // tokens can be taken
    std::optional<Date> opens_on;
    std::optional<Date> closes_on; // the last day
    std::optional<Date> destroy_by;
    std::int64_t k = 11;
    tabulation::Cut cut;
    CampaignState state = CampaignState::Draft;
    Date begun_on;
    std::optional<Date> ended_on; // published, or ended without
    std::optional<CampaignEnd> ended_reason;
    std::int64_t version = 1;
};

/// One college's half: what it announced, showed, signed and did. Bytes in hexadecimal.
struct CampaignHalf {
    CampaignId campaign_id;
    HalfHolder holder = HalfHolder::Direction;
    std::string commitment;
    std::optional<std::string> public_half;
    std::optional<std::string> signing_key;
    std::optional<std::string> proof; // of possession
    std::optional<std::string> manifest_signature;
    bool rehearsed_device = false;
    bool rehearsed_sheets = false;
    std::optional<std::string> mask_signature;
    std::optional<Date> refused_on;
    std::optional<std::string> refusal; // none: it did not refuse, its half is lost

    bool is_ready() const { return manifest_signature && rehearsed_device && rehearsed_sheets; }
};

namespace surveys {

/// After closing, at most: six months.
inline constexpr int kept_days_max = 183;
/// After a refusal, before the ballots are destroyed; a half that was said to be lost has as long to be found again.
inline constexpr int refusal_days = 30;
inline constexpr std::int64_t light_items_max = 12;
/// Of the longest answers: in base64, with all about them, a ballot is still taken (ballots::submission_bytes_max).
inline constexpr std::size_t answers_bytes_most = 44'000;
/// Beyond the people asked: spoilt sheets, newcomers.
inline constexpr std::int64_t spare_codes_percent = 10;

std::string_view stage_name(CampaignStage stage);
CampaignStage stage_of(const Campaign& campaign, Date today);
/// Today tokens may be taken; ballots handed in.
bool takes_tokens(const Campaign& campaign, Date today);
bool takes_ballots(const Campaign& campaign, Date today);

/// What keeps a draft from being put to the colleges, by JSON pointer. `form`: of the version chosen, when there is one.
std::vector<FieldProblem> troubles_of(const Campaign& campaign, const instruments::Form* form, Date today);

/// Another campaign of the establishment, and the minutes that it took each person.
struct AskedBefore {
    Campaign campaign;
    std::int64_t minutes = 0;
};
/// It was put to people, at most a year before `day`.
bool asked_in_the_year(const Campaign& campaign, Date day);
/// Minutes that people of one place of this cut gave or will give to those.
std::int64_t minutes_asked_of(const tabulation::CutPlace& place, const std::vector<AskedBefore>& before);

/// Whether the reader acts for this half: they sit in its college.
bool holds(const Reader& reader, const PlaceId& establishment, HalfHolder holder);
std::vector<HalfHolder> holders_of(CampaignMode mode);
std::int64_t codes_max(const Campaign& campaign);

/// What colleges sign, and the context of their openings; docs/anonymity.md, section 7.
std::string manifest_statement(std::string_view manifest_hash);
std::string mask_statement(const CampaignId& campaign, std::string_view mask_hash);
/// `part` is an envelope's name, or "trial".
ballots::ProofContext opening_context(const CampaignId& campaign, HalfHolder holder, std::string_view part);

} // namespace surveys

template <>
struct Names<CampaignMode> {
    static constexpr std::array table { std::pair { CampaignMode::Sealed, std::string_view("sealed") },
        std::pair { CampaignMode::Light, std::string_view("light") } };
};
template <>
struct Names<CampaignState> {
    static constexpr std::array table { std::pair { CampaignState::Draft, std::string_view("draft") },
        std::pair { CampaignState::Asked, std::string_view("asked") },
        std::pair { CampaignState::Agreed, std::string_view("agreed") },
        std::pair { CampaignState::Ready, std::string_view("ready") },
        std::pair { CampaignState::Closed, std::string_view("closed") },
        std::pair { CampaignState::Counted, std::string_view("counted") },
        std::pair { CampaignState::Signed, std::string_view("signed") },
        std::pair { CampaignState::Published, std::string_view("published") },
        std::pair { CampaignState::Ended, std::string_view("ended") } };
};
template <>
struct Names<CampaignStage> {
    static constexpr std::array table { std::pair { CampaignStage::Draft, std::string_view("draft") },
        std::pair { CampaignStage::Asked, std::string_view("asked") },
        std::pair { CampaignStage::Ceremony, std::string_view("ceremony") },
        std::pair { CampaignStage::Ready, std::string_view("ready") },
        std::pair { CampaignStage::Pickup, std::string_view("pickup") },
        std::pair { CampaignStage::Open, std::string_view("open") },
        std::pair { CampaignStage::Closed, std::string_view("closed") },
        std::pair { CampaignStage::Counted, std::string_view("counted") },
        std::pair { CampaignStage::Signed, std::string_view("signed") },
        std::pair { CampaignStage::Published, std::string_view("published") },
        std::pair { CampaignStage::Ended, std::string_view("ended") } };
};
template <>
struct Names<CampaignEnd> {
    static constexpr std::array table { std::pair { CampaignEnd::TooFew, std::string_view("too_few") },
        std::pair { CampaignEnd::Refused, std::string_view("refused") },
        std::pair { CampaignEnd::HalfLost, std::string_view("half_lost") },
        std::pair { CampaignEnd::Withdrawn, std::string_view("withdrawn") },
        std::pair { CampaignEnd::TooLate, std::string_view("too_late") },
        std::pair { CampaignEnd::Unsafe, std::string_view("unsafe") } };
};
template <>
struct Names<HalfHolder> {
    static constexpr std::array table { std::pair { HalfHolder::Direction, std::string_view("direction") },
        std::pair { HalfHolder::StaffRepresentatives, std::string_view("staff_representatives") },
        std::pair { HalfHolder::Server, std::string_view("server") } };
};
template <>
struct Names<ballots::Envelope> {
    static constexpr std::array table { std::pair { ballots::Envelope::Profile, std::string_view("profile") },
        std::pair { ballots::Envelope::Answers, std::string_view("answers") } };
};

template <>
struct Describe<Campaign> {
    using T = Campaign;
    static constexpr std::string_view name = "Campaign";
    static constexpr auto fields = std::tuple { field("id", &T::id), field("establishment_id", &T::establishment_id),
        field("title", &T::title, one_line), field("purpose", &T::purpose, { .min = 0, .max = 2000 }), field("mode", &T::mode),
        field("instrument_id", &T::instrument_id), field("instrument_number", &T::instrument_number, { .min = 1, .max = 9999 }),
        field("pickup_on", &T::pickup_on), field("opens_on", &T::opens_on), field("closes_on", &T::closes_on),
        field("destroy_by", &T::destroy_by), field("k", &T::k, { .min = instruments::group_min, .max = 1000 }),
        field("cut", &T::cut), field("state", &T::state), field("begun_on", &T::begun_on), field("ended_on", &T::ended_on),
        field("ended_reason", &T::ended_reason), field("version", &T::version, { .min = 1, .max = INT64_MAX }) };
};
template <>
struct Describe<CampaignHalf> {
    using T = CampaignHalf;
    static constexpr std::string_view name = "CampaignHalf";
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("holder", &T::holder), field("commitment", &T::commitment),
              field("public_half", &T::public_half), field("signing_key", &T::signing_key), field("proof", &T::proof),
              field("manifest_signature", &T::manifest_signature), field("rehearsed_device", &T::rehearsed_device),
              field("rehearsed_sheets", &T::rehearsed_sheets), field("mask_signature", &T::mask_signature),
              field("refused_on", &T::refused_on), field("refusal", &T::refusal, { .min = 1, .max = 2000 }) };
};

} // namespace etabli

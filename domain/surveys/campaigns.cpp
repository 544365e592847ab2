// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/campaigns.cpp

#include "domain/surveys/campaigns.hpp"

#include <algorithm>

#include "engine/tabulation/comments.hpp"

namespace etabli::surveys {

std::string_view stage_name(CampaignStage stage)
{
    return name_of(stage);
}

CampaignStage stage_of(const Campaign& campaign, Date today)
{
    switch (campaign.state) {
    case CampaignState::Draft:
        return CampaignStage::Draft;
    case CampaignState::Asked:
        return CampaignStage::Asked;
    case CampaignState::Agreed:
        return CampaignStage::Ceremony;
    case CampaignState::Closed:
        return CampaignStage::Closed;
    case CampaignState::Counted:
        return CampaignStage::Counted;
    case CampaignState::Signed:
        return CampaignStage::Signed;
    case CampaignState::Published:
        return CampaignStage::Published;
    case CampaignState::Ended:
        return CampaignStage::Ended;
    case CampaignState::Ready:
        break;
    }
    if (today > *campaign.closes_on)
        return CampaignStage::Closed;
    if (today >= *campaign.opens_on)
        return CampaignStage::Open;
    return today >= *campaign.pickup_on ? CampaignStage::Pickup : CampaignStage::Ready;
}

bool takes_tokens(const Campaign& campaign, Date today)
{
    const auto stage = stage_of(campaign, today);
    return stage == CampaignStage::Pickup || stage == CampaignStage::Open;
}

bool takes_ballots(const Campaign& campaign, Date today)
{
    return stage_of(campaign, today) == CampaignStage::Open;
}

namespace {

void find_date_troubles(const Campaign& campaign, Date today, std::vector<FieldProblem>& troubles)
{
    const std::array named { std::pair { "/pickup_on", campaign.pickup_on }, std::pair { "/opens_on", campaign.opens_on },
        std::pair { "/closes_on", campaign.closes_on }, std::pair { "/destroy_by", campaign.destroy_by } };
    bool all = true;
    for (const auto& [pointer, day] : named)
        if (!day) {
            troubles.push_back({ pointer, "campaign.dates_missing" });
            all = false;
        }
    if (!all)
        return;
    if (*campaign.opens_on < *campaign.pickup_on)
        troubles.push_back({ "/opens_on", "campaign.dates_crossed" });
    if (*campaign.closes_on < *campaign.opens_on)
        troubles.push_back({ "/closes_on", "campaign.dates_crossed" });
    if (*campaign.closes_on < today)
        troubles.push_back({ "/closes_on", "campaign.dates_past" });
    if (*campaign.destroy_by <= *campaign.closes_on)
        troubles.push_back({ "/destroy_by", "campaign.dates_crossed" });
    if (campaign.closes_on->plus_days(kept_days_max) < *campaign.destroy_by)
        troubles.push_back({ "/destroy_by", "campaign.destroyed_too_late" });
}

bool is_light(const instruments::Form& form)
{
    return static_cast<std::int64_t>(form.items().size()) <= light_items_max && !form.instrument().health_data
        && std::all_of(form.items().begin(), form.items().end(),
            [](const instruments::Item& item) { return item.sensitivity == instruments::Sensitivity::None; })
        && !tabulation::asks_for_words(form);
}

} // namespace

std::vector<FieldProblem> troubles_of(const Campaign& campaign, const instruments::Form* form, Date today)
{
    std::vector<FieldProblem> troubles = tabulation::troubles_of(campaign.cut, campaign.k);
    find_date_troubles(campaign, today, troubles);
    if (form == nullptr) {
        troubles.push_back({ "/instrument_id", "campaign.instrument_missing" });
        return troubles;
    }
    if (tabulation::answers_bytes_max(*form) > answers_bytes_most)
        troubles.push_back({ "/instrument_id", "request.too_large" });
    if (!tabulation::reads_everything(*form))
        troubles.push_back({ "/instrument_id", "campaign.not_counted" });
    if (tabulation::asks_for_words(*form) && tabulation::eligible(campaign.cut) < tabulation::commenting_people_min)
        troubles.push_back({ "/instrument_id", "campaign.too_few_for_words" });
    if (campaign.k < form->instrument().min_group && !form->instrument().health_data)
        troubles.push_back({ "/k", "campaign.group_too_small" });
    if (campaign.mode == CampaignMode::Light
        && (!is_light(*form) || campaign.cut.places.size() != 1 || !campaign.cut.categories.empty()))
        troubles.push_back({ "/mode", "campaign.not_light" });
    return troubles;
}

bool holds(const Reader& reader, const PlaceId& establishment, HalfHolder holder)
{
    switch (holder) {
    case HalfHolder::Direction:
        return reader.sits_in(establishment, CollegeKind::Direction);
    case HalfHolder::StaffRepresentatives:
        return reader.sits_in(establishment, CollegeKind::StaffRepresentatives);
    case HalfHolder::Server:
        break;
    }
    return false;
}

std::vector<HalfHolder> holders_of(CampaignMode mode)
{
    if (mode == CampaignMode::Light)
        return { HalfHolder::Server };
    return { HalfHolder::Direction, HalfHolder::StaffRepresentatives };
}

bool asked_in_the_year(const Campaign& campaign, Date day)
{
    // Of those that ended without results, only these two had been answered for sure.
    const bool was_put = campaign.state == CampaignState::Ended
        ? campaign.ended_reason == CampaignEnd::TooFew || campaign.ended_reason == CampaignEnd::Unsafe
        : campaign.state >= CampaignState::Ready;
    return was_put && *campaign.opens_on <= day && day <= campaign.opens_on->plus_days(365);
}

std::int64_t minutes_asked_of(const tabulation::CutPlace& place, const std::vector<AskedBefore>& before)
{
    const auto holds = [&](const tabulation::CutPlace& other) {
        const auto is_member = [&](const std::string& member) {
            return std::find(place.members.begin(), place.members.end(), member) != place.members.end();
        };
        return other.name == place.name || std::any_of(other.members.begin(), other.members.end(), is_member);
    };
    std::int64_t minutes = 0;
    for (const auto& [campaign, taken] : before) {
        const auto& places = campaign.cut.places; // a house asked as one place was asked everywhere
        if (!place.parent || places.size() == 1 || std::any_of(places.begin(), places.end(), holds))
            minutes += taken;
    }
    return minutes;
}

std::int64_t codes_max(const Campaign& campaign)
{
    const auto people = tabulation::eligible(campaign.cut);
    return people + (people * spare_codes_percent + 99) / 100;
}

namespace {

std::string joined(std::string_view domain, const CampaignId& campaign, std::string_view what)
{
    return std::string(domain) + ":" + campaign.text() + ":" + std::string(what);
}

} // namespace

std::string manifest_statement(std::string_view manifest_hash)
{
    return "etabli.manifest.1:" + std::string(manifest_hash);
}

std::string mask_statement(const CampaignId& campaign, std::string_view mask_hash)
{
    return joined("etabli.mask.1", campaign, mask_hash);
}

ballots::ProofContext opening_context(const CampaignId& campaign, HalfHolder holder, std::string_view part)
{
    return { joined("etabli.opening.1", campaign, name_of(holder)) + ":" + std::string(part) };
}

} // namespace etabli::surveys

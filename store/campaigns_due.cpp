// SPDX-License-Identifier: EUPL-1.2
// store/campaigns_due.cpp

#include "store/campaigns_due.hpp"

#include <algorithm>
#include <set>

#include "store/campaigns.hpp"

namespace etabli::store {

namespace {

using Holders = std::set<HalfHolder>;

/// Without the openings themselves, which are long.
Result<Holders> opened_by(Reader& reader, const Campaign& campaign, ballots::Envelope envelope)
{
    Holders holders;
    for (const auto holder : surveys::holders_of(campaign.mode))
        if (TRY(reader.count("select count(*) from campaign_opening"
                             " where campaign_id = :id and envelope = :envelope and holder = :holder",
                { { "id", campaign.id }, { "envelope", envelope }, { "holder", holder } }))
            > 0)
            holders.insert(holder);
    return holders;
}

template <class IsDone>
Result<Holders> halves_that(Reader& reader, const Campaign& campaign, IsDone is_done)
{
    Holders holders;
    for (const auto& half : TRY(halves_of(reader, campaign.id)))
        if (is_done(half))
            holders.insert(half.holder);
    return holders;
}

/// Who has said their word on every comment; nobody once all is settled: then somebody releases them. Without the comments
/// themselves.
Result<Holders> readers_of(Reader& reader, const Campaign& campaign)
{
    const auto left = [&](const char* which) {
        return reader.count(
            "select count(*) from comment_read where campaign_id = :id and " + std::string(which), { { "id", campaign.id } });
    };
    const auto all = TRY(left("1 = 1"));
    const auto unsaid_by_direction = TRY(left("direction = 0"));
    const auto unsaid_by_representatives = TRY(left("staff_representatives = 0"));
    if (all > 0 && unsaid_by_direction + unsaid_by_representatives == 0)
        return Holders {};
    Holders holders;
    if (unsaid_by_direction == 0)
        holders.insert(HalfHolder::Direction);
    if (unsaid_by_representatives == 0)
        holders.insert(HalfHolder::StaffRepresentatives);
    return holders;
}

struct Waiting {
    Date on;
    DueKind kind;
    Holders done; // those of whom nothing is awaited any more
};

Result<std::optional<Waiting>> waiting_for_colleges(Reader& reader, const Campaign& campaign)
{
    switch (campaign.state) {
    case CampaignState::Agreed:
        return std::optional(Waiting { *campaign.pickup_on, DueKind::CampaignHalf,
            TRY(halves_that(reader, campaign, [](const CampaignHalf& half) { return half.is_ready(); })) });
    case CampaignState::Closed:
        return std::optional(Waiting { campaign.closes_on->plus_days(1), DueKind::CampaignOpening,
            TRY(opened_by(reader, campaign, ballots::Envelope::Profile)) });
    case CampaignState::Counted:
        return std::optional(Waiting { campaign.closes_on->plus_days(1), DueKind::CampaignOpening,
            TRY(halves_that(reader, campaign, [](const CampaignHalf& half) { return half.mask_signature.has_value(); })) });
    case CampaignState::Signed:
        return std::optional(Waiting { campaign.closes_on->plus_days(1), DueKind::CampaignOpening,
            TRY(opened_by(reader, campaign, ballots::Envelope::Answers)) });
    case CampaignState::Published:
        return std::optional(Waiting { *campaign.destroy_by, DueKind::CampaignComments, TRY(readers_of(reader, campaign)) });
    default:
        return std::optional<Waiting>();
    }
}

} // namespace

Result<std::vector<DueItem>> due_of_campaigns(Reader& reader, const PlaceId& establishment, Date today)
{
    std::vector<DueItem> due;
    for (const auto& campaign : TRY(campaigns_of(reader, establishment))) {
        DueItem item { today, DueKind::CampaignCloses, campaign.title, ObjectKind::Campaign, campaign.id.text(), {}, {},
            establishment, {} };
        if (surveys::takes_tokens(campaign, today)) {
            item.on = *campaign.closes_on;
            due.push_back(item);
        }
        const auto waiting
            = campaign.mode == CampaignMode::Sealed ? TRY(waiting_for_colleges(reader, campaign)) : std::optional<Waiting>();
        if (!waiting)
            continue;
        item.on = waiting->on;
        item.kind = waiting->kind;
        for (const auto& [holder, college] : { std::pair { HalfHolder::Direction, CollegeKind::Direction },
                 std::pair { HalfHolder::StaffRepresentatives, CollegeKind::StaffRepresentatives } })
            if (!waiting->done.contains(holder))
                item.awaited_of.push_back(college);
        if (!item.awaited_of.empty())
            due.push_back(std::move(item));
    }
    return due;
}

} // namespace etabli::store

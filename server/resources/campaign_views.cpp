// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaign_views.cpp
//
// What the routes of campaigns ask first: which one, who may, with which questionnaire.

#include "server/resources/campaign_views.hpp"

#include "server/resources/instrument_views.hpp"
#include "store/instruments.hpp"
#include "store/people.hpp"

namespace etabli::resources {

Result<Campaign> readable_campaign(store::Reader& reader, const http::Call& call)
{
    auto campaign = TRY(store::load_campaign(reader, TRY(call.id<CampaignId>("id"))));
    if (!call.reader().belongs_to(campaign.establishment_id))
        return Problem("not_found");
    return campaign;
}

Result<std::string> college_name(store::Reader& reader, const PlaceId& establishment, HalfHolder holder)
{
    const auto kind = holder == HalfHolder::Direction ? CollegeKind::Direction : CollegeKind::StaffRepresentatives;
    for (const auto& college : TRY(store::colleges_of(reader, establishment)))
        if (college.kind == kind)
            return college.name;
    return std::string(name_of(holder));
}

Result<void> require_half(const http::Call& call, const Campaign& campaign, HalfHolder holder)
{
    return require(campaign.mode == CampaignMode::Sealed && surveys::holds(call.reader(), campaign.establishment_id, holder));
}

Result<std::optional<instruments::Form>> form_of(store::Reader& reader, const Campaign& campaign)
{
    if (!campaign.instrument_id || !campaign.instrument_number)
        return std::optional<instruments::Form>();
    const auto fixed = TRY(store::load_fixed(reader, *campaign.instrument_id, *campaign.instrument_number));
    auto form = instruments::Form::create(read_back(fixed.content));
    return form.ok() ? std::optional(std::move(form).value()) : std::nullopt;
}

Result<http::Answer<CampaignView>> campaign_after(http::Call& call, const CampaignId& id)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<http::Answer<CampaignView>> {
        return campaign_view(reader, call, TRY(store::load_campaign(reader, id)));
    });
}

} // namespace etabli::resources

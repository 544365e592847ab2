// SPDX-License-Identifier: EUPL-1.2
// store/campaigns.cpp

#include "store/campaigns.hpp"

#include "store/thread.hpp"

namespace etabli::store {

Result<Campaign> load_campaign(Reader& reader, const CampaignId& id)
{
    return reader.load<Campaign>("select * from campaign where id = :id", { { "id", id } });
}

Result<std::vector<Campaign>> campaigns_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<Campaign>("select * from campaign where establishment_id = :place order by begun_on desc, id limit 200",
        { { "place", establishment } });
}

Result<std::vector<Campaign>> campaigns_in(Reader& reader, CampaignState state)
{
    return reader.all<Campaign>("select * from campaign where state = :state order by id", { { "state", state } });
}

Result<void> insert_campaign(Transaction& transaction, const Campaign& campaign)
{
    return transaction.insert("campaign", campaign);
}

Result<void> keep_campaign(Transaction& transaction, Campaign& campaign)
{
    ++campaign.version;
    return transaction.update("campaign", campaign);
}

Result<void> remove_campaign(Transaction& transaction, const CampaignId& id)
{
    TRY(transaction.execute("delete from campaign where id = :id", { { "id", id } }));
    return {};
}

Result<std::vector<CampaignHalf>> halves_of(Reader& reader, const CampaignId& id)
{
    return reader.all<CampaignHalf>("select * from campaign_half where campaign_id = :id order by holder", { { "id", id } });
}

Result<CampaignHalf> load_half(Reader& reader, const CampaignId& id, HalfHolder holder)
{
    auto found = TRY(reader.find<CampaignHalf>(
        "select * from campaign_half where campaign_id = :id and holder = :holder", { { "id", id }, { "holder", holder } }));
    if (!found)
        return Problem("campaign.wrong_stage");
    return *std::move(found);
}

Result<void> keep_half(Transaction& transaction, const CampaignHalf& half)
{
    TRY(transaction.execute("delete from campaign_half where campaign_id = :id and holder = :holder",
        { { "id", half.campaign_id }, { "holder", half.holder } }));
    return transaction.insert("campaign_half", half);
}

Result<void> take_back_refusal(Transaction& transaction, const CampaignId& id, HalfHolder holder)
{
    auto half = TRY(load_half(transaction, id, holder));
    half.refused_on.reset();
    half.refusal.reset();
    return keep_half(transaction, half);
}

Result<std::optional<CampaignManifest>> find_manifest(Reader& reader, const CampaignId& id)
{
    return reader.find<CampaignManifest>("select * from campaign_manifest where campaign_id = :id", { { "id", id } });
}

Result<std::optional<std::string>> urn_elsewhere(Reader& reader, const CampaignId& id)
{
    const auto rows
        = TRY(reader.query("select urn from campaign_manifest where campaign_id = :id and urn is not null", { { "id", id } }));
    return rows.size() == 0 ? std::nullopt : std::optional(rows.text(0, "urn"));
}

Result<void> insert_manifest(Transaction& transaction, const CampaignManifest& manifest)
{
    return transaction.insert("campaign_manifest", manifest);
}

Result<std::vector<CampaignOpening>> openings_of(Reader& reader, const CampaignId& id, ballots::Envelope envelope)
{
    return reader.all<CampaignOpening>(
        "select * from campaign_opening where campaign_id = :id and envelope = :envelope order by holder",
        { { "id", id }, { "envelope", envelope } });
}

Result<void> keep_opening(Transaction& transaction, const CampaignOpening& opening)
{
    return transaction.insert("campaign_opening", opening);
}

Result<std::optional<CampaignMask>> find_mask(Reader& reader, const CampaignId& id)
{
    return reader.find<CampaignMask>("select * from campaign_mask where campaign_id = :id", { { "id", id } });
}

Result<void> insert_mask(Transaction& transaction, const CampaignMask& mask)
{
    return transaction.insert("campaign_mask", mask);
}

Result<std::optional<CampaignPublication>> find_publication(Reader& reader, const CampaignId& id)
{
    return reader.find<CampaignPublication>("select * from campaign_publication where campaign_id = :id", { { "id", id } });
}

Result<void> insert_publication(Transaction& transaction, const CampaignPublication& publication)
{
    TRY(transaction.insert("campaign_publication", publication));
    const auto campaign = TRY(load_campaign(transaction, publication.campaign_id));
    return put_node(transaction,
        { ObjectKind::Campaign, campaign.id.text(), campaign.establishment_id, {}, campaign.title, *campaign.closes_on,
            "published", Audience::Establishment, false },
        campaign.title + " " + campaign.purpose);
}

Result<void> forget(Transaction& transaction, const CampaignId& id, Forget what)
{
    TRY(transaction.execute("delete from campaign_opening where campaign_id = :id", { { "id", id } }));
    if (what == Forget::OpeningsAndKeys) {
        TRY(transaction.execute("delete from comment_read where campaign_id = :id", { { "id", id } }));
        TRY(transaction.execute("delete from campaign_key where campaign_id = :id", { { "id", id } }));
        TRY(transaction.execute("delete from voter_code where campaign_id = :id", { { "id", id } }));
    }
    return {};
}

namespace {

Result<void> turn(Transaction& transaction, const std::string& text, CampaignState from, CampaignState to)
{
    const auto id = CampaignId::parse(text);
    if (!id)
        return Problem("not_found");
    auto campaign = TRY(load_campaign(transaction, *id));
    if (campaign.state != from)
        return Problem("campaign.wrong_stage");
    campaign.state = to;
    transaction.announce("campaigns");
    return keep_campaign(transaction, campaign);
}

} // namespace

Result<void> open_campaign(Transaction& transaction, const std::string& id)
{
    return turn(transaction, id, CampaignState::Asked, CampaignState::Agreed);
}

Result<void> return_campaign(Transaction& transaction, const std::string& id)
{
    return turn(transaction, id, CampaignState::Asked, CampaignState::Draft);
}

} // namespace etabli::store

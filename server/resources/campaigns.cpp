// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaigns.cpp
//
// Campaigns before anybody is asked: composing one, what its cut will be able to show, putting it to the colleges. The halves are in
// campaign_keys.cpp, the opening in campaign_opening.cpp, what was published in results.cpp.

#include "engine/tabulation/questions.hpp"
#include "server/resources/all.hpp"
#include "server/resources/campaign_views.hpp"
#include "server/resources/edit.hpp"
#include "server/resources/instrument_views.hpp"
#include "server/resources/people_views.hpp"
#include "store/ballots.hpp"
#include "store/circle.hpp"
#include "store/gates.hpp"
#include "store/guichet.hpp"
#include "store/instruments.hpp"
#include "store/places.hpp"

namespace etabli::resources {

struct NewCampaign {
    PlaceId establishment_id;
    std::string title;
    CampaignMode mode = CampaignMode::Sealed;
};

struct CampaignDraft {
    std::string title;
    std::string purpose;
    CampaignMode mode = CampaignMode::Sealed;
    std::optional<InstrumentId> instrument_id;
    std::optional<std::int64_t> instrument_number;
    std::optional<Date> pickup_on;
    std::optional<Date> opens_on;
    std::optional<Date> closes_on;
    std::optional<Date> destroy_by;
    std::int64_t k = 11;
    tabulation::Cut cut;
};

struct CampaignAsking {
    std::optional<std::string> note;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::NewCampaign> {
    using T = resources::NewCampaign;
    static constexpr std::string_view name = "NewCampaign";
    static constexpr auto fields = std::tuple { field("establishment_id", &T::establishment_id),
        field("title", &T::title, one_line), field("mode", &T::mode) };
};
template <>
struct Describe<resources::CampaignDraft> {
    using T = resources::CampaignDraft;
    static constexpr std::string_view name = "CampaignDraft";
    static constexpr auto fields
        = std::tuple { field("title", &T::title, one_line), field("purpose", &T::purpose, { .min = 0, .max = 2000 }),
              field("mode", &T::mode), field("instrument_id", &T::instrument_id),
              field("instrument_number", &T::instrument_number, { .min = 1, .max = 9999 }), field("pickup_on", &T::pickup_on),
              field("opens_on", &T::opens_on), field("closes_on", &T::closes_on), field("destroy_by", &T::destroy_by),
              field("k", &T::k, { .min = instruments::group_min, .max = 1000 }), field("cut", &T::cut) };
};
template <>
struct Describe<resources::CampaignAsking> {
    using T = resources::CampaignAsking;
    static constexpr std::string_view name = "CampaignAsking";
    static constexpr auto fields = std::tuple { field("note", &T::note, { .min = 0, .max = 2000 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<void> fill_line(store::Reader& reader, const Call& call, const Campaign& campaign,
    const std::optional<instruments::Form>& form, CampaignLine& line)
{
    line.id = campaign.id;
    line.establishment_id = campaign.establishment_id;
    line.establishment_name = TRY(store::load_place(reader, campaign.establishment_id)).name;
    line.title = campaign.title;
    line.mode = campaign.mode;
    line.stage = surveys::stage_of(campaign, call.today());
    line.opens_on = campaign.opens_on;
    line.closes_on = campaign.closes_on;
    if (form)
        line.instrument_title = to_json(form->instrument().title);
    return {};
}

std::optional<std::string> in_base64(const std::optional<std::string>& hexadecimal)
{
    return hexadecimal ? std::optional(base64url(from_hex(*hexadecimal).value_or(""))) : std::nullopt;
}

Result<std::vector<HalfView>> half_views(store::Reader& reader, const Campaign& campaign)
{
    std::vector<HalfView> views;
    if (campaign.mode == CampaignMode::Light)
        return views;
    const auto halves = TRY(store::halves_of(reader, campaign.id));
    for (const auto holder : surveys::holders_of(campaign.mode)) {
        auto& view = views.emplace_back();
        view.college = holder;
        view.college_name = TRY(college_name(reader, campaign.establishment_id, holder));
        for (const auto envelope : { ballots::Envelope::Profile, ballots::Envelope::Answers })
            for (const auto& opening : TRY(store::openings_of(reader, campaign.id, envelope)))
                if (opening.holder == holder)
                    (envelope == ballots::Envelope::Profile ? view.profile_opened : view.answers_opened) = true;
        for (const auto& half : halves)
            if (half.holder == holder) {
                view.committed = true;
                view.revealed = half.public_half.has_value();
                view.manifest_signed = half.manifest_signature.has_value();
                view.rehearsed_device = half.rehearsed_device;
                view.rehearsed_sheets = half.rehearsed_sheets;
                view.mask_signed = half.mask_signature.has_value();
                view.refused_on = half.refused_on;
                view.refusal = half.refusal;
                view.commitment = half.commitment;
                view.public_half = in_base64(half.public_half);
                view.signing_key = in_base64(half.signing_key);
                view.proof = in_base64(half.proof);
            }
    }
    return views;
}

void add_abilities(const Call& call, const Campaign& campaign, bool holds_together, std::vector<std::string>& abilities)
{
    const bool composes = surveys::may_compose(call.reader(), campaign.establishment_id);
    const auto stage = surveys::stage_of(campaign, call.today());
    if (composes && stage == CampaignStage::Draft) {
        abilities.emplace_back("write");
        abilities.emplace_back("remove");
        if (holds_together)
            abilities.emplace_back("ask");
    }
    if (composes && campaign.state == CampaignState::Ready && stage != CampaignStage::Closed)
        abilities.emplace_back("draw_codes");
    if (composes && (stage == CampaignStage::Ceremony || stage == CampaignStage::Ready || stage == CampaignStage::Pickup))
        abilities.emplace_back("withdraw");
    if (campaign.mode == CampaignMode::Sealed && campaign.state >= CampaignState::Agreed
        && campaign.state <= CampaignState::Published)
        for (const auto holder : surveys::holders_of(campaign.mode))
            if (surveys::holds(call.reader(), campaign.establishment_id, holder))
                abilities.push_back("hold:" + std::string(name_of(holder)));
}

Result<Answer<ListOf<CampaignLine>>> list_campaigns(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<CampaignLine>>> {
        Answer<ListOf<CampaignLine>> answer;
        for (const auto& establishment : TRY(store::reading_circle(reader, call.reader())).own) {
            for (const auto& campaign : TRY(store::campaigns_of(reader, establishment)))
                TRY(fill_line(reader, call, campaign, TRY(form_of(reader, campaign)), answer.data.items.emplace_back()));
            if (answer.abilities.empty() && surveys::may_compose(call.reader(), establishment))
                answer.abilities.emplace_back("compose");
        }
        return answer;
    });
}

Result<Answer<CampaignView>> show_campaign(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<CampaignView>> {
        return campaign_view(reader, call, TRY(readable_campaign(reader, call)));
    });
}

/// The directory's poles and units as a first cut; people merge and leave out from there.
Result<tabulation::Cut> first_cut(store::Reader& reader, const PlaceId& establishment, CampaignMode mode)
{
    tabulation::Cut cut;
    std::map<PlaceId, std::string> codes;
    for (const auto& place : TRY(store::places_of_establishment(reader, establishment))) {
        const bool is_house = place.id == establishment;
        const bool is_cut = place.kind == PlaceKind::Pole || place.kind == PlaceKind::Unit;
        if (place.closed_on || (!is_house && (!is_cut || mode == CampaignMode::Light)))
            continue;
        auto& line = cut.places.emplace_back();
        line.code = codes[place.id] = "p" + std::to_string(cut.places.size() - 1);
        line.name = place.name;
        line.headcount = place.headcount.value_or(0);
        line.members = { place.id.text() };
        if (is_house)
            continue;
        // One level between the establishment and the smallest: a unit in a unit stands beside it.
        const auto parent = place.parent_id ? codes.find(*place.parent_id) : codes.end();
        line.parent = place.kind == PlaceKind::Unit && parent != codes.end() ? parent->second : codes[establishment];
    }
    for (auto& place : cut.places)
        for (const auto& other : cut.places)
            if (place.parent == other.code && other.parent && *other.parent != cut.places[0].code)
                place.parent = other.parent;
    for (const auto number : tabulation::smallest_places(cut))
        if (const auto& place = cut.places[number]; place.headcount > 0)
            cut.people.push_back({ place.code, {}, place.headcount });
    return cut;
}

Result<Answer<CampaignView>> begin_campaign(Call& call, const NewCampaign& given)
{
    const auto id = CampaignId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<CampaignView>> {
        if (!call.reader().belongs_to(given.establishment_id))
            return Problem::of_field("/establishment_id", "not_found");
        TRY(require(surveys::may_compose(call.reader(), given.establishment_id)));
        Campaign campaign;
        campaign.id = id;
        campaign.establishment_id = given.establishment_id;
        campaign.title = given.title;
        campaign.mode = given.mode;
        campaign.begun_on = call.today();
        campaign.cut = TRY(first_cut(transaction, given.establishment_id, given.mode));
        TRY(store::insert_campaign(transaction, campaign));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.begun", "campaign", id.text()));
        transaction.announce("campaigns");
        return campaign_view(transaction, call, campaign);
    });
}

Result<Campaign> draft_to_write(store::Transaction& transaction, Call& call)
{
    auto campaign = TRY(readable_campaign(transaction, call));
    TRY(require(surveys::may_compose(call.reader(), campaign.establishment_id)));
    if (campaign.state != CampaignState::Draft)
        return Problem("campaign.not_a_draft");
    return campaign;
}

/// A version that may be asked: one's own establishment's.
Result<void> instrument_is_ours(store::Reader& reader, const Campaign& campaign)
{
    if (!campaign.instrument_id)
        return {};
    const auto kept = store::load_instrument(reader, *campaign.instrument_id);
    if (!kept.ok() || kept.value().establishment_id != campaign.establishment_id)
        return Problem::of_field("/instrument_id", "not_found");
    if (!store::load_fixed(reader, *campaign.instrument_id, campaign.instrument_number.value_or(0)).ok())
        return Problem::of_field("/instrument_number", "not_found");
    return {};
}

Result<Answer<CampaignView>> write_campaign(Call& call, const Edit<CampaignDraft>& given)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<CampaignView>> {
        auto campaign = TRY(draft_to_write(transaction, call));
        if (campaign.version != given.version)
            return Problem::stale(to_json(TRY(campaign_view(transaction, call, campaign)).data));
        campaign.title = given.title;
        campaign.purpose = given.purpose;
        campaign.mode = given.mode;
        campaign.instrument_id = given.instrument_id;
        campaign.instrument_number = given.instrument_number;
        campaign.pickup_on = given.pickup_on;
        campaign.opens_on = given.opens_on;
        campaign.closes_on = given.closes_on;
        campaign.destroy_by = given.destroy_by;
        campaign.k = given.k;
        campaign.cut = given.cut;
        TRY(instrument_is_ours(transaction, campaign));
        TRY(store::keep_campaign(transaction, campaign));
        transaction.announce("campaigns/" + campaign.id.text());
        return campaign_view(transaction, call, campaign);
    });
}

Result<Answer<Nothing>> remove_campaign(Call& call)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Nothing>> {
        const auto campaign = TRY(draft_to_write(transaction, call));
        TRY(store::remove_campaign(transaction, campaign.id));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.removed", "campaign", campaign.id.text()));
        transaction.announce("campaigns");
        return Answer<Nothing> {};
    });
}

Result<Answer<CampaignView>> ask_colleges(Call& call, const CampaignAsking& given)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<CampaignView>> {
        auto campaign = TRY(draft_to_write(transaction, call));
        const auto form = TRY(form_of(transaction, campaign));
        if (auto troubles = surveys::troubles_of(campaign, form ? &*form : nullptr, call.today()); !troubles.empty())
            return Problem::of_fields(std::move(troubles));
        store::GateDraft draft;
        draft.establishment_id = campaign.establishment_id;
        draft.subject_kind = "campaign";
        draft.subject_id = campaign.id.text();
        draft.passage = "ask";
        draft.title = campaign.title;
        draft.note = given.note.value_or("");
        TRY(store::ask_gate(transaction, draft, call.reader().account_id, call.now(), call.context.random));
        campaign.state = CampaignState::Asked;
        TRY(store::keep_campaign(transaction, campaign));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.asked", "campaign", campaign.id.text()));
        transaction.announce("campaigns/" + campaign.id.text());
        transaction.announce("home");
        return campaign_view(transaction, call, campaign);
    });
}

} // namespace

Result<Answer<CampaignView>> campaign_view(store::Reader& reader, Call& call, const Campaign& campaign)
{
    Answer<CampaignView> answer;
    auto& view = answer.data;
    const auto form = TRY(form_of(reader, campaign));
    TRY(fill_line(reader, call, campaign, form, view));
    view.purpose = campaign.purpose;
    view.instrument_id = campaign.instrument_id;
    view.instrument_number = campaign.instrument_number;
    if (form) {
        view.minutes = form->instrument().minutes;
        view.items = static_cast<std::int64_t>(form->items().size());
        view.asks_for_words = tabulation::asks_for_words(*form);
    }
    view.pickup_on = campaign.pickup_on;
    view.destroy_by = campaign.destroy_by;
    view.k = campaign.k;
    view.cut = campaign.cut;
    view.halves = TRY(half_views(reader, campaign));
    if (const auto manifest = TRY(store::find_manifest(reader, campaign.id))) {
        view.manifest_sha256 = manifest->hash;
        view.urn = manifest->urn;
    }
    view.codes_drawn = TRY(store::codes_drawn(reader, campaign.id));
    view.codes_max = surveys::codes_max(campaign);
    const bool is_held_elsewhere = view.urn && campaign.state == CampaignState::Ready;
    if (is_held_elsewhere && call.today() > *campaign.closes_on)
        view.ballots_awaited_since = campaign.closes_on->plus_days(1);
    if (campaign.state >= CampaignState::Ready && campaign.state < CampaignState::Ended && !is_held_elsewhere)
        view.released = TRY(store::count_ballots(reader, campaign.id.text()));
    view.eligible = tabulation::eligible(campaign.cut);
    for (const auto& gate : TRY(store::gates_about(reader, "campaign", campaign.id.text())))
        view.gate_id = gate.id; // the latest attempt
    view.ended_on = campaign.ended_on;
    view.ended_reason = campaign.ended_reason;
    view.version = campaign.version;
    if (campaign.state == CampaignState::Draft)
        for (const auto& trouble : surveys::troubles_of(campaign, form ? &*form : nullptr, call.today()))
            view.troubles.push_back({ trouble.pointer, std::string(trouble.code.text()) });
    add_abilities(call, campaign, view.troubles.empty(), answer.abilities);
    return answer;
}

RouteTable campaign_routes()
{
    return {
        get("/api/campaigns", Access::SignedIn, "Campaigns of one's establishments, the latest begun first", list_campaigns),
        post("/api/campaigns", Access::SignedIn, "Begin a campaign, cut as the directory is", begin_campaign),
        get("/api/campaigns/{id}", Access::SignedIn, "A campaign: what it asks, how it is cut, where each college stands",
            show_campaign),
        put("/api/campaigns/{id}", Access::SignedIn, "Write it again; it need not hold together yet", write_campaign),
        remove("/api/campaigns/{id}", Access::SignedIn, "Remove a draft", remove_campaign),
        post("/api/campaigns/{id}/gate", Access::SignedIn, "Put it to the colleges", ask_colleges),
    };
}

} // namespace etabli::resources

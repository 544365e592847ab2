// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaign_opening.cpp
//
// The joint opening: what the colleges are given of a closed urn, their parts of each envelope, and the mask that both sign between the
// two. docs/anonymity.md, section 7.

#include "engine/disclosure/tables.hpp"
#include "engine/tabulation/tabulate.hpp"
#include "server/resources/all.hpp"
#include "server/resources/campaign_views.hpp"
#include "server/resources/people_views.hpp"
#include "server/surveys/opening.hpp"
#include "server/surveys/steps.hpp"

namespace etabli::resources {

/// Of an envelope, what is needed to check it and to open one's part.
struct SealedDigest {
    std::string point;
    std::string digest; // hex SHA-256 of the box
    std::string proof;
};

struct ClosedBallotView {
    std::string key;
    std::string prefix;
    std::string token;
    SealedDigest profile;
    SealedDigest answers;
    std::string signature;
};

struct ClosedSetView {
    std::string root;
    std::vector<ClosedBallotView> ballots;
};

struct OpeningSent : HalfSaid {
    ballots::Envelope envelope = ballots::Envelope::Profile;
    std::string root;
    std::string openings;
};

struct MaskCell {
    std::optional<std::string> category;
    bool open = false;
    std::optional<std::int64_t> people; // of open cells alone
};

struct MaskPlace {
    std::string code;
    std::vector<MaskCell> cells;
};

struct MaskView {
    std::string sha256;
    std::string text;
    std::int64_t people = 0;
    std::int64_t headcount = 0;
    std::int64_t unreadable = 0;
    std::vector<MaskPlace> places;
    json::value report;
};

struct MaskSigned : HalfSaid {
    std::string sha256;
    std::string signature;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::SealedDigest> {
    using T = resources::SealedDigest;
    static constexpr std::string_view name = "SealedDigest";
    static constexpr auto fields
        = std::tuple { field("point", &T::point), field("digest", &T::digest), field("proof", &T::proof) };
};
template <>
struct Describe<resources::ClosedBallotView> {
    using T = resources::ClosedBallotView;
    static constexpr std::string_view name = "ClosedBallot";
    static constexpr auto fields = std::tuple { field("key", &T::key), field("prefix", &T::prefix), field("token", &T::token),
        field("profile", &T::profile), field("answers", &T::answers), field("signature", &T::signature) };
};
template <>
struct Describe<resources::ClosedSetView> {
    using T = resources::ClosedSetView;
    static constexpr std::string_view name = "ClosedSet";
    static constexpr auto fields
        = std::tuple { field("root", &T::root), field("ballots", &T::ballots, { .min = 0, .max = 100'000 }) };
};
template <>
struct Describe<resources::OpeningSent> {
    using T = resources::OpeningSent;
    static constexpr std::string_view name = "OpeningSent";
    static constexpr auto fields = std::tuple { field("college", &T::college), field("envelope", &T::envelope),
        field("root", &T::root, { .min = 64, .max = 64 }), field("openings", &T::openings, { .min = 0, .max = 4'000'000 }) };
};
template <>
struct Describe<resources::MaskCell> {
    using T = resources::MaskCell;
    static constexpr std::string_view name = "MaskCell";
    static constexpr auto fields = std::tuple { field("category", &T::category), field("open", &T::open),
        field("people", &T::people, { .min = 0, .max = INT64_MAX }) };
};
template <>
struct Describe<resources::MaskPlace> {
    using T = resources::MaskPlace;
    static constexpr std::string_view name = "MaskPlace";
    static constexpr auto fields = std::tuple { field("code", &T::code), field("cells", &T::cells, { .min = 0, .max = 64 }) };
};
template <>
struct Describe<resources::MaskView> {
    using T = resources::MaskView;
    static constexpr std::string_view name = "CampaignMaskView";
    static constexpr auto fields = std::tuple { field("sha256", &T::sha256),
        field("text", &T::text, { .min = 0, .max = 4'000'000 }), field("people", &T::people, { .min = 0, .max = INT64_MAX }),
        field("headcount", &T::headcount, { .min = 0, .max = INT64_MAX }),
        field("unreadable", &T::unreadable, { .min = 0, .max = INT64_MAX }),
        field("places", &T::places, tabulation::places_bounds), field("report", &T::report) };
};
template <>
struct Describe<resources::MaskSigned> {
    using T = resources::MaskSigned;
    static constexpr std::string_view name = "MaskSigned";
    static constexpr auto fields = std::tuple { field("college", &T::college),
        field("sha256", &T::sha256, { .min = 64, .max = 64 }), field("signature", &T::signature, { .min = 86, .max = 86 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

SealedDigest digest_of(const ballots::Sealed& sealed)
{
    return { base64url(as_text(sealed.point)), sha256_hex(sealed.box), base64url(sealed.proof.bytes()) };
}

/// For those who hold a half alone; ciphertexts are not in it.
Result<Answer<ClosedSetView>> show_closed_set(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ClosedSetView>> {
        const auto campaign = TRY(readable_campaign(reader, call));
        TRY(require(surveys::holds(call.reader(), campaign.establishment_id, HalfHolder::Direction)
            || surveys::holds(call.reader(), campaign.establishment_id, HalfHolder::StaffRepresentatives)));
        if (campaign.state != CampaignState::Closed && campaign.state != CampaignState::Counted
            && campaign.state != CampaignState::Signed)
            return Problem("campaign.wrong_stage");
        const auto set = TRY(surveys::closed_set(reader, campaign.id));
        Answer<ClosedSetView> answer;
        answer.data.root = set.root;
        for (const auto& ballot : set.ballots)
            answer.data.ballots.push_back({ base64url(ballot.key), base64url(ballot.prefix), base64url(ballot.token),
                digest_of(ballot.profile), digest_of(ballot.answers), base64url(ballot.signature) });
        return answer;
    });
}

/// An envelope is opened at its own time: places once the urn is closed, answers once both signed what will be shown.
CampaignState opens_at(ballots::Envelope envelope)
{
    return envelope == ballots::Envelope::Profile ? CampaignState::Closed : CampaignState::Signed;
}

Result<Answer<CampaignView>> open_part(Call& call, const OpeningSent& given)
{
    const auto openings = from_base64url(given.openings);
    const auto opens_now = [&](store::Reader& reader) -> Result<Campaign> {
        auto campaign = TRY(readable_campaign(reader, call));
        TRY(require_half(call, campaign, given.college));
        if (campaign.state != opens_at(given.envelope))
            return Problem("campaign.wrong_stage");
        for (const auto& said : TRY(store::openings_of(reader, campaign.id, given.envelope)))
            if (said.holder == given.college)
                return Problem("campaign.already_said");
        return campaign;
    };
    // A closed set does not change: its proofs are checked before the write, which others wait for.
    TRY(call.context.database.read([&](store::Reader& reader) -> Result<void> {
        const auto campaign = TRY(opens_now(reader));
        const auto set = TRY(surveys::closed_set(reader, campaign.id));
        if (set.root != given.root)
            return Problem("campaign.set_moved");
        if (!openings)
            return Problem("campaign.proof_invalid");
        TRY(surveys::checked_openings(
            set, given.envelope, campaign, TRY(store::load_half(reader, campaign.id, given.college)), *openings));
        return {};
    }));
    const auto id = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<CampaignId> {
        const auto campaign = TRY(opens_now(transaction));
        TRY(store::keep_opening(transaction, { campaign.id, given.college, given.envelope, given.openings }));
        TRY(store::take_back_refusal(transaction, campaign.id, given.college));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.envelope_opened", "campaign", campaign.id.text(),
            { { "college", name_of(given.college) }, { "envelope", ballots::name_of(given.envelope) } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return campaign.id;
    }));
    TRY(surveys::advance(call.context, id));
    return campaign_after(call, id);
}

/// The cells that will be shown, from the mask's own text.
Result<std::vector<MaskPlace>> places_shown(const Campaign& campaign, const std::string& mask, MaskView& view)
{
    const auto lattice = tabulation::lattice_of(campaign.cut, campaign.k);
    const tabulation::CutCells cells(campaign.cut, lattice);
    std::map<std::pair<int, int>, MaskCell> by_cell;
    TRY(disclosure::each_mask_row(mask, lattice, [&](const disclosure::MaskRow& row) -> Result<void> {
        by_cell[{ row.at.node, row.at.cell }] = { {}, row.is_open, row.is_open ? row.number : std::nullopt };
        return {};
    }));
    std::vector<MaskPlace> places;
    for (const auto& place : campaign.cut.places) {
        auto& line = places.emplace_back();
        line.code = place.code;
        const auto add = [&](const std::optional<std::string>& category) {
            const auto found = by_cell.find({ cells.node(place.code), cells.cell(category) });
            if (found != by_cell.end()) {
                line.cells.push_back(found->second);
                line.cells.back().category = category;
            }
        };
        add({});
        for (const auto& category : campaign.cut.categories)
            add(category.code);
    }
    view.people = by_cell[{ 0, 0 }].people.value_or(0);
    view.headcount = tabulation::eligible(campaign.cut);
    return places;
}

Result<Answer<MaskView>> show_mask(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<MaskView>> {
        const auto campaign = TRY(readable_campaign(reader, call));
        TRY(require(surveys::holds(call.reader(), campaign.establishment_id, HalfHolder::Direction)
            || surveys::holds(call.reader(), campaign.establishment_id, HalfHolder::StaffRepresentatives)));
        const auto mask = TRY(store::find_mask(reader, campaign.id));
        if (!mask)
            return Problem("campaign.wrong_stage");
        Answer<MaskView> answer;
        answer.data.sha256 = mask->hash;
        answer.data.text = mask->mask;
        answer.data.unreadable = mask->unreadable;
        answer.data.report = mask->report;
        answer.data.places = TRY(places_shown(campaign, mask->mask, answer.data));
        return answer;
    });
}

Result<Answer<CampaignView>> sign_mask(Call& call, const MaskSigned& given)
{
    const auto id = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<CampaignId> {
        const auto campaign = TRY(readable_campaign(transaction, call));
        TRY(require_half(call, campaign, given.college));
        const auto mask = TRY(store::find_mask(transaction, campaign.id));
        if (campaign.state != CampaignState::Counted || !mask)
            return Problem("campaign.wrong_stage");
        auto half = TRY(store::load_half(transaction, campaign.id, given.college));
        if (half.mask_signature)
            return Problem("campaign.already_said");
        if (given.sha256 != mask->hash
            || !ballots::is_signed(surveys::mask_statement(campaign.id, mask->hash),
                from_base64url(given.signature).value_or(""), from_hex(half.signing_key.value_or("")).value_or("")))
            return Problem("campaign.proof_invalid");
        half.mask_signature = given.signature;
        half.refused_on.reset(); // whoever goes on no longer refuses
        half.refusal.reset();
        TRY(store::keep_half(transaction, half));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.mask_signed", "campaign", campaign.id.text(),
            { { "college", name_of(given.college) }, { "mask", mask->hash } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return campaign.id;
    }));
    TRY(surveys::advance(call.context, id));
    return campaign_after(call, id);
}

} // namespace

RouteTable campaign_opening_routes()
{
    return {
        get("/api/campaigns/{id}/ballots", Access::SignedIn, "The closed urn, to check and to open one's part of",
            show_closed_set),
        post("/api/campaigns/{id}/openings", Access::SignedIn, "A college's part of an envelope, of every ballot", open_part),
        get("/api/campaigns/{id}/mask", Access::SignedIn, "What will be shown, and what attackers found", show_mask),
        post("/api/campaigns/{id}/mask_signatures", Access::SignedIn, "Agree to what will be shown", sign_mask),
    };
}

} // namespace etabli::resources

// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaign_keys.cpp
//
// The halves of a campaign's key: announced, shown, signed with, rehearsed; then the codes. A half itself never comes here.
// docs/anonymity.md, section 7.

#include "server/resources/all.hpp"
#include "server/resources/campaign_views.hpp"
#include "server/resources/people_views.hpp"
#include "server/surveys/codes.hpp"
#include "server/surveys/manifest.hpp"
#include "server/surveys/steps.hpp"

namespace etabli::resources {

inline constexpr Bounds hex_32 { .min = 64, .max = 64 };
inline constexpr Bounds base64_32 { .min = 43, .max = 43 };
inline constexpr Bounds base64_64 { .min = 86, .max = 86 };
inline constexpr Bounds base64_96 { .min = 128, .max = 128 };

struct HalfAnnounced : HalfSaid {
    std::string commitment;
};
struct HalfShown : HalfSaid {
    std::string public_half;
    std::string signing_key;
    std::string proof;
};
struct ManifestSigned : HalfSaid {
    std::string signature;
};

/// From the device that keeps the half, or typed again from two sheets.
enum class RehearsedWay { Device, Sheets };
struct Rehearsed : HalfSaid {
    RehearsedWay way = RehearsedWay::Device;
    std::string opening;
};
struct RefusalSaid : HalfSaid {
    std::string reason;
};
struct TrialView {
    std::string bound;
    std::string point;
    std::string proof;
    std::string box;
};
struct CodesAsked {
    std::int64_t count = 1;
};
/// Shown once: only their digests are kept.
struct CodesDrawn {
    std::vector<std::string> codes;
    std::string manifest_sha256;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Names<resources::RehearsedWay> {
    static constexpr std::array table { std::pair { resources::RehearsedWay::Device, std::string_view("device") },
        std::pair { resources::RehearsedWay::Sheets, std::string_view("sheets") } };
};
template <>
struct Describe<resources::HalfAnnounced> {
    using T = resources::HalfAnnounced;
    static constexpr std::string_view name = "HalfAnnounced";
    static constexpr auto fields
        = std::tuple { field("college", &T::college), field("commitment", &T::commitment, resources::hex_32) };
};
template <>
struct Describe<resources::HalfShown> {
    using T = resources::HalfShown;
    static constexpr std::string_view name = "HalfShown";
    static constexpr auto fields
        = std::tuple { field("college", &T::college), field("public_half", &T::public_half, resources::base64_32),
              field("signing_key", &T::signing_key, resources::base64_32), field("proof", &T::proof, resources::base64_64) };
};
template <>
struct Describe<resources::ManifestSigned> {
    using T = resources::ManifestSigned;
    static constexpr std::string_view name = "ManifestSigned";
    static constexpr auto fields
        = std::tuple { field("college", &T::college), field("signature", &T::signature, resources::base64_64) };
};
template <>
struct Describe<resources::Rehearsed> {
    using T = resources::Rehearsed;
    static constexpr std::string_view name = "Rehearsed";
    static constexpr auto fields = std::tuple { field("college", &T::college), field("way", &T::way),
        field("opening", &T::opening, resources::base64_96) };
};
template <>
struct Describe<resources::RefusalSaid> {
    using T = resources::RefusalSaid;
    static constexpr std::string_view name = "RefusalSaid";
    static constexpr auto fields
        = std::tuple { field("college", &T::college), field("reason", &T::reason, { .min = 1, .max = 2000 }) };
};
template <>
struct Describe<resources::TrialView> {
    using T = resources::TrialView;
    static constexpr std::string_view name = "SealedTrial";
    static constexpr auto fields = std::tuple { field("bound", &T::bound, one_line), field("point", &T::point, one_line),
        field("proof", &T::proof, one_line), field("box", &T::box, one_line) };
};
template <>
struct Describe<resources::CodesAsked> {
    using T = resources::CodesAsked;
    static constexpr std::string_view name = "CodesAsked";
    static constexpr auto fields = std::tuple { field("count", &T::count, { .min = 1, .max = 20'000 }) };
};
template <>
struct Describe<resources::CodesDrawn> {
    using T = resources::CodesDrawn;
    static constexpr std::string_view name = "CodesDrawn";
    static constexpr auto fields = std::tuple { field("codes", &T::codes, { .min = 0, .max = 20'000 }),
        field("manifest_sha256", &T::manifest_sha256, resources::hex_32) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// The campaign, of which the reader holds this half, at the stage in which halves are prepared.
Result<Campaign> in_ceremony(store::Reader& reader, const Call& call, HalfHolder holder)
{
    auto campaign = TRY(readable_campaign(reader, call));
    TRY(require_half(call, campaign, holder));
    if (campaign.state != CampaignState::Agreed)
        return Problem("campaign.wrong_stage");
    return campaign;
}

/// One write about one half, its entry in the journal, then what follows by itself.
Result<Answer<CampaignView>> about_half(Call& call, HalfHolder holder, AuditAction action,
    const std::function<Result<CampaignHalf>(store::Transaction&, const Campaign&)>& change)
{
    const auto id = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<CampaignId> {
        const auto campaign = TRY(in_ceremony(transaction, call, holder));
        TRY(store::keep_half(transaction, TRY(change(transaction, campaign))));
        TRY(record(transaction, call, campaign.establishment_id, action, "campaign", campaign.id.text(),
            { { "college", name_of(holder) } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return campaign.id;
    }));
    TRY(surveys::advance(call.context, id));
    return campaign_after(call, id);
}

Result<Answer<CampaignView>> announce_half(Call& call, const HalfAnnounced& given)
{
    return about_half(call, given.college, "campaign.committed",
        [&](store::Transaction& transaction, const Campaign& campaign) -> Result<CampaignHalf> {
            for (const auto& half : TRY(store::halves_of(transaction, campaign.id)))
                if (half.holder == given.college)
                    return Problem("campaign.already_said");
            CampaignHalf half;
            half.campaign_id = campaign.id;
            half.holder = given.college;
            half.commitment = given.commitment;
            return half;
        });
}

/// Only once both colleges have announced theirs: nobody chooses a half that undoes the other.
Result<Answer<CampaignView>> show_half(Call& call, const HalfShown& given)
{
    return about_half(call, given.college, "campaign.revealed",
        [&](store::Transaction& transaction, const Campaign& campaign) -> Result<CampaignHalf> {
            if (TRY(store::halves_of(transaction, campaign.id)).size() < surveys::holders_of(campaign.mode).size())
                return Problem("campaign.wrong_stage");
            auto half = TRY(store::load_half(transaction, campaign.id, given.college));
            if (half.public_half)
                return Problem("campaign.already_said");
            const auto point = ballots::point_in(from_base64url(given.public_half).value_or(""));
            const auto signing_key = from_base64url(given.signing_key);
            const auto proof = ballots::PossessionProof::create(from_base64url(given.proof).value_or(""));
            const auto college = name_of(given.college);
            if (!point || !signing_key || !proof
                || !ballots::ProvedHalf::create(*point, *proof, ballots::half_context(campaign.id.text(), college)).ok())
                return Problem("campaign.proof_invalid");
            if (half.commitment != ballots::commitment_of(campaign.id.text(), college, *point, *signing_key, *proof))
                return Problem("campaign.commitment_other");
            half.public_half = hex(as_text(*point));
            half.signing_key = hex(*signing_key);
            half.proof = hex(proof->bytes());
            return half;
        });
}

Result<Answer<CampaignView>> sign_manifest(Call& call, const ManifestSigned& given)
{
    return about_half(call, given.college, "campaign.manifest_signed",
        [&](store::Transaction& transaction, const Campaign& campaign) -> Result<CampaignHalf> {
            auto half = TRY(store::load_half(transaction, campaign.id, given.college));
            const auto manifest = TRY(store::find_manifest(transaction, campaign.id));
            if (!manifest)
                return Problem("campaign.wrong_stage");
            if (half.manifest_signature)
                return Problem("campaign.already_said");
            const auto signature = from_base64url(given.signature).value_or("");
            if (!ballots::is_signed(
                    surveys::manifest_statement(manifest->hash), signature, from_hex(*half.signing_key).value_or("")))
                return Problem("campaign.proof_invalid");
            half.manifest_signature = given.signature;
            return half;
        });
}

Result<Answer<TrialView>> show_trial(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<TrialView>> {
        const auto campaign = TRY(readable_campaign(reader, call));
        const auto manifest = TRY(store::find_manifest(reader, campaign.id));
        if (!manifest || campaign.mode == CampaignMode::Light)
            return Problem("campaign.wrong_stage");
        const auto& trial = manifest->trial.as_object();
        const auto text = [&](std::string_view name) { return std::string(trial.at(name).get_string()); };
        return Answer<TrialView> { { text("bound"), text("point"), text("proof"), text("box") }, {} };
    });
}

/// That sheets were typed is taken at the college's word; that its half opens is not.
Result<Answer<CampaignView>> rehearse(Call& call, const Rehearsed& given)
{
    return about_half(call, given.college, "campaign.rehearsed",
        [&](store::Transaction& transaction, const Campaign& campaign) -> Result<CampaignHalf> {
            auto half = TRY(store::load_half(transaction, campaign.id, given.college));
            const auto manifest = TRY(store::find_manifest(transaction, campaign.id));
            if (!manifest || !half.public_half)
                return Problem("campaign.wrong_stage");
            const auto& trial = manifest->trial.as_object();
            const auto sealed = ballots::point_in(from_base64url(std::string_view(trial.at("point").as_string())).value_or(""));
            const auto bytes = from_base64url(given.opening).value_or("");
            const auto opened = ballots::point_in(bytes.substr(0, 32));
            const auto proof = ballots::EqualityProof::create(bytes.size() > 32 ? bytes.substr(32) : "");
            const auto own = ballots::point_in(from_hex(*half.public_half).value_or(""));
            if (!sealed || !opened || !proof || !own
                || !ballots::CheckedOpening::create(
                    { *opened, *proof }, *own, *sealed, surveys::opening_context(campaign.id, given.college, "trial"))
                        .ok())
                return Problem("campaign.proof_invalid");
            (given.way == RehearsedWay::Device ? half.rehearsed_device : half.rehearsed_sheets) = true;
            return half;
        });
}

Result<Answer<CodesDrawn>> draw_codes(Call& call, const CodesAsked& given)
{
    const auto codes = surveys::draw_codes(given.count, call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<CodesDrawn>> {
        const auto campaign = TRY(readable_campaign(transaction, call));
        TRY(require(surveys::may_compose(call.reader(), campaign.establishment_id)));
        const auto manifest = TRY(store::find_manifest(transaction, campaign.id));
        if (campaign.state != CampaignState::Ready || !manifest || call.today() > *campaign.closes_on)
            return Problem("campaign.wrong_stage");
        if (TRY(store::codes_drawn(transaction, campaign.id)) + given.count > surveys::codes_max(campaign))
            return Problem("campaign.too_many_codes");
        std::vector<store::VoterCode> kept;
        for (const auto& code : codes)
            kept.push_back({ surveys::code_digest(code), campaign.id, {}, {} });
        TRY(store::insert_codes(transaction, kept));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.codes_drawn", "campaign", campaign.id.text(),
            { { "count", given.count } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return Answer<CodesDrawn> { { codes, manifest->hash }, {} };
    });
}

/// A college that will not open, with its reason; or cannot. Thirty days later nothing is left to open, unless it opened after all.
Result<Answer<CampaignView>> stand_back(
    Call& call, HalfHolder holder, std::optional<std::string> reason, CampaignState from, AuditAction action)
{
    const auto id = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<CampaignId> {
        const auto campaign = TRY(readable_campaign(transaction, call));
        TRY(require_half(call, campaign, holder));
        if (campaign.state < from || campaign.state >= CampaignState::Published)
            return Problem("campaign.wrong_stage");
        auto half = TRY(store::load_half(transaction, campaign.id, holder));
        if (half.refused_on)
            return Problem("campaign.already_said");
        half.refused_on = call.today();
        half.refusal = std::move(reason);
        TRY(store::keep_half(transaction, half));
        TRY(record(transaction, call, campaign.establishment_id, action, "campaign", campaign.id.text(),
            { { "college", name_of(holder) } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return campaign.id;
    }));
    return campaign_after(call, id);
}

Result<Answer<CampaignView>> refuse(Call& call, const RefusalSaid& given)
{
    return stand_back(call, given.college, given.reason, CampaignState::Closed, "campaign.refused");
}

Result<Answer<CampaignView>> say_lost(Call& call, const HalfSaid& given)
{
    return stand_back(call, given.college, {}, CampaignState::Agreed, "campaign.half_lost");
}

/// Before anybody could answer; later it takes a refusal to open, and its delay.
Result<Answer<CampaignView>> withdraw(Call& call, const Nothing& /*given*/)
{
    const auto id = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<CampaignId> {
        auto campaign = TRY(readable_campaign(transaction, call));
        TRY(require(surveys::may_compose(call.reader(), campaign.establishment_id)));
        const auto stage = surveys::stage_of(campaign, call.today());
        if (stage != CampaignStage::Ceremony && stage != CampaignStage::Ready && stage != CampaignStage::Pickup)
            return Problem("campaign.wrong_stage");
        TRY(surveys::end_campaign(transaction, campaign, CampaignEnd::Withdrawn, call.now()));
        return campaign.id;
    }));
    TRY(surveys::advance(call.context, id));
    return campaign_after(call, id);
}

} // namespace

RouteTable campaign_key_routes()
{
    return {
        post("/api/campaigns/{id}/commitments", Access::SignedIn, "Announce a college's half by its digest", announce_half),
        post("/api/campaigns/{id}/reveals", Access::SignedIn, "Show its public half, once both are announced", show_half),
        post("/api/campaigns/{id}/manifest_signatures", Access::SignedIn, "Sign what people will be told", sign_manifest),
        get("/api/campaigns/{id}/trial", Access::SignedIn, "Something sealed, to rehearse the opening with", show_trial),
        post("/api/campaigns/{id}/rehearsals", Access::SignedIn, "A college's part of the trial", rehearse),
        post("/api/campaigns/{id}/codes", Access::SignedIn, "Draw codes: shown once", draw_codes),
        post("/api/campaigns/{id}/refusals", Access::SignedIn, "Refuse to open, with a reason", refuse),
        post("/api/campaigns/{id}/losses", Access::SignedIn, "Say that a half is lost: thirty days to find it again", say_lost),
        post("/api/campaigns/{id}/withdrawal", Access::SignedIn, "Give it up, before anybody can answer", withdraw),
    };
}

} // namespace etabli::resources

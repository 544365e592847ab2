// SPDX-License-Identifier: EUPL-1.2
// server/surveys/steps.cpp

#include "server/surveys/steps.hpp"

#include <algorithm>

#include "engine/disclosure/tables.hpp"
#include "engine/publication/publication.hpp"
#include "engine/tabulation/tabulate.hpp"
#include "server/resources/campaign_views.hpp"
#include "server/surveys/manifest.hpp"
#include "server/surveys/opening.hpp"
#include "store/audit.hpp"
#include "store/comments.hpp"
#include "store/places.hpp"
#include "store/urn.hpp"
#include "store/urn_manifests.hpp"

namespace etabli::surveys {

using ballots::Envelope;

namespace {

/// What a step came to: done and there may be another, or nothing is due.
enum class Step { Taken, NothingDue };

Result<void> note(
    store::Transaction& transaction, const Campaign& campaign, AuditAction action, Instant now, json::object details = {})
{
    return store::record_audit(
        transaction, { campaign.establishment_id.text(), {}, action, "campaign", campaign.id.text(), std::move(details) }, now);
}

/// The campaign as it is now, if it still stands where this step begins.
Result<Campaign> still(store::Transaction& transaction, const Campaign& before)
{
    auto campaign = TRY(store::load_campaign(transaction, before.id));
    if (campaign.state != before.state)
        return Problem("campaign.wrong_stage");
    return campaign;
}

Result<std::vector<ManifestHalf>> manifest_halves(
    store::Reader& reader, const Campaign& campaign, const store::CampaignKey& key, Random& random)
{
    std::vector<ManifestHalf> halves;
    if (campaign.mode == CampaignMode::Light) {
        const auto half = TRY(server_half_of(key));
        const auto context = ballots::half_context(campaign.id.text(), name_of(HalfHolder::Server));
        halves.push_back({ HalfHolder::Server, "Établi",
            TRY(ballots::ProvedHalf::create(half.public_half(), half.prove(context, random), context)),
            signing_key_of(key).public_key() });
        return halves;
    }
    for (const auto& half : TRY(store::halves_of(reader, campaign.id))) {
        const auto proof = ballots::PossessionProof::create(from_hex(half.proof.value_or("")).value_or(""));
        if (!proof)
            return Problem("campaign.wrong_stage");
        halves.push_back({ half.holder, TRY(resources::college_name(reader, campaign.establishment_id, half.holder)),
            TRY(ballots::ProvedHalf::create(
                TRY(public_half_of(half)), *proof, ballots::half_context(campaign.id.text(), name_of(half.holder)))),
            from_hex(half.signing_key.value_or("")).value_or("") });
    }
    return halves;
}

/// Both halves were shown (or it is light), and there is no manifest yet.
Result<Step> prepare(http::Context& context, const Campaign& campaign)
{
    struct Ground {
        bool is_due = false;
        std::optional<instruments::Form> form;
        std::string establishment_name;
    };
    const auto ground = TRY(context.database.read([&](store::Reader& reader) -> Result<Ground> {
        if (TRY(store::find_manifest(reader, campaign.id)))
            return Ground {};
        const auto halves = TRY(store::halves_of(reader, campaign.id));
        const bool all_shown
            = std::all_of(halves.begin(), halves.end(), [](const CampaignHalf& half) { return half.public_half.has_value(); });
        const bool is_due = campaign.mode == CampaignMode::Light || (halves.size() == 2 && all_shown);
        return Ground { is_due, TRY(resources::form_of(reader, campaign)),
            TRY(store::load_place(reader, campaign.establishment_id)).name };
    }));
    if (!ground.is_due || !ground.form)
        return Step::NothingDue;
    if (*campaign.closes_on <= context.clock.today()) // asked for too long: its days are chosen again
        return context.database.write([&](store::Transaction& transaction) -> Result<Step> {
            auto now = TRY(still(transaction, campaign));
            now.state = CampaignState::Draft;
            TRY(store::keep_campaign(transaction, now));
            transaction.announce("campaigns/" + campaign.id.text());
            return Step::Taken;
        });
    const auto key = make_campaign_key(campaign.id, campaign.mode, context.random);
    const auto page = page_digests(context.settings.web_folder);
    TRY(context.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto now = TRY(still(transaction, campaign));
        if (TRY(store::find_manifest(transaction, campaign.id)))
            return {}; // another server was faster
        const auto manifest = TRY(
            make_manifest({ now, ground.establishment_name, *ground.form, key,
                              TRY(manifest_halves(transaction, now, key, context.random)), page, context.settings.urn_address },
                context.random));
        TRY(store::insert_key(transaction, key));
        TRY(store::insert_manifest(transaction, manifest));
        transaction.announce("campaigns/" + campaign.id.text());
        return {};
    }));
    return Step::Taken;
}

/// The manifest stands and everybody who must has signed it and rehearsed: codes may be drawn, and the urn knows of it.
Result<Step> make_ready(http::Context& context, const Campaign& campaign)
{
    const auto done = TRY(context.database.write([&](store::Transaction& transaction) -> Result<Step> {
        auto now = TRY(still(transaction, campaign));
        const auto manifest = TRY(store::find_manifest(transaction, campaign.id));
        const auto halves = TRY(store::halves_of(transaction, campaign.id));
        const bool all_ready
            = std::all_of(halves.begin(), halves.end(), [](const CampaignHalf& half) { return half.is_ready(); });
        if (!manifest || !all_ready || halves.size() != (campaign.mode == CampaignMode::Light ? 0 : 2))
            return Step::NothingDue;
        now.state = CampaignState::Ready;
        TRY(store::keep_campaign(transaction, now));
        if (!manifest->urn)
            TRY(store::keep_urn_manifest(transaction, { campaign.id, manifest->manifest, manifest->hash }));
        TRY(note(transaction, now, "campaign.agreed", context.clock.now(), { { "manifest", manifest->hash } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return Step::Taken;
    }));
    return done;
}

/// The urn takes deposits of it from now on; on the day after its last, it is closed. Another body's urn does so by its own clock, and
/// what it closed is handed over (server/surveys/handover.hpp).
Result<Step> run_urn(http::Context& context, const Campaign& campaign)
{
    if (context.urn == nullptr)
        return Step::NothingDue;
    struct Known {
        std::optional<store::CampaignManifest> manifest;
        std::optional<store::UrnCampaign> in_urn;
    };
    const auto known = TRY(context.database.read([&](store::Reader& reader) -> Result<Known> {
        return Known { TRY(store::find_manifest(reader, campaign.id)),
            TRY(store::find_urn_campaign(reader, campaign.id.text())) };
    }));
    if (known.manifest->urn)
        return Step::NothingDue;
    // What was closed already, before somebody stopped, only has to be told.
    if (!known.in_urn || known.in_urn->state == store::UrnState::Open)
        TRY(context.urn->open_campaign(
            { campaign.id.text(), known.manifest->hash, campaign.k, record_bytes(TRY(keys_of(known.manifest->manifest))) }));
    if (context.clock.today() <= *campaign.closes_on)
        return Step::NothingDue;
    const auto closed = TRY(context.urn->close(campaign.id.text()));
    TRY(context.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto now = TRY(still(transaction, campaign));
        if (closed.state == store::UrnState::Destroyed)
            return end_campaign(transaction, now, CampaignEnd::TooFew, context.clock.now());
        TRY(note(transaction, now, "campaign.closed", context.clock.now(),
            { { "ballots", closed.ballots.value_or(0) }, { "head", closed.head.value_or("") } }));
        now.state = CampaignState::Closed;
        TRY(store::keep_campaign(transaction, now));
        transaction.announce("campaigns/" + campaign.id.text());
        return {};
    }));
    return Step::Taken;
}

/// Whether both colleges opened an envelope, or nobody has to.
Result<bool> is_opened(store::Reader& reader, const Campaign& campaign, Envelope envelope)
{
    if (campaign.mode == CampaignMode::Light)
        return true;
    return TRY(store::openings_of(reader, campaign.id, envelope)).size() == 2;
}

Result<Step> count(http::Context& context, const Campaign& campaign)
{
    struct Counted {
        std::int64_t unreadable = 0;
        std::string mask;
        json::object report;
    };
    const auto counted = TRY(context.database.read([&](store::Reader& reader) -> Result<std::optional<Counted>> {
        if (!TRY(is_opened(reader, campaign, Envelope::Profile)))
            return std::optional<Counted>();
        const auto set = TRY(closed_set(reader, campaign.id));
        const auto placed = tabulation::place_ballots(
            campaign.cut, campaign.k, TRY(open_envelopes(reader, set, Envelope::Profile, campaign)));
        const auto release = TRY(tabulation::count_places(placed, campaign.k));
        if (!release.report.is_safe())
            return Problem("server.internal", "an attacker found what is closed; nobody is asked to sign it");
        return std::optional(Counted { placed.unreadable, disclosure::mask_text(release.respondents, release.protection),
            publication::report_json(release.report) });
    }));
    if (!counted)
        return Step::NothingDue;
    TRY(context.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto now = TRY(still(transaction, campaign));
        TRY(store::insert_mask(
            transaction, { campaign.id, counted->mask, sha256_hex(counted->mask), counted->unreadable, counted->report }));
        now.state = campaign.mode == CampaignMode::Light ? CampaignState::Signed : CampaignState::Counted;
        TRY(store::keep_campaign(transaction, now));
        transaction.announce("campaigns/" + campaign.id.text());
        return {};
    }));
    return Step::Taken;
}

Result<Step> agree(http::Context& context, const Campaign& campaign)
{
    return context.database.write([&](store::Transaction& transaction) -> Result<Step> {
        auto now = TRY(still(transaction, campaign));
        const auto halves = TRY(store::halves_of(transaction, campaign.id));
        if (!std::all_of(
                halves.begin(), halves.end(), [](const CampaignHalf& half) { return half.mask_signature.has_value(); }))
            return Step::NothingDue;
        now.state = CampaignState::Signed;
        TRY(store::keep_campaign(transaction, now));
        transaction.announce("campaigns/" + campaign.id.text());
        return Step::Taken;
    });
}

Result<Step> publish(http::Context& context, const Campaign& campaign)
{
    const auto made = TRY(context.database.read([&](store::Reader& reader) -> Result<std::optional<Made>> {
        if (!TRY(is_opened(reader, campaign, Envelope::Answers)))
            return std::optional<Made>();
        return std::optional(TRY(make_publication(reader, campaign, context.random)));
    }));
    if (!made)
        return Step::NothingDue;
    if (made->file.empty())
        return context.database.write([&](store::Transaction& transaction) -> Result<Step> {
            auto now = TRY(still(transaction, campaign));
            TRY(end_campaign(transaction, now, CampaignEnd::Unsafe, context.clock.now()));
            return Step::Taken;
        });
    const auto identity = TRY(publication::Publication::read(made->file)).identity();
    TRY(context.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto now = TRY(still(transaction, campaign));
        TRY(store::insert_publication(transaction, { campaign.id, identity, base64url(made->file) }));
        TRY(store::insert_comments(transaction, made->comments));
        TRY(store::forget(transaction, campaign.id, store::Forget::Openings));
        now.state = CampaignState::Published;
        now.ended_on = context.clock.today();
        TRY(store::keep_campaign(transaction, now));
        TRY(note(transaction, now, "campaign.published", context.clock.now(), { { "identity", identity } }));
        transaction.announce("campaigns");
        transaction.announce("home");
        return {};
    }));
    return Step::Taken;
}

/// Thirty days after a refusal, or on the day the manifest said, nothing is left to open.
Result<Step> give_up(http::Context& context, const Campaign& campaign)
{
    const auto today = context.clock.today();
    return context.database.write([&](store::Transaction& transaction) -> Result<Step> {
        auto now = TRY(still(transaction, campaign));
        const auto halves = TRY(store::halves_of(transaction, campaign.id));
        const bool is_refused = std::any_of(halves.begin(), halves.end(),
            [&](const CampaignHalf& half) { return half.refused_on && half.refused_on->plus_days(refusal_days) <= today; });
        const bool is_lost = std::any_of(
            halves.begin(), halves.end(), [](const CampaignHalf& half) { return half.refused_on && !half.refusal; });
        const bool is_late = campaign.destroy_by && *campaign.destroy_by <= today;
        if (!is_refused && !is_late)
            return Step::NothingDue;
        TRY(end_campaign(transaction, now,
            !is_refused   ? CampaignEnd::TooLate
                : is_lost ? CampaignEnd::HalfLost
                          : CampaignEnd::Refused,
            context.clock.now()));
        return Step::Taken;
    });
}

/// After a release, on the day the manifest said: the sealed ballots, the guichet's keys and codes go. The release stays.
Result<Step> destroy(http::Context& context, const Campaign& campaign)
{
    const bool is_due = campaign.state == CampaignState::Ended
        || (campaign.state == CampaignState::Published && *campaign.destroy_by <= context.clock.today());
    if (!is_due)
        return Step::NothingDue;
    // Each by itself: whoever stopped between the two goes on here.
    struct Left {
        bool ballots = false;
        bool keys = false;
        bool elsewhere = false;
    };
    const auto left = TRY(context.database.read([&](store::Reader& reader) -> Result<Left> {
        const auto kept = TRY(store::find_urn_campaign(reader, campaign.id.text()));
        return Left { kept && kept->state != store::UrnState::Destroyed, store::load_key(reader, campaign.id).ok(),
            TRY(store::urn_elsewhere(reader, campaign.id)).has_value() };
    }));
    if ((!left.ballots && !left.keys) || (context.urn == nullptr && !left.elsewhere))
        return Step::NothingDue;
    if (left.ballots)
        TRY(left.elsewhere ? store::destroy_closed(context.database, campaign.id.text())
                           : context.urn->destroy(campaign.id.text()));
    TRY(context.database.write([&](store::Transaction& transaction) {
        return store::forget(transaction, campaign.id, store::Forget::OpeningsAndKeys);
    }));
    let_comments_go(context);
    return Step::Taken;
}

Result<Step> next_step(http::Context& context, const Campaign& campaign)
{
    const bool is_under_way = campaign.state >= CampaignState::Agreed && campaign.state < CampaignState::Published;
    if (is_under_way && TRY(give_up(context, campaign)) == Step::Taken)
        return Step::Taken;
    switch (campaign.state) {
    case CampaignState::Agreed:
        if (TRY(prepare(context, campaign)) == Step::Taken)
            return Step::Taken;
        return make_ready(context, campaign);
    case CampaignState::Ready:
        return run_urn(context, campaign);
    case CampaignState::Closed:
        return count(context, campaign);
    case CampaignState::Counted:
        return agree(context, campaign);
    case CampaignState::Signed:
        return publish(context, campaign);
    case CampaignState::Published:
    case CampaignState::Ended:
        return destroy(context, campaign);
    case CampaignState::Draft:
    case CampaignState::Asked:
        return Step::NothingDue;
    }
    return Step::NothingDue;
}

} // namespace

void let_comments_go(http::Context& context)
{
    static_cast<void>(context.database.rewrite("comment_read"));
    static_cast<void>(context.database.forget_log());
}

Result<void> end_campaign(store::Transaction& transaction, Campaign& campaign, CampaignEnd reason, Instant now)
{
    campaign.state = CampaignState::Ended;
    campaign.ended_on = now.day_in_paris();
    campaign.ended_reason = reason;
    TRY(store::keep_campaign(transaction, campaign));
    TRY(store::forget(transaction, campaign.id, store::Forget::OpeningsAndKeys));
    TRY(note(transaction, campaign, "campaign.ended", now, { { "reason", name_of(reason) } }));
    transaction.announce("campaigns/" + campaign.id.text());
    transaction.announce("home");
    return {};
}

Result<void> advance(http::Context& context, const CampaignId& id)
{
    constexpr int steps_max = 12; // more than there are states: something goes round
    for (int taken = 0; taken < steps_max; ++taken) {
        const auto campaign
            = TRY(context.database.read([&](store::Reader& reader) { return store::load_campaign(reader, id); }));
        auto step = next_step(context, campaign);
        if (!step.ok() && step.problem().is("campaign.wrong_stage"))
            continue; // somebody else was faster
        if (TRY(std::move(step)) == Step::NothingDue)
            return {};
    }
    return {};
}

Result<void> advance_all(http::Context& context)
{
    Result<void> first;
    for (const auto state : { CampaignState::Agreed, CampaignState::Ready, CampaignState::Closed, CampaignState::Counted,
             CampaignState::Signed, CampaignState::Published, CampaignState::Ended })
        for (const auto& campaign :
            TRY(context.database.read([&](store::Reader& reader) { return store::campaigns_in(reader, state); })))
            if (auto outcome = advance(context, campaign.id); !outcome.ok() && first.ok())
                first = std::move(outcome); // one that fails does not hold up the others
    return first;
}

} // namespace etabli::surveys

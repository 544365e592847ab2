// SPDX-License-Identifier: EUPL-1.2
// server/surveys/held_urn.cpp

#include "server/surveys/held_urn.hpp"

#include "server/surveys/verify.hpp"
#include "store/campaigns.hpp"
#include "store/urn.hpp"

namespace etabli::surveys {

namespace {

/// The manifest's own bytes, out of a file of which every check holds.
Result<std::string> signed_manifest(const ManifestFile& file)
{
    const auto checks = verify_campaign({ .guichet = file.text, .hash = file.hash });
    if (!checks.ok())
        return Problem("manifest.refused", "this is no file of a guichet");
    for (const auto& check : checks.value())
        if (!check.holds)
            return Problem("manifest.refused", check.what);
    return std::string(TRY(parse_json(file.text)).at("data").at("manifest").as_string());
}

} // namespace

Result<TakenManifest> take_manifest(store::Database& database, const ManifestFile& file, Date today)
{
    const auto text = TRY(signed_manifest(file));
    auto keys = TRY(keys_of(text));
    if (keys.urn.empty())
        return Problem("manifest.no_urn");
    if (keys.closes_on < today)
        return Problem("manifest.late");
    TakenManifest taken { { CampaignId::trusted(keys.ballots.campaign), text, sha256_hex(text) }, std::move(keys) };
    TRY(database.write([&](store::Transaction& transaction) -> Result<void> {
        if (store::load_campaign(transaction, taken.manifest.campaign_id).ok())
            return Problem("manifest.own");
        return store::keep_urn_manifest(transaction, taken.manifest);
    }));
    return taken;
}

namespace {

Result<void> advance_one(http::Context& context, const store::UrnManifest& manifest)
{
    const auto keys = TRY(keys_of(manifest.manifest));
    const auto id = manifest.campaign_id.text();
    const auto today = context.clock.today();
    const auto known = TRY(context.database.read([&](store::Reader& reader) { return store::find_urn_campaign(reader, id); }));
    if (known && known->state == store::UrnState::Destroyed)
        return {};
    if (keys.destroy_by <= today)
        return known ? context.urn->destroy(id) : Result<void>();
    if (known && known->state == store::UrnState::Closed)
        return {};
    TRY(context.urn->open_campaign({ id, manifest.hash, keys.threshold, record_bytes(keys) }));
    if (keys.closes_on < today)
        TRY(context.urn->close(id));
    return {};
}

} // namespace

Result<void> advance_held(http::Context& context)
{
    if (context.urn == nullptr)
        return {};
    Result<void> first;
    for (const auto& manifest :
        TRY(context.database.read([](store::Reader& reader) { return store::manifests_of_others(reader); })))
        if (auto outcome = advance_one(context, manifest); !outcome.ok() && first.ok())
            first = std::move(outcome); // one that fails does not hold up the others
    return first;
}

Result<store::UrnCampaign> give_ballots(store::Reader& reader, const CampaignId& campaign, const Put& put)
{
    const auto manifest = TRY(store::manifest_of_urn(reader, campaign));
    if (!manifest)
        return Problem("not_found");
    if (TRY(keys_of(manifest->manifest)).urn.empty())
        return Problem("manifest.no_urn");
    const auto kept = TRY(store::find_urn_campaign(reader, campaign.text()));
    if (!kept || kept->state == store::UrnState::Open)
        return Problem("urn.not_closed");
    json::array batches;
    for (const auto& batch : TRY(store::batches_of(reader, campaign.text())))
        batches.push_back({ { "count", batch.ballots }, { "root", batch.root }, { "head", batch.head } });
    json::object head { { "format", "etabli-closed-urn-1" }, { "campaign", campaign.text() },
        { "manifest_sha256", kept->manifest_hash }, { "state", name_of(kept->state) }, { "batches", batches } };
    if (kept->state == store::UrnState::Destroyed) {
        // With a closing line or a batch there were enough: they went on the declared day.
        if (kept->root || !batches.empty())
            return Problem("urn.nothing_left");
        TRY(put(json_text(head) + "\n"));
        return *kept;
    }
    head["count"] = kept->ballots.value_or(0);
    head["root"] = kept->root.value_or("");
    head["head"] = kept->head.value_or("");
    TRY(put(json_text(head) + "\n"));
    Result<void> written;
    TRY(store::each_closed_ballot(reader, campaign.text(), [&](const store::KeptBallot& ballot) {
        if (written.ok())
            written = put(ballot.record + "\n");
    }));
    TRY(std::move(written));
    return *kept;
}

} // namespace etabli::surveys

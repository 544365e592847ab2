// SPDX-License-Identifier: EUPL-1.2
// server/resources/urn.cpp
//
// The urn over HTTP: takes sealed ballots from people it does not know, and says what it released. It reads no cookie, knows no
// account and no code, and logs nothing of a ballot. docs/anonymity.md, sections 5 and 6.

#include "store/urn.hpp"
#include "server/resources/all.hpp"
#include "server/surveys/manifest.hpp"
#include "store/campaigns.hpp"
#include "store/urn_manifests.hpp"

namespace etabli::resources {

struct Deposited {
    std::string receipt;
};

struct BatchView {
    std::int64_t number = 1;
    std::int64_t count = 0;
    std::string root;
    std::string head;
};

/// The last line of the chain: of all ballots.
struct ClosingView {
    std::int64_t count = 0;
    std::string root;
};

struct UrnView {
    std::int64_t released = 0;
    std::string head;
    std::vector<BatchView> batches;
    std::optional<ClosingView> closing;
};

struct ReceiptsView {
    std::vector<std::string> receipts;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::Deposited> {
    using T = resources::Deposited;
    static constexpr std::string_view name = "Deposited";
    static constexpr auto fields = std::tuple { field("receipt", &T::receipt, one_line) };
};
template <>
struct Describe<resources::BatchView> {
    using T = resources::BatchView;
    static constexpr std::string_view name = "UrnBatch";
    static constexpr auto fields = std::tuple { field("number", &T::number, { .min = 1, .max = INT64_MAX }),
        field("count", &T::count, { .min = 0, .max = INT64_MAX }), field("root", &T::root, one_line),
        field("head", &T::head, one_line) };
};
template <>
struct Describe<resources::ClosingView> {
    using T = resources::ClosingView;
    static constexpr std::string_view name = "UrnClosing";
    static constexpr auto fields
        = std::tuple { field("count", &T::count, { .min = 0, .max = INT64_MAX }), field("root", &T::root, one_line) };
};
template <>
struct Describe<resources::UrnView> {
    using T = resources::UrnView;
    static constexpr std::string_view name = "UrnView";
    static constexpr auto fields
        = std::tuple { field("released", &T::released, { .min = 0, .max = INT64_MAX }), field("head", &T::head, one_line),
              field("batches", &T::batches, { .min = 0, .max = 100'000 }), field("closing", &T::closing) };
};
template <>
struct Describe<resources::ReceiptsView> {
    using T = resources::ReceiptsView;
    static constexpr std::string_view name = "UrnReceipts";
    static constexpr auto fields = std::tuple { field("receipts", &T::receipts, { .min = 0, .max = 1'000'000 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// What the urn knows of a campaign is its manifest; what it was not given is not there, or is another body's.
Result<store::UrnManifest> accepted(store::Reader& reader, const Call& call)
{
    const auto id = TRY(call.id<CampaignId>("campaign"));
    auto manifest = TRY(store::manifest_of_urn(reader, id));
    if (!manifest)
        return TRY(store::urn_elsewhere(reader, id)) ? Problem("urn.elsewhere") : Problem("not_found");
    return *std::move(manifest);
}

Result<Response> deposit(Call& call)
{
    TRY(body_of(call)); // JSON, as such and not too deep
    const auto manifest = TRY(call.context.database.read([&](store::Reader& reader) { return accepted(reader, call); }));
    const auto keys = TRY(surveys::keys_of(manifest.manifest));
    if (!keys.is_open(call.today()) || call.context.urn == nullptr)
        return Problem("campaign.not_open");
    auto submission = TRY(ballots::submission_in(call.request.body));
    if (submission.ballot.campaign != keys.ballots.campaign)
        return Problem("ballot.refused");
    if (!ballots::is_enough(keys.ballots.campaign, keys.guichet_key, submission.enough))
        return Problem("campaign.too_few");
    const auto ballot = TRY(ballots::CheckedBallot::create(std::move(submission.ballot), keys.ballots));
    TRY(call.context.urn->deposit(keys.ballots.campaign, ballot.receipt(), ballot.record()));
    return respond(Answer<Deposited> { { ballot.receipt() }, {} }, 200);
}

Result<Answer<UrnView>> show_urn(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<UrnView>> {
        const auto manifest = TRY(accepted(reader, call));
        Answer<UrnView> answer;
        answer.data.head = manifest.hash;
        for (const auto& batch : TRY(store::batches_of(reader, manifest.campaign_id.text()))) {
            answer.data.batches.push_back({ batch.number, batch.ballots, batch.root, batch.head });
            answer.data.released += batch.ballots;
            answer.data.head = batch.head;
        }
        if (const auto kept = TRY(store::find_urn_campaign(reader, manifest.campaign_id.text())); kept && kept->root) {
            answer.data.closing = { kept->ballots.value_or(0), *kept->root };
            answer.data.released = answer.data.closing->count;
            answer.data.head = kept->head.value_or("");
        }
        return answer;
    });
}

Result<Answer<ReceiptsView>> show_receipts(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ReceiptsView>> {
        const auto manifest = TRY(accepted(reader, call));
        return Answer<ReceiptsView> { { TRY(store::receipts_of(reader, manifest.campaign_id)) }, {} };
    });
}

} // namespace

RouteTable urn_routes()
{
    auto post_ballot = raw("/api/urn/{campaign}/ballots", Access::WithoutAccount,
        "Hand in a sealed ballot, as docs/anonymity.md writes it; the same bytes again are well", "application/json", deposit);
    post_ballot.method = Method::Post;
    return {
        get("/api/urn/{campaign}", Access::WithoutAccount, "How many ballots were released, batch by batch", show_urn),
        get("/api/urn/{campaign}/receipts", Access::WithoutAccount, "The whole list of receipts that were released",
            show_receipts),
        std::move(post_ballot),
    };
}

} // namespace etabli::resources

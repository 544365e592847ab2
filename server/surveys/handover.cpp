// SPDX-License-Identifier: EUPL-1.2
// server/surveys/handover.cpp

#include "server/surveys/handover.hpp"

#include <fmt/format.h>

#include "base/fields.hpp"
#include "server/surveys/manifest.hpp"
#include "server/surveys/steps.hpp"
#include "store/audit.hpp"
#include "store/ballots.hpp"

namespace etabli::surveys {

struct GivenBatch {
    std::int64_t count = 0;
    std::string root;
    std::string head;
};

/// The first line of the file.
struct GivenSet {
    std::string format;
    CampaignId campaign;
    std::string manifest_sha256;
    store::UrnState state = store::UrnState::Closed;
    std::vector<GivenBatch> batches;
    std::optional<std::int64_t> count;
    std::optional<std::string> root;
    std::optional<std::string> head;
};

} // namespace etabli::surveys

namespace etabli {

template <>
struct Describe<surveys::GivenBatch> {
    using T = surveys::GivenBatch;
    static constexpr std::string_view name = "GivenBatch";
    static constexpr auto fields = std::tuple { field("count", &T::count, { .min = 0, .max = 1'000'000 }),
        field("root", &T::root, one_line), field("head", &T::head, one_line) };
};
template <>
struct Describe<surveys::GivenSet> {
    using T = surveys::GivenSet;
    static constexpr std::string_view name = "GivenSet";
    static constexpr auto fields = std::tuple { field("format", &T::format, one_line), field("campaign", &T::campaign),
        field("manifest_sha256", &T::manifest_sha256, one_line), field("state", &T::state),
        field("batches", &T::batches, { .min = 0, .max = 20'000 }), field("count", &T::count, { .min = 0, .max = 1'000'000 }),
        field("root", &T::root, one_line), field("head", &T::head, one_line) };
};

} // namespace etabli

namespace etabli::surveys {

namespace {

/// What is read of the guichet before the file's ballots are.
struct Awaited {
    Campaign campaign;
    std::string manifest;
    std::int64_t tokens_issued = 0;
};

Result<GivenSet> first_line(std::istream& lines)
{
    std::string line;
    std::getline(lines, line);
    const auto parsed = parse_json(line);
    if (!parsed.ok())
        return Problem("handover.unreadable");
    auto given = from_json<GivenSet>(parsed.value());
    if (!given.ok() || given.value().format != "etabli-closed-urn-1")
        return Problem("handover.unreadable");
    return given;
}

Result<Awaited> awaited(store::Reader& reader, const GivenSet& given, Instant now)
{
    const auto manifest = TRY(store::find_manifest(reader, given.campaign));
    if (!manifest || manifest->hash != given.manifest_sha256)
        return Problem("handover.other_campaign");
    auto campaign = TRY(store::load_campaign(reader, given.campaign));
    const bool is_under_way = campaign.state > CampaignState::Ready && campaign.state < CampaignState::Ended;
    if (manifest->urn && (is_under_way || TRY(store::find_urn_campaign(reader, given.campaign.text()))))
        return Problem("handover.taken");
    if (!manifest->urn || campaign.state != CampaignState::Ready || now.day_in_paris() <= *campaign.closes_on)
        return Problem("handover.not_awaited");
    return Awaited { std::move(campaign), manifest->manifest, TRY(store::tokens_issued(reader, given.campaign)) };
}

/// Every ballot of the file, each of which holds, in the order of receipts.
Result<std::vector<store::KeptBallot>> checked_ballots(std::istream& lines, const ManifestKeys& keys, std::int64_t count)
{
    std::vector<store::KeptBallot> ballots;
    std::string line;
    while (std::getline(lines, line)) {
        if (static_cast<std::int64_t>(ballots.size()) == count)
            return Problem("handover.partial", fmt::format("more than the {} ballots of its first line", count));
        const auto where = fmt::format("ballot {}", ballots.size() + 1);
        auto ballot = ballots::ballot_in(line);
        if (!ballot.ok())
            return Problem("handover.altered", where);
        const auto checked = ballots::CheckedBallot::create(std::move(ballot).value(), keys.ballots);
        if (!checked.ok() || checked.value().record() != line)
            return Problem("handover.altered", where);
        auto receipt = checked.value().receipt();
        if (!ballots.empty() && receipt <= ballots.back().receipt)
            return Problem("handover.altered", where + " is not in its place");
        ballots.push_back({ keys.ballots.campaign, std::move(receipt), line });
    }
    if (static_cast<std::int64_t>(ballots.size()) != count)
        return Problem("handover.partial", fmt::format("{} of {} ballots", ballots.size(), count));
    return ballots;
}

/// The chain from the manifest to the closing line, and that the ballots are those of that line.
Result<std::vector<store::BallotBatch>> checked_chain(
    const GivenSet& given, const std::vector<store::KeptBallot>& ballots, std::int64_t k)
{
    std::vector<store::BallotBatch> batches;
    auto head = given.manifest_sha256;
    std::int64_t batched = 0;
    for (const auto& batch : given.batches) {
        head = store::next_head(head, batch.root, batch.count);
        batched += batch.count;
        const auto number = static_cast<std::int64_t>(batches.size()) + 1;
        if (head != batch.head || batch.count < k)
            return Problem("handover.altered", fmt::format("batch {}", number));
        batches.push_back({ given.campaign.text(), number, batch.count, batch.root, batch.head });
    }
    std::vector<std::string> receipts;
    for (const auto& ballot : ballots)
        receipts.push_back(ballot.receipt);
    const auto count = static_cast<std::int64_t>(receipts.size());
    if (batched > count || store::root_of(receipts) != given.root || store::next_head(head, *given.root, count) != given.head)
        return Problem("handover.altered", "closing line");
    return batches;
}

} // namespace

Result<TakenBallots> take_ballots(store::Database& database, const ClosedFile& file, Instant now)
{
    const auto given = TRY(first_line(file.lines));
    auto there = TRY(database.read([&](store::Reader& reader) { return awaited(reader, given, now); }));
    if (given.state == store::UrnState::Destroyed) {
        // Nothing of it is signed: it must at least say nothing else, and agree with what somebody read.
        const bool is_bare = given.batches.empty() && !given.count && !given.root && !given.head;
        if (!is_bare || file.lines.peek() != std::istream::traits_type::eof())
            return Problem("handover.altered", "ballots of an urn that was destroyed");
        if (!file.head.empty() && file.head != given.manifest_sha256)
            return Problem("handover.altered", "the head that was read is of an urn that held ballots");
        TRY(database.write([&](store::Transaction& transaction) -> Result<void> {
            there = TRY(awaited(transaction, given, now));
            return end_campaign(transaction, there.campaign, CampaignEnd::TooFew, now);
        }));
        return TakenBallots { std::move(there.campaign), {} };
    }
    if (given.state != store::UrnState::Closed || !given.count || !given.root || !given.head)
        return Problem("handover.unreadable");
    if (!file.head.empty() && file.head != given.head)
        return Problem("handover.altered", "the head is not the one that was read");
    const auto keys = TRY(keys_of(there.manifest));
    if (*given.count < there.campaign.k || *given.count > there.tokens_issued)
        return Problem("handover.altered", "fewer ballots than the threshold, or more than tokens");
    const auto ballots = TRY(checked_ballots(file.lines, keys, *given.count));
    const auto batches = TRY(checked_chain(given, ballots, there.campaign.k));
    TRY(database.write([&](store::Transaction& transaction) -> Result<void> {
        there = TRY(awaited(transaction, given, now)); // as it is now: somebody may have refused meanwhile
        auto& campaign = there.campaign;
        TRY(store::insert_closed(transaction,
            { campaign.id.text(), given.manifest_sha256, campaign.k, record_bytes(keys), store::UrnState::Closed, given.count,
                given.root, given.head },
            batches, ballots));
        TRY(store::record_audit(transaction,
            { campaign.establishment_id.text(), {}, "campaign.closed", "campaign", campaign.id.text(),
                { { "ballots", *given.count }, { "head", *given.head } } },
            now));
        campaign.state = CampaignState::Closed;
        TRY(store::keep_campaign(transaction, campaign));
        transaction.announce("campaigns/" + campaign.id.text());
        return {};
    }));
    return TakenBallots { std::move(there.campaign), given.count };
}

} // namespace etabli::surveys

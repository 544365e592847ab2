// SPDX-License-Identifier: EUPL-1.2
// store/ballots.cpp

#include "store/ballots.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace etabli::store {

namespace {

/// Held at once: a record may be a hundred kilobytes.
constexpr std::int64_t page_rows = 200;
/// Receipts are short.
constexpr std::int64_t page_receipts = 10'000;
/// Batches of one campaign: of 200,000 people, eleven at a time.
constexpr std::int64_t batches_max = 20'000;

/// Sorted receipts of one campaign, and nothing of what they are of.
Result<std::vector<std::string>> receipts_in(Reader& reader, const std::string& table, const std::string& campaign)
{
    std::vector<std::string> receipts;
    for (;;) {
        const auto rows = TRY(reader.query("select receipt from " + table
                + " where campaign_id = :campaign and receipt > :after order by receipt limit " + std::to_string(page_receipts),
            { { "campaign", campaign }, { "after", receipts.empty() ? std::string() : receipts.back() } }));
        for (std::size_t row = 0; row < rows.size(); ++row)
            receipts.push_back(rows.text(row, "receipt"));
        if (static_cast<std::int64_t>(rows.size()) < page_receipts)
            return receipts;
    }
}

Result<UrnCampaign> load_open(Transaction& transaction, const std::string& campaign)
{
    auto found = TRY(find_urn_campaign(transaction, campaign));
    if (!found || found->state != UrnState::Open)
        return Problem("campaign.not_open");
    return *std::move(found);
}

Result<std::optional<BallotBatch>> last_batch(Reader& reader, const std::string& campaign)
{
    return reader.find<BallotBatch>(
        "select * from ballot_batch where campaign_id = :campaign order by number desc limit 1", { { "campaign", campaign } });
}

Result<std::string> last_head(Reader& reader, const UrnCampaign& campaign)
{
    const auto last = TRY(last_batch(reader, campaign.campaign_id));
    return last ? last->head : campaign.manifest_hash;
}

Result<void> insert_ballot(Transaction& transaction, const KeptBallot& ballot)
{
    TRY(transaction.execute("insert into ballot (campaign_id, receipt, record) values (:campaign, :receipt, :record) "
                            "on conflict (campaign_id, receipt) do nothing",
        { { "campaign", ballot.campaign_id }, { "receipt", ballot.receipt }, { "record", ballot.record } }));
    return {};
}

} // namespace

std::string root_of(std::span<const std::string> sorted_receipts)
{
    std::string joined;
    for (const auto& receipt : sorted_receipts)
        joined.append(joined.empty() ? "" : "\n").append(receipt);
    return sha256_hex(joined);
}

std::string next_head(const std::string& previous, const std::string& root, std::int64_t ballots)
{
    return sha256_hex(previous + ":" + root + ":" + std::to_string(ballots));
}

Result<std::optional<UrnCampaign>> find_urn_campaign(Reader& reader, const std::string& campaign)
{
    return reader.find<UrnCampaign>("select * from urn_campaign where campaign_id = :campaign", { { "campaign", campaign } });
}

Result<std::vector<UrnCampaign>> open_urn_campaigns(Reader& reader)
{
    return reader.all<UrnCampaign>("select * from urn_campaign where state = 'open' order by campaign_id");
}

Result<void> insert_urn_campaign(Transaction& transaction, const UrnCampaign& campaign)
{
    return transaction.insert("urn_campaign", campaign);
}

Result<std::optional<KeptBallot>> find_ballot(Reader& reader, const std::string& campaign, const std::string& receipt)
{
    return reader.find<KeptBallot>(
        "select campaign_id, receipt, record from ballot where campaign_id = :campaign and receipt = :receipt union all "
        "select campaign_id, receipt, record from closed_ballot where campaign_id = :campaign and receipt = :receipt",
        { { "campaign", campaign }, { "receipt", receipt } });
}

Result<std::int64_t> count_ballots(Reader& reader, const std::string& campaign)
{
    const Params params { { "campaign", campaign } };
    return TRY(reader.count("select count(*) from ballot where campaign_id = :campaign", params))
        + TRY(reader.count("select count(*) from closed_ballot where campaign_id = :campaign", params));
}

Result<std::vector<std::string>> released_receipts(Reader& reader, const std::string& campaign)
{
    return receipts_in(reader, "ballot", campaign);
}

Result<void> each_closed_ballot(
    Reader& reader, const std::string& campaign, const std::function<void(const KeptBallot&)>& visit)
{
    std::string after;
    for (;;) {
        const auto page = TRY(reader.all<KeptBallot>(
            "select * from closed_ballot where campaign_id = :campaign and receipt > :after order by receipt limit "
                + std::to_string(page_rows),
            { { "campaign", campaign }, { "after", after } }));
        for (const auto& ballot : page)
            visit(ballot);
        if (static_cast<std::int64_t>(page.size()) < page_rows)
            return {};
        after = page.back().receipt;
    }
}

Result<std::vector<BallotBatch>> batches_of(Reader& reader, const std::string& campaign)
{
    return reader.all<BallotBatch>(
        "select * from ballot_batch where campaign_id = :campaign order by number limit " + std::to_string(batches_max),
        { { "campaign", campaign } });
}

Result<std::vector<std::string>> insert_batch(Transaction& transaction, std::vector<KeptBallot> ballots)
{
    std::sort(ballots.begin(), ballots.end(),
        [](const KeptBallot& one, const KeptBallot& other) { return one.receipt < other.receipt; });
    std::vector<std::string> stored;
    std::map<std::string, std::vector<std::string>> added;
    for (const auto& ballot : ballots) {
        if (TRY(find_ballot(transaction, ballot.campaign_id, ballot.receipt)))
            stored.push_back(ballot.receipt);
        else
            added[ballot.campaign_id].push_back(ballot.receipt);
    }
    std::map<std::string, UrnCampaign> due;
    for (const auto& [id, receipts] : added) {
        auto campaign = TRY(load_open(transaction, id));
        if (static_cast<std::int64_t>(receipts.size()) >= campaign.threshold)
            due.emplace(id, std::move(campaign));
    }
    for (const auto& ballot : ballots) // all campaigns together, in one order
        if (due.contains(ballot.campaign_id))
            TRY(insert_ballot(transaction, ballot));
    for (const auto& [id, campaign] : due) {
        const auto& receipts = added.at(id);
        stored.insert(stored.end(), receipts.begin(), receipts.end());
        const auto last = TRY(last_batch(transaction, id));
        BallotBatch batch { id, last ? last->number + 1 : 1, static_cast<std::int64_t>(receipts.size()), root_of(receipts),
            {} };
        batch.head = next_head(last ? last->head : campaign.manifest_hash, batch.root, batch.ballots);
        TRY(transaction.insert("ballot_batch", batch));
    }
    std::sort(stored.begin(), stored.end());
    return stored;
}

Result<UrnCampaign> close_ballots(Transaction& transaction, const std::string& campaign, const std::vector<KeptBallot>& rest)
{
    auto closed = TRY(load_open(transaction, campaign));
    // Through the first table, so that the database sorts: a campaign may be more than memory holds.
    for (const auto& ballot : rest)
        TRY(insert_ballot(transaction, ballot));
    TRY(transaction.execute("insert into closed_ballot (campaign_id, receipt, record) select campaign_id, receipt, record from "
                            "ballot where campaign_id = :campaign order by receipt",
        { { "campaign", campaign } }));
    TRY(transaction.execute("delete from ballot where campaign_id = :campaign", { { "campaign", campaign } }));
    const auto receipts = TRY(receipts_in(transaction, "closed_ballot", campaign));
    closed.state = UrnState::Closed;
    closed.ballots = static_cast<std::int64_t>(receipts.size());
    closed.root = root_of(receipts);
    closed.head = next_head(TRY(last_head(transaction, closed)), *closed.root, *closed.ballots);
    TRY(transaction.execute("update urn_campaign set state = 'closed', ballots = :ballots, root = :root, head = :head where "
                            "campaign_id = :campaign",
        { { "ballots", *closed.ballots }, { "root", *closed.root }, { "head", *closed.head }, { "campaign", campaign } }));
    return closed;
}

Result<void> insert_closed(Transaction& transaction, const UrnCampaign& closed, const std::vector<BallotBatch>& batches,
    const std::vector<KeptBallot>& ballots)
{
    if (TRY(find_urn_campaign(transaction, closed.campaign_id)))
        return Problem("handover.taken");
    TRY(insert_urn_campaign(transaction, closed));
    for (const auto& batch : batches)
        TRY(transaction.insert("ballot_batch", batch));
    for (const auto& ballot : ballots)
        TRY(transaction.insert("closed_ballot", ballot));
    return {};
}

Result<void> destroy_closed(Database& database, const std::string& campaign)
{
    TRY(database.write([&](Transaction& transaction) { return destroy_ballots(transaction, campaign); }));
    return database.rewrite("closed_ballot");
}

Result<void> destroy_ballots(Transaction& transaction, const std::string& campaign)
{
    const Params params { { "campaign", campaign } };
    TRY(transaction.execute("delete from ballot where campaign_id = :campaign", params));
    TRY(transaction.execute("delete from closed_ballot where campaign_id = :campaign", params));
    TRY(transaction.execute("update urn_campaign set state = 'destroyed' where campaign_id = :campaign", params));
    return {};
}

Result<std::vector<std::string>> chain_findings(Reader& reader, const std::string& campaign)
{
    const auto found = TRY(find_urn_campaign(reader, campaign));
    if (!found)
        return Problem("not_found");
    std::vector<std::string> findings;
    auto head = found->manifest_hash;
    std::int64_t batched = 0;
    std::int64_t number = 0;
    for (const auto& batch : TRY(batches_of(reader, campaign))) {
        head = next_head(head, batch.root, batch.ballots);
        batched += batch.ballots;
        if (batch.number != ++number || batch.head != head)
            findings.push_back("batch " + std::to_string(batch.number) + " does not follow the one before");
        head = batch.head;
    }
    if (found->state == UrnState::Open && TRY(count_ballots(reader, campaign)) != batched)
        findings.emplace_back("the batches hold more or fewer ballots than the chain says");
    if (found->state != UrnState::Closed)
        return findings;
    const auto receipts = TRY(receipts_in(reader, "closed_ballot", campaign));
    const auto ballots = static_cast<std::int64_t>(receipts.size());
    if (ballots != found->ballots || ballots < batched || root_of(receipts) != found->root)
        findings.emplace_back("the ballots are not those of the closing line");
    if (next_head(head, found->root.value_or(""), found->ballots.value_or(0)) != found->head)
        findings.emplace_back("the closing line does not follow the last batch");
    return findings;
}

} // namespace etabli::store

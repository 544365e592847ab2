// SPDX-License-Identifier: EUPL-1.2
// store/urn_batches.cpp
//
// How what waits in the urn enters the database, and how a campaign ends: docs/anonymity.md, section 6. After each step a crash may come;
// recovery (store/urn.cpp) begins again with the first.

#include <algorithm>

#include "store/urn.hpp"
#include "store/urn_parts.hpp"

namespace etabli::store {

namespace {

/// More than this cannot be destroyed only if something is wrong with the disk.
constexpr std::size_t old_files_max = 8;

} // namespace

std::set<std::string> Urn::due()
{
    const std::lock_guard lock(guard_);
    std::set<std::string> found;
    for (const auto& [id, open] : campaigns_)
        if (open.durable >= open.campaign.threshold)
            found.insert(id);
    return found;
}

/// A new file takes the place of the current one.
Result<void> Urn::turn_over()
{
    if (old_.size() >= old_files_max)
        return Problem("server.busy", "old files of slots cannot be destroyed");
    std::shared_ptr<SlotFile> fresh(TRY(SlotFile::make(settings_.folder, settings_.shape, random_)));
    {
        const std::lock_guard lock(guard_);
        old_.push_back(std::exchange(current_, std::move(fresh)));
    }
    reached(UrnStage::FileMade);
    return {};
}

/// Until nobody writes to an old file any more.
void Urn::wait_for_writers()
{
    std::unique_lock lock(guard_);
    changed_.wait(lock, [this] {
        return std::none_of(waiting_.begin(), waiting_.end(),
            [this](const auto& each) { return each.second.state == State::Reserved && each.second.file != current_; });
    });
}

std::vector<KeptBallot> Urn::durable(const std::function<bool(const Key& key, const Waiting& each)>& wanted)
{
    const std::lock_guard lock(guard_);
    std::vector<KeptBallot> ballots;
    for (const auto& [key, each] : waiting_)
        if (each.state == State::Durable && wanted(key, each))
            ballots.push_back({ key.first, key.second, each.record });
    return ballots;
}

Result<void> Urn::flush_held()
{
    const auto campaigns = due();
    // After a flush that failed, what waits in the old files goes first, and the new one is not filled with copies.
    if (!campaigns.empty() && old_.empty())
        TRY(turn_over());
    if (!old_.empty()) {
        wait_for_writers();
        const auto batch = durable(
            [&](const Key& key, const Waiting& each) { return campaigns.contains(key.first) && each.file != current_; });
        if (!batch.empty()) {
            log_is_due_ = true;
            release(batch, TRY(database_.write([&](Transaction& transaction) { return insert_batch(transaction, batch); })));
            reached(UrnStage::BatchInserted);
        }
        TRY(carry_the_rest());
        TRY(destroy_old_files());
    }
    forget_traces();
    return {};
}

/// What is in the database waits no longer; both in one moment, so that no deposit falls between.
void Urn::release(const std::vector<KeptBallot>& batch, const std::vector<std::string>& kept)
{
    const std::lock_guard lock(guard_);
    std::set<std::string> touched;
    for (const auto& ballot : batch)
        if (std::binary_search(kept.begin(), kept.end(), ballot.receipt)) {
            auto& open = campaigns_.at(ballot.campaign_id);
            waiting_.erase({ ballot.campaign_id, ballot.receipt });
            --open.durable;
            open.released.push_back(beginning(ballot.receipt));
            touched.insert(ballot.campaign_id);
        }
    for (const auto& campaign : touched)
        std::sort(campaigns_.at(campaign).released.begin(), campaigns_.at(campaign).released.end());
}

Result<void> Urn::carry_the_rest()
{
    std::vector<Key> keys;
    std::vector<std::string> contents;
    {
        const std::lock_guard lock(guard_);
        for (const auto& [key, each] : waiting_)
            if (each.state == State::Durable && each.file != current_) {
                keys.push_back(key);
                contents.push_back(slot_content(key, each.record));
            }
    }
    auto into = current_;
    auto carried = into->put(contents, random_);
    if (!carried.ok() && carried.problem().is("server.busy")) {
        // A crowd has filled it meanwhile: what is carried goes before, into one that nobody else writes to yet.
        settings_.shape.slots = std::max(settings_.shape.slots, 2 * contents.size());
        into = TRY(SlotFile::make(settings_.folder, settings_.shape, random_));
        carried = into->put(contents, random_);
    }
    TRY(std::move(carried));
    {
        const std::lock_guard lock(guard_);
        for (const auto& key : keys)
            waiting_.at(key).file = into;
        if (into != current_)
            old_.push_back(std::exchange(current_, into));
    }
    reached(UrnStage::RestCarried);
    return {};
}

/// Those that nothing waits in any more.
Result<void> Urn::destroy_old_files()
{
    const auto is_empty = [this](const std::shared_ptr<SlotFile>& file) {
        const std::lock_guard lock(guard_);
        return std::none_of(waiting_.begin(), waiting_.end(), [&](const auto& each) { return each.second.file == file; });
    };
    for (auto file = old_.begin(); file != old_.end();) {
        if (!is_empty(*file)) {
            ++file;
            continue;
        }
        TRY(SlotFile::destroy(settings_.folder, (*file)->name(), random_));
        file = old_.erase(file);
        reached(UrnStage::OldDestroyed);
    }
    return {};
}

/// Somebody may be reading: the next flush tries again, and nothing else waits for it.
void Urn::forget_traces()
{
    std::erase_if(rewrites_due_, [this](const auto& table) { return database_.rewrite(table).ok(); });
    if (log_is_due_ && database_.forget_log().ok())
        log_is_due_ = false;
    reached(UrnStage::LogForgotten);
}

void Urn::stop_deposits(const std::string& campaign)
{
    std::unique_lock lock(guard_);
    if (const auto open = campaigns_.find(campaign); open != campaigns_.end())
        open->second.closing = true;
    changed_.wait(lock, [&] {
        return std::none_of(waiting_.begin(), waiting_.end(),
            [&](const auto& each) { return each.first.first == campaign && each.second.state == State::Reserved; });
    });
}

/// What waited of the campaign is in the database, or destroyed: its slots go with their files.
Result<void> Urn::end(const std::string& campaign)
{
    {
        const std::lock_guard lock(guard_);
        std::erase_if(waiting_, [&](const auto& each) { return each.first.first == campaign; });
        campaigns_.erase(campaign);
    }
    rewrites_due_ = { "ballot", "closed_ballot" };
    log_is_due_ = true;
    TRY(turn_over());
    return flush_held();
}

Result<UrnCampaign> Urn::close(const std::string& campaign)
{
    const std::lock_guard flushing(flushing_);
    const auto known = TRY(database_.read([&](Reader& reader) { return find_urn_campaign(reader, campaign); }));
    if (!known)
        return Problem("campaign.not_open");
    stop_deposits(campaign);
    const auto rest = durable([&](const Key& key, const Waiting&) { return key.first == campaign; });
    auto closed = known->state != UrnState::Open
        ? *known // an earlier closing that did not come to its end
        : TRY(database_.write([&](Transaction& transaction) -> Result<UrnCampaign> {
              auto ballots = TRY(count_ballots(transaction, campaign));
              for (const auto& ballot : rest)
                  ballots += TRY(find_ballot(transaction, campaign, ballot.receipt)) ? 0 : 1;
              if (ballots >= known->threshold)
                  return close_ballots(transaction, campaign, rest);
              TRY(destroy_ballots(transaction, campaign));
              return *TRY(find_urn_campaign(transaction, campaign));
          }));
    reached(UrnStage::BatchInserted);
    TRY(end(campaign));
    return closed;
}

Result<void> Urn::destroy(const std::string& campaign)
{
    const std::lock_guard flushing(flushing_);
    stop_deposits(campaign);
    TRY(database_.write([&](Transaction& transaction) { return destroy_ballots(transaction, campaign); }));
    return end(campaign);
}

} // namespace etabli::store

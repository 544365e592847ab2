// SPDX-License-Identifier: EUPL-1.2
// store/urn.cpp
//
// Opening, and a deposit. How batches are made, and how a campaign ends, stands in store/urn_batches.cpp.

#include "store/urn.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/urn_parts.hpp"

namespace etabli::store {

namespace {

/// When a batch could not be made (a full disk, a database that restarts), how long before the next try.
constexpr std::chrono::seconds again_after { 1 };
/// Of a campaign and a receipt, in a slot before the record.
constexpr std::size_t about_record_max = 256;

Result<KeptBallot> ballot_in_slot(const std::string& content)
{
    const auto first = content.find('\n');
    const auto second = first == content.npos ? content.npos : content.find('\n', first + 1);
    if (second == content.npos)
        return Problem("storage.altered", "a slot that no urn wrote");
    return KeptBallot { content.substr(0, first), content.substr(first + 1, second - first - 1), content.substr(second + 1) };
}

Result<void> same_or_other(const std::string& known, const std::string& record)
{
    if (known != record)
        return Problem("ballot.other");
    return {};
}

SlotShape shape_for(std::int64_t record_bytes)
{
    return SlotShape::holding(static_cast<std::size_t>(record_bytes) + about_record_max);
}

} // namespace

Urn::Urn(Database& database, Random& random, UrnSettings settings)
    : database_(database)
    , random_(random)
    , settings_(std::move(settings))
{
}

Urn::~Urn()
{
    {
        const std::lock_guard lock(guard_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (flusher_.joinable())
        flusher_.join();
    if (lock_ >= 0)
        ::close(lock_);
}

Result<std::unique_ptr<Urn>> Urn::open(Database& database, Random& random, UrnSettings settings)
{
    std::unique_ptr<Urn> urn(new Urn(database, random, std::move(settings)));
    TRY(urn->lock_folder());
    TRY(urn->recover());
    if (urn->settings_.flushing == Flushing::Background)
        urn->flusher_ = std::thread([raw = urn.get()] { raw->flush_loop(); });
    return urn;
}

Result<void> Urn::lock_folder()
{
    std::error_code error;
    std::filesystem::create_directories(settings_.folder, error);
    std::filesystem::permissions(settings_.folder, std::filesystem::perms::owner_all, error);
    lock_ = ::open((settings_.folder + "/lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock_ < 0)
        return Problem("storage.unavailable", "the urn's folder cannot be written");
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0)
        return Problem("storage.folder_in_use", "another urn holds it");
    return {};
}

Result<void> Urn::recover()
{
    TRY(SlotFile::sweep(settings_.folder, random_));
    for (auto& campaign : TRY(database_.read([](Reader& reader) { return open_urn_campaigns(reader); }))) {
        if (const auto needed = shape_for(campaign.record_bytes); needed.slot_bytes > settings_.shape.slot_bytes)
            settings_.shape = needed;
        const auto id = campaign.campaign_id;
        campaigns_.emplace(id, TRY(opened(std::move(campaign))));
    }
    for (const auto& name : SlotFile::names(settings_.folder)) {
        const std::shared_ptr<SlotFile> file(TRY(SlotFile::open(settings_.folder, name)));
        TRY(database_.read([&](Reader& reader) { return recall(reader, file); }));
        old_.push_back(file);
    }
    current_ = TRY(SlotFile::make(settings_.folder, settings_.shape, random_));
    log_is_due_ = true; // a crash may have left a batch in it
    const std::lock_guard lock(flushing_);
    return flush_held();
}

/// What is not in the database yet waits again; what is of a campaign that was closed or destroyed meanwhile goes with its file. A
/// campaign that the database does not know, after a restoration perhaps, keeps its deposits waiting.
Result<void> Urn::recall(Reader& reader, const std::shared_ptr<SlotFile>& file)
{
    for (const auto& content : TRY(file->contents())) {
        auto ballot = TRY(ballot_in_slot(content));
        const Key key { ballot.campaign_id, ballot.receipt };
        const auto campaign = TRY(find_urn_campaign(reader, ballot.campaign_id));
        if (waiting_.contains(key) || (campaign && campaign->state != UrnState::Open)
            || TRY(find_ballot(reader, key.first, key.second)))
            continue;
        waiting_.emplace(key, Waiting { std::move(ballot.record), State::Durable, file });
        if (const auto open = campaigns_.find(key.first); open != campaigns_.end())
            ++open->second.durable;
    }
    return {};
}

Result<Urn::Open> Urn::opened(UrnCampaign campaign)
{
    Open open { std::move(campaign) };
    const auto& id = open.campaign.campaign_id;
    for (const auto& receipt : TRY(database_.read([&](Reader& reader) { return released_receipts(reader, id); })))
        open.released.push_back(beginning(receipt));
    std::sort(open.released.begin(), open.released.end());
    open.durable = std::count_if(waiting_.begin(), waiting_.end(), [&](const auto& each) { return each.first.first == id; });
    return open;
}

Result<void> Urn::open_campaign(const UrnCampaign& campaign)
{
    const std::lock_guard flushing(flushing_);
    const auto needed = shape_for(campaign.record_bytes);
    if (needed.content_bytes() < static_cast<std::size_t>(campaign.record_bytes) + about_record_max)
        return Problem("ballot.refused", "records longer than a slot");
    const auto known = TRY(database_.read([&](Reader& reader) { return find_urn_campaign(reader, campaign.campaign_id); }));
    if (known && known->state != UrnState::Open)
        return Problem("campaign.not_open");
    if (!known)
        TRY(database_.write([&](Transaction& transaction) { return insert_urn_campaign(transaction, campaign); }));
    if (needed.slot_bytes > current_->shape().slot_bytes) {
        settings_.shape = needed;
        TRY(turn_over());
        TRY(flush_held());
    }
    const std::lock_guard lock(guard_);
    if (!campaigns_.contains(campaign.campaign_id))
        campaigns_.emplace(campaign.campaign_id, TRY(opened(known ? *known : campaign)));
    return {};
}

Result<std::optional<KeptBallot>> Urn::stored(const Key& key)
{
    return database_.read([&](Reader& reader) { return find_ballot(reader, key.first, key.second); });
}

std::optional<Result<void>> Urn::answer_or_reserve(const Key& key, const std::string& record)
{
    std::unique_lock lock(guard_);
    for (bool asked = false;; asked = true) {
        for (auto known = waiting_.find(key); known != waiting_.end(); known = waiting_.find(key)) {
            if (known->second.state == State::Durable)
                return same_or_other(known->second.record, record);
            changed_.wait(lock); // the same page, sending again before it was answered
        }
        const auto open = campaigns_.find(key.first);
        const bool is_open = open != campaigns_.end() && !open->second.closing;
        const bool is_released
            = is_open && std::binary_search(open->second.released.begin(), open->second.released.end(), beginning(key.second));
        if (is_open && (!is_released || asked)) {
            if (record.size() > static_cast<std::size_t>(open->second.campaign.record_bytes))
                return Problem("ballot.refused", "longer than the campaign's records");
            waiting_.emplace(key, Waiting { record, State::Reserved, current_ });
            return {};
        }
        lock.unlock();
        const auto kept = stored(key);
        if (!kept.ok())
            return kept.problem();
        if (kept.value())
            return same_or_other(kept.value()->record, record);
        if (!is_open)
            return Problem("campaign.not_open");
        lock.lock(); // a receipt that only begins like another
    }
}

Result<void> Urn::deposit(const std::string& campaign, const std::string& receipt, const std::string& record)
{
    const Key key { campaign, receipt };
    if (auto answer = answer_or_reserve(key, record))
        return *std::move(answer);
    const auto file = [&] {
        const std::lock_guard lock(guard_);
        return waiting_.at(key).file;
    }();
    const std::array contents { slot_content(key, record) };
    auto outcome = file->put(contents, random_);
    const std::lock_guard lock(guard_);
    if (outcome.ok()) {
        waiting_.at(key).state = State::Durable;
        auto& open = campaigns_.at(campaign);
        if (++open.durable >= open.campaign.threshold) {
            asked_ = true;
            wake_.notify_one();
        }
    } else {
        waiting_.erase(key);
    }
    changed_.notify_all();
    return outcome;
}

Result<void> Urn::flush()
{
    const std::lock_guard lock(flushing_);
    return flush_held();
}

void Urn::reached(UrnStage stage) const
{
    if (settings_.at)
        settings_.at(stage);
}

void Urn::flush_loop()
{
    std::unique_lock lock(guard_);
    while (!stopping_) {
        wake_.wait(lock, [this] { return stopping_ || asked_; });
        if (stopping_)
            return;
        asked_ = false;
        lock.unlock();
        const auto [done, more] = [this] {
            const std::lock_guard flushing(flushing_);
            const bool all = flush_held().ok() && !log_is_due_ && rewrites_due_.empty();
            return std::pair { all, !old_.empty() || !due().empty() };
        }(); // what is wrong, the deposits say that find no free slot
        lock.lock();
        if (!done)
            wake_.wait_for(lock, again_after, [this] { return stopping_; });
        asked_ = asked_ || more || !done;
    }
}

} // namespace etabli::store

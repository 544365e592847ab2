// SPDX-License-Identifier: EUPL-1.2
// store/urn.cpp

#include "store/urn.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace etabli::store {

namespace {

/// When a batch could not be made (a full disk, a database that restarts), how long before the next try.
constexpr std::chrono::seconds again_after { 1 };
/// More than this cannot be destroyed only if something is wrong with the disk.
constexpr std::size_t old_files_max = 8;
/// Of a campaign and a receipt, in a slot before the record.
constexpr std::size_t about_record_max = 256;

std::string slot_content(const std::pair<std::string, std::string>& key, const std::string& record)
{
    return key.first + "\n" + key.second + "\n" + record;
}

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

/// The first digits of a receipt as a number: two seldom begin alike.
std::uint64_t beginning(const std::string& receipt)
{
    constexpr std::size_t digits = 16;
    std::uint64_t number = 0;
    if (const auto [end, error]
        = std::from_chars(receipt.data(), receipt.data() + std::min(digits, receipt.size()), number, 16);
        error == std::errc())
        return number;
    return 0;
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

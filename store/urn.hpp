// SPDX-License-Identifier: EUPL-1.2
// store/urn.hpp
//
// The urn: deposits are on the disk, encrypted, in random slots, before anybody is told so; they enter the database with others of
// their campaign, sorted by receipt. It keeps no time, no order and no address, and says nothing to a log. What a record holds and
// whether it is worth keeping is decided before (engine/ballots). docs/anonymity.md, section 6.
//
// One urn per database: a second one would hold ballots that closing does not see. Its folder is held by a lock.

#pragma once

#include <functional>
#include <map>
#include <set>
#include <thread>

#include "store/ballots.hpp"
#include "store/urn_slots.hpp"

namespace etabli::store {

/// Where a crash may come between two things that are done one after the other: tests stop there.
enum class UrnStage { FileMade, BatchInserted, LogForgotten, RestCarried, OldDestroyed };

/// Batches are made as soon as they are due, by a thread of the urn; or when `flush` is called.
enum class Flushing { Background, ByHand };

struct UrnSettings {
    std::string folder; // made when it is not there
    Flushing flushing = Flushing::Background;
    /// Of the first file; campaigns of longer records ask for larger slots.
    SlotShape shape {};
    /// Called at each stage, for tests.
    std::function<void(UrnStage)> at {};
};

class Urn {
public:
    /// Reads again what an earlier run left. `storage.folder_in_use` when another urn holds the folder; `storage.altered` when a key's
    /// file is not what was written.
    static Result<std::unique_ptr<Urn>> open(Database& database, Random& random, UrnSettings settings);
    ~Urn();
    Urn(const Urn&) = delete;
    Urn& operator=(const Urn&) = delete;

    /// From now on its deposits are taken. Once more with the same values: nothing happens. `ballot.refused` when its records are
    /// longer than any slot.
    Result<void> open_campaign(const UrnCampaign& campaign);

    /// Durable once it has returned ok, from any thread. The same record again is ok; `ballot.other` when there is another one under
    /// this receipt; `campaign.not_open`; `ballot.refused` when it is longer than the campaign's records; `server.busy` when every slot
    /// is taken.
    Result<void> deposit(const std::string& campaign, const std::string& receipt, const std::string& record);

    /// Makes every batch that is due. After a failure nothing is lost, and it may be called again.
    Result<void> flush();
    /// No deposit is taken any more; all go to the second table, or, if they are fewer than the threshold, are destroyed: the state
    /// says which, and nothing says how many were destroyed. After a failure it may be asked again.
    Result<UrnCampaign> close(const std::string& campaign);
    /// The ballots of a campaign, open or closed, are gone from the disk as far as can be.
    Result<void> destroy(const std::string& campaign);

private:
    using Key = std::pair<std::string, std::string>; // campaign, receipt
    /// Being written, or on the disk.
    enum class State { Reserved, Durable };
    struct Waiting {
        std::string record;
        State state = State::Reserved;
        std::shared_ptr<SlotFile> file;
    };
    struct Open {
        UrnCampaign campaign;
        bool closing = false;
        std::int64_t durable = 0; // how many wait on the disk
        /// The beginnings of receipts that are in the database, sorted: whoever asks the database for each deposit makes it write down,
        /// where it keeps a log of statements, in which order they came.
        std::vector<std::uint64_t> released {};
    };

    Urn(Database& database, Random& random, UrnSettings settings);
    Result<void> lock_folder();
    Result<void> recover();
    Result<void> recall(Reader& reader, const std::shared_ptr<SlotFile>& file);
    Result<Open> opened(UrnCampaign campaign);

    /// Nothing when no such deposit is known, and its place is taken now.
    std::optional<Result<void>> answer_or_reserve(const Key& key, const std::string& record);
    Result<std::optional<KeptBallot>> stored(const Key& key);

    /// The steps of a flush, a closing, a destruction; `flushing_` is held.
    Result<void> flush_held();
    std::set<std::string> due();
    Result<void> turn_over();
    void wait_for_writers();
    std::vector<KeptBallot> durable(const std::function<bool(const Key& key, const Waiting& each)>& wanted);
    void release(const std::vector<KeptBallot>& batch, const std::vector<std::string>& kept);
    Result<void> carry_the_rest();
    Result<void> destroy_old_files();
    void forget_traces();
    void stop_deposits(const std::string& campaign);
    Result<void> end(const std::string& campaign);
    void reached(UrnStage stage) const;
    void flush_loop();

    Database& database_;
    Random& random_;
    UrnSettings settings_;
    int lock_ = -1;

    std::mutex flushing_; // one flush, closing or destruction at a time; taken before guard_
    std::vector<std::string> rewrites_due_; // tables that something left
    bool log_is_due_ = false; // what was inserted is still in the engine's log

    std::mutex guard_;
    std::condition_variable changed_;
    std::map<std::string, Open> campaigns_;
    std::map<Key, Waiting> waiting_;
    std::shared_ptr<SlotFile> current_;
    std::vector<std::shared_ptr<SlotFile>> old_; // whose deposits are on their way out

    bool stopping_ = false;
    bool asked_ = false;
    std::condition_variable wake_;
    std::thread flusher_;
};

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/urn_test.cpp
//
// What is deposited is kept, once, whatever happens in between; what enters the database enters with others. On both engines.

#include "store/urn.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include <sys/resource.h>

#include "tests/support/both_engines.hpp"
#include "tests/support/urns.hpp"

namespace etabli::store {

using namespace tests;

class UrnTest : public BothEngines {
protected:
    void SetUp() override
    {
        BothEngines::SetUp();
        if (fresh_)
            folder_ = fresh_->folder() + "/urn";
    }
    void TearDown() override { urn_.reset(); }

    /// What a crash would leave: everything in memory is gone.
    void open_urn(UrnSettings settings = { .shape = { slot_bytes_min, 64 } })
    {
        urn_.reset();
        settings.folder = folder_;
        settings.flushing = Flushing::ByHand;
        urn_ = must(Urn::open(*database_, random_, std::move(settings)));
    }
    void begin(const UrnCampaign& campaign, UrnSettings settings = { .shape = { slot_bytes_min, 64 } })
    {
        open_urn(std::move(settings));
        must(urn_->open_campaign(campaign));
    }
    std::string deposit(const UrnCampaign& campaign, const std::string& word, const std::string& record)
    {
        const auto kept = urn_->deposit(campaign.campaign_id, receipt_of(word), record);
        return kept.ok() ? "ok" : std::string(kept.problem().code());
    }
    std::string deposit(const UrnCampaign& campaign, const std::string& word)
    {
        return deposit(campaign, word, record_of(word));
    }
    void deposit_many(const UrnCampaign& campaign, int first, int last)
    {
        for (int person = first; person <= last; ++person)
            EXPECT_EQ(deposit(campaign, std::to_string(person)), "ok");
    }

    std::vector<std::int64_t> batch_sizes(const UrnCampaign& campaign)
    {
        std::vector<std::int64_t> sizes;
        for (const auto& batch :
            must(database_->read([&](Reader& reader) { return batches_of(reader, campaign.campaign_id); })))
            sizes.push_back(batch.ballots);
        return sizes;
    }
    std::vector<std::string> findings(const UrnCampaign& campaign)
    {
        return must(database_->read([&](Reader& reader) { return chain_findings(reader, campaign.campaign_id); }));
    }
    void run(const std::string& sql)
    {
        must(database_->write([&](Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sql));
            return {};
        }));
    }
    /// Persons 1 to `last`, each once, as they were sent.
    void expect_closed_with(const UrnCampaign& campaign, int last)
    {
        std::map<std::string, std::string> kept;
        must(database_->read([&](Reader& reader) {
            return each_closed_ballot(
                reader, campaign.campaign_id, [&](const KeptBallot& ballot) { kept[ballot.receipt] = ballot.record; });
        }));
        EXPECT_EQ(kept.size(), static_cast<std::size_t>(last));
        for (int person = 1; person <= last; ++person)
            EXPECT_EQ(kept[receipt_of(std::to_string(person))], record_of(std::to_string(person))) << person;
        EXPECT_EQ(findings(campaign), std::vector<std::string>());
    }

    SystemRandom random_;
    std::string folder_;
    std::unique_ptr<Urn> urn_;
    UrnCampaign three_ = campaign_of("three", 3);
    UrnCampaign other_ = campaign_of("other", 3);
};
ON_BOTH_ENGINES(UrnTest);

TEST_P(UrnTest, a_ballot_enters_the_database_with_others_or_not_at_all)
{
    begin(three_);
    deposit_many(three_, 1, 2);
    must(urn_->flush());
    EXPECT_EQ(count("ballot"), 0);
    deposit_many(three_, 3, 3);
    must(urn_->flush());
    EXPECT_EQ(count("ballot"), 3);
    deposit_many(three_, 4, 5);
    must(urn_->flush());
    EXPECT_EQ(count("ballot"), 3);
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>({ 3 }));
    const auto closed = must(urn_->close(three_.campaign_id));
    EXPECT_EQ(closed.ballots, 5);
    EXPECT_EQ(count("ballot"), 0);
    expect_closed_with(three_, 5);
}

TEST_P(UrnTest, what_waits_of_one_campaign_is_carried_when_another_is_due)
{
    begin(three_);
    must(urn_->open_campaign(other_));
    deposit_many(three_, 1, 2);
    for (const auto* word : { "a", "b", "c" })
        EXPECT_EQ(deposit(other_, word), "ok");
    must(urn_->flush());
    EXPECT_EQ(count("ballot"), 3);
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>());
    deposit_many(three_, 1, 3);
    must(urn_->flush());
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>({ 3 }));
    must(urn_->close(three_.campaign_id));
    expect_closed_with(three_, 3);
    EXPECT_EQ(count("ballot"), 3); // the other campaign goes on
}

TEST_P(UrnTest, the_same_bytes_again_are_ok_and_others_are_not)
{
    begin(three_);
    EXPECT_EQ(deposit(three_, "1"), "ok");
    EXPECT_EQ(deposit(three_, "1"), "ok");
    EXPECT_EQ(deposit(three_, "1", record_of("another")), "ballot.other");
    open_urn(); // after a crash too
    EXPECT_EQ(deposit(three_, "1"), "ok");
    EXPECT_EQ(deposit(three_, "1", record_of("another")), "ballot.other");
    deposit_many(three_, 2, 3);
    must(urn_->flush());
    EXPECT_EQ(deposit(three_, "1"), "ok"); // from the database
    EXPECT_EQ(deposit(three_, "1", record_of("another")), "ballot.other");
    open_urn();
    EXPECT_EQ(deposit(three_, "1"), "ok");
    EXPECT_EQ(deposit(three_, "1", record_of("another")), "ballot.other");
    must(urn_->close(three_.campaign_id));
    EXPECT_EQ(deposit(three_, "1"), "ok"); // an answer that was lost on the way, asked again after the end
    EXPECT_EQ(deposit(three_, "1", record_of("another")), "ballot.other");
    expect_closed_with(three_, 3);
}

TEST_P(UrnTest, what_is_not_taken_is_said)
{
    begin(three_, { .shape = { slot_bytes_min, 4 } });
    EXPECT_EQ(deposit(campaign_of("unknown", 3), "1"), "campaign.not_open");
    EXPECT_EQ(deposit(three_, "1", record_of("1", record_bytes + 1)), "ballot.refused");
    EXPECT_EQ(deposit(three_, "1"), "ok");
    for (const auto* word : { "2", "3", "4" })
        EXPECT_EQ(deposit(three_, word), "ok");
    EXPECT_EQ(deposit(three_, "5"), "server.busy");
    must(urn_->flush());
    EXPECT_EQ(deposit(three_, "5"), "ok"); // there is room again
    must(urn_->close(three_.campaign_id));
    EXPECT_EQ(deposit(three_, "6"), "campaign.not_open");
    EXPECT_EQ(urn_->open_campaign(three_).problem().code(), "campaign.not_open");
    expect_closed_with(three_, 5);
}

TEST_P(UrnTest, fewer_than_the_threshold_are_destroyed_and_not_counted)
{
    begin(three_);
    deposit_many(three_, 1, 2);
    const auto closed = must(urn_->close(three_.campaign_id));
    EXPECT_EQ(closed.state, UrnState::Destroyed);
    EXPECT_FALSE(closed.ballots || closed.root || closed.head);
    EXPECT_EQ(count("ballot") + count("closed_ballot") + count("ballot_batch"), 0);
    EXPECT_EQ(deposit(three_, "1"), "campaign.not_open");
    open_urn();
    EXPECT_EQ(deposit(three_, "1"), "campaign.not_open");
    EXPECT_EQ(must(urn_->close(three_.campaign_id)).state, UrnState::Destroyed);
}

TEST_P(UrnTest, a_campaign_is_destroyed_whole)
{
    begin(three_);
    deposit_many(three_, 1, 4);
    must(urn_->flush());
    deposit_many(three_, 5, 5);
    must(urn_->destroy(three_.campaign_id));
    EXPECT_EQ(count("ballot") + count("closed_ballot"), 0);
    EXPECT_EQ(deposit(three_, "6"), "campaign.not_open");
    open_urn();
    EXPECT_EQ(count("ballot"), 0);
}

TEST_P(UrnTest, longer_records_get_larger_slots)
{
    begin(three_);
    deposit_many(three_, 1, 2);
    auto longer = campaign_of("longer", 3);
    longer.record_bytes = 60'000;
    must(urn_->open_campaign(longer));
    for (const auto* word : { "a", "b", "c" })
        EXPECT_EQ(deposit(longer, word, record_of(word, 60'000)), "ok");
    deposit_many(three_, 3, 3);
    open_urn();
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>({ 3 }));
    EXPECT_EQ(batch_sizes(longer), std::vector<std::int64_t>({ 3 }));
    longer.record_bytes = 200'000;
    longer.campaign_id.back() = 'x';
    EXPECT_EQ(urn_->open_campaign(longer).problem().code(), "ballot.refused");
}

TEST_P(UrnTest, one_urn_holds_a_folder)
{
    begin(three_);
    const auto second = Urn::open(*database_, random_, { .folder = folder_ });
    EXPECT_EQ(second.problem().code(), "storage.folder_in_use");
}

struct Crash { };

TEST_P(UrnTest, a_crash_between_any_two_steps_loses_and_doubles_nothing)
{
    for (const bool closing : { false, true })
        for (const auto stage : { UrnStage::FileMade, UrnStage::BatchInserted, UrnStage::RestCarried, UrnStage::OldDestroyed,
                 UrnStage::LogForgotten }) {
            const auto name = std::to_string(static_cast<int>(stage)) + (closing ? " closing" : "");
            const auto due = campaign_of("due " + name, 3);
            const auto rest = campaign_of("rest " + name, 3);
            begin(due);
            must(urn_->open_campaign(rest));
            deposit_many(due, 1, 4);
            deposit_many(rest, 1, 2);
            urn_.reset();
            // The crash comes on the way through the second time: the first is what opening does.
            int reached = -1;
            open_urn({ .shape = { slot_bytes_min, 64 }, .at = [&](UrnStage at) {
                          if (reached >= 0 && at == stage && reached++ == 0)
                              throw Crash();
                      } });
            deposit_many(due, 5, 9);
            reached = 0;
            if (closing)
                EXPECT_THROW(static_cast<void>(urn_->close(due.campaign_id)), Crash) << name;
            else
                EXPECT_THROW(static_cast<void>(urn_->flush()), Crash) << name;
            open_urn();
            for (const auto size : batch_sizes(due))
                EXPECT_GE(size, 3) << name;
            EXPECT_EQ(findings(due), std::vector<std::string>()) << name;
            deposit_many(due, 1, 9); // whoever was not answered sends again
            deposit_many(rest, 1, 2);
            EXPECT_EQ(batch_sizes(rest), std::vector<std::int64_t>());
            EXPECT_EQ(must(urn_->close(due.campaign_id)).ballots, 9) << name;
            expect_closed_with(due, 9);
            deposit_many(rest, 3, 3);
            EXPECT_EQ(must(urn_->close(rest.campaign_id)).ballots, 3) << name;
            expect_closed_with(rest, 3);
            // Nothing is left but the one live file.
            EXPECT_EQ(SlotFile::names(folder_).size(), 1U) << name;
        }
}

TEST_P(UrnTest, a_batch_that_was_committed_without_an_answer_is_not_made_again)
{
    begin(three_);
    deposit_many(three_, 1, 4);
    // As if the connection fell while the database committed: the urn does not know of it.
    must(database_->write([&](Transaction& transaction) {
        std::vector<KeptBallot> batch;
        for (const auto* word : { "1", "2", "3" })
            batch.push_back({ three_.campaign_id, receipt_of(word), record_of(word) });
        return insert_batch(transaction, batch);
    }));
    must(urn_->flush());
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>({ 3 })); // one alone would be a batch of one
    deposit_many(three_, 5, 6);
    must(urn_->flush());
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>({ 3, 3 }));
    EXPECT_EQ(findings(three_), std::vector<std::string>());
}

TEST_P(UrnTest, the_chain_says_what_was_taken_away)
{
    begin(three_);
    deposit_many(three_, 1, 3);
    must(urn_->flush());
    deposit_many(three_, 4, 6);
    must(urn_->flush());
    EXPECT_EQ(findings(three_), std::vector<std::string>());
    const auto altered = [&](const std::string& there, const std::string& back) {
        run(there);
        const auto found = findings(three_).size();
        run(back);
        return found;
    };
    EXPECT_EQ(
        altered("update ballot_batch set ballots = 4 where number = 1", "update ballot_batch set ballots = 3 where number = 1"),
        2U);
    EXPECT_EQ(
        altered("update ballot_batch set number = 3 where number = 2", "update ballot_batch set number = 2 where number = 3"),
        1U);
    EXPECT_EQ(findings(three_), std::vector<std::string>());
    must(urn_->close(three_.campaign_id));
    EXPECT_EQ(findings(three_), std::vector<std::string>());
    run("delete from closed_ballot where receipt = (select min(receipt) from closed_ballot)");
    EXPECT_EQ(findings(three_).size(), 1U);
    run("update urn_campaign set head = root");
    EXPECT_EQ(findings(three_).size(), 2U);
}

TEST_P(UrnTest, everybody_at_once_is_kept_once)
{
    urn_ = must(Urn::open(*database_, random_, { .folder = folder_ }));
    must(urn_->open_campaign(three_));
    std::vector<std::future<int>> people;
    // Each ballot is sent by two at once, and one in ten with other bytes by a third.
    for (int thread = 0; thread < 8; ++thread)
        people.push_back(std::async(std::launch::async, [&, thread] {
            int ok = 0;
            for (int person = 1; person <= 40; ++person) {
                const auto word = std::to_string(person + 40 * (thread / 2));
                ok += deposit(three_, word) == "ok" ? 1 : 0;
                if (person % 10 == 0) {
                    EXPECT_EQ(deposit(three_, word, record_of("x")), "ballot.other");
                }
            }
            return ok;
        }));
    for (auto& each : people)
        EXPECT_EQ(each.get(), 40);
    EXPECT_EQ(must(urn_->close(three_.campaign_id)).ballots, 160);
    expect_closed_with(three_, 160);
    for (const auto size : batch_sizes(three_))
        EXPECT_GE(size, 3);
}

TEST_P(UrnTest, a_crowd_that_fills_the_new_file_keeps_nobody_from_being_carried)
{
    bool is_crowding = false;
    begin(three_, { .shape = { slot_bytes_min, 8 }, .at = [&](UrnStage stage) {
                       // Between the new file and the carrying, others take every slot of it.
                       for (int person = 0; is_crowding && stage == UrnStage::BatchInserted && person < 8; ++person)
                           EXPECT_EQ(deposit(other_, "crowd " + std::to_string(person)), "ok");
                   } });
    must(urn_->open_campaign(other_));
    const auto rest = campaign_of("rest", 3);
    must(urn_->open_campaign(rest));
    deposit_many(rest, 1, 2);
    deposit_many(three_, 1, 4);
    is_crowding = true;
    must(urn_->flush());
    is_crowding = false;
    EXPECT_EQ(deposit(rest, "1"), "ok");
    must(urn_->flush());
    EXPECT_EQ(batch_sizes(other_), std::vector<std::int64_t>({ 8 }));
    EXPECT_EQ(SlotFile::names(folder_).size(), 1U);
    deposit_many(rest, 3, 3);
    EXPECT_EQ(must(urn_->close(rest.campaign_id)).ballots, 3);
    expect_closed_with(rest, 3);
}

TEST_P(UrnTest, a_full_disk_keeps_what_was_acknowledged)
{
    begin(three_);
    deposit_many(three_, 1, 4);
    // No new file may grow beyond 128 KiB.
    ::signal(SIGXFSZ, SIG_IGN);
    struct rlimit before { };
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    auto small = before;
    small.rlim_cur = 1U << 17U;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto refused = urn_->flush();
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.problem().code(), "storage.full");
    EXPECT_EQ(SlotFile::names(folder_).size(), 1U);
    EXPECT_EQ(deposit(three_, "5"), "ok"); // its slot was there before
    must(urn_->flush());
    EXPECT_EQ(must(urn_->close(three_.campaign_id)).ballots, 5);
    expect_closed_with(three_, 5);
}

TEST_P(UrnTest, a_database_without_room_keeps_everybody_waiting)
{
    if (GetParam() == Engine::Postgres)
        GTEST_SKIP() << "another program's disk";
    begin(three_);
    deposit_many(three_, 1, 30);
    urn_.reset();
    auto small = fresh_->settings();
    small.pages_max = must(database_->read([](Reader& reader) { return reader.count("pragma page_count"); })) + 5;
    reopen(small);
    EXPECT_EQ(Urn::open(*database_, random_, { .folder = folder_ }).problem().code(), "storage.full");
    reopen(fresh_->settings());
    open_urn();
    EXPECT_EQ(batch_sizes(three_), std::vector<std::int64_t>({ 30 }));
    must(urn_->close(three_.campaign_id));
    expect_closed_with(three_, 30);
}

TEST_P(UrnTest, the_disk_holds_no_record_and_no_key_of_it_outside_its_batch)
{
    begin(three_);
    deposit_many(three_, 1, 2);
    const auto names = SlotFile::names(folder_);
    ASSERT_EQ(names.size(), 1U);
    const auto bytes_of = [](const std::string& path) {
        std::stringstream bytes;
        bytes << std::ifstream(path, std::ios::binary).rdbuf();
        return bytes.str();
    };
    const auto slots = bytes_of(folder_ + "/" + names[0] + ".slots");
    EXPECT_EQ(slots.size(), 64 * slot_bytes_min);
    for (const auto& trace : { record_of("1").substr(20, 40), receipt_of("1"), three_.campaign_id })
        EXPECT_EQ(slots.find(trace), std::string::npos);
    deposit_many(three_, 3, 3);
    must(urn_->flush());
    EXPECT_FALSE(std::filesystem::exists(folder_ + "/" + names[0] + ".key"));
    EXPECT_FALSE(std::filesystem::exists(folder_ + "/" + names[0] + ".slots"));
    if (GetParam() == Engine::Sqlite) {
        EXPECT_EQ(std::filesystem::file_size(fresh_->folder() + "/etabli.db-wal"), 0U);
        EXPECT_FALSE(database_->read([](Reader& reader) { return reader.query("select rowid from ballot"); }).ok());
        EXPECT_FALSE(database_->read([](Reader& reader) { return reader.query("select rowid from closed_ballot"); }).ok());
    }
}

TEST_P(UrnTest, what_a_crash_left_of_a_file_is_swept)
{
    begin(three_);
    deposit_many(three_, 1, 2);
    urn_.reset();
    for (const auto* name : { "a.slots", "b.gone", "c.new", "d.key" })
        std::ofstream(folder_ + "/" + name) << "half";
    open_urn();
    deposit_many(three_, 1, 3);
    must(urn_->close(three_.campaign_id));
    expect_closed_with(three_, 3);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder_))
        ++files;
    EXPECT_EQ(files, 3U); // the lock, the live file, its key
}

TEST_P(UrnTest, a_key_file_that_somebody_altered_stops_the_start)
{
    begin(three_);
    deposit_many(three_, 1, 2);
    const auto name = SlotFile::names(folder_).front();
    urn_.reset();
    std::ofstream(folder_ + "/" + name + ".key", std::ios::binary) << std::string(48, 'x');
    EXPECT_EQ(Urn::open(*database_, random_, { .folder = folder_ }).problem().code(), "storage.altered");
    EXPECT_TRUE(std::filesystem::exists(folder_ + "/" + name + ".slots"));
}

} // namespace etabli::store

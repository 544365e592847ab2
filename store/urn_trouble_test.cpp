// SPDX-License-Identifier: EUPL-1.2
// store/urn_trouble_test.cpp
//
// The urn when something is wrong underneath: a crash between any two steps, a full disk, a database that does not answer, files that a
// crash left or somebody altered.

#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/resource.h>

#include "tests/support/urn_stories.hpp"

namespace etabli::store {

using namespace tests;

class UrnTrouble : public UrnStories { };
ON_BOTH_ENGINES(UrnTrouble);

struct Crash { };

TEST_P(UrnTrouble, a_crash_between_any_two_steps_loses_and_doubles_nothing)
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

TEST_P(UrnTrouble, a_batch_that_was_committed_without_an_answer_is_not_made_again)
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

TEST_P(UrnTrouble, a_crowd_that_fills_the_new_file_keeps_nobody_from_being_carried)
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

TEST_P(UrnTrouble, a_full_disk_keeps_what_was_acknowledged)
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

TEST_P(UrnTrouble, a_database_without_room_keeps_everybody_waiting)
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

TEST_P(UrnTrouble, what_a_crash_left_of_a_file_is_swept)
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

TEST_P(UrnTrouble, a_key_file_that_somebody_altered_stops_the_start)
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

// SPDX-License-Identifier: EUPL-1.2
// store/urn_test.cpp
//
// What is deposited is kept, once; what enters the database enters with others. On both engines. What goes wrong underneath stands in
// store/urn_trouble_test.cpp.

#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

#include "tests/support/urn_stories.hpp"

namespace etabli::store {

using namespace tests;

class UrnTest : public UrnStories { };
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

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/door_writes_test.cpp
//
// The door, on both engines: a write is whole or nothing, durable when it says so, and never in the way of
// another's.

#include <atomic>
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <set>
#include <thread>

#include "tests/support/both_engines.hpp"

namespace etabli::store {

using namespace std::chrono_literals;
using tests::must;

class DoorWrites : public tests::BothEngines { };
ON_BOTH_ENGINES(DoorWrites);

namespace {

/// Keeps what was announced, and waits for what should be.
class Heard {
public:
    void operator()(const std::string& topic)
    {
        const std::lock_guard lock(guard_);
        topics_.insert(topic);
        changed_.notify_all();
    }
    bool within_five_seconds(const std::string& topic)
    {
        std::unique_lock lock(guard_);
        return changed_.wait_for(lock, 5s, [&] { return topics_.contains(topic); });
    }
    bool already(const std::string& topic)
    {
        const std::lock_guard lock(guard_);
        return topics_.contains(topic);
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    std::set<std::string> topics_;
};

Result<void> insert(Transaction& transaction, const std::string& id)
{
    TRY(transaction.execute("insert into probe (id, number) values (:id, 0)", { { "id", id } }));
    return {};
}

} // namespace

TEST_P(DoorWrites, a_write_that_fails_leaves_nothing)
{
    const auto refused = database_->write([](Transaction& transaction) -> Result<void> {
        TRY(insert(transaction, "a"));
        return Problem("right.missing");
    });
    EXPECT_EQ(refused.problem().code(), "right.missing");
    EXPECT_EQ(count("probe"), 0);
}

TEST_P(DoorWrites, a_write_that_throws_fails_alone_and_gives_its_place_back)
{
    for (int round = 0; round < 20; ++round) {
        const auto thrown = database_->write([](Transaction& transaction) -> Result<void> {
            TRY(insert(transaction, "a"));
            throw std::out_of_range("a list shorter than thought");
        });
        EXPECT_EQ(thrown.problem().code(), "server.internal");
        const auto read = database_->read([](Reader&) -> Result<void> { throw std::out_of_range("again"); });
        EXPECT_EQ(read.problem().code(), "server.internal");
    }
    EXPECT_EQ(count("probe"), 0);
    EXPECT_TRUE(put("a").ok());
}

TEST_P(DoorWrites, a_write_that_overlooks_a_failed_statement_has_failed)
{
    must(put("a"));
    const auto overlooked = database_->write([](Transaction& transaction) -> Result<void> {
        TRY(insert(transaction, "b"));
        static_cast<void>(insert(transaction, "a"));
        return {};
    });
    ASSERT_FALSE(overlooked.ok());
    EXPECT_EQ(overlooked.problem().code(), "duplicate");
    EXPECT_EQ(count("probe where id = 'b'"), 0);
    EXPECT_TRUE(put("b").ok());
}

TEST_P(DoorWrites, what_was_acknowledged_is_there_after_reopening)
{
    for (int index = 0; index < 50; ++index)
        must(put(std::to_string(index)));
    reopen();
    EXPECT_EQ(count("probe"), 50);
    EXPECT_TRUE(must(database_->integrity_findings()).empty());
}

TEST_P(DoorWrites, eight_people_counting_to_fifty_make_four_hundred)
{
    must(put("counter"));
    std::atomic<int> busy = 0;
    std::vector<std::thread> people;
    for (int person = 0; person < 8; ++person)
        people.emplace_back([&] {
            for (int time = 0; time < 50;) {
                const auto wrote = database_->write([](Transaction& transaction) -> Result<void> {
                    const auto now = TRY(transaction.count("select number from probe where id = 'counter'"));
                    TRY(transaction.execute("update probe set number = :next where id = 'counter'", { { "next", now + 1 } }));
                    return {};
                });
                // What is answered "busy" was not counted: the person asks again.
                if (wrote.ok())
                    ++time;
                else if (wrote.problem().is("server.busy"))
                    ++busy;
                else
                    return ADD_FAILURE() << wrote.problem().code() << wrote.problem().detail(), void();
            }
        });
    for (auto& person : people)
        person.join();
    EXPECT_EQ(
        must(database_->read([](Reader& reader) { return reader.count("select number from probe where id = 'counter'"); })),
        400);
    EXPECT_LE(busy, 40) << "one counter for everybody is the worst case, and still mostly goes through";
}

TEST_P(DoorWrites, a_reader_sees_one_moment_while_a_writer_goes_on)
{
    must(put("a"));
    const auto seen = must(database_->read([&](Reader& reader) -> Result<std::pair<std::int64_t, std::int64_t>> {
        const auto before = TRY(reader.count("select count(*) from probe"));
        std::thread([&] { must(put("b")); }).join();
        return std::pair { before, TRY(reader.count("select count(*) from probe")) };
    }));
    EXPECT_EQ(seen.first, 1);
    EXPECT_EQ(seen.second, 1);
    EXPECT_EQ(count("probe"), 2);
}

TEST_P(DoorWrites, a_reader_cannot_write)
{
    const auto wrote = database_->read([](Reader& reader) { return reader.query("insert into probe (id) values ('a')"); });
    EXPECT_FALSE(wrote.ok());
    EXPECT_EQ(count("probe"), 0);
}

TEST_P(DoorWrites, one_too_many_waiting_is_told_to_come_back)
{
    auto settings = fresh_->settings();
    settings.queue_max = 2;
    reopen(settings);
    // SQLite has one writer; PostgreSQL eight connections.
    const int at_work = GetParam() == Engine::Sqlite ? 1 : 8;
    std::latch begun(at_work);
    std::latch go(1);
    std::vector<std::future<bool>> answers;
    for (int index = 0; index < at_work; ++index)
        answers.push_back(std::async(std::launch::async, [&] {
            return database_
                ->write([&, first = true](Transaction& transaction) mutable -> Result<void> {
                    if (std::exchange(first, false))
                        begun.count_down();
                    go.wait();
                    TRY(transaction.count("select 1"));
                    return {};
                })
                .ok();
        }));
    begun.wait();
    std::atomic<int> refused = 0;
    for (int index = 0; index < 4; ++index)
        answers.push_back(std::async(std::launch::async, [&, index] {
            const auto wrote = put("waiting " + std::to_string(index));
            if (!wrote.ok() && wrote.problem().is("server.busy"))
                ++refused;
            return true;
        }));
    for (int round = 0; round < 500 && refused < 2; ++round)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(refused, 2);
    go.count_down();
    for (auto& answer : answers)
        EXPECT_TRUE(answer.get());
    EXPECT_EQ(count("probe"), 2);
}

TEST_P(DoorWrites, one_write_that_breaks_its_word_at_commit_does_not_take_the_others_with_it)
{
    must(put("root"));
    std::latch begun(1);
    std::latch go(1);
    auto first = std::async(std::launch::async, [&] {
        return database_->write([&](Transaction& transaction) -> Result<void> {
            begun.count_down();
            go.wait();
            return insert(transaction, "first");
        });
    });
    begun.wait();
    std::vector<std::future<std::string>> answers;
    for (int index = 0; index < 6; ++index)
        answers.push_back(std::async(std::launch::async, [&, index] {
            const auto wrote = database_->write([&](Transaction& transaction) -> Result<void> {
                TRY(transaction.execute("insert into leaf (id, probe_id, later_id) values (:id, 'root', :later)",
                    { { "id", std::to_string(index) }, { "later", index == 3 ? "nobody" : "root" } }));
                return {};
            });
            return wrote.ok() ? std::string("ok") : std::string(wrote.problem().code());
        }));
    std::this_thread::sleep_for(100ms); // all six wait for the first, and will be one batch
    go.count_down();
    EXPECT_TRUE(first.get().ok());
    for (int index = 0; index < 6; ++index)
        EXPECT_EQ(answers[static_cast<std::size_t>(index)].get(), index == 3 ? "still_referred_to" : "ok");
    EXPECT_EQ(count("leaf"), 5);
}

TEST_P(DoorWrites, an_announcement_is_heard_after_the_commit_and_only_then)
{
    Heard heard;
    database_->on_announced([&](const std::string& topic) { heard(topic); });
    static_cast<void>(database_->write([](Transaction& transaction) -> Result<void> {
        transaction.announce("space:refused");
        return Problem("right.missing");
    }));
    must(database_->write([&](Transaction& transaction) -> Result<void> {
        transaction.announce("space:kept");
        std::this_thread::sleep_for(50ms);
        EXPECT_FALSE(heard.already("space:kept"));
        return insert(transaction, "a");
    }));
    EXPECT_TRUE(heard.within_five_seconds("space:kept"));
    EXPECT_FALSE(heard.already("space:refused"));
    database_->on_announced({});
}

TEST_P(DoorWrites, two_servers_on_one_database_hear_each_other)
{
    if (GetParam() == Engine::Sqlite)
        GTEST_SKIP() << "one folder is held by one server";
    const auto other = fresh_->open();
    Heard heard;
    other->on_announced([&](const std::string& topic) { heard(topic); });
    must(database_->write([](Transaction& transaction) -> Result<void> {
        transaction.announce("space:far");
        return insert(transaction, "a");
    }));
    EXPECT_TRUE(heard.within_five_seconds("space:far"));
}

TEST_P(DoorWrites, a_write_within_a_write_is_refused_rather_than_waited_for)
{
    if (GetParam() == Engine::Postgres)
        GTEST_SKIP() << "each write has its own connection there";
    const auto nested = database_->write([&](Transaction&) -> Result<void> { return put("a"); });
    EXPECT_EQ(nested.problem().code(), "server.internal");
}

} // namespace etabli::store

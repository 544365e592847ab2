// SPDX-License-Identifier: EUPL-1.2
// store/door_trouble_test.cpp
//
// The door when something is wrong underneath: another schema than ours, a full disk, a lost connection, two
// programs opening at once.

#include <future>
#include <latch>

#include <libpq-fe.h>

#include "store/migrations.hpp"
#include "tests/support/both_engines.hpp"

namespace etabli::store {

using tests::must;

class DoorTrouble : public tests::BothEngines {
protected:
    std::string opening()
    {
        database_.reset();
        auto opened = Database::open(fresh_->settings());
        return opened.ok() ? "ok" : std::string(opened.problem().code());
    }
    void do_now(const std::string& sql)
    {
        must(database_->write([&](Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sql));
            return {};
        }));
    }
};
ON_BOTH_ENGINES(DoorTrouble);

TEST_P(DoorTrouble, migrations_are_applied_once)
{
    EXPECT_EQ(opening(), "ok");
    EXPECT_EQ(opening(), "ok");
    database_ = fresh_->open();
    EXPECT_EQ(count("schema_migration"), static_cast<std::int64_t>(migrations().size()));
}

TEST_P(DoorTrouble, a_migration_that_is_not_the_one_applied_stops_the_start)
{
    do_now("update schema_migration set checksum = 'another' where number = 1");
    EXPECT_EQ(opening(), "storage.altered");
}

TEST_P(DoorTrouble, a_database_of_a_later_program_is_left_alone)
{
    do_now("insert into schema_migration (number, name, checksum, applied_at) values (9999, 'later', 'x', 'x')");
    EXPECT_EQ(opening(), "storage.too_new");
}

TEST_P(DoorTrouble, several_opening_at_once_make_one_schema)
{
    const tests::FreshDatabase fresh(GetParam());
    std::latch together(4);
    std::vector<std::future<std::string>> openings;
    for (int index = 0; index < 4; ++index)
        openings.push_back(std::async(std::launch::async, [&] {
            together.arrive_and_wait();
            const auto opened = Database::open(fresh.settings());
            return opened.ok() ? std::string("ok") : std::string(opened.problem().code()) + opened.problem().detail();
        }));
    for (auto& one : openings)
        EXPECT_EQ(one.get(), "ok");
}

TEST_P(DoorTrouble, a_full_disk_is_said_and_loses_nothing)
{
    if (GetParam() == Engine::Postgres)
        GTEST_SKIP() << "another program's disk";
    const auto pages = must(database_->read([](Reader& reader) { return reader.count("pragma page_count"); }));
    auto small = fresh_->settings();
    small.pages_max = pages + 30;
    reopen(small);
    const auto keep = [&](const std::string& name, std::size_t size) {
        return database_->write([&](Transaction& transaction) -> Result<void> {
            TRY(transaction.execute("insert into setting (name, value) values (:name, :value)",
                { { "name", name }, { "value", std::string(size, 'x') } }));
            return {};
        });
    };
    int kept = 0;
    std::string refused;
    for (int index = 0; index < 100 && refused.empty(); ++index) {
        const auto wrote = keep("big " + std::to_string(index), 20'000);
        if (wrote.ok())
            ++kept;
        else
            refused = wrote.problem().code();
    }
    EXPECT_EQ(refused, "storage.full");
    EXPECT_GT(kept, 2);
    // In one batch with one that does not fit, each answers for itself; what was acknowledged is there.
    std::latch begun(1);
    std::latch go(1);
    auto first = std::async(std::launch::async, [&] {
        return database_->write([&](Transaction&) -> Result<void> {
            begun.count_down();
            go.wait();
            return {};
        });
    });
    begun.wait();
    std::vector<std::future<bool>> answers;
    for (int index = 0; index < 5; ++index)
        answers.push_back(std::async(
            std::launch::async, [&, index] { return keep("batch " + std::to_string(index), index == 2 ? 60'000 : 10).ok(); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    go.count_down();
    EXPECT_TRUE(first.get().ok());
    int small_kept = 0;
    for (int index = 0; index < 5; ++index) {
        const bool ok = answers[static_cast<std::size_t>(index)].get();
        EXPECT_EQ(count("setting where name = 'batch " + std::to_string(index) + "'"), ok ? 1 : 0);
        EXPECT_TRUE(index != 2 || !ok);
        small_kept += ok ? 1 : 0;
    }
    EXPECT_EQ(small_kept, 4);
    reopen(fresh_->settings());
    EXPECT_EQ(count("setting where name like 'big %'"), kept);
    EXPECT_TRUE(keep("room again", 200'000).ok());
    EXPECT_TRUE(must(database_->integrity_findings()).empty());
}

TEST_P(DoorTrouble, a_connection_lost_in_the_middle_fails_that_write_alone)
{
    if (GetParam() == Engine::Sqlite)
        GTEST_SKIP() << "there is no connection to lose";
    const auto fell_every_connection = [&] {
        PGconn* connection = PQconnectdb(fresh_->settings().postgres_url.c_str());
        PQclear(PQexec(connection,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> "
            "pg_backend_pid()"));
        PQfinish(connection);
    };
    const auto cut = database_->write([&](Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("insert into probe (id) values ('cut')"));
        fell_every_connection();
        TRY(transaction.execute("insert into probe (id) values ('after')"));
        return {};
    });
    EXPECT_EQ(cut.problem().code(), "storage.unavailable");
    EXPECT_EQ(count("probe"), 0);
    // Several idle connections, all dead: the next to ask do not pay for it.
    std::vector<std::future<bool>> answers;
    for (int round = 0; round < 2; ++round) {
        for (int index = 0; index < 6; ++index)
            answers.push_back(std::async(std::launch::async,
                [&, round, index] { return put("later " + std::to_string(round) + std::to_string(index)).ok(); }));
        for (auto& answer : answers)
            EXPECT_TRUE(answer.get());
        answers.clear();
        fell_every_connection();
    }
    for (int index = 0; index < 6; ++index)
        answers.push_back(std::async(std::launch::async, [&] { return count("probe") == 12; }));
    for (auto& answer : answers)
        EXPECT_TRUE(answer.get());
}

} // namespace etabli::store

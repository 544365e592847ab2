// SPDX-License-Identifier: EUPL-1.2
// tests/support/both_engines.hpp
//
// What the conformance suite of the door stands on: a fresh database per test, on each engine, and a table of
// its own whose columns are what the schema's dialect promises: 64-bit integers, doubles, texts.

#pragma once

#include <optional>

#include "tests/support/databases.hpp"

namespace etabli::tests {

class BothEngines : public testing::TestWithParam<store::Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
            GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
        fresh_.emplace(GetParam());
        database_ = fresh_->open();
        const bool sqlite = GetParam() == store::Engine::Sqlite;
        must(database_->write([&](store::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sqlite
                    ? "create table probe (id text primary key, number integer, ratio real, words text unique) strict"
                    : "create table probe (id text primary key, number bigint, ratio double precision, words text unique)"));
            TRY(transaction.execute(sqlite
                    ? "create table leaf (id text primary key, probe_id text not null references probe (id), "
                      "later_id text references probe (id) deferrable initially deferred) strict"
                    : "create table leaf (id text primary key, probe_id text not null references probe (id), "
                      "later_id text references probe (id) deferrable initially deferred)"));
            return {};
        }));
    }

    void reopen()
    {
        database_.reset();
        database_ = fresh_->open();
    }
    void reopen(const store::DatabaseSettings& settings)
    {
        database_.reset();
        database_ = must(store::Database::open(settings));
    }

    Result<void> put(const std::string& id, std::int64_t number = 0)
    {
        return database_->write([&](store::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(
                "insert into probe (id, number) values (:id, :number)", { { "id", id }, { "number", number } }));
            return {};
        });
    }
    std::int64_t count(const std::string& from_where)
    {
        return must(database_->read([&](store::Reader& reader) { return reader.count("select count(*) from " + from_where); }));
    }

    std::optional<FreshDatabase> fresh_;
    std::unique_ptr<store::Database> database_;
};

#define ON_BOTH_ENGINES(suite)                                                                                                 \
    INSTANTIATE_TEST_SUITE_P(On, suite, ::etabli::tests::both_engines(), ::etabli::tests::engine_name)

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// tests/support/databases.hpp
//
// A fresh database per test, on either engine: a temporary folder for SQLite, a database of its own on the
// server that ETABLI_TEST_POSTGRES names for PostgreSQL.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "store/database.hpp"

namespace etabli::store {

inline void PrintTo(Engine engine, std::ostream* out)
{
    *out << (engine == Engine::Sqlite ? "SQLite" : "PostgreSQL");
}

} // namespace etabli::store

namespace etabli::tests {

class FreshDatabase {
public:
    explicit FreshDatabase(store::Engine engine);
    ~FreshDatabase();
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;

    const store::DatabaseSettings& settings() const { return settings_; }
    const std::string& folder() const { return settings_.folder; }
    std::unique_ptr<store::Database> open() const;

private:
    store::DatabaseSettings settings_;
    std::string postgres_name_;
};

/// PostgreSQL's address for tests; empty when none was given.
std::string postgres_for_tests();

/// For TEST_P: both engines. A test on PostgreSQL calls SKIP_WITHOUT_POSTGRES in its SetUp.
inline auto both_engines()
{
    return testing::Values(store::Engine::Sqlite, store::Engine::Postgres);
}
std::string engine_name(const testing::TestParamInfo<store::Engine>& info);

/// Unwraps, or fails the test with the problem.
template <class T>
T must(Result<T> result)
{
    if (!result.ok()) {
        ADD_FAILURE() << result.problem().code() << ": " << result.problem().detail();
        throw std::runtime_error(std::string(result.problem().code()));
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

} // namespace etabli::tests

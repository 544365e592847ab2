// SPDX-License-Identifier: EUPL-1.2
// store/sqlite_connection.hpp
//
// One SQLite handle behind the Connection door: named parameters bound by name, prepared statements kept,
// SQLite's errors turned into ours.

#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include <sqlite3.h>

#include "store/database.hpp"

namespace etabli::store {

class SqliteConnection final : public Connection {
public:
    /// Only opening meets another program; within the program nobody else writes.
    static constexpr int busy_wait_ms = 5000;

    enum class Access { ReadOnly, ReadWrite };

    static Result<std::unique_ptr<SqliteConnection>> open(const std::string& path, Access access);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Engine engine() const override { return Engine::Sqlite; }
    /// Statements without parameters: pragmas, begin, commit.
    Result<void> run(const char* sql);
    sqlite3* handle() { return handle_; }

protected:
    Result<Rows> run_query(std::string_view sql, const Params& params) override;
    Result<std::int64_t> run_execute(std::string_view sql, const Params& params) override;

private:
    explicit SqliteConnection(sqlite3* handle) : handle_(handle) { }
    /// Of two programs that open a new file at once, each holds what the other wants: SQLite then says "locked" to one
    /// without the busy wait, and that one has to let go and ask again.
    Result<void> turn_to_write_ahead();
    Result<sqlite3_stmt*> prepared(std::string_view sql);
    Result<sqlite3_stmt*> bound(std::string_view sql, const Params& params);
    Problem problem(int outcome) const;

    sqlite3* handle_;
    std::unordered_map<std::string, sqlite3_stmt*> statements_;
};

} // namespace etabli::store

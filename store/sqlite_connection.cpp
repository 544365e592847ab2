// SPDX-License-Identifier: EUPL-1.2
// store/sqlite_connection.cpp

#include "store/sqlite_connection.hpp"

#include <chrono>
#include <thread>

namespace etabli::store {

namespace {

/// Statement texts are constants of the program, a few hundred at most.
constexpr std::size_t statements_max = 512;

int bind(sqlite3_stmt* statement, int index, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, index, *number);
    if (const auto* real = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, index, *real);
    if (const auto* text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return sqlite3_bind_null(statement, index);
}

Value column_value(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return std::int64_t { sqlite3_column_int64(statement, column) };
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
        return nullptr;
    default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
    }
}

} // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& path, Access access)
{
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (access == Access::ReadWrite ? SQLITE_OPEN_CREATE : 0);
    const int outcome = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle));
    if (outcome != SQLITE_OK)
        return connection->problem(outcome);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busy_wait_ms);
    TRY(connection->run("pragma foreign_keys = on"));
    TRY(connection->turn_to_write_ahead());
    TRY(connection->run("pragma synchronous = full"));
    TRY(connection->run("pragma temp_store = memory"));
    // What is destroyed is overwritten in the file, not only forgotten by its index.
    TRY(connection->run("pragma secure_delete = on"));
    TRY(connection->run("pragma cache_size = -16000"));
    // The checkpointer does it, on its own connection, so that no writer waits for it.
    TRY(connection->run("pragma wal_autocheckpoint = 0"));
    if (access == Access::ReadOnly)
        TRY(connection->run("pragma query_only = on"));
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    for (const auto& [sql, statement] : statements_)
        sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

Problem SqliteConnection::problem(int outcome) const
{
    const std::string detail
        = handle_ == nullptr ? std::string("out of memory") : std::string("SQLite: ") + sqlite3_errmsg(handle_);
    switch (outcome) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
        return { "duplicate", detail };
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_TRIGGER: // how "on delete restrict" says it
        return { "still_referred_to", detail };
    default:
        break;
    }
    switch (outcome & 0xFF) {
    case SQLITE_FULL:
        return { "storage.full", detail };
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
        return { "storage.unavailable", detail };
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return { "storage.altered", detail };
    case SQLITE_IOERR:
        return { outcome == SQLITE_IOERR_WRITE ? ProblemCode("storage.full") : ProblemCode("storage.unavailable"), detail };
    default:
        return { "server.internal", detail };
    }
}

Result<void> SqliteConnection::run(const char* sql)
{
    const int outcome = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (outcome != SQLITE_OK)
        return problem(outcome);
    return {};
}

Result<void> SqliteConnection::turn_to_write_ahead()
{
    constexpr auto again_after = std::chrono::milliseconds(5);
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(busy_wait_ms);
    for (;;) {
        const int outcome = sqlite3_exec(handle_, "pragma journal_mode = wal", nullptr, nullptr, nullptr);
        if (outcome == SQLITE_OK)
            return {};
        if ((outcome & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() > until)
            return problem(outcome);
        std::this_thread::sleep_for(again_after);
    }
}

Result<sqlite3_stmt*> SqliteConnection::prepared(std::string_view sql)
{
    if (const auto known = statements_.find(std::string(sql)); known != statements_.end())
        return known->second;
    if (statements_.size() >= statements_max) {
        for (const auto& [text, statement] : statements_)
            sqlite3_finalize(statement);
        statements_.clear();
    }
    sqlite3_stmt* statement = nullptr;
    const int outcome
        = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (outcome != SQLITE_OK)
        return problem(outcome);
    statements_.emplace(std::string(sql), statement);
    return statement;
}

Result<sqlite3_stmt*> SqliteConnection::bound(std::string_view sql, const Params& params)
{
    auto* statement = TRY(prepared(sql));
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    int given = 0;
    for (const auto& param : params) {
        const int index = sqlite3_bind_parameter_index(statement, (":" + param.name).c_str());
        if (index == 0)
            return Problem("server.internal", "the statement has no :" + param.name);
        const int outcome = bind(statement, index, param.value);
        if (outcome != SQLITE_OK)
            return problem(outcome);
        ++given;
    }
    // SQLite would take null for what was forgotten.
    if (given != sqlite3_bind_parameter_count(statement))
        return Problem("server.internal", "the statement was not given every parameter once");
    return statement;
}

Result<Rows> SqliteConnection::run_query(std::string_view sql, const Params& params)
{
    auto* statement = TRY(bound(sql, params));
    Rows result;
    const int columns = sqlite3_column_count(statement);
    for (int column = 0; column < columns; ++column)
        result.columns.emplace_back(sqlite3_column_name(statement, column));
    int outcome = SQLITE_ROW;
    while ((outcome = sqlite3_step(statement)) == SQLITE_ROW) {
        if (result.rows.size() == rows_max) {
            sqlite3_reset(statement);
            return Problem("server.internal", "more rows than a list may have");
        }
        auto& row = result.rows.emplace_back();
        row.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column)
            row.push_back(column_value(statement, column));
    }
    if (outcome != SQLITE_DONE) {
        auto failed = problem(outcome);
        sqlite3_reset(statement);
        return failed;
    }
    sqlite3_reset(statement);
    return result;
}

Result<std::int64_t> SqliteConnection::run_execute(std::string_view sql, const Params& params)
{
    auto* statement = TRY(bound(sql, params));
    const int outcome = sqlite3_step(statement);
    if (outcome != SQLITE_DONE && outcome != SQLITE_ROW) {
        auto failed = problem(outcome);
        sqlite3_reset(statement);
        return failed;
    }
    const auto touched = sqlite3_changes64(handle_);
    sqlite3_reset(statement);
    return touched;
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/postgres_connection.cpp

#include "store/postgres_connection.hpp"

#include <charconv>

namespace etabli::store {

namespace {

constexpr Oid oid_bool = 16;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_float4 = 700;
constexpr Oid oid_float8 = 701;
constexpr Oid oid_numeric = 1700;

bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

Value column_value(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column) != 0)
        return nullptr;
    const std::string_view text(PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column)));
    switch (PQftype(result, column)) {
    case oid_bool:
        return std::int64_t { text == "t" ? 1 : 0 };
    case oid_int2:
    case oid_int4:
    case oid_int8: {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    case oid_numeric: // sums of integers come as numeric
        if (text.find('.') == text.npos) {
            std::int64_t number = 0;
            std::from_chars(text.data(), text.data() + text.size(), number);
            return number;
        }
        [[fallthrough]];
    case oid_float4:
    case oid_float8: {
        double number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    default:
        return std::string(text);
    }
}

std::optional<std::string> as_text(const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto* real = std::get_if<double>(&value))
        return fmt::format("{}", *real);
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return std::nullopt;
}

} // namespace

NumberedStatement numbered(std::string_view sql)
{
    NumberedStatement result;
    bool quoted = false;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        const char c = sql[at];
        if (c == '\'')
            quoted = !quoted;
        const bool starts = !quoted && c == ':' && at + 1 < sql.size() && is_name(sql[at + 1])
            && (at == 0 || (sql[at - 1] != ':' && !is_name(sql[at - 1])));
        if (!starts) {
            result.sql.push_back(c);
            continue;
        }
        std::size_t end = at + 1;
        while (end < sql.size() && is_name(sql[end]))
            ++end;
        const std::string name(sql.substr(at + 1, end - at - 1));
        auto known = std::find(result.names.begin(), result.names.end(), name);
        if (known == result.names.end())
            known = result.names.insert(result.names.end(), name);
        result.sql += "$" + std::to_string(known - result.names.begin() + 1);
        at = end - 1;
    }
    return result;
}

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const std::string& url)
{
    PGconn* handle = PQconnectdb(url.c_str());
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(handle));
    if (PQstatus(handle) != CONNECTION_OK)
        return Problem("storage.unavailable", "PostgreSQL: the connection was refused");
    PQsetNoticeProcessor(
        handle, [](void*, const char*) {}, nullptr);
    TRY(connection->run("set client_encoding = 'UTF8'"));
    TRY(connection->run("set synchronous_commit = on"));
    // A word is common or rare, a place large or small: a plan made for neither reads a whole index (a search of two common
    // words took 60 ms instead of 4). And our readings end at a page: waking helpers or compiling takes longer than they do.
    TRY(connection->run("set plan_cache_mode = force_custom_plan"));
    TRY(connection->run("set max_parallel_workers_per_gather = 0"));
    TRY(connection->run("set jit = off"));
    TRY(connection->run(usual_timeout));
    TRY(connection->run("set idle_in_transaction_session_timeout = '60s'"));
    return connection;
}

PostgresConnection::~PostgresConnection()
{
    PQfinish(handle_);
}

bool PostgresConnection::lost() const
{
    return PQstatus(handle_) != CONNECTION_OK;
}

Problem PostgresConnection::problem(PGresult* result)
{
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    // The primary message names tables and constraints; the values people wrote stand in the detail we leave out.
    const std::string detail = std::string("PostgreSQL: ") + (primary == nullptr ? "connection lost" : primary);
    const std::string_view code = state == nullptr ? "08006" : state;
    if (code == "40001" || code == "40P01") {
        must_retry_ = true;
        return { "server.busy", detail };
    }
    if (code == "23505")
        return { "duplicate", detail };
    if (code == "23503")
        return { "still_referred_to", detail };
    if (code == "53100")
        return { "storage.full", detail };
    if (code.starts_with("08") || code.starts_with("57") || code.starts_with("53") || lost())
        return { "storage.unavailable", detail };
    return { "server.internal", detail };
}

Result<void> PostgresConnection::run(const char* sql)
{
    const Outcome outcome(PQexec(handle_, sql));
    const auto status = PQresultStatus(outcome.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return problem(outcome.get());
    return {};
}

Result<void> PostgresConnection::commit()
{
    const Outcome outcome(PQexec(handle_, "commit"));
    if (PQresultStatus(outcome.get()) != PGRES_COMMAND_OK)
        return problem(outcome.get());
    if (std::string_view(PQcmdStatus(outcome.get())) != "COMMIT")
        return Problem("server.internal", "PostgreSQL: the transaction had been given up");
    return {};
}

Result<const PostgresConnection::Prepared*> PostgresConnection::prepared(std::string_view sql)
{
    if (const auto known = statements_.find(std::string(sql)); known != statements_.end())
        return &known->second;
    auto statement = numbered(sql);
    const auto name = "s" + std::to_string(statements_.size());
    const Outcome outcome(PQprepare(handle_, name.c_str(), statement.sql.c_str(), 0, nullptr));
    if (PQresultStatus(outcome.get()) != PGRES_COMMAND_OK)
        return problem(outcome.get());
    const auto [kept, fresh] = statements_.emplace(std::string(sql), Prepared { name, std::move(statement.names) });
    VERIFY(fresh);
    return &kept->second;
}

Result<PostgresConnection::Outcome> PostgresConnection::ran(std::string_view sql, const Params& params)
{
    const auto* statement = TRY(prepared(sql));
    std::vector<std::optional<std::string>> texts;
    for (const auto& name : statement->params) {
        const auto given = std::find_if(params.begin(), params.end(), [&](const Param& param) { return param.name == name; });
        if (given == params.end())
            return Problem("server.internal", "no value was given for :" + name);
        texts.push_back(as_text(given->value));
    }
    for (const auto& param : params)
        if (std::find(statement->params.begin(), statement->params.end(), param.name) == statement->params.end())
            return Problem("server.internal", "the statement has no :" + param.name);
    std::vector<const char*> values;
    values.reserve(texts.size());
    for (const auto& text : texts)
        values.push_back(text ? text->c_str() : nullptr);
    Outcome outcome(
        PQexecPrepared(handle_, statement->name.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0));
    const auto status = PQresultStatus(outcome.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return problem(outcome.get());
    return outcome;
}

Result<Rows> PostgresConnection::run_query(std::string_view sql, const Params& params)
{
    const auto outcome = TRY(ran(sql, params));
    Rows result;
    const int columns = PQnfields(outcome.get());
    const int rows = PQntuples(outcome.get());
    if (rows > static_cast<int>(rows_max))
        return Problem("server.internal", "more rows than a list may have");
    for (int column = 0; column < columns; ++column)
        result.columns.emplace_back(PQfname(outcome.get(), column));
    result.rows.resize(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            result.rows[static_cast<std::size_t>(row)].push_back(column_value(outcome.get(), row, column));
    return result;
}

Result<std::int64_t> PostgresConnection::run_execute(std::string_view sql, const Params& params)
{
    const auto outcome = TRY(ran(sql, params));
    const std::string_view touched(PQcmdTuples(outcome.get()));
    std::int64_t count = 0;
    std::from_chars(touched.data(), touched.data() + touched.size(), count);
    return count;
}

} // namespace etabli::store

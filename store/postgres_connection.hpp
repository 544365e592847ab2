// SPDX-License-Identifier: EUPL-1.2
// store/postgres_connection.hpp
//
// One PostgreSQL connection behind the Connection door: `:name` rewritten to `$n`, statements prepared once,
// PostgreSQL's errors turned into ours.

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <libpq-fe.h>

#include "store/database.hpp"

namespace etabli::store {

/// A statement with its parameters numbered, and their names in that order.
struct NumberedStatement {
    std::string sql;
    std::vector<std::string> names;
};

/// `:name` becomes `$n`, the same name the same number; quoted texts and `::` are left alone.
NumberedStatement numbered(std::string_view sql);

class PostgresConnection final : public Connection {
public:
    /// Nothing we ask takes seconds; what does is a fault that must not hold a connection for ever.
    static constexpr auto usual_timeout = "set statement_timeout = '30s'";

    static Result<std::unique_ptr<PostgresConnection>> open(const std::string& url);
    ~PostgresConnection() override;
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    Engine engine() const override { return Engine::Postgres; }
    /// Statements without parameters: settings, begin, listen.
    Result<void> run(const char* sql);
    /// PostgreSQL answers "done" to the commit of a transaction it had given up: only "COMMIT" is one.
    Result<void> commit();
    bool lost() const;
    /// True when the last statement failed because two writes met: the whole transaction is to be run again.
    bool must_retry() const { return must_retry_; }
    void forget_retry() { must_retry_ = false; }
    PGconn* handle() { return handle_; }

protected:
    Result<Rows> run_query(std::string_view sql, const Params& params) override;
    Result<std::int64_t> run_execute(std::string_view sql, const Params& params) override;

private:
    struct Prepared {
        std::string name;
        std::vector<std::string> params;
    };
    struct Cleared {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Outcome = std::unique_ptr<PGresult, Cleared>;

    explicit PostgresConnection(PGconn* handle) : handle_(handle) { }
    Result<const Prepared*> prepared(std::string_view sql);
    Result<Outcome> ran(std::string_view sql, const Params& params);
    Problem problem(PGresult* result);

    PGconn* handle_;
    bool must_retry_ = false;
    std::unordered_map<std::string, Prepared> statements_;
};

} // namespace etabli::store

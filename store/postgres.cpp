// SPDX-License-Identifier: EUPL-1.2
// store/postgres.cpp
//
// PostgreSQL behind the door. Each write has its own connection and a serializable transaction, run again when
// two writes met; PostgreSQL groups the commits itself. A lost connection is opened again; what was under way
// is answered `storage.unavailable`, never taken for done. Announcements travel by LISTEN/NOTIFY, so several
// servers may share one database.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <regex>
#include <thread>

#include <poll.h>

#include "store/engines.hpp"
#include "store/migrations.hpp"
#include "store/postgres_connection.hpp"

namespace etabli::store {

namespace {

/// Connections to hold: enough for the workers, few beside PostgreSQL's default of 100.
constexpr std::size_t connections_max = 8;
/// Two writes that keep meeting this often are a fault, not chance.
constexpr int tries_max = 12;
/// One number for the whole program: only one server migrates at a time.
constexpr std::int64_t migration_lock = 7'241'953;
constexpr int listen_wait_ms = 500;

/// The common dialect's integers and reals are 64 bits wide here too.
std::string in_postgres(std::string statement)
{
    static const std::regex integer("\\binteger\\b");
    static const std::regex real("\\breal\\b");
    return std::regex_replace(std::regex_replace(statement, integer, "bigint"), real, "double precision");
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(std::string url) : url_(std::move(url)) { }
    ~PostgresDatabase() override
    {
        stopping_ = true;
        if (listening_.joinable())
            listening_.join();
    }

    Result<void> start()
    {
        auto connection = TRY(PostgresConnection::open(url_));
        TRY(migrate(*connection));
        give_back(std::move(connection));
        ++open_;
        listening_ = std::thread([this] { listen_loop(); });
        return {};
    }

    Engine engine() const override { return Engine::Postgres; }

    void on_announced(std::function<void(const std::string&)> listener) override
    {
        const std::lock_guard lock(listener_guard_);
        listener_ = std::move(listener);
    }

    Result<std::vector<std::string>> integrity_findings() override
    {
        // PostgreSQL checks its references as it writes; what can be wrong is an index marked invalid.
        return read([](Reader& reader) -> Result<std::vector<std::string>> {
            const auto rows = TRY(reader.query(
                "select cast(indexrelid as regclass) || '' as name from pg_index where not indisvalid"));
            std::vector<std::string> findings;
            for (std::size_t row = 0; row < rows.size(); ++row)
                findings.push_back("index " + rows.text(row, "name") + " is not valid");
            return findings;
        });
    }

protected:
    Result<void> run_read(const std::function<Result<void>(Reader&)>& work) override
    {
        for (int attempt = 0;; ++attempt) {
            auto connection = TRY(borrow());
            auto outcome = read_once(*connection, work);
            const bool lost = connection->lost();
            give_back(std::move(connection));
            if (!lost || attempt == 1) // the server may have been restarted since: once more, on a new connection
                return outcome;
        }
    }

    Result<void> run_write(const std::function<Result<void>(Transaction&)>& work) override
    {
        auto connection = TRY(borrow());
        Result<void> outcome;
        bool begun = false;
        for (int attempt = 0; attempt < tries_max; ++attempt) {
            connection->forget_retry();
            begun = false;
            outcome = write_once(*connection, work, begun);
            if (!begun && connection->lost()) { // nothing was asked of it yet: a new one may do
                connection = nullptr;
                auto fresh = PostgresConnection::open(url_);
                if (!fresh.ok()) {
                    lose();
                    return std::move(fresh).problem();
                }
                connection = std::move(fresh).value();
                continue;
            }
            if (!connection->must_retry())
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(SystemRandom().below(4U << std::min(attempt, 5))));
        }
        give_back(std::move(connection));
        return outcome;
    }

private:
    static Result<void> read_once(PostgresConnection& connection, const std::function<Result<void>(Reader&)>& work)
    {
        TRY(connection.run("begin isolation level repeatable read read only"));
        Reader reader(connection);
        auto outcome = work(reader);
        const auto ended = connection.run("rollback");
        if (outcome.ok() && !ended.ok())
            return ended;
        return outcome;
    }

    static Result<void> write_once(
        PostgresConnection& connection, const std::function<Result<void>(Transaction&)>& work, bool& begun)
    {
        TRY(connection.run("begin isolation level serializable"));
        begun = true;
        Transaction transaction(connection);
        auto outcome = work(transaction);
        if (outcome.ok())
            for (const auto& topic : transaction.topics())
                if (auto told = transaction.query("select pg_notify('etabli', :topic)", { { "topic", topic } });
                    !told.ok())
                    outcome = std::move(told).problem();
        if (outcome.ok())
            outcome = connection.run("commit");
        else
            static_cast<void>(connection.run("rollback"));
        return outcome;
    }

    static Result<void> migrate(PostgresConnection& connection)
    {
        const auto lock = "select pg_advisory_lock(" + std::to_string(migration_lock) + ")";
        const auto unlock = "select pg_advisory_unlock(" + std::to_string(migration_lock) + ")";
        TRY(connection.run(lock.c_str()));
        TRY(connection.run(in_postgres(std::string(migration_table)).c_str()));
        Transaction transaction(connection);
        const auto now = SystemClock().now();
        for (const auto& migration : TRY(pending_migrations(transaction))) {
            TRY(connection.run("begin"));
            auto applied = apply(connection, migration, now);
            if (!applied.ok()) {
                static_cast<void>(connection.run("rollback"));
                return applied;
            }
            TRY(connection.run("commit"));
        }
        return connection.run(unlock.c_str());
    }

    static Result<void> apply(PostgresConnection& connection, const Migration& migration, Instant at)
    {
        for (const auto& statement : statements(migration.sql))
            TRY(connection.run(in_postgres(statement).c_str()));
        Transaction transaction(connection);
        return record_migration(transaction, migration, at);
    }

    Result<std::unique_ptr<PostgresConnection>> borrow()
    {
        {
            std::unique_lock lock(guard_);
            free_.wait(lock, [this] { return !idle_.empty() || open_ < connections_max; });
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
            ++open_;
        }
        auto connection = PostgresConnection::open(url_);
        if (!connection.ok())
            lose();
        return connection;
    }

    void give_back(std::unique_ptr<PostgresConnection> connection)
    {
        if (connection->lost())
            return lose();
        {
            const std::lock_guard lock(guard_);
            idle_.push_back(std::move(connection));
        }
        free_.notify_one();
    }

    void lose()
    {
        {
            const std::lock_guard lock(guard_);
            --open_;
        }
        free_.notify_one();
    }

    void listen_loop()
    {
        std::unique_ptr<PostgresConnection> connection;
        while (!stopping_) {
            if (!connection || connection->lost()) {
                connection = nullptr;
                auto opened = PostgresConnection::open(url_);
                if (!opened.ok() || !opened.value()->run("listen etabli").ok()) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(listen_wait_ms));
                    continue;
                }
                connection = std::move(opened).value();
            }
            pollfd waiting { PQsocket(connection->handle()), POLLIN, 0 };
            ::poll(&waiting, 1, listen_wait_ms);
            PQconsumeInput(connection->handle());
            while (PGnotify* told = PQnotifies(connection->handle())) {
                tell(told->extra);
                PQfreemem(told);
            }
        }
    }

    void tell(const std::string& topic)
    {
        const std::lock_guard lock(listener_guard_);
        if (listener_)
            listener_(topic);
    }

    std::string url_;
    std::mutex guard_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    std::size_t open_ = 0;

    std::atomic<bool> stopping_ = false;
    std::thread listening_;
    std::mutex listener_guard_;
    std::function<void(const std::string&)> listener_;
};

} // namespace

Result<std::unique_ptr<Database>> open_postgres(const DatabaseSettings& settings)
{
    auto database = std::make_unique<PostgresDatabase>(settings.postgres_url);
    TRY(database->start());
    return std::unique_ptr<Database>(std::move(database));
}

} // namespace etabli::store

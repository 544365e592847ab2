// SPDX-License-Identifier: EUPL-1.2
// store/postgres.cpp
//
// PostgreSQL behind the door. Each write has its own connection and a serializable transaction, run again when
// two writes met; PostgreSQL groups the commits itself. A lost connection is opened again; what was under way
// is answered `storage.unavailable`, never taken for done. Announcements travel by LISTEN/NOTIFY, so several
// servers may share one database.

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <regex>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

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
constexpr int listen_again_ms = 500;
constexpr int listen_look_ms = 60'000;

/// The common dialect's integers and reals are 64 bits wide here too.
std::string in_postgres(std::string statement)
{
    static const std::regex integer("\\binteger\\b");
    static const std::regex real("\\breal\\b");
    return std::regex_replace(std::regex_replace(statement, integer, "bigint"), real, "double precision");
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const DatabaseSettings& settings)
        : url_(settings.postgres_url)
        , opening_(settings.opening)
        , waiting_max_(settings.queue_max)
        , stop_listening_(::eventfd(0, EFD_CLOEXEC))
    {
    }
    ~PostgresDatabase() override
    {
        stopping_ = true;
        const std::uint64_t once = 1;
        static_cast<void>(::write(stop_listening_, &once, sizeof once) == 0);
        if (listening_.joinable())
            listening_.join();
        ::close(stop_listening_);
    }

    Result<void> start()
    {
        auto connection = TRY(PostgresConnection::open(url_));
        if (opening_ == Opening::AsItIs)
            TRY(as_it_is(*connection));
        else
            TRY(migrate(*connection));
        give_back(std::move(connection));
        ++open_;
        // Listening before anybody can announce: nothing said from now on is missed.
        listener_connection_ = TRY(listening_connection());
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
            const auto rows
                = TRY(reader.query("select cast(indexrelid as regclass) || '' as name from pg_index where not indisvalid"));
            std::vector<std::string> findings;
            for (std::size_t row = 0; row < rows.size(); ++row)
                findings.push_back("index " + rows.text(row, "name") + " is not valid");
            return findings;
        });
    }

    /// PostgreSQL's log is its own: it is reused in time, and whoever archives it keeps it (docs/threat-model.md).
    Result<void> forget_log() override { return {}; }

    /// What was deleted stays in the table's file until it is written anew.
    Result<void> rewrite(const std::string& table) override
    {
        const auto tables = table_names();
        VERIFY(std::find(tables.begin(), tables.end(), table) != tables.end());
        auto connection = TRY(borrow());
        auto outcome = connection->run("set statement_timeout = 0"); // a large table takes the time it takes
        if (outcome.ok())
            outcome = connection->run(("vacuum (full) " + table).c_str());
        const auto as_before = connection->run(PostgresConnection::usual_timeout);
        give_back(std::move(connection));
        if (outcome.ok() && !as_before.ok())
            return as_before;
        return outcome;
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
            connection->forget_failure();
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
        if (outcome.ok() && connection.failure())
            outcome = *connection.failure();
        if (outcome.ok())
            for (const auto& topic : transaction.topics())
                if (auto told = transaction.query("select pg_notify('etabli', :topic)", { { "topic", topic } }); !told.ok())
                    outcome = std::move(told).problem();
        if (outcome.ok())
            outcome = connection.commit();
        else
            static_cast<void>(connection.run("rollback"));
        return outcome;
    }

    static Result<void> as_it_is(PostgresConnection& connection)
    {
        Reader reader(connection);
        return nothing_pending(reader);
    }

    static Result<void> migrate(PostgresConnection& connection)
    {
        const auto lock = "select pg_advisory_lock(" + std::to_string(migration_lock) + ")";
        const auto unlock = "select pg_advisory_unlock(" + std::to_string(migration_lock) + ")";
        // A migration of a large table takes the time it takes, and so does waiting for another server's.
        TRY(connection.run("set statement_timeout = 0"));
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
            TRY(connection.commit());
        }
        TRY(connection.run(unlock.c_str()));
        return connection.run(PostgresConnection::usual_timeout);
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
            if (waiting_ >= waiting_max_)
                return Problem("server.busy", "too many wait for a connection");
            ++waiting_;
            free_.wait(lock, [this] { return !idle_.empty() || open_ < connections_max; });
            --waiting_;
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

    /// A connection fell; those that slept beside it fell with it when the server restarted.
    void lose_the_idle()
    {
        std::vector<std::unique_ptr<PostgresConnection>> closed;
        {
            const std::lock_guard lock(guard_);
            closed.swap(idle_);
            open_ -= closed.size();
        }
        free_.notify_all();
    }

    void lose()
    {
        {
            const std::lock_guard lock(guard_);
            --open_;
        }
        lose_the_idle();
    }

    Result<std::unique_ptr<PostgresConnection>> listening_connection()
    {
        auto connection = TRY(PostgresConnection::open(url_));
        TRY(connection->run("listen etabli"));
        return connection;
    }

    void listen_loop()
    {
        auto& connection = listener_connection_;
        while (!stopping_) {
            if (!connection || connection->lost()) {
                auto opened = listening_connection();
                connection = opened.ok() ? std::move(opened).value() : nullptr;
            }
            std::array<pollfd, 2> awaited { pollfd { stop_listening_, POLLIN, 0 },
                pollfd { connection ? PQsocket(connection->handle()) : -1, POLLIN, 0 } };
            // Without a connection, half a second before the next try.
            ::poll(awaited.data(), awaited.size(), connection ? listen_look_ms : listen_again_ms);
            if (!connection)
                continue;
            PQconsumeInput(connection->handle());
            while (PGnotify* told = PQnotifies(connection->handle())) {
                tell(told->extra);
                PQfreemem(told);
            }
        }
        connection = nullptr;
    }

    void tell(const std::string& topic)
    {
        const std::lock_guard lock(listener_guard_);
        if (listener_)
            listener_(topic);
    }

    std::string url_;
    Opening opening_;
    std::mutex guard_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    std::size_t open_ = 0;
    std::size_t waiting_ = 0;
    std::size_t waiting_max_;

    std::atomic<bool> stopping_ = false;
    int stop_listening_;
    std::unique_ptr<PostgresConnection> listener_connection_; // the listening thread's, once it runs
    std::thread listening_;
    std::mutex listener_guard_;
    std::function<void(const std::string&)> listener_;
};

} // namespace

Result<std::unique_ptr<Database>> open_postgres(const DatabaseSettings& settings)
{
    auto database = std::make_unique<PostgresDatabase>(settings);
    TRY(database->start());
    return std::unique_ptr<Database>(std::move(database));
}

} // namespace etabli::store

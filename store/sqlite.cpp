// SPDX-License-Identifier: EUPL-1.2
// store/sqlite.cpp
//
// SQLite behind the door. One writer thread gathers what is waiting into one durable transaction (WAL,
// synchronous=FULL), one savepoint per write, and answers everybody after the commit. There is no timer: the
// previous commit is the gathering window, so a lone write commits at once. Readers run beside it on their own
// connections; a checkpointer of its own keeps the write-ahead log bounded.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <future>
#include <mutex>
#include <regex>
#include <thread>

#include <sys/stat.h>

#include "store/engines.hpp"
#include "store/migrations.hpp"
#include "store/sqlite_connection.hpp"

namespace etabli::store {

namespace {

using Work = std::function<Result<void>(Transaction&)>;

/// One transaction gathers at most this many writes: about 2 ms of work, so that nobody waits long for others.
constexpr std::size_t batch_max = 128;
/// Above this the writer itself empties the log: under sustained load the passive checkpointer never catches up.
constexpr std::uintmax_t wal_bytes_max = 64ULL << 20U;
constexpr std::uintmax_t wal_bytes_checkpoint = 4ULL << 20U;
constexpr auto checkpoint_every = std::chrono::milliseconds(250);
constexpr int restart_wait_ms = 50;
constexpr auto restart_again_after = std::chrono::seconds(1);

struct Waiting {
    const Work* work;
    std::promise<Result<void>> answer;
    std::vector<std::string> topics;
    std::optional<Result<void>> outcome;
};

/// What people said without a name, and ballots. A row number would tell in what order it was written: these tables have none
/// and lie in the order of their random keys.
constexpr std::string_view tables_without_order = "space_phone|waiting_contribution|spent_contribution|contribution|idea|"
                                                  "sentence_reaction|urn_campaign|ballot|closed_ballot|ballot_batch|"
                                                  "voter_code|evaluation_phone|evaluation_activity|"
                                                  "evaluation_lines|evaluation_picks|evaluation_look";

/// strict tables: SQLite then refuses a text in an integer column, as PostgreSQL does.
std::string in_sqlite(std::string statement)
{
    static const std::regex create_table("^\\s*create table");
    static const std::regex without_order(
        "^\\s*create table (" + std::string(tables_without_order) + ") \\(", std::regex::ECMAScript);
    if (std::regex_search(statement, create_table) && statement.find("using fts5") == statement.npos)
        statement += std::regex_search(statement, without_order) ? " strict, without rowid" : " strict";
    return statement;
}

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(std::string path, const DatabaseSettings& settings)
        : path_(std::move(path))
        , queue_max_(settings.queue_max)
        , pages_max_(settings.pages_max)
        , opening_(settings.opening)
    {
    }
    ~SqliteDatabase() override { stop(); }

    Result<void> start(int readers)
    {
        writer_ = TRY(SqliteConnection::open(path_, SqliteConnection::Access::ReadWrite));
        if (pages_max_ > 0)
            TRY(writer_->run(("pragma max_page_count = " + std::to_string(pages_max_)).c_str()));
        TRY(migrate());
        checkpointer_ = TRY(SqliteConnection::open(path_, SqliteConnection::Access::ReadWrite));
        for (int index = 0; index < readers; ++index)
            idle_readers_.push_back(TRY(SqliteConnection::open(path_, SqliteConnection::Access::ReadOnly)));
        writing_ = std::thread([this] { write_loop(); });
        checkpointing_ = std::thread([this] { checkpoint_loop(); });
        return {};
    }

    Engine engine() const override { return Engine::Sqlite; }

    void on_announced(std::function<void(const std::string&)> listener) override
    {
        const std::lock_guard lock(listener_guard_);
        listener_ = std::move(listener);
    }

    Result<void> forget_log() override
    {
        const std::lock_guard lock(checkpointer_guard_);
        sqlite3_busy_timeout(checkpointer_->handle(), restart_wait_ms);
        const int outcome
            = sqlite3_wal_checkpoint_v2(checkpointer_->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_busy_timeout(checkpointer_->handle(), SqliteConnection::busy_wait_ms);
        if (outcome != SQLITE_OK)
            return Problem("server.busy", "the log is being read");
        return {};
    }

    /// secure_delete has overwritten what left the table; only the log still has it.
    Result<void> rewrite(const std::string&) override { return forget_log(); }

    Result<std::vector<std::string>> integrity_findings() override
    {
        return read([](Reader& reader) -> Result<std::vector<std::string>> {
            std::vector<std::string> findings;
            const auto integrity = TRY(reader.query("pragma integrity_check"));
            for (std::size_t row = 0; row < integrity.size(); ++row)
                if (const auto text = integrity.text(row, "integrity_check"); text != "ok")
                    findings.push_back(text);
            const auto links = TRY(reader.query("pragma foreign_key_check"));
            for (std::size_t row = 0; row < links.size(); ++row)
                findings.push_back("a row of " + links.text(row, "table") + " refers to nothing");
            return findings;
        });
    }

protected:
    Result<void> run_read(const std::function<Result<void>(Reader&)>& work) override
    {
        auto connection = borrow_reader();
        auto begun = connection->run("begin");
        auto outcome = begun.ok() ? [&] {
            Reader reader(*connection);
            return work(reader);
        }() : begun;
        const auto ended = connection->run("rollback");
        give_back(std::move(connection));
        if (outcome.ok() && !ended.ok())
            return ended;
        return outcome;
    }

    Result<void> run_write(const Work& work) override
    {
        if (std::this_thread::get_id() == writing_.get_id())
            return Problem("server.internal", "a write was asked within a write");
        Waiting waiting { &work, {}, {}, {} };
        auto answer = waiting.answer.get_future();
        {
            const std::lock_guard lock(guard_);
            if (stopping_)
                return Problem("storage.unavailable", "the database is closing");
            if (queue_.size() >= queue_max_)
                return Problem("server.busy", "too many writes waiting");
            queue_.push_back(&waiting);
        }
        wake_.notify_one();
        return answer.get();
    }

private:
    Result<void> migrate()
    {
        Transaction transaction(*writer_);
        if (opening_ == Opening::AsItIs)
            return nothing_pending(transaction);
        TRY(writer_->run(std::string(migration_table).c_str()));
        const auto before = TRY(pending_migrations(transaction));
        if (before.empty())
            return {};
        const bool has_data = before.size() < migrations().size();
        if (has_data)
            TRY(keep_a_copy(before.front().number));
        TRY(writer_->run("begin immediate"));
        auto applied = apply_pending(transaction);
        if (!applied.ok()) {
            static_cast<void>(writer_->run("rollback"));
            return applied;
        }
        return writer_->run("commit");
    }

    /// All or none. Asked again now that nobody else can write: another program may have applied them meanwhile.
    static Result<void> apply_pending(Transaction& transaction)
    {
        const auto now = SystemClock().now();
        for (const auto& migration : TRY(pending_migrations(transaction)))
            TRY(apply(transaction, migration, now));
        return {};
    }

    static Result<void> apply(Transaction& transaction, const Migration& migration, Instant at)
    {
        for (const auto& statement : statements(migration.sql))
            TRY(transaction.execute(in_sqlite(statement)));
        return record_migration(transaction, migration, at);
    }

    /// Before the schema changes under real data, the file as it was.
    Result<void> keep_a_copy(int before)
    {
        const auto copy = path_ + ".before-" + std::to_string(before);
        std::error_code ignored;
        std::filesystem::remove(copy, ignored);
        TRY(writer_->execute("vacuum into :copy", { { "copy", copy } }));
        return {};
    }

    void write_loop()
    {
        std::unique_lock lock(guard_);
        while (true) {
            wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty())
                return;
            std::vector<Waiting*> batch;
            while (!queue_.empty() && batch.size() < batch_max) {
                batch.push_back(queue_.front());
                queue_.pop_front();
            }
            lock.unlock();
            run_batch(batch);
            lock.lock();
        }
    }

    void run_batch(const std::vector<Waiting*>& batch)
    {
        const auto committed = commit_together(batch);
        // A reference that one write did not keep, or a disk that one filled, fails the commit of all: each then
        // answers for itself.
        if (!committed.ok() && batch.size() > 1) {
            for (auto* waiting : batch)
                run_batch({ waiting });
            return;
        }
        for (auto* waiting : batch) {
            const bool own_failure = waiting->outcome && !waiting->outcome->ok();
            Result<void> outcome = committed.ok() || own_failure ? *std::move(waiting->outcome) : committed;
            const auto topics = outcome.ok() ? std::move(waiting->topics) : std::vector<std::string>();
            waiting->answer.set_value(std::move(outcome)); // `waiting` may be gone from here on
            tell(topics);
        }
        bound_the_log();
    }

    /// A long read, a backup, keeps the log from being emptied: everybody's writes then wait a moment for it, not the
    /// five seconds of a busy database, and not at every batch.
    void bound_the_log()
    {
        const auto now = std::chrono::steady_clock::now();
        std::error_code error;
        if (now < next_restart_ || std::filesystem::file_size(path_ + "-wal", error) <= wal_bytes_max || error)
            return;
        sqlite3_busy_timeout(writer_->handle(), restart_wait_ms);
        const int outcome = sqlite3_wal_checkpoint_v2(writer_->handle(), nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
        sqlite3_busy_timeout(writer_->handle(), SqliteConnection::busy_wait_ms);
        if (outcome != SQLITE_OK)
            next_restart_ = now + restart_again_after;
    }

    Result<void> commit_together(const std::vector<Waiting*>& batch)
    {
        TRY(writer_->run("begin immediate"));
        for (auto* waiting : batch) {
            waiting->outcome = run_one(*waiting);
            // A full disk or a failing device makes SQLite give up the whole transaction, not the one statement:
            // going on would commit what follows on its own, without what came before.
            if (given_up())
                return waiting->outcome->ok() ? Problem("storage.unavailable") : waiting->outcome->problem();
        }
        auto committed = writer_->run("commit");
        if (!committed.ok() && !given_up())
            static_cast<void>(writer_->run("rollback"));
        return committed;
    }

    bool given_up() { return sqlite3_get_autocommit(writer_->handle()) != 0; }

    Result<void> run_one(Waiting& waiting)
    {
        TRY(writer_->run("savepoint one"));
        Transaction transaction(*writer_);
        writer_->forget_failure();
        auto outcome = (*waiting.work)(transaction);
        if (outcome.ok() && writer_->failure())
            outcome = *writer_->failure();
        if (!outcome.ok()) {
            if (given_up())
                return outcome;
            TRY(writer_->run("rollback to one"));
            TRY(writer_->run("release one"));
            return outcome;
        }
        TRY(writer_->run("release one"));
        waiting.topics = transaction.topics();
        return {};
    }

    void tell(const std::vector<std::string>& topics)
    {
        const std::lock_guard lock(listener_guard_);
        if (listener_)
            for (const auto& topic : topics)
                listener_(topic);
    }

    void checkpoint_loop()
    {
        std::unique_lock lock(guard_);
        while (!stopping_) {
            wake_checkpointer_.wait_for(lock, checkpoint_every);
            lock.unlock();
            std::error_code error;
            if (std::filesystem::file_size(path_ + "-wal", error) > wal_bytes_checkpoint && !error) {
                const std::lock_guard checkpointing(checkpointer_guard_);
                sqlite3_wal_checkpoint_v2(checkpointer_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
            }
            lock.lock();
        }
    }

    std::unique_ptr<SqliteConnection> borrow_reader()
    {
        std::unique_lock lock(readers_guard_);
        reader_free_.wait(lock, [this] { return !idle_readers_.empty(); });
        auto connection = std::move(idle_readers_.back());
        idle_readers_.pop_back();
        return connection;
    }

    void give_back(std::unique_ptr<SqliteConnection> connection)
    {
        {
            const std::lock_guard lock(readers_guard_);
            idle_readers_.push_back(std::move(connection));
        }
        reader_free_.notify_one();
    }

    void stop()
    {
        {
            const std::lock_guard lock(guard_);
            stopping_ = true;
        }
        wake_.notify_all();
        wake_checkpointer_.notify_all();
        if (writing_.joinable())
            writing_.join();
        if (checkpointing_.joinable())
            checkpointing_.join();
    }

    std::string path_;
    std::size_t queue_max_;
    std::int64_t pages_max_;
    Opening opening_;
    std::unique_ptr<SqliteConnection> writer_;
    std::mutex checkpointer_guard_;
    std::unique_ptr<SqliteConnection> checkpointer_;

    std::chrono::steady_clock::time_point next_restart_ {}; // the writer's own

    std::mutex guard_;
    std::condition_variable wake_;
    std::condition_variable wake_checkpointer_;
    std::deque<Waiting*> queue_;
    bool stopping_ = false;
    std::thread writing_;
    std::thread checkpointing_;

    std::mutex readers_guard_;
    std::condition_variable reader_free_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;

    std::mutex listener_guard_;
    std::function<void(const std::string&)> listener_;
};

} // namespace

Result<std::unique_ptr<Database>> open_sqlite(const DatabaseSettings& settings)
{
    const auto path = settings.folder + "/etabli.db";
    // The file holds what people said: only its owner may read it.
    const auto mask = ::umask(0077);
    auto database = std::make_unique<SqliteDatabase>(path, settings);
    auto started = database->start(settings.readers);
    ::umask(mask);
    if (!started.ok())
        return std::move(started).problem();
    return std::unique_ptr<Database>(std::move(database));
}

} // namespace etabli::store

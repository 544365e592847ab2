// SPDX-License-Identifier: EUPL-1.2
// store/database.hpp
//
// The one door to the database, whichever engine stands behind it. Reading happens in a Reader, a consistent
// view; writing in a Transaction, which is durable when `write` has returned ok, or has left nothing behind.
//
// A write may be run more than once (PostgreSQL asks for it when two writes meet): it must touch nothing
// outside its transaction. A write rechecks rights and version inside itself.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"
#include "store/values.hpp"

namespace etabli::store {

enum class Engine { Sqlite, Postgres };

/// What an engine's connection can do. Implemented once per engine; nobody else needs it.
class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;

    Result<Rows> query(std::string_view sql, const Params& params)
    {
        if (auto problem = unstorable(params))
            return noted<Rows>(*std::move(problem));
        return noted<Rows>(run_query(sql, params));
    }
    /// How many rows were touched.
    Result<std::int64_t> execute(std::string_view sql, const Params& params)
    {
        if (auto problem = unstorable(params))
            return noted<std::int64_t>(*std::move(problem));
        return noted<std::int64_t>(run_execute(sql, params));
    }

    /// The first statement that failed. A write in which a statement failed has failed, whatever its function made
    /// of it: PostgreSQL has given the transaction up by then, and SQLite must not do otherwise.
    const std::optional<Problem>& failure() const { return failure_; }
    void forget_failure() { failure_.reset(); }

protected:
    virtual Result<Rows> run_query(std::string_view sql, const Params& params) = 0;
    virtual Result<std::int64_t> run_execute(std::string_view sql, const Params& params) = 0;

private:
    template <class T>
    Result<T> noted(Result<T> outcome)
    {
        if (!outcome.ok() && !failure_)
            failure_ = outcome.problem();
        return outcome;
    }

    std::optional<Problem> failure_;
};

/// No list leaves the database longer than this: a screen shows fifty, an export pages.
inline constexpr std::size_t rows_max = 20'000;

class Reader {
public:
    explicit Reader(Connection& connection) : connection_(connection) { }

    Engine engine() const { return connection_.engine(); }
    Result<Rows> query(std::string_view sql, const Params& params = {}) { return connection_.query(sql, params); }

    template <Described T>
    Result<std::vector<T>> all(std::string_view sql, const Params& params = {})
    {
        return records<T>(TRY(connection_.query(sql, params)));
    }
    template <Described T>
    Result<std::optional<T>> find(std::string_view sql, const Params& params = {})
    {
        auto found = TRY(all<T>(sql, params));
        if (found.empty())
            return std::optional<T>();
        return std::optional<T>(std::move(found.front()));
    }
    /// The record, or `not_found`.
    template <Described T>
    Result<T> load(std::string_view sql, const Params& params = {})
    {
        auto found = TRY(find<T>(sql, params));
        if (!found)
            return Problem("not_found");
        return *std::move(found);
    }
    Result<std::int64_t> count(std::string_view sql, const Params& params = {});

protected:
    Connection& connection_;
};

class Transaction : public Reader {
public:
    using Reader::Reader;

    Result<std::int64_t> execute(std::string_view sql, const Params& params = {}) { return connection_.execute(sql, params); }
    /// One row, its columns named by the fields of T.
    template <Described T>
    Result<void> insert(std::string_view table, const T& record)
    {
        std::string columns;
        std::string values;
        Params params;
        for_each_field<T>([&](const auto& each) {
            columns += (columns.empty() ? "" : ", ") + std::string(each.name);
            values += (values.empty() ? ":" : ", :") + std::string(each.name);
            params.emplace_back(each.name, record.*each.member);
        });
        TRY(execute("insert into " + std::string(table) + " (" + columns + ") values (" + values + ")", params));
        return {};
    }
    /// The whole record, found by its `id`; nothing is checked, use it after a version check.
    template <Described T>
    Result<void> update(std::string_view table, const T& record)
    {
        std::string assignments;
        Params params;
        for_each_field<T>([&](const auto& each) {
            if (each.name != "id")
                assignments += (assignments.empty() ? "" : ", ") + std::string(each.name) + " = :" + std::string(each.name);
            params.emplace_back(each.name, record.*each.member);
        });
        const auto touched = TRY(execute("update " + std::string(table) + " set " + assignments + " where id = :id", params));
        if (touched != 1)
            return Problem("not_found");
        return {};
    }

    /// Tells live screens, once the write is durable, that what they show under `topic` has changed.
    void announce(std::string topic) { topics_.push_back(std::move(topic)); }
    const std::vector<std::string>& topics() const { return topics_; }

private:
    std::vector<std::string> topics_;
};

/// A server brings the schema up to date; a tool that only looks leaves it alone, and says so when it is not.
enum class Opening { BringUpToDate, AsItIs };

struct DatabaseSettings {
    /// The data folder (always), and a PostgreSQL address when that engine is wanted.
    std::string folder;
    std::string postgres_url;
    int readers = 4; // as many as there are workers that may read at once on two cores, doubled
    /// Writes waiting at once; one more is answered `server.busy`: about half a second of work.
    std::size_t queue_max = 1024;
    /// SQLite alone: the most pages of 4 KiB the file may take; 0 for as many as the disk has.
    std::int64_t pages_max = 0;
    Opening opening = Opening::BringUpToDate;
};

class Database {
public:
    /// Reads and writes nest like this and no other way: a read may be asked within a write, never a write within a
    /// write.
    ///
    /// Opens, and brings the schema up to date. `storage.too_new` when a later version of Établi wrote it.
    static Result<std::unique_ptr<Database>> open(const DatabaseSettings& settings);

    virtual ~Database() = default;
    virtual Engine engine() const = 0;

    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work, Reader&>
    {
        using Outcome = std::invoke_result_t<Work, Reader&>;
        std::optional<Outcome> outcome;
        auto ran = run_read([&](Reader& reader) -> Result<void> {
            try {
                outcome.emplace(work(reader));
                return {};
            } catch (const std::exception& thrown) {
                return Problem("server.internal", thrown.what());
            }
        });
        return finished<Outcome>(std::move(ran), std::move(outcome));
    }

    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work, Transaction&>
    {
        using Outcome = std::invoke_result_t<Work, Transaction&>;
        std::optional<Outcome> outcome;
        // Nothing a write throws may reach the thread that writes for everybody.
        auto ran = run_write([&](Transaction& transaction) -> Result<void> {
            try {
                outcome.emplace(work(transaction));
            } catch (const std::exception& thrown) {
                return Problem("server.internal", thrown.what());
            }
            if (!outcome->ok())
                return outcome->problem();
            return {};
        });
        return finished<Outcome>(std::move(ran), std::move(outcome));
    }

    /// Called, from some thread, with each topic announced here or by another server on the same database.
    virtual void on_announced(std::function<void(const std::string& topic)> listener) = 0;

    /// What was committed leaves the engine's log, where it lies in the order in which it was written. `server.busy` when
    /// somebody reads it: to be asked again.
    virtual Result<void> forget_log() = 0;
    /// What was deleted from this table leaves the disk, as far as the engine can: see forget_log. Never within a write.
    virtual Result<void> rewrite(const std::string& table) = 0;

    /// What `etabli doctor` asks of the engine: a list of plain findings, empty when all is well.
    virtual Result<std::vector<std::string>> integrity_findings() = 0;

protected:
    virtual Result<void> run_read(const std::function<Result<void>(Reader&)>& work) = 0;
    virtual Result<void> run_write(const std::function<Result<void>(Transaction&)>& work) = 0;

private:
    template <class Outcome>
    static Outcome finished(Result<void> ran, std::optional<Outcome> outcome)
    {
        if (!ran.ok())
            return std::move(ran).problem();
        VERIFY(outcome.has_value());
        return *std::move(outcome);
    }
};

} // namespace etabli::store

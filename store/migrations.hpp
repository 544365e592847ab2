// SPDX-License-Identifier: EUPL-1.2
// store/migrations.hpp
//
// The schema's history. Migrations are only added: one that was applied and has changed since stops the start.
// Schema files are written once, in a common dialect: `text`, `integer`, `real`; each engine's file says how it
// reads them (64-bit integers and doubles on both; strict tables on SQLite).

#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct Migration {
    int number;
    std::string name;
    std::string sql;
};

/// In order. Generated from store/schema/*.sql at build.
const std::vector<Migration>& migrations();

/// Every table, in the order in which they are created: what refers comes after what it refers to.
std::vector<std::string> table_names();

/// How many migrations this database lacks; `storage.too_new` or `storage.altered` when it must not be touched.
Result<std::vector<Migration>> pending_migrations(Reader& reader);

/// `storage.altered` when something is pending and this opening may not apply it.
Result<void> nothing_pending(Reader& reader);

/// Statements of one file, split at the semicolons that end a line.
std::vector<std::string> statements(std::string_view sql);

/// Notes that a migration was applied, within the transaction that applied it.
Result<void> record_migration(Transaction& transaction, const Migration& migration, Instant at);

inline constexpr std::string_view migration_table = R"sql(
    create table if not exists schema_migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at text not null
    )
)sql";

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/migrations.cpp

#include "store/migrations.hpp"

#include <regex>

#include "base/text.hpp"

namespace etabli::store {

std::vector<std::string> statements(std::string_view sql)
{
    std::vector<std::string> all;
    std::string current;
    for (const auto line : split(sql, '\n')) {
        if (trimmed(line).starts_with("--"))
            continue;
        current.append(line).push_back('\n');
        if (trimmed(line).ends_with(';')) {
            current.resize(current.rfind(';'));
            all.push_back(std::exchange(current, {}));
        }
    }
    if (!trimmed(current).empty())
        all.push_back(current);
    return all;
}

std::vector<std::string> table_names()
{
    static const std::regex create("^\\s*create table (\\w+)");
    static const std::regex drop("^\\s*drop table (\\w+)");
    std::vector<std::string> names;
    for (const auto& migration : migrations())
        for (const auto& statement : statements(migration.sql)) {
            if (std::smatch match; std::regex_search(statement, match, create))
                names.push_back(match[1]);
            if (std::smatch match; std::regex_search(statement, match, drop))
                std::erase(names, match[1].str());
        }
    return names;
}

Result<std::vector<Migration>> pending_migrations(Reader& reader)
{
    const auto applied = TRY(reader.query("select number, checksum from schema_migration order by number"));
    const auto& known = migrations();
    if (applied.size() > known.size())
        return Problem("storage.too_new", "the database knows migrations that this program does not");
    for (std::size_t index = 0; index < applied.size(); ++index) {
        if (applied.integer(index, "number") != known[index].number)
            return Problem("storage.altered", "migration numbers do not follow");
        if (applied.text(index, "checksum") != sha256_hex(known[index].sql))
            return Problem("storage.altered", "migration " + known[index].name + " is not the one that was applied");
    }
    return std::vector<Migration>(known.begin() + static_cast<std::ptrdiff_t>(applied.size()), known.end());
}

Result<void> nothing_pending(Reader& reader)
{
    if (!TRY(pending_migrations(reader)).empty())
        return Problem("storage.altered", "the database is not up to date with this program: start the server once");
    return {};
}

Result<void> record_migration(Transaction& transaction, const Migration& migration, Instant at)
{
    TRY(transaction.execute(
        "insert into schema_migration (number, name, checksum, applied_at) values (:number, :name, :checksum, :at)",
        { { "number", migration.number }, { "name", migration.name }, { "checksum", sha256_hex(migration.sql) },
            { "at", at } }));
    return {};
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/backup.cpp

#include "store/backup.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

#include <sodium.h>

#include "base/text.hpp"
#include "store/migrations.hpp"

namespace etabli::store {

namespace {

constexpr std::string_view format_name = "etabli.backup";
constexpr int format_version = 1;
/// Rows held at once: a row may be a megabyte of text.
constexpr std::int64_t page_rows = 200;

class Digest {
public:
    Digest() { crypto_hash_sha256_init(&state_); }
    void add(std::string_view bytes)
    {
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    std::string hex()
    {
        std::array<unsigned char, crypto_hash_sha256_BYTES> bytes {};
        crypto_hash_sha256_final(&state_, bytes.data());
        std::string text;
        for (const auto byte : bytes)
            text += fmt::format("{:02x}", byte);
        return text;
    }

private:
    crypto_hash_sha256_state state_ {};
};

/// The checksums of the first `count` migrations, as one: which schema the rows were written in.
std::string schema_digest(std::size_t count)
{
    std::string all;
    for (std::size_t index = 0; index < count; ++index)
        all += sha256_hex(migrations()[index].sql);
    return sha256_hex(all);
}

Result<std::vector<std::string>> primary_key(Reader& reader, const std::string& table)
{
    const auto sqlite = "select name from pragma_table_info(:table) where pk > 0 order by pk";
    const auto postgres = R"sql(
        select attribute.attname as name
          from pg_index
          join pg_attribute attribute on attribute.attrelid = pg_index.indrelid and attribute.attnum = any(pg_index.indkey)
         where pg_index.indisprimary and pg_index.indrelid = to_regclass(cast(:table as text))
         order by array_position(cast(pg_index.indkey as smallint[]), attribute.attnum)
    )sql";
    const auto rows = TRY(reader.query(reader.engine() == Engine::Sqlite ? sqlite : postgres, { { "table", table } }));
    std::vector<std::string> names;
    for (std::size_t row = 0; row < rows.size(); ++row)
        names.push_back(rows.text(row, "name"));
    if (names.empty())
        return Problem("storage.altered", table + " has no primary key");
    return names;
}

json::value as_json(const Value& value)
{
    return std::visit([](const auto& held) { return json::value(held); }, value);
}

std::optional<Value> as_value(const json::value& source)
{
    if (source.is_null())
        return Value(nullptr);
    if (const auto* number = source.if_int64())
        return Value(*number);
    if (const auto* real = source.if_double())
        return Value(*real);
    if (const auto* text = source.if_string())
        return Value(std::string(*text));
    return std::nullopt;
}

std::string joined(const std::vector<std::string>& names, const std::string& before = "")
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + before + name;
    return text;
}

/// Page after page by the primary key, so that the last page costs what the first did.
template <class Visit>
Result<void> each_page(Reader& reader, const std::string& table, Visit&& visit)
{
    const auto key = TRY(primary_key(reader, table));
    const auto rest = " order by " + joined(key) + " limit " + std::to_string(page_rows);
    auto rows = TRY(reader.query("select * from " + table + rest));
    while (true) {
        visit(rows);
        if (rows.size() < static_cast<std::size_t>(page_rows))
            return {};
        Params after;
        for (const auto& name : key)
            after.emplace_back("after_" + name, nullptr).value = rows.at(rows.size() - 1, name);
        rows = TRY(reader.query(
            "select * from " + table + " where (" + joined(key) + ") > (" + joined(key, ":after_") + ")" + rest, after));
    }
}

Problem not_a_backup(const std::string& why)
{
    return { "file.unknown_format", why };
}

struct Header {
    std::size_t migrations = 0;
};

Result<Header> read_header(const std::string& line)
{
    const auto parsed = parse_json(line);
    const auto* members = parsed.ok() ? parsed.value().if_object() : nullptr;
    const auto text = [&](const char* name) {
        const auto* member = members == nullptr ? nullptr : members->if_contains(name);
        return member != nullptr && member->is_string() ? std::string(member->as_string()) : std::string();
    };
    const auto number = [&](const char* name) {
        const auto* member = members == nullptr ? nullptr : members->if_contains(name);
        return member != nullptr && member->is_int64() ? member->as_int64() : -1;
    };
    if (text("format") != format_name)
        return not_a_backup("this is no backup of ours");
    const auto applied = number("migrations");
    if (number("version") != format_version || applied < 0 || applied > static_cast<std::int64_t>(migrations().size()))
        return not_a_backup("a later version of the program wrote this backup");
    const Header header { static_cast<std::size_t>(applied) };
    if (text("schema") != schema_digest(header.migrations))
        return not_a_backup("the backup was written in a schema this program does not know");
    return header;
}

Result<void> must_be_empty(Transaction& transaction)
{
    for (const auto& table : table_names())
        if (TRY(transaction.count("select count(*) from " + table)) > 0)
            return Problem("folder.not_empty", "there are rows in " + table);
    return {};
}

/// The table being filled: its names were checked against our own schema, since the file may come from anywhere.
struct Filling {
    std::string statement;
    std::vector<std::string> columns;
};

Result<Filling> begin_table(Transaction& transaction, const json::object& line)
{
    const auto* table = line.if_contains("table");
    const auto* columns = line.if_contains("columns");
    const auto known = backed_up_tables();
    if (table == nullptr || columns == nullptr || !table->is_string() || !columns->is_array()
        || std::find(known.begin(), known.end(), std::string(table->as_string())) == known.end())
        return not_a_backup("a table this program does not know");
    const std::string name(table->as_string());
    const auto ours = TRY(transaction.query("select * from " + name + " limit 1")).columns;
    Filling filling;
    for (const auto& column : columns->as_array()) {
        if (!column.is_string() || std::find(ours.begin(), ours.end(), std::string(column.as_string())) == ours.end())
            return not_a_backup("a column this program does not know");
        filling.columns.emplace_back(column.as_string());
    }
    filling.statement
        = "insert into " + name + " (" + joined(filling.columns) + ") values (" + joined(filling.columns, ":") + ")";
    return filling;
}

Result<void> insert_row(Transaction& transaction, const Filling& filling, const json::array& row)
{
    if (row.size() != filling.columns.size() || row.empty())
        return not_a_backup("a row that does not fit its table");
    Params params;
    for (std::size_t index = 0; index < row.size(); ++index) {
        auto value = as_value(row[index]);
        if (!value)
            return not_a_backup("a value that is none");
        params.emplace_back(filling.columns[index], nullptr).value = *std::move(value);
    }
    TRY(transaction.execute(filling.statement, params));
    return {};
}

} // namespace

std::vector<std::string> backed_up_tables()
{
    auto tables = table_names();
    std::erase_if(tables, [](const std::string& name) {
        return name == "session" || name == "one_time_link" || name == "outgoing_mail" || name == "cluster_news_link";
    });
    return tables;
}

Result<BackupSummary> write_backup(Reader& reader, Instant at, std::ostream& out)
{
    Digest digest;
    BackupSummary summary;
    const auto write_line = [&](const json::value& line) {
        const auto text = json_text(line) + "\n";
        digest.add(text);
        out << text;
    };
    const auto applied = static_cast<std::size_t>(TRY(reader.count("select count(*) from schema_migration")));
    if (applied != migrations().size())
        return Problem("storage.altered", "the database is not up to date with this program: start the server once");
    write_line(json::object { { "format", format_name }, { "version", format_version }, { "migrations", applied },
        { "schema", schema_digest(applied) }, { "made_at", at.text() } });
    for (const auto& table : backed_up_tables()) {
        bool named = false;
        TRY(each_page(reader, table, [&](const Rows& rows) {
            if (!std::exchange(named, true))
                write_line(json::object { { "table", table }, { "columns", to_json(rows.columns) } });
            for (const auto& row : rows.rows) {
                json::array line;
                for (const auto& value : row)
                    line.push_back(as_json(value));
                write_line(line);
            }
            summary.rows += static_cast<std::int64_t>(rows.size());
        }));
    }
    summary.sha256 = digest.hex();
    out << json_text(json::object { { "rows", summary.rows }, { "sha256", summary.sha256 } }) << "\n";
    if (!out.flush())
        return Problem("storage.full", "the backup could not be written to its end");
    return summary;
}

Result<BackupSummary> check_backup(std::istream& in)
{
    in.clear();
    in.seekg(0);
    Digest digest;
    std::string line;
    if (!std::getline(in, line))
        return not_a_backup("an empty file");
    TRY(read_header(line));
    BackupSummary summary;
    std::string next;
    while (std::getline(in, next)) {
        digest.add(line + "\n");
        summary.rows += line.starts_with('[') ? 1 : 0;
        line = std::move(next);
    }
    summary.sha256 = digest.hex();
    if (line != json_text(json::object { { "rows", summary.rows }, { "sha256", summary.sha256 } }))
        return not_a_backup("the backup was cut or altered: its digest does not hold");
    return summary;
}

Result<void> load_backup(Transaction& transaction, std::istream& in)
{
    in.clear();
    in.seekg(0);
    std::string line;
    if (!std::getline(in, line))
        return not_a_backup("an empty file");
    TRY(read_header(line));
    TRY(must_be_empty(transaction));
    std::optional<Filling> filling;
    while (std::getline(in, line)) {
        const auto parsed = TRY(parse_json(line));
        if (const auto* row = parsed.if_array()) {
            if (!filling)
                return not_a_backup("rows of no table");
            TRY(insert_row(transaction, *filling, *row));
        } else if (const auto* members = parsed.if_object(); members != nullptr && members->contains("table")) {
            filling = TRY(begin_table(transaction, *members));
        }
    }
    return {};
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// tests/linker/images.cpp

#include "tests/linker/images.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>
#include <unordered_map>

namespace etabli::linker {

namespace {

constexpr int page_rows = 10'000;

std::uint64_t first_bytes(const char* at)
{
    std::uint64_t number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
}

/// Numbers by their size, texts by their letters.
std::pair<double, std::string> in_order(const store::Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return { static_cast<double>(*number), "" };
    if (const auto* real = std::get_if<double>(&value))
        return { *real, "" };
    const auto* text = std::get_if<std::string>(&value);
    return { 0, text == nullptr ? "" : *text };
}

/// Values in the order of their texts or numbers; the same rank for the same value.
Look ranked(const std::vector<std::pair<std::string, store::Value>>& values)
{
    auto sorted = values;
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const auto& one, const auto& other) { return in_order(one.second) < in_order(other.second); });
    Look look;
    double rank = 0;
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        if (at > 0 && in_order(sorted[at - 1].second) != in_order(sorted[at].second))
            ++rank;
        look[sorted[at].first] = rank;
    }
    return look;
}

std::string columns_beside(store::Engine engine, store::Reader& reader, const std::string& table)
{
    if (engine == store::Engine::Sqlite)
        return reader.query("select rowid from " + table + " limit 1").ok() ? ", rowid as beside_rowid" : "";
    // A place is a page and a line: (12,3).
    return ", cast(split_part(trim(both '()' from cast(ctid as text)), ',', 1) as bigint) * 1000 + "
           "cast(split_part(trim(both '()' from cast(ctid as text)), ',', 2) as bigint) as beside_ctid, "
           "cast(cast(xmin as text) as bigint) as beside_xmin, cast(cast(cmin as text) as bigint) as beside_cmin";
}

void look_at_toast(Image& image, store::Reader& reader, const std::string& table,
    const std::vector<std::pair<std::string, store::Value>>& records)
{
    const auto named
        = reader.query("select cast(cast(reltoastrelid as regclass) as text) as name from pg_class where relname = "
                       ":table and reltoastrelid <> 0",
            { { "table", table } });
    if (!named.ok() || named.value().size() == 0)
        return;
    constexpr std::size_t told_apart = 64;
    std::map<std::string, std::string> receipt_of;
    for (const auto& [receipt, record] : records)
        receipt_of[std::get<std::string>(record).substr(20, told_apart)] = receipt;
    const auto rows = reader.query("select cast(chunk_id as bigint) as chunk_id, "
                                   "cast(split_part(trim(both '()' from cast(ctid as text)), ',', 1) as bigint) * 1000 + "
                                   "cast(split_part(trim(both '()' from cast(ctid as text)), ',', 2) as bigint) as place, "
                                   "encode(substring(chunk_data from 21 for 64), 'escape') as bytes from "
        + named.value().text(0, "name") + " where chunk_seq = 0");
    if (!rows.ok())
        return;
    for (std::size_t row = 0; row < rows.value().size(); ++row)
        if (const auto found = receipt_of.find(rows.value().text(row, "bytes")); found != receipt_of.end()) {
            image[table + ": toast chunk"][found->second] = static_cast<double>(rows.value().integer(row, "chunk_id"));
            image[table + ": toast ctid"][found->second] = static_cast<double>(rows.value().integer(row, "place"));
        }
}

} // namespace

void look_at_bytes(Image& image, const std::string& what, const std::string& path, const std::vector<std::string>& receipts)
{
    std::stringstream read;
    read << std::ifstream(path, std::ios::binary).rdbuf();
    const auto bytes = read.str();
    std::unordered_map<std::uint64_t, const std::string*> by_start;
    for (const auto& receipt : receipts)
        by_start[first_bytes(receipt.data())] = &receipt;
    auto& first = image[what + ": first byte"];
    auto& last = image[what + ": last byte"];
    constexpr std::size_t receipt_bytes = 64;
    for (std::size_t at = 0; at + receipt_bytes <= bytes.size(); ++at) {
        const auto found = by_start.find(first_bytes(bytes.data() + at));
        if (found == by_start.end() || bytes.compare(at, receipt_bytes, *found->second) != 0)
            continue;
        first.try_emplace(*found->second, static_cast<double>(at));
        last[*found->second] = static_cast<double>(at);
    }
}

void look_at_slots(Image& image, const std::string& folder)
{
    for (const auto& name : store::SlotFile::names(folder)) {
        const auto file = store::SlotFile::open(folder, name);
        if (!file.ok())
            continue;
        const auto contents = file.value()->contents();
        double place = 0;
        for (const auto& content : contents.value()) {
            const auto start = content.find('\n') + 1;
            image["slots, with their key"][content.substr(start, content.find('\n', start) - start)] = ++place;
        }
    }
}

void look_at_table(Image& image, store::Database& database, const std::string& table, const Columns& columns)
{
    const auto looked = database.read([&](store::Reader& reader) -> Result<void> {
        const auto rows = TRY(reader.query("select *, length(" + columns.record + ") as size_of_record"
            + columns_beside(database.engine(), reader, table) + " from " + table + " limit " + std::to_string(page_rows)));
        std::map<std::string, std::vector<std::pair<std::string, store::Value>>> by_column;
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t column = 0; column < rows.columns.size(); ++column)
                by_column[rows.columns[column]].emplace_back(rows.text(row, columns.key), rows.rows[row][column]);
        for (const auto& [column, values] : by_column)
            if (column != "campaign_id")
                image[table + ": " + column] = ranked(values);
        if (database.engine() == store::Engine::Postgres && rows.size() > 0)
            look_at_toast(image, reader, table, by_column[columns.record]);
        // The order in which the engine itself gives them.
        const auto given = TRY(reader.query("select " + columns.key + " from " + table));
        for (std::size_t row = 0; row < given.size(); ++row)
            image[table + ": as it is given"][given.text(row, columns.key)] = static_cast<double>(row);
        return {};
    });
    VERIFY(looked.ok());
}

} // namespace etabli::linker

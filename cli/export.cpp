// SPDX-License-Identifier: EUPL-1.2
// cli/export.cpp
//
// `etabli export`: what an establishment's colleges read, as a folder of JSON lines, while the server runs or without
// it. Never written over something else.

#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/time.hpp"
#include "cli/cli.hpp"
#include "store/exports.hpp"
#include "store/places.hpp"

namespace etabli::cli {

namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    DataOptions data;
    std::string place;
    std::string out;
};

/// Named by its id or its FINESS number; the only one when nothing is named.
Result<Place> establishment_named(store::Reader& reader, const std::string& named)
{
    std::string known;
    std::vector<Place> found;
    for (auto& place : TRY(store::directory(reader))) {
        if (place.kind != PlaceKind::Establishment)
            continue;
        known += fmt::format("\n  {} {}", place.id.text(), place.name);
        if (named.empty() || place.id.text() == named || place.finess_site == named || place.finess_entity == named)
            found.push_back(std::move(place));
    }
    if (found.size() == 1)
        return std::move(found.front());
    return Problem(
        "not_found", (named.empty() ? "name one with --place" : "no single establishment is named " + named) + known);
}

Result<std::int64_t> write_table(
    store::Reader& reader, const store::ExportedTable& table, const PlaceId& place, const fs::path& folder)
{
    std::ofstream file(folder / (table.name + ".jsonl"), std::ios::binary | std::ios::trunc);
    const auto rows
        = TRY(store::each_exported_row(reader, table, place, [&](const json::object& row) { file << json_text(row) << "\n"; }));
    if (!file.flush())
        return Problem("storage.full", (folder / table.name).string());
    return rows;
}

Result<void> write_manifest(const Place& place, const json::object& rows, const fs::path& folder)
{
    json::object left_out;
    for (const auto& table : store::left_out_tables())
        left_out[table.name] = table.why;
    std::ofstream file(folder / "manifest.json", std::ios::binary | std::ios::trunc);
    file << json_text(json::object { { "format", "etabli.export" }, { "version", 1 }, { "made_at", SystemClock().now().text() },
        { "establishment", to_json(place) }, { "rows", rows }, { "left_out", left_out } })
         << "\n";
    if (!file.flush())
        return Problem("storage.full", folder.string());
    return {};
}

Result<int> write_export(const ExportOptions& options)
{
    if (options.data.database_url.empty() && !fs::exists(options.data.folder + "/etabli.db"))
        return Problem("file.unreadable", options.data.folder + " holds no database");
    std::error_code error;
    if (fs::exists(options.out) && !fs::is_empty(options.out, error))
        return Problem("folder.not_empty", options.out);
    const auto database = TRY(store::Database::open({ .folder = options.data.folder,
        .postgres_url = options.data.database_url,
        .readers = 1,
        .opening = store::Opening::AsItIs }));
    const auto mask = ::umask(0077); // what people wrote: for its owner alone
    const auto done = database->read([&](store::Reader& reader) -> Result<std::int64_t> {
        const auto place = TRY(establishment_named(reader, options.place));
        std::error_code refused;
        fs::create_directories(options.out, refused);
        if (refused)
            return Problem("file.unreadable", options.out + ": " + refused.message());
        json::object rows;
        std::int64_t total = 0;
        for (const auto& table : store::exported_tables()) {
            const auto written = TRY(write_table(reader, table, place.id, options.out));
            rows[table.name] = written;
            total += written;
        }
        TRY(write_manifest(place, rows, options.out));
        return total;
    });
    ::umask(mask);
    fmt::print("written: {} rows of {} tables: {}\n", TRY(done), store::exported_tables().size(), options.out);
    return 0;
}

} // namespace

void add_export(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<ExportOptions>();
    auto* command = app.add_subcommand("export", "what an establishment's colleges read, as a folder of JSON lines");
    add_data_options(*command, options->data);
    command->add_option(
        "--place", options->place, "the establishment, by its id or FINESS number; the only one when none is named");
    command->add_option("--out", options->out, "the folder to write, empty or new")->required();
    command->callback([options, &chosen] {
        chosen = [options] {
            const auto done = write_export(*options);
            return done.ok() ? done.value() : failed(done.problem());
        };
    });
}

} // namespace etabli::cli

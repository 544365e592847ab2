// SPDX-License-Identifier: EUPL-1.2
// cli/backup.cpp
//
// `etabli backup` while the server runs, and `etabli restore` into an empty place, on either engine.

#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/time.hpp"
#include "cli/cli.hpp"
#include "cli/data_folder.hpp"
#include "store/backup.hpp"
#include "store/destructions.hpp"

namespace etabli::cli {

namespace {

namespace fs = std::filesystem;

Result<void> onto_the_disk(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return Problem("file.unreadable", path);
    const bool kept = ::fsync(file) == 0;
    ::close(file);
    if (!kept)
        return Problem("storage.full", path);
    return {};
}

/// Written beside and renamed: the name never stands for half a backup.
Result<store::BackupSummary> back_up(const DataOptions& data, const std::string& out)
{
    if (data.database_url.empty() && !fs::exists(data.folder + "/etabli.db"))
        return Problem("file.unreadable", data.folder + " holds no database");
    const auto database = TRY(store::Database::open(
        { .folder = data.folder, .postgres_url = data.database_url, .readers = 1, .opening = store::Opening::AsItIs }));
    const auto part = out + ".part";
    const auto mask = ::umask(0077); // what people said: for its owner alone
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    ::umask(mask);
    if (!stream)
        return Problem("file.unreadable", part);
    auto written = database->read([&](store::Reader& reader) {
        stream.clear();
        stream.seekp(0);
        return store::write_backup(reader, SystemClock().now(), stream);
    });
    stream.close();
    std::error_code error;
    if (!written.ok()) {
        fs::remove(part, error);
        return written;
    }
    TRY(onto_the_disk(part));
    fs::rename(part, out, error);
    if (error)
        return Problem("file.unreadable", out + ": " + error.message());
    TRY(onto_the_disk(fs::absolute(out).parent_path().string()));
    return written;
}

Result<store::BackupSummary> restore(const DataOptions& data, const std::string& from)
{
    std::ifstream stream(from, std::ios::binary);
    if (!stream)
        return Problem("file.unreadable", from);
    const auto summary = TRY(store::check_backup(stream));
    const auto folder = TRY(DataFolder::hold(data.folder));
    const auto database = TRY(store::Database::open({ .folder = data.folder, .postgres_url = data.database_url }));
    TRY(database->write([&](store::Transaction& transaction) -> Result<void> {
        TRY(store::load_backup(transaction, stream));
        return store::destroy_what_is_due(transaction, SystemClock().now());
    }));
    return summary;
}

int said(const char* what, const Result<store::BackupSummary>& done, const std::string& file)
{
    if (!done.ok())
        return failed(done.problem());
    fmt::print("{} {} rows, sha256 {}: {}\n", what, done.value().rows, done.value().sha256, file);
    return 0;
}

} // namespace

void add_backup(CLI::App& app, Chosen& chosen)
{
    auto data = std::make_shared<DataOptions>();
    auto out = std::make_shared<std::string>();
    auto* command = app.add_subcommand("backup", "write everything to one file, while the server runs");
    add_data_options(*command, *data);
    command->add_option("--out", *out, "the file to write")->required();
    command->callback([data, out, &chosen] { chosen = [data, out] { return said("written:", back_up(*data, *out), *out); }; });
}

void add_restore(CLI::App& app, Chosen& chosen)
{
    auto data = std::make_shared<DataOptions>();
    auto from = std::make_shared<std::string>();
    auto* command = app.add_subcommand("restore", "fill an empty database from a backup");
    add_data_options(*command, *data);
    command->add_option("file", *from, "the backup")->required();
    command->callback(
        [data, from, &chosen] { chosen = [data, from] { return said("restored:", restore(*data, *from), *from); }; });
}

} // namespace etabli::cli

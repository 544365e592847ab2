// SPDX-License-Identifier: EUPL-1.2
// cli/doctor.cpp
//
// `etabli doctor`: what is not well with a data folder and its database, and what to do about each. Looks only;
// the server may be running.

#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/time.hpp"
#include "cli/cli.hpp"
#include "server/content/check.hpp"
#include "store/audit.hpp"
#include "store/health.hpp"

namespace etabli::cli {

namespace {

namespace fs = std::filesystem;

/// A finding and what to do, in the order of asking.
struct Advice {
    std::string finding;
    std::string remedy;
};
using Findings = std::vector<Advice>;

/// Before the first version of this program: a machine that lost its clock says 1970.
constexpr std::string_view clock_earliest = "2024-01-01T00:00:00Z";
/// A backup, a migration's copy and the log must fit beside what is there.
constexpr std::uintmax_t free_bytes_min = 1ULL << 30U;
constexpr std::chrono::hours mail_stuck_after { 24 };

void look_at_folder(const std::string& folder, Findings& findings)
{
    struct stat status { };
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    if (::stat(folder.c_str(), &status) == 0 && (status.st_mode & others) != 0)
        findings.push_back({ folder + " can be entered by others", "chmod 700 " + folder });
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.is_regular_file() && ::stat(entry.path().c_str(), &status) == 0 && (status.st_mode & others) != 0)
            findings.push_back({ entry.path().string() + " can be read by others", "chmod 600 " + entry.path().string() });
    const auto space = fs::space(folder, error);
    if (!error && space.available < free_bytes_min)
        findings.push_back({ fmt::format("{} MiB are free where the data are", space.available >> 20U),
            "make room, or move the folder to a larger disk" });
}

Result<void> look_at_clock(store::Reader& reader, Instant now, Findings& findings)
{
    const auto last = TRY(store::last_write(reader));
    if (now.text() < clock_earliest)
        findings.push_back({ "the clock says " + now.text(), "set the clock: dates owed to people are reckoned by it" });
    else if (last && now < *last)
        findings.push_back({ "the clock says " + now.text() + ", before the last write at " + last->text(),
            "set the clock forward before anybody writes" });
    return {};
}

Result<void> look_at_mail(store::Reader& reader, Instant now, Findings& findings)
{
    const auto stuck = TRY(store::mails_waiting_since(reader, now.plus(-mail_stuck_after)));
    if (stuck > 0)
        findings.push_back({ fmt::format("{} mails have waited for more than a day", stuck),
            "look at the mail settings and the server's log" });
    return {};
}

Result<void> look_at_audit(store::Reader& reader, Findings& findings)
{
    for (const auto& head : TRY(store::audit_heads(reader)))
        if (const auto verdict = TRY(store::verify_audit(reader, head.chain, "")); verdict.broken_at)
            findings.push_back({ fmt::format("the journal {} does not hold from entry {}", head.chain, *verdict.broken_at),
                "keep the database as it is, and compare with the heads the colleges were given" });
    return {};
}

Result<void> look_at_database(const DataOptions& data, Findings& findings)
{
    if (data.database_url.empty() && !fs::exists(data.folder + "/etabli.db"))
        return Problem("file.unreadable", data.folder + " holds no database");
    const auto database = TRY(store::Database::open(
        { .folder = data.folder, .postgres_url = data.database_url, .readers = 1, .opening = store::Opening::AsItIs }));
    for (const auto& finding : TRY(database->integrity_findings()))
        findings.push_back({ finding, "stop the server, keep a copy of the folder, and restore the last backup" });
    const auto now = SystemClock().now();
    return database->read([&](store::Reader& reader) -> Result<void> {
        TRY(look_at_clock(reader, now, findings));
        TRY(look_at_mail(reader, now, findings));
        return look_at_audit(reader, findings);
    });
}

int examine(const DataOptions& data)
{
    Findings findings;
    look_at_folder(data.folder, findings);
    if (const auto looked = look_at_database(data, findings); !looked.ok())
        findings.push_back(
            { fmt::format("{}: {}", looked.problem().code(), looked.problem().detail()), "the database cannot be looked at" });
    const auto packs = content::Packs::read(content::folder_beside_binary("packs"));
    if (const auto held = packs.ok() ? content::packs_hold(packs.value()) : Result<void>(packs.problem()); !held.ok())
        findings.push_back({ held.problem().detail(), "etabli packs check" });
    for (const auto& [finding, remedy] : findings)
        fmt::print("- {}\n  {}\n", finding, remedy);
    if (findings.empty())
        fmt::print("all is well\n");
    return findings.empty() ? 0 : 1;
}

} // namespace

void add_doctor(CLI::App& app, Chosen& chosen)
{
    auto data = std::make_shared<DataOptions>();
    auto* command = app.add_subcommand("doctor", "say what is not well, and what to do about it");
    add_data_options(*command, *data);
    command->callback([data, &chosen] { chosen = [data] { return examine(*data); }; });
}

} // namespace etabli::cli

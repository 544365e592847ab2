// SPDX-License-Identifier: EUPL-1.2
// cli/handover.cpp
//
// `etabli urn` and `etabli ballots`: what two bodies hand each other when one runs the guichet and the other the urn. Both work beside
// a server that runs, and say in words what they did. docs/operations.md gives the steps.

#include <filesystem>
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/time.hpp"
#include "cli/cli.hpp"
#include "cli/files.hpp"
#include "server/content/packs.hpp"
#include "server/content/words.hpp"
#include "server/surveys/handover.hpp"
#include "server/surveys/held_urn.hpp"

namespace etabli::cli {

namespace {

struct HandoverOptions {
    DataOptions data;
    std::string what; // a file, or a campaign
    std::string told; // a hash, or a head
};

Result<std::unique_ptr<store::Database>> database_of(const DataOptions& data)
{
    if (data.database_url.empty() && !std::filesystem::exists(data.folder + "/etabli.db"))
        return Problem("file.unreadable", data.folder + " holds no database");
    return store::Database::open(
        { .folder = data.folder, .postgres_url = data.database_url, .readers = 1, .opening = store::Opening::AsItIs });
}

Result<void> take_manifest(const HandoverOptions& options, const content::Words& words)
{
    const auto database = TRY(database_of(options.data));
    const auto taken
        = TRY(surveys::take_manifest(*database, { TRY(read_file(options.what)), options.told }, SystemClock().today()));
    const auto& keys = taken.keys;
    fmt::print("{}\n",
        words.text("fr", "cli.urn.taken",
            { { "campaign", keys.ballots.campaign }, { "hash", taken.manifest.hash }, { "address", keys.urn },
                { "opens", keys.opens_on.text() }, { "closes", keys.closes_on.text() },
                { "destroyed", keys.destroy_by.text() } }));
    return {};
}

/// The set alone goes to standard output; what it is, to standard error.
Result<void> give(const HandoverOptions& options, const content::Words& words)
{
    const auto campaign = CampaignId::parse(options.what);
    if (!campaign)
        return Problem("not_found");
    const auto database = TRY(database_of(options.data));
    const auto given = TRY(database->read([&](store::Reader& reader) {
        return surveys::give_ballots(reader, *campaign, [](std::string_view bytes) -> Result<void> {
            std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            return std::cout ? Result<void>() : Problem("file.unreadable", "standard output");
        });
    }));
    std::cout.flush();
    if (!std::cout)
        return Problem("file.unreadable", "standard output");
    fmt::print(stderr, "{}\n",
        given.state == store::UrnState::Destroyed
            ? words.text("fr", "cli.urn.destroyed")
            : words.text("fr", "cli.urn.given",
                { { "count", std::to_string(given.ballots.value_or(0)) }, { "head", given.head.value_or("") } }));
    return {};
}

Result<void> take_ballots(const HandoverOptions& options, const content::Words& words)
{
    const auto database = TRY(database_of(options.data));
    std::ifstream lines(options.what, std::ios::binary);
    if (!lines)
        return Problem("file.unreadable", options.what);
    const auto taken = TRY(surveys::take_ballots(*database, { lines, options.told }, SystemClock().now()));
    fmt::print("{}\n",
        taken.ballots ? words.text(
            "fr", "cli.ballots.taken", { { "title", taken.campaign.title }, { "count", std::to_string(*taken.ballots) } })
                      : words.text("fr", "cli.ballots.ended", { { "title", taken.campaign.title } }));
    return {};
}

using Work = Result<void> (*)(const HandoverOptions&, const content::Words&);

/// A refusal is a sentence here: two bodies must be able to speak about it.
int done(Work work, const HandoverOptions& options)
{
    const auto words = content::Words::read(content::folder_beside_binary("locales"));
    if (!words.ok())
        return failed(words.problem());
    const auto outcome = work(options, words.value());
    if (outcome.ok())
        return 0;
    const auto& problem = outcome.problem();
    fmt::print(stderr, "{}\n", words.value().text("fr", "problems." + std::string(problem.code())));
    return failed(problem);
}

CLI::App* add(CLI::App& under, const char* name, const char* about, Work work, const std::shared_ptr<HandoverOptions>& options,
    Chosen& chosen)
{
    auto* command = under.add_subcommand(name, about);
    add_data_options(*command, options->data);
    command->callback([work, options, &chosen] { chosen = [work, options] { return done(work, *options); }; });
    return command;
}

} // namespace

void add_urn(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<HandoverOptions>();
    auto* urn = app.add_subcommand("urn", "the urn of a campaign whose guichet another body runs");
    urn->require_subcommand(1);
    auto* take = add(*urn, "take", "take a campaign's manifest, which both colleges signed", take_manifest, options, chosen);
    take->add_option("FILE", options->what, "what the guichet's /api/guichet/CAMPAIGN answers")->required();
    take->add_option("--hash", options->told, "the manifest's hash as both colleges say it, or its beginning");
    auto* give_back = add(*urn, "give", "write a closed campaign's ballots to standard output", give, options, chosen);
    give_back->add_option("CAMPAIGN", options->what, "its id, in the manifest")->required();
}

void add_ballots(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<HandoverOptions>();
    auto* ballots = app.add_subcommand("ballots", "the ballots of a campaign whose urn another body held");
    ballots->require_subcommand(1);
    auto* take = add(*ballots, "take", "check a closed urn and take its ballots, all or none", take_ballots, options, chosen);
    take->add_option("FILE", options->what, "what `etabli urn give` wrote")->required();
    take->add_option("--head", options->told, "the head that the urn's /api/urn/CAMPAIGN shows");
}

} // namespace etabli::cli

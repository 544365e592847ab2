// SPDX-License-Identifier: EUPL-1.2
// cli/verify.cpp
//
// `etabli verify`: a campaign checked from its files, by anybody, without the server.

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/cli.hpp"
#include "cli/files.hpp"
#include "server/surveys/verify.hpp"

namespace etabli::cli {

namespace {

Result<int> verify(surveys::CampaignFiles files)
{
    for (auto* file : { &files.guichet, &files.urn, &files.receipts, &files.ballots, &files.publication })
        if (!file->empty())
            *file = TRY(read_file(*file));
    int broken = 0;
    const auto checks = TRY(surveys::verify_campaign(files));
    for (const auto& check : checks) {
        fmt::print("{} {}{}{}\n", check.holds ? "holds" : "BROKEN", check.what, check.detail.empty() ? "" : ": ", check.detail);
        broken += check.holds ? 0 : 1;
    }
    return broken == 0 ? 0 : 1;
}

} // namespace

void add_verify(CLI::App& app, Chosen& chosen)
{
    auto files = std::make_shared<surveys::CampaignFiles>();
    auto* command = app.add_subcommand("verify", "check a campaign from the files that the server gave, without it");
    command->add_option("--guichet", files->guichet, "what /api/guichet/CAMPAIGN answered")->required();
    command->add_option("--hash", files->hash, "what the invitation says after the code's full stop");
    command->add_option("--urn", files->urn, "what /api/urn/CAMPAIGN answered");
    command->add_option("--receipts", files->receipts, "what /api/urn/CAMPAIGN/receipts answered");
    command->add_option("--receipt", files->receipt, "one's own: is it in the list?");
    command->add_option("--ballots", files->ballots, "what /api/campaigns/CAMPAIGN/ballots answered a college");
    command->add_option("--publication", files->publication, "the published file");
    command
        ->add_option("--page", files->page_folder, "the answering page as it was served: a folder with respond.html and assets")
        ->check(CLI::ExistingDirectory);
    command->callback([files, &chosen] {
        chosen = [files] {
            const auto verified = verify(*files);
            return verified.ok() ? verified.value() : failed(verified.problem());
        };
    });
}

} // namespace etabli::cli

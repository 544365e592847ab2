// SPDX-License-Identifier: EUPL-1.2
// cli/packs.cpp
//
// `etabli packs check`: for whoever writes packs, before a server reads them.

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/cli.hpp"
#include "server/content/check.hpp"

namespace etabli::cli {

void add_packs(CLI::App& app, Chosen& chosen)
{
    auto folder = std::make_shared<std::string>(content::folder_beside_binary("packs"));
    auto* packs = app.add_subcommand("packs", "content without code");
    packs->require_subcommand(1);
    auto* check = packs->add_subcommand("check", "hold every pack to its schema and to its promises");
    check->add_option("--packs", *folder, "the folder")->capture_default_str();
    check->callback([folder, &chosen] {
        chosen = [folder] {
            const auto read = content::Packs::read(*folder);
            if (!read.ok())
                return failed(read.problem());
            const auto findings = content::check_packs(read.value());
            for (const auto& finding : findings)
                fmt::print("{}.json {}\n", finding.file, finding.what);
            fmt::print("{} findings in {}\n", findings.size(), *folder);
            return findings.empty() ? 0 : 1;
        };
    });
}

} // namespace etabli::cli

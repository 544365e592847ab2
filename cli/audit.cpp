// SPDX-License-Identifier: EUPL-1.2
// cli/audit.cpp
//
// `etabli audit verify`: recomputes the audit journals from the first entry, for somebody who kept a head and does
// not take the server's word. Reads the data folder; wants no server.

#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/cli.hpp"
#include "store/audit.hpp"

namespace etabli::cli {

namespace {

struct VerifyOptions {
    DataOptions data;
    std::string head;
    std::string chain;
};

struct Findings {
    int broken = 0;
    bool holds_head = false;
};

Result<Findings> verify_chains(store::Reader& reader, const VerifyOptions& options)
{
    auto heads = TRY(store::audit_heads(reader));
    std::erase_if(heads, [&](const auto& each) { return !options.chain.empty() && each.chain != options.chain; });
    // A chain whose row was taken away altogether: it is asked about by name, and has nothing.
    if (heads.empty() && !options.chain.empty())
        heads.push_back({ options.chain, 0, "" });
    Findings findings { 0, options.head.empty() };
    for (const auto& each : heads) {
        const auto verdict = TRY(store::verify_audit(reader, each.chain, options.head));
        const bool has_it = !options.head.empty() && verdict.holds_asked_head;
        findings.holds_head |= has_it;
        findings.broken += verdict.broken_at ? 1 : 0;
        fmt::print("{} {} {}{}\n", each.chain, verdict.length,
            verdict.broken_at ? fmt::format("broken at {}", *verdict.broken_at) : "whole, head " + verdict.head,
            has_it ? ", holds the head that was kept" : "");
    }
    return findings;
}

Result<int> verify(const VerifyOptions& options)
{
    if (options.data.database_url.empty() && !std::filesystem::exists(options.data.folder + "/etabli.db"))
        return Problem("file.unreadable", options.data.folder + " holds no database");
    const auto database = TRY(store::Database::open({ .folder = options.data.folder,
        .postgres_url = options.data.database_url,
        .readers = 1,
        .opening = store::Opening::AsItIs }));
    const auto findings = TRY(database->read([&](store::Reader& reader) { return verify_chains(reader, options); }));
    if (findings.broken > 0)
        return Problem("audit.broken");
    if (!findings.holds_head)
        return Problem("audit.head_unknown");
    return 0;
}

} // namespace

void add_audit(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<VerifyOptions>();
    auto* audit = app.add_subcommand("audit", "the audit journal");
    audit->require_subcommand(1);
    auto* command = audit->add_subcommand("verify", "recompute every digest; is the head that was kept still in it?");
    add_data_options(*command, options->data);
    command->add_option("--head", options->head, "a head that was kept; any the journal ever had");
    command->add_option("--chain", options->chain, "one programme or establishment; all of them when none is named");
    command->callback([options, &chosen] {
        chosen = [options] {
            const auto verified = verify(*options);
            if (verified.ok())
                return verified.value();
            static_cast<void>(failed(verified.problem()));
            return 1;
        };
    });
}

} // namespace etabli::cli

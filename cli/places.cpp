// SPDX-License-Identifier: EUPL-1.2
// cli/places.cpp
//
// `etabli places import`: the same import as the page's, without the server. Prints what became of every line.

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/random.hpp"
#include "base/time.hpp"
#include "cli/cli.hpp"
#include "cli/data_folder.hpp"
#include "cli/files.hpp"
#include "server/content/places_import.hpp"
#include "store/audit.hpp"

namespace etabli::cli {

namespace {

struct ImportOptions {
    DataOptions data;
    std::string file;
    bool dry_run = false;
};

void print_line(const ImportLine& line)
{
    fmt::print("{}\t{}{}\t{}\t{}\n", line.line, name_of(line.outcome),
        line.reason == ImportReason::None ? "" : " (" + std::string(name_of(line.reason)) + ")", line.finess.value_or(""),
        line.name);
}

/// 0 when every line was taken, 1 when some were not.
Result<int> import_places(const ImportOptions& options)
{
    const auto file = TRY(read_import(TRY(read_file(options.file))));
    const auto folder = TRY(DataFolder::hold(options.data.folder));
    const auto database
        = TRY(store::Database::open({ .folder = options.data.folder, .postgres_url = options.data.database_url }));
    const auto packs = TRY(content::Packs::read(content::folder_beside_binary("packs")));
    const SystemClock clock;
    SystemRandom random;
    const auto plan = TRY(database->write([&](store::Transaction& transaction) -> Result<ImportPlan> {
        const auto scope = TRY(content::import_scope(transaction, packs, file, {}, clock.today()));
        auto planned = plan_import(file, scope, random);
        if (options.dry_run)
            return planned;
        TRY(content::write_import(transaction, planned, clock.today(), random));
        if (const auto chain = content::chain_of(scope, planned))
            TRY(store::record_audit(transaction,
                { chain->text(), {}, "places.imported", "place", chain->text(),
                    { { "created", planned.created.size() }, { "changed", planned.changed.size() } } },
                clock.now()));
        return planned;
    }));
    bool all_taken = true;
    for (const auto& line : plan.lines) {
        print_line(line);
        all_taken = all_taken && line.outcome != ImportOutcome::NotTaken;
    }
    fmt::print("{}: {} created, {} changed, {} lines\n", options.dry_run ? "dry run, nothing written" : "written",
        plan.created.size(), plan.changed.size(), plan.lines.size());
    return all_taken ? 0 : 1;
}

} // namespace

void add_places(CLI::App& app, Chosen& chosen)
{
    auto* places = app.add_subcommand("places", "the tree of places");
    places->require_subcommand(1);
    auto options = std::make_shared<ImportOptions>();
    auto* import = places->add_subcommand("import", "take places from a CSV file, ours or the yearly statistics'");
    add_data_options(*import, options->data);
    import->add_option("file", options->file, "the file")->required();
    import->add_flag("--dry-run", options->dry_run, "say what would be done, write nothing");
    import->callback([options, &chosen] {
        chosen = [options] {
            const auto done = import_places(*options);
    return done.ok() ? done.value() : failed(done.problem());
};
});
}

} // namespace etabli::cli

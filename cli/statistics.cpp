// SPDX-License-Identifier: EUPL-1.2
// cli/statistics.cpp
//
// `etabli statistics`: what the engine computes of a file of answers, for statisticians without the server and for whoever
// checks us. A file in, one JSON object or a table out. docs/methods/statistics.md says by which rule.

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/fields.hpp"
#include "cli/cli.hpp"
#include "cli/files.hpp"
#include "cli/statistics_reports.hpp"
#include "engine/statistics/omega.hpp"

namespace etabli::cli {

namespace {

using Options = std::shared_ptr<StatisticsOptions>;
using Verb = Result<Report> (*)(const Answers&, const StatisticsOptions&);

/// 1 when the statistic does not exist.
Result<int> print_report(const StatisticsOptions& options, Verb verb)
{
    const auto answers = TRY(Answers::read(TRY(read_file(options.answers))));
    const auto report = TRY(verb(answers, options));
    fmt::print("{}", options.format == "json" ? json_text(report.body) + "\n" : table_text(report.body));
    return report.is_defined ? 0 : 1;
}

CLI::App* add_verb(CLI::App& app, Chosen& chosen, const Options& options, const char* name, const char* help, Verb verb)
{
    auto* command = app.add_subcommand(name, help);
    command->add_option("--answers", options->answers, "a row per person, the first line names the columns")->required();
    command->add_option("--format", options->format, "table, or json in full precision")
        ->check(CLI::IsMember({ "table", "json" }))
        ->capture_default_str();
    command->add_option("--confidence", options->confidence, "of intervals")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command->callback([options, &chosen, verb] {
        chosen = [options, verb] {
            const auto done = print_report(*options, verb);
            return done.ok() ? done.value() : failed(done.problem());
        };
    });
    return command;
}

void add_items(CLI::App& command, const Options& options, const char* help)
{
    command.add_option("--items", options->items, help);
}

void add_options_count(CLI::App& command, const Options& options)
{
    command.add_option("--options", options->options, "how many options there are, numbered from 1")
        ->check(CLI::Range(1, statistics::options_max))
        ->required();
}

void add_describe(CLI::App& app, Chosen& chosen, const Options& options)
{
    auto* command = add_verb(app, chosen, options, "describe",
        "ordered options: people by option, mean and favourable share with intervals", report_description);
    add_items(*command, options, "columns, with commas; all unless named");
    add_options_count(*command, options);
    command->add_option("--favourable", options->favourable, "the first favourable option; those above are, too");
    command->add_option("--population", options->population, "how many people could answer");
}

void add_icc(CLI::App& app, Chosen& chosen, const Options& options)
{
    auto* command = add_verb(app, chosen, options, "icc",
        "six intraclass correlations of judges; with --unit, estimates of units that borrow from one another, in the order of "
        "the file",
        report_agreement);
    add_items(*command, options, "columns of the judges, with commas; all unless named");
    auto* unit = command->add_option("--unit", options->unit, "column of the unit, a row per person");
    auto* score = command->add_option("--score", options->score, "column of the number")->needs(unit);
    unit->needs(score);
    command->add_option("--headcount", options->headcount, "column of how many people the unit has")->needs(unit);
}

void add_compare(CLI::App& app, Chosen& chosen, const Options& options)
{
    auto* command = add_verb(app, chosen, options, "compare",
        "two groups or waves: second less first, effect sizes, rank sum, and the code of the words", report_comparison);
    command->add_option("--score", options->score, "column of the number")->required();
    auto* by = command->add_option("--by", options->by, "column that names the group");
    auto* first = command->add_option("--first", options->first, "name of the first group");
    auto* second = command->add_option("--second", options->second, "name of the second group");
    by->needs(first)->needs(second);
    command->add_option("--population-first", options->population_first, "how many people the first group has");
    command->add_option("--population-second", options->population_second, "how many people the second group has");
    command->add_option("--again", options->again, "instead: column of the same people's second number (signed ranks)")
        ->excludes(by);
}

void add_strata(CLI::App& app, Chosen& chosen, const Options& options)
{
    auto* command = add_verb(app, chosen, options, "strata",
        "people drawn by stratum: totals, means and ratios of everybody, with design effects", report_strata);
    command->add_option("--stratum", options->stratum, "column of the stratum")->required();
    command->add_option("--size", options->stratum_size, "column of how many people the stratum has");
    command->add_option("--weight", options->weight, "column of how many people somebody speaks for");
    command->add_option("--total", options->totals, "column to add up");
    command->add_option("--mean", options->means, "column to take the mean of");
    command->add_option("--ratio", options->ratios, "two columns, as of/by");
    command->add_option("--by", options->by, "column of a part of the people: each part apart");
}

void add_cluster(CLI::App& app, Chosen& chosen, const Options& options)
{
    auto* command = add_verb(app, chosen, options, "cluster", "rows that look alike, put together by Ward", report_clusters);
    add_items(*command, options, "columns of numbers, with commas; all unless named");
    command->add_option("--groups", options->groups, "where the tree is cut")->capture_default_str();
    command->add_option("--variant", options->variant, "ward.D2 (Ward's criterion) or ward.D")->capture_default_str();
    command->add_flag("--scale", options->scale, "each column less its mean, by its deviation");
    command->add_option("--label", options->label, "column that names the row");
}

} // namespace

void add_statistics(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<StatisticsOptions>();
    auto* command = app.add_subcommand("statistics", "what can be computed of a file of answers, and how sure it is");
    command->require_subcommand(1);
    add_describe(*command, chosen, options);
    auto* reliability = add_verb(*command, chosen, options, "reliability",
        "items of one scale: alpha with its intervals, and each item with the rest", report_reliability);
    add_items(*reliability, options, "columns, with commas; all unless named");
    reliability->add_option("--factors", options->factors, "of omega, 3 or more; without it there is no omega")
        ->check(CLI::Range(statistics::factors_min, statistics::omega_items_max));
    add_icc(*command, chosen, options);
    add_compare(*command, chosen, options);
    add_strata(*command, chosen, options);
    add_cluster(*command, chosen, options);
    auto* polychoric = add_verb(*command, chosen, options, "polychoric",
        "two ordered questions: the correlation behind them, in two steps", report_polychoric);
    add_items(*polychoric, options, "the two columns, with a comma");
    add_options_count(*polychoric, options);
}

} // namespace etabli::cli

// SPDX-License-Identifier: EUPL-1.2
// cli/chart.cpp
//
// `etabli chart`: a file of points as a chart, for statisticians without the server and for whoever checks us; and, under
// it, the two studies of a change. docs/methods/charts.md says by which rule.

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/fields.hpp"
#include "cli/chart_reports.hpp"
#include "cli/chart_studies.hpp"
#include "cli/cli.hpp"
#include "cli/files.hpp"
#include "server/content/files.hpp"

namespace etabli::cli {

namespace {

struct ChartCommand {
    std::string series;
    std::string type;
    std::string style = "own";
    std::string rules;
    std::string runs = "anhoej";
    std::string screen = "on";
    std::optional<int> freeze;
    std::vector<int> splits;
    std::vector<int> excluded;
    std::string group;
    std::string only;
    std::string format = "text";
    std::string language = "fr";
};

template <class Value>
using Choices = std::initializer_list<std::pair<std::string_view, Value>>;

/// The option's text was checked by the parser.
template <class Value>
Value chosen_of(std::string_view text, Choices<Value> choices)
{
    for (const auto& [name, value] : choices)
        if (name == text)
            return value;
    return choices.begin()->second;
}

charts::ChartOptions options_of(const ChartCommand& command, charts::ChartType type)
{
    using namespace charts;
    ChartOptions made;
    made.type = type;
    made.style
        = chosen_of<Style>(command.style, { { "own", Style::Own }, { "qicharts2", Style::Qicharts2 }, { "nhs", Style::Nhs } });
    made.rules = chosen_of<RuleSet>(command.rules.empty() && made.style == Style::Nhs ? "nhs" : command.rules,
        { { "anhoej", RuleSet::Anhoej }, { "nhs", RuleSet::Nhs }, { "none", RuleSet::None } });
    made.bounds = chosen_of<RunsBounds>(command.runs,
        { { "anhoej", RunsBounds::Anhoej }, { "bestbox", RunsBounds::BestBox }, { "cutbox", RunsBounds::CutBox } });
    made.screening = chosen_of<Screening>(command.screen, { { "on", Screening::On }, { "off", Screening::Off } });
    made.freeze = command.freeze;
    made.splits = command.splits;
    made.excluded = command.excluded;
    return made;
}

Result<std::vector<ChartedSeries>> charted_series(const ChartCommand& command)
{
    if (command.series.empty() || command.type.empty())
        return Problem("request.invalid", "etabli chart --type TYPE SERIES.csv; --help says more");
    const auto options = options_of(command, *enum_from<charts::ChartType>(command.type));
    const auto text = TRY(read_file(command.series));
    auto series = TRY(charts::read_series(text, { charts::shape_of(options.type), command.group }));
    std::vector<ChartedSeries> made;
    for (auto& each : series)
        if (command.only.empty() || each.group == command.only) {
            auto chart = charts::make_chart(each, options);
            made.push_back({ std::move(each), std::move(chart) });
        }
    if (made.empty())
        return Problem("request.invalid", "no row of the file is of the group --only names");
    // Of several groups, one that is too short says so in its own place.
    if (made.size() == 1 && !made.front().chart.ok())
        return made.front().chart.problem();
    return made;
}

Result<int> print_json(const ChartCommand& command, const std::vector<ChartedSeries>& charted)
{
    json::array groups;
    for (const auto& each : charted)
        groups.push_back(chart_json(each, !command.group.empty()));
    fmt::print("{}\n", json_text(json::object { { "groups", std::move(groups) } }));
    return 0;
}

Result<int> print_chart(const ChartCommand& command)
{
    const auto charted = TRY(charted_series(command));
    if (command.format == "json")
        return print_json(command, charted);
    const auto words = TRY(content::Words::read(content::folder_beside_binary("locales")));
    const content::Speech speech { words, command.language };
    if (command.format == "svg") {
        if (charted.size() > 1)
            return Problem("chart.options_clash", "a drawing is of one group: name it with --only");
        fmt::print("{}\n", chart_svg(charted.front(), speech));
        return 0;
    }
    for (const auto& each : charted)
        fmt::print("{}{}\n", chart_text(each, speech), charted.size() > 1 ? "\n" : "");
    return 0;
}

void add_lines_options(CLI::App& command, ChartCommand& options)
{
    command.add_option("--freeze", options.freeze, "lines rest on the first so many points");
    command.add_option("--split", options.splits, "a part ends after each of these points")
        ->allow_extra_args(false)
        ->delimiter(',');
    command.add_option("--exclude", options.excluded, "points drawn and left out of lines and runs")
        ->allow_extra_args(false)
        ->delimiter(',');
    command.add_option("--screen", options.screen, "whether moving ranges out of limits are dropped once")
        ->check(CLI::IsMember({ "on", "off" }))
        ->capture_default_str();
    command
        .add_option("--style", options.style, "own: few points are said to be few; the others give what that R package gives")
        ->check(CLI::IsMember({ "own", "qicharts2", "nhs" }))
        ->capture_default_str();
    command.add_option("--rules", options.rules, "anhoej unless the style is nhs; never two at once")
        ->check(CLI::IsMember({ "anhoej", "nhs", "none" }));
    command.add_option("--runs", options.runs, "bounds of Anhoej's rules; the boxes for 10 to 100 points")
        ->check(CLI::IsMember({ "anhoej", "bestbox", "cutbox" }))
        ->capture_default_str();
}

} // namespace

void add_chart(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<ChartCommand>();
    auto* command = app.add_subcommand("chart", "a series of points, and what in it is more than chance");
    command->add_option("series", options->series, "a file with columns x (day or order number), y, and n for ratios and ip");
    command->add_option("--type", options->type, "how values are drawn")
        ->check(CLI::IsMember({ "run", "i", "mr", "ip", "xbar", "s", "c", "u", "up", "p", "pp", "g", "t" }));
    add_lines_options(*command, *options);
    command->add_option("--group", options->group, "one chart per value of this column");
    command->add_option("--only", options->only, "of these, this one");
    command->add_option("--format", options->format, "sentences, a drawing, or json in full precision")
        ->check(CLI::IsMember({ "text", "svg", "json" }))
        ->capture_default_str();
    command->add_option("--language", options->language, "of sentences and drawings")
        ->check(CLI::IsMember({ "fr", "en" }))
        ->capture_default_str();
    command->callback([options, command, &chosen] {
        if (!command->get_subcommands().empty())
            return;
        chosen = [options] {
            const auto done = print_chart(*options);
            return done.ok() ? done.value() : failed(done.problem());
        };
    });
    add_studies(*command, chosen);
}

} // namespace etabli::cli

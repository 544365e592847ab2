// SPDX-License-Identifier: EUPL-1.2
// cli/chart_studies.cpp
//
// Before and after: a series that a change interrupted, and units beside units. In JSON the numbers; in text one sentence at
// most, never without its points and people, never a cause.

#include "cli/chart_studies.hpp"

#include <cmath>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/fields.hpp"
#include "cli/chart_reports.hpp"
#include "cli/files.hpp"
#include "engine/charts/difference.hpp"
#include "server/content/files.hpp"

namespace etabli::cli {

namespace {

struct StudyCommand {
    std::string series;
    std::string change;
    std::string effect = "level-and-slope";
    std::string errors = "by-length";
    std::optional<int> lag;
    int season = 1;
    std::string unit = "unit";
    std::vector<std::string> changed;
    double confidence = statistics::confidence_default;
    std::string format = "text";
    std::string language = "fr";
};

json::object coefficient_json(const charts::Coefficient& coefficient)
{
    json::object made { { "name", coefficient.name }, { "estimate", coefficient.estimate } };
    // Without an interval the error is not one to be read either.
    made["error"] = coefficient.interval ? json::value(coefficient.error) : json::value();
    made["low"] = coefficient.interval ? json::value(coefficient.interval->low) : json::value();
    made["high"] = coefficient.interval ? json::value(coefficient.interval->high) : json::value();
    return made;
}

json::object footing_json(const charts::Footing& footing)
{
    return { { "points_before", footing.before }, { "points_after", footing.after },
        { "people_fewest", footing.people_fewest ? json::value(*footing.people_fewest) : json::value() },
        { "people_most", footing.people_most ? json::value(*footing.people_most) : json::value() } };
}

Result<double> change_of(const StudyCommand& command)
{
    const auto order = charts::parse_order(command.change);
    if (!order)
        return Problem("request.invalid", "--change is neither an order number nor a day (2026-11-23, or 23/11/2026)");
    return *order;
}

/// In the reader's words: direction, size and interval, or that nothing can be told; then on what it rests.
class Sentences {
public:
    Sentences(const StudyCommand& command, const content::Words& words) : command_(command), words_(words) { }

    std::string say(std::string_view key, const std::vector<content::WordArgument>& arguments = {}) const
    {
        return words_.text(command_.language, fmt::format("charts.{}", key), arguments);
    }

    std::string finding(std::string_view study, const charts::Coefficient& effect) const
    {
        const auto& interval = *effect.interval;
        const bool is_told = interval.low > 0 || interval.high < 0;
        std::vector<content::WordArgument> arguments { { "change", command_.change },
            { "confidence", number(100 * command_.confidence) }, { "low", number(interval.low) },
            { "high", number(interval.high) } };
        if (is_told)
            arguments.emplace_back("size", number(std::abs(effect.estimate)));
        return say(fmt::format("{}.{}", study,
                       !is_told                  ? "not_told_apart"
                           : effect.estimate > 0 ? "above"
                                                 : "below"),
            arguments);
    }

    std::string footing(const charts::Footing& of) const
    {
        const auto before = std::to_string(of.before);
        const auto after = std::to_string(of.after);
        if (!of.people_fewest)
            return say("study.no_people", { { "before", before }, { "after", after } });
        return say("study.footing",
            { { "before", before }, { "after", after }, { "fewest", number(*of.people_fewest) },
                { "most", number(*of.people_most) } });
    }

private:
    std::string number(double value) const { return charts::short_number(value, command_.language == "fr" ? ',' : '.'); }

    const StudyCommand& command_;
    const content::Words& words_;
};

Result<int> print_interrupted(const StudyCommand& command)
{
    using charts::Errors;
    charts::InterruptedOptions options;
    options.change_at = TRY(change_of(command));
    options.effect = command.effect == "level" ? charts::Effect::Level : charts::Effect::LevelAndSlope;
    options.errors = command.errors == "newey-west" ? Errors::NeweyWest
        : command.errors == "ar1"                   ? Errors::Autoregressive
                                                    : Errors::ByLength;
    options.lag = command.lag;
    options.season = command.season;
    options.confidence = command.confidence;
    const auto series = TRY(charts::read_series(TRY(read_file(command.series)), { charts::Shape::ValuesOfSizes, {} }));
    const auto study = TRY(charts::study_interrupted(series.front(), options));
    if (command.format == "json") {
        const bool is_newey_west = study.errors == Errors::NeweyWest;
        json::array coefficients;
        for (const auto& coefficient : study.coefficients)
            coefficients.push_back(coefficient_json(coefficient));
        json::object body { { "study", "interrupted_time_series" }, { "change", command.change } };
        for (const auto& member : footing_json(study.footing))
            body[member.key()] = member.value();
        body["coefficients"] = std::move(coefficients);
        body["errors"] = is_newey_west ? "newey_west" : "ar1_reml";
        body["lag"] = is_newey_west ? json::value(study.lag) : json::value();
        body["phi"] = is_newey_west ? json::value() : json::value(study.phi);
        body["durbin_watson"] = study.durbin_watson;
        body["confidence"] = command.confidence;
        body["is_short"] = study.is_short;
        body["method"] = "docs/methods/charts.md";
        fmt::print("{}\n", json_text(body));
        return 0;
    }
    const auto words = TRY(content::Words::read(content::folder_beside_binary("locales")));
    const Sentences sentences(command, words);
    if (study.footing.people_fewest)
        fmt::print("{}\n", sentences.finding("its", study.coefficients[2]));
    fmt::print("{}\n", sentences.footing(study.footing));
    if (study.is_short)
        fmt::print("{}\n", sentences.say("study.short"));
    fmt::print("{}\n", sentences.say("study.why"));
    return 0;
}

Result<int> print_difference(const StudyCommand& command)
{
    charts::DifferenceOptions options { TRY(change_of(command)), command.changed, command.confidence };
    const auto units = TRY(charts::read_series(TRY(read_file(command.series)), { charts::Shape::ValuesOfSizes, command.unit }));
    const auto study = TRY(charts::study_difference(units, options));
    if (command.format == "json") {
        json::object body { { "study", "difference_in_differences" }, { "change", command.change },
            { "units_changed", study.units_changed }, { "units_compared", study.units_compared },
            { "times_before", study.times_before }, { "times_after", study.times_after } };
        for (const auto& member : footing_json(study.footing))
            body[member.key()] = member.value();
        body["effect"] = coefficient_json(study.effect);
        body["errors"] = "clustered_by_unit";
        body["confidence"] = command.confidence;
        body["is_few_units"] = study.is_few_units;
        body["has_one_unit_of_a_kind"] = study.has_lone_kind;
        body["method"] = "docs/methods/charts.md";
        fmt::print("{}\n", json_text(body));
        return 0;
    }
    const auto words = TRY(content::Words::read(content::folder_beside_binary("locales")));
    const Sentences sentences(command, words);
    if (study.has_lone_kind)
        fmt::print("{}\n", sentences.say("did.no_interval"));
    else if (study.footing.people_fewest)
        fmt::print("{}\n", sentences.finding("did", study.effect));
    fmt::print("{}\n{}\n",
        sentences.say("study.units",
            { { "changed", std::to_string(study.units_changed) }, { "compared", std::to_string(study.units_compared) } }),
        sentences.footing(study.footing));
    if (study.is_few_units && !study.has_lone_kind)
        fmt::print("{}\n", sentences.say("study.few_units"));
    fmt::print("{}\n", sentences.say("study.why"));
    return 0;
}

CLI::App* add_study(CLI::App& chart, Chosen& chosen, const std::shared_ptr<StudyCommand>& options, const char* name,
    const char* help, Result<int> (*print)(const StudyCommand&))
{
    auto* command = chart.add_subcommand(name, help);
    command->add_option("series", options->series, "a file with columns x, y, and n: how many people a point rests on")
        ->required();
    command->add_option("--change", options->change, "the first x after the change")->required();
    command->add_option("--confidence", options->confidence, "of intervals")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command->add_option("--format", options->format, "sentences, or json in full precision")
        ->check(CLI::IsMember({ "text", "json" }))
        ->capture_default_str();
    command->add_option("--language", options->language, "of sentences")
        ->check(CLI::IsMember({ "fr", "en" }))
        ->capture_default_str();
    command->callback([options, &chosen, print] {
        chosen = [options, print] {
            const auto done = print(*options);
            return done.ok() ? done.value() : failed(done.problem());
        };
    });
    return command;
}

} // namespace

void add_studies(CLI::App& chart, Chosen& chosen)
{
    constexpr int season_max = 366; // of days
    auto interrupted = std::make_shared<StudyCommand>();
    auto* its = add_study(chart, chosen, interrupted, "its",
        "a series before and after a change: by how much it left the line it was on", print_interrupted);
    its->add_option("--effect", interrupted->effect, "what may change")
        ->check(CLI::IsMember({ "level", "level-and-slope" }))
        ->capture_default_str();
    its->add_option("--season", interrupted->season, "points in a year: 12 of months; 1 for none")
        ->check(CLI::Range(1, season_max))
        ->capture_default_str();
    its->add_option("--errors", interrupted->errors, "by-length: newey-west under twelve points, ar1 from there on")
        ->check(CLI::IsMember({ "by-length", "newey-west", "ar1" }))
        ->capture_default_str();
    its->add_option("--lag", interrupted->lag, "neighbours that resemble one another, for newey-west")
        ->check(CLI::Range(0, 10'000));

    auto difference = std::make_shared<StudyCommand>();
    auto* did = add_study(chart, chosen, difference, "did",
        "units where something changed beside units where it did not, before and after", print_difference);
    did->add_option("--unit", difference->unit, "column that names the unit")->capture_default_str();
    did->add_option("--changed", difference->changed, "names of the units where something changed, with commas")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->required();
}

} // namespace etabli::cli

// SPDX-License-Identifier: EUPL-1.2
// cli/chart_json.cpp
//
// A chart as JSON: first what the readers compare, then how it was made.

#include <cmath>

#include <boost/json.hpp>

#include "cli/chart_reports.hpp"

namespace etabli::cli {

namespace {

json::array numbers(std::span<const double> values)
{
    json::array made;
    made.reserve(values.size());
    for (const double value : values)
        made.push_back(std::isfinite(value) ? json::value(value) : json::value());
    return made;
}

void add_runs(json::object& to, const std::optional<charts::Runs>& runs)
{
    to["useful"] = runs ? json::value(runs->useful) : json::value();
    to["longest_run"] = runs ? json::value(runs->longest) : json::value();
    to["longest_run_max"] = runs ? json::value(runs->longest_max) : json::value();
    to["longest_run_points"] = runs ? json::value { runs->longest_first, runs->longest_last } : json::value();
    to["crossings"] = runs ? json::value(runs->crossings) : json::value();
    to["crossings_min"] = runs ? json::value(runs->crossings_min) : json::value();
    to["runs_signal"] = runs && runs->signal;
}

json::object part_json(const charts::Part& part)
{
    json::object made { { "first", part.first }, { "last", part.last }, { "baseline", part.baseline },
        { "limits", name_of(part.standing) } };
    add_runs(made, part.runs);
    made["screened_points"] = json::value_from(part.screened);
    made["dispersion"] = part.dispersion && std::isfinite(*part.dispersion) ? json::value(*part.dispersion) : json::value();
    return made;
}

std::string_view code_of(charts::RunsBounds bounds)
{
    return bounds == charts::RunsBounds::Anhoej ? "anhoej" : bounds == charts::RunsBounds::BestBox ? "bestbox" : "cutbox";
}

json::object explanation(const charts::Chart& chart, bool is_screened)
{
    const auto& options = chart.options;
    json::object constants;
    for (const auto& constant : charts::constants_of(options))
        constants[constant.name] = constant.value;
    json::object made { { "type", name_of(options.type) }, { "style", name_of(options.style) },
        { "rules", name_of(options.rules) }, { "runs", code_of(options.bounds) },
        { "screening",
            is_screened                                   ? "on"
                : charts::has_moving_ranges(options.type) ? "off"
                                                          : "not_for_this_type" } };
    made["freeze"] = options.freeze ? json::value(*options.freeze) : json::value();
    made["splits"] = json::value_from(options.splits);
    made["excluded"] = json::value_from(options.excluded);
    made["constants"] = std::move(constants);
    made["method"] = "docs/methods/charts.md";
    return made;
}

json::array signals_json(const charts::Chart& chart)
{
    json::array made;
    for (const auto& signal : chart.signals)
        made.push_back({ { "point", signal.point }, { "rule", name_of(signal.rule) } });
    return made;
}

} // namespace

json::object chart_json(const ChartedSeries& charted, bool is_grouped)
{
    json::object made { { "group", is_grouped ? json::value(charted.series.group) : json::value() } };
    if (!charted.chart.ok()) {
        made["problem"] = charted.chart.problem().code();
        made["detail"] = charted.chart.problem().detail();
        return made;
    }
    const auto& chart = charted.chart.value();
    const bool is_screened = charts::has_moving_ranges(chart.options.type) && chart.options.screening == charts::Screening::On;
    made["points"] = chart.values.size();
    made["x"] = json::value_from(charted.series.labels);
    made["y"] = numbers(chart.values);
    made["centre"] = numbers(chart.lines.centre);
    made["lower"] = numbers(chart.lines.lower);
    made["upper"] = numbers(chart.lines.upper);
    add_runs(made, chart.parts.back().runs); // of the part that goes on
    made["signals"] = signals_json(chart);
    made["screened"] = is_screened;
    json::array parts;
    for (const auto& part : chart.parts)
        parts.push_back(part_json(part));
    made["parts"] = std::move(parts);
    made["explanation"] = explanation(chart, is_screened);
    return made;
}

} // namespace etabli::cli

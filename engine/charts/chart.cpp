// SPDX-License-Identifier: EUPL-1.2
// engine/charts/chart.cpp

#include "engine/charts/chart.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/csv_table.hpp"
#include "engine/charts/lines.hpp"
#include "engine/charts/nhs_rules.hpp"

namespace etabli::charts {

namespace {

Problem clash(std::string why)
{
    return Problem("chart.options_clash", std::move(why));
}

Result<void> check_places(const ChartOptions& options, int points)
{
    for (const int split : options.splits)
        if (split < 1 || split >= points)
            return clash(fmt::format("a part cannot end after point {}: there are {} points", split, points));
    for (const int point : options.excluded)
        if (point < 1 || point > points)
            return clash(fmt::format("point {} cannot be left out: there are {} points", point, points));
    if (options.freeze && *options.freeze < 1)
        return clash("lines cannot rest on the first 0 points");
    return {};
}

/// Steps 1.5 and 1.6.
Result<void> check_options(const ChartOptions& options, int points)
{
    TRY(check_places(options, points));
    if (options.style == Style::Nhs && options.type != ChartType::I)
        return clash(fmt::format("the NHS has no {} chart, only i", name_of(options.type)));
    if (options.style == Style::Nhs && !options.excluded.empty())
        return clash("the NHS leaves no point out");
    if (options.freeze && options.style != Style::Qicharts2 && *options.freeze < firm_points_min)
        return clash(fmt::format("lines that are kept rest on {} points at least, not {}", firm_points_min, *options.freeze));
    if (options.style == Style::Own && options.freeze && !options.splits.empty())
        return clash("lines are either kept from the first points, or made again in parts");
    return {};
}

/// Step 1.2: what a type cannot be made of.
Result<void> check_values(const Series& series, ChartType type)
{
    const auto trouble = [&](std::size_t at, std::string_view why) { return CsvTable::trouble(series.lines[at], "y", why); };
    const bool is_count = shape_of(type) == Shape::Ratios || type == ChartType::C || type == ChartType::G;
    const bool is_share = type == ChartType::P || type == ChartType::PPrime;
    for (std::size_t at = 0; at < series.size(); ++at) {
        if (is_count && series.values[at] < 0)
            return trouble(at, "is below zero, and counts are not");
        if (is_share && series.values[at] > series.sizes[at])
            return trouble(at, "is more than n, and shares are not");
        if (type == ChartType::T && series.values[at] <= 0)
            return trouble(at, "is not above zero, and times between events are");
    }
    return {};
}

std::vector<bool> included_of(const ChartOptions& options, std::size_t points)
{
    std::vector<bool> made(points, true);
    for (const int point : options.excluded)
        made[static_cast<std::size_t>(point - 1)] = false;
    return made;
}

/// Last points of parts.
std::vector<int> ends_of(const ChartOptions& options, int points)
{
    auto made = options.splits;
    made.push_back(points);
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
    return made;
}

/// Step 1.6: the NHS freezes each part anew.
int frozen_points(const ChartOptions& options, int points_of_part)
{
    return options.freeze ? std::min(*options.freeze, points_of_part) : points_of_part;
}

/// Step 1.7.
Standing standing_of(const ChartOptions& options, int baseline)
{
    if (options.style != Style::Own || baseline >= firm_points_min)
        return Standing::Firm;
    if (baseline >= limits_points_min)
        return Standing::Provisional;
    return baseline >= points_min ? Standing::PlainRun : Standing::Points;
}

/// Makes a chart part after part.
class Maker {
public:
    Maker(const Series& series, const ChartOptions& options)
        : series_(series)
        , included_(included_of(options, series.size()))
        , made_ { options, {}, {}, {}, {} }
    {
    }

    Chart make()
    {
        int first = 1;
        for (const int last : ends_of(made_.options, static_cast<int>(series_.size()))) {
            add_part(first, last);
            first = last + 1;
        }
        return std::move(made_);
    }

private:
    void add_part(int first, int last)
    {
        const auto begin = static_cast<std::size_t>(first - 1);
        const auto count = static_cast<std::size_t>(last) - begin;
        PartData data { std::span(series_.values).subspan(begin, count), std::span(series_.sizes).subspan(begin, count), {},
            {} };
        if (!series_.deviations.empty())
            data.deviations = std::span(series_.deviations).subspan(begin, count);
        data.is_base.assign(included_.begin() + first - 1, included_.begin() + last);
        const auto frozen = static_cast<std::size_t>(frozen_points(made_.options, static_cast<int>(count)));
        std::fill(data.is_base.begin() + static_cast<std::ptrdiff_t>(frozen), data.is_base.end(), false);

        Part part { first, last, static_cast<int>(std::count(data.is_base.begin(), data.is_base.end(), true)), {}, {}, {}, {} };
        part.standing = standing_of(made_.options, part.baseline);
        const bool has_limits = part.standing == Standing::Provisional || part.standing == Standing::Firm;
        auto drawn = has_limits ? draw_part(data, made_.options) : draw_plain_run(data, made_.options);
        if (part.standing == Standing::Points)
            drawn.lines.centre.assign(count, std::nan(""));
        part.dispersion = drawn.dispersion;
        for (const int place : drawn.screened)
            part.screened.push_back(first + place);
        judge(part, drawn);
        append(drawn);
        made_.parts.push_back(std::move(part));
    }

    void judge(Part& part, const DrawnPart& drawn)
    {
        if (made_.options.rules == RuleSet::Nhs) {
            const auto found = nhs_signals(drawn.values, drawn.lines, part.first);
            made_.signals.insert(made_.signals.end(), found.begin(), found.end());
        }
        if (made_.options.rules != RuleSet::Anhoej)
            return;
        judge_runs(part, drawn);
        for (std::size_t at = 0; at < drawn.values.size(); ++at) { // 3.6
            const int point = part.first + static_cast<int>(at);
            if (drawn.values[at] > drawn.lines.upper[at])
                made_.signals.push_back({ point, Rule::AboveUpper });
            else if (drawn.values[at] < drawn.lines.lower[at])
                made_.signals.push_back({ point, Rule::BelowLower });
        }
    }

    void judge_runs(Part& part, const DrawnPart& drawn) const
    {
        auto values = drawn.values;
        for (std::size_t at = 0; at < values.size(); ++at)
            if (!included_[static_cast<std::size_t>(part.first - 1) + at])
                values[at] = std::nan("");
        part.runs = runs_of(values, drawn.lines.centre, made_.options.bounds);
        if (!part.runs)
            return;
        part.runs->longest_first += part.first;
        part.runs->longest_last += part.first;
        // Neighbouring ranges share a point, so that their runs follow another law.
        if (made_.options.type == ChartType::MR)
            part.runs->signal = false;
    }

    void append(const DrawnPart& drawn)
    {
        const auto add
            = [](std::vector<double>& to, const std::vector<double>& from) { to.insert(to.end(), from.begin(), from.end()); };
        add(made_.values, drawn.values);
        add(made_.lines.centre, drawn.lines.centre);
        add(made_.lines.lower, drawn.lines.lower);
        add(made_.lines.upper, drawn.lines.upper);
        add(made_.lines.near_lower, drawn.lines.near_lower);
        add(made_.lines.near_upper, drawn.lines.near_upper);
    }

    const Series& series_;
    std::vector<bool> included_;
    Chart made_;
};

/// Step 1.7: what nothing can be learnt from, in our own style.
Result<void> check_worth(const Series& series, const ChartOptions& options)
{
    const auto points = static_cast<int>(series.size());
    if (points == 0)
        return Problem("series.too_short", "no point");
    const int least = options.style == Style::Own ? points_min : 2;
    if (points < least)
        return Problem("series.too_short",
            fmt::format("{} {} (line {}{}), where a chart needs {} at least", points, points == 1 ? "point" : "points",
                series.lines.front(), points == 1 ? "" : fmt::format(" to {}", series.lines.back()), least));
    const auto values = values_of(
        { series.values, series.sizes, series.deviations, {} }, options.type == ChartType::MR ? ChartType::I : options.type);
    if (options.style == Style::Own && std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end())
        return Problem("series.all_equal",
            fmt::format("lines {} to {} all make points of {}", *std::min_element(series.lines.begin(), series.lines.end()),
                *std::max_element(series.lines.begin(), series.lines.end()), values.front()));
    return {};
}

} // namespace

Result<Chart> make_chart(const Series& series, const ChartOptions& asked)
{
    const auto points = static_cast<int>(series.size());
    auto options = asked;
    if (options.style == Style::Qicharts2) { // 1.5, 1.6: no freeze beside parts, nothing beyond the series
        if (!options.splits.empty())
            options.freeze.reset();
        std::erase_if(options.splits, [&](int split) { return split >= points; });
        std::erase_if(options.excluded, [&](int point) { return point > points; });
    }
    TRY(check_values(series, options.type));
    TRY(check_worth(series, options));
    TRY(check_options(options, points));
    return Maker(series, options).make();
}

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/chart.hpp
//
// A series as a chart: a centre line, limits, and what is more than chance, each with the rule, the points and the constants
// it rests on. It speaks no language; drawing.hpp draws it. docs/methods/charts.md, whose steps the code quotes.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engine/charts/runs.hpp"
#include "engine/charts/series.hpp"

namespace etabli::charts {

enum class ChartType { Run, I, MR, IPrime, XBar, S, C, U, UPrime, P, PPrime, G, T };

/// Whose habits. Own: ours for people, with few points said to be few. The other two give what those R packages give, from
/// the first point on.
enum class Style { Own, Qicharts2, Nhs };

/// Never two at once: false alarms add up.
enum class RuleSet { Anhoej, Nhs, None };

/// Whether moving ranges that are themselves out of limits are dropped once.
enum class Screening { On, Off };

/// What ten points, and twelve, allow in our own style. Fewer than five are figures, not a series; limits from fewer than
/// twelve move by a fifth with the next point.
inline constexpr int points_min = 5;
inline constexpr int limits_points_min = 10;
inline constexpr int firm_points_min = 12;

struct ChartOptions {
    ChartType type = ChartType::I;
    Style style = Style::Own;
    RuleSet rules = RuleSet::Anhoej;
    RunsBounds bounds = RunsBounds::Anhoej;
    Screening screening = Screening::On;
    std::optional<int> freeze; // limits from the first so many points
    std::vector<int> splits; // a part ends after each of these points
    std::vector<int> excluded; // drawn, and left out of lines and runs
};

/// What a part may claim.
enum class Standing {
    Points, // fewer than points_min: dots
    PlainRun, // a median, no limits
    Provisional, // limits, said to be provisional
    Firm,
};

enum class Rule {
    AboveUpper,
    BelowLower,
    TrendUp,
    TrendDown,
    TwoInThreeAbove,
    TwoInThreeBelow,
    SevenAbove,
    SevenBelow,
};

struct Signal {
    int point = 0; // from 1
    Rule rule = Rule::AboveUpper;
};

/// One value per point, NaN where there is none.
struct Lines {
    std::vector<double> centre;
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<double> near_lower; // two thirds of the way to the limit
    std::vector<double> near_upper;
};

struct Part {
    int first = 1; // points, from 1
    int last = 1;
    int baseline = 0; // how many points its lines rest on
    Standing standing = Standing::Firm;
    std::optional<Runs> runs; // nothing when other rules were asked for, or every point is on the line
    std::vector<int> screened; // points whose moving range (from the one before) was dropped
    std::optional<double> dispersion; // of p and u charts: how much more they vary than counts do, 1 when as much
};

struct Chart {
    ChartOptions options;
    std::vector<double> values; // what is drawn: a ratio, a range, a deviation; NaN where there is none
    Lines lines;
    std::vector<Part> parts; // one, or one more than there are splits
    std::vector<Signal> signals; // in the order of points
};

/// `series.too_short`, `series.all_equal`, `chart.options_clash`; `request.invalid` for a value the type cannot have, with
/// its line.
Result<Chart> make_chart(const Series& series, const ChartOptions& options);

/// What a file must hold for a type.
Shape shape_of(ChartType type);

struct Constant {
    std::string_view name;
    double value = 0;
};
/// The numbers that lines of that kind are made with, for whoever checks them by hand.
std::vector<Constant> constants_of(const ChartOptions& options);

/// As commands and JSON write them.
std::string_view code_of(ChartType type);
std::string_view code_of(Style style);
std::string_view code_of(RuleSet rules);
std::string_view code_of(Rule rule);
std::string_view code_of(Standing standing);
std::optional<ChartType> find_chart_type(std::string_view code);

} // namespace etabli::charts

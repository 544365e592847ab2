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

#include "base/fields.hpp"
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
/// Whether lines of that type rest on differences between neighbours, which screening is about.
bool has_moving_ranges(ChartType type);

struct Constant {
    std::string_view name;
    double value = 0;
};
/// The numbers that lines of that kind are made with, for whoever checks them by hand.
std::vector<Constant> constants_of(const ChartOptions& options);

} // namespace etabli::charts

/// As commands and JSON write them.
namespace etabli {

template <>
struct Names<charts::ChartType> {
    static constexpr std::array table {
        std::pair { charts::ChartType::Run, std::string_view("run") },
        std::pair { charts::ChartType::I, std::string_view("i") },
        std::pair { charts::ChartType::MR, std::string_view("mr") },
        std::pair { charts::ChartType::IPrime, std::string_view("ip") },
        std::pair { charts::ChartType::XBar, std::string_view("xbar") },
        std::pair { charts::ChartType::S, std::string_view("s") },
        std::pair { charts::ChartType::C, std::string_view("c") },
        std::pair { charts::ChartType::U, std::string_view("u") },
        std::pair { charts::ChartType::UPrime, std::string_view("up") },
        std::pair { charts::ChartType::P, std::string_view("p") },
        std::pair { charts::ChartType::PPrime, std::string_view("pp") },
        std::pair { charts::ChartType::G, std::string_view("g") },
        std::pair { charts::ChartType::T, std::string_view("t") },
    };
};

template <>
struct Names<charts::Style> {
    static constexpr std::array table {
        std::pair { charts::Style::Own, std::string_view("own") },
        std::pair { charts::Style::Qicharts2, std::string_view("qicharts2") },
        std::pair { charts::Style::Nhs, std::string_view("nhs") },
    };
};

template <>
struct Names<charts::RuleSet> {
    static constexpr std::array table {
        std::pair { charts::RuleSet::Anhoej, std::string_view("anhoej") },
        std::pair { charts::RuleSet::Nhs, std::string_view("nhs") },
        std::pair { charts::RuleSet::None, std::string_view("none") },
    };
};

template <>
struct Names<charts::Standing> {
    static constexpr std::array table {
        std::pair { charts::Standing::Points, std::string_view("points") },
        std::pair { charts::Standing::PlainRun, std::string_view("plain_run") },
        std::pair { charts::Standing::Provisional, std::string_view("provisional") },
        std::pair { charts::Standing::Firm, std::string_view("firm") },
    };
};

template <>
struct Names<charts::Rule> {
    static constexpr std::array table {
        std::pair { charts::Rule::AboveUpper, std::string_view("above_upper") },
        std::pair { charts::Rule::BelowLower, std::string_view("below_lower") },
        std::pair { charts::Rule::TrendUp, std::string_view("trend_up") },
        std::pair { charts::Rule::TrendDown, std::string_view("trend_down") },
        std::pair { charts::Rule::TwoInThreeAbove, std::string_view("two_in_three_above") },
        std::pair { charts::Rule::TwoInThreeBelow, std::string_view("two_in_three_below") },
        std::pair { charts::Rule::SevenAbove, std::string_view("seven_above") },
        std::pair { charts::Rule::SevenBelow, std::string_view("seven_below") },
    };
};

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/codes.cpp
//
// Names of types, styles and rules as commands and JSON write them, and the constants of each type.

#include <array>
#include <utility>

#include "engine/charts/lines.hpp"

namespace etabli::charts {

namespace {

constexpr std::array<std::string_view, 13> type_codes { "run", "i", "mr", "ip", "xbar", "s", "c", "u", "up", "p", "pp", "g",
    "t" };

template <class Enum, std::size_t size>
std::string_view named(const std::array<std::string_view, size>& codes, Enum value)
{
    return codes[static_cast<std::size_t>(value)];
}

} // namespace

Shape shape_of(ChartType type)
{
    switch (type) {
    case ChartType::U:
    case ChartType::UPrime:
    case ChartType::P:
    case ChartType::PPrime:
        return Shape::Ratios;
    case ChartType::IPrime:
        return Shape::ValuesOfSizes;
    case ChartType::XBar:
    case ChartType::S:
        return Shape::Subgroups;
    default:
        return Shape::Values;
    }
}

std::vector<Constant> constants_of(const ChartOptions& options)
{
    std::vector<Constant> made;
    const bool has_limits = options.type != ChartType::Run;
    const bool is_nhs = options.style == Style::Nhs;
    if (has_limits && !is_nhs && options.type != ChartType::MR)
        made.push_back({ "sigmas", sigmas });
    if (is_nhs)
        made.push_back({ "limit_per_range", nhs_limit });
    const bool has_ranges = options.type == ChartType::I || options.type == ChartType::T || options.type == ChartType::PPrime
        || options.type == ChartType::UPrime;
    if (has_ranges && !is_nhs)
        made.push_back({ "range_per_sigma", range_per_sigma });
    if (options.type == ChartType::MR || (has_ranges && options.screening == Screening::On))
        made.push_back({ "range_limit", range_limit });
    if (options.type == ChartType::IPrime && options.screening == Screening::On)
        made.push_back({ "range_limit", range_limit_prime });
    if (options.type == ChartType::T)
        made.push_back({ "power", t_power });
    return made;
}

std::string_view code_of(ChartType type)
{
    return named(type_codes, type);
}

std::optional<ChartType> find_chart_type(std::string_view code)
{
    for (std::size_t at = 0; at < type_codes.size(); ++at)
        if (type_codes[at] == code)
            return static_cast<ChartType>(at);
    return std::nullopt;
}

std::string_view code_of(Style style)
{
    return named(std::array<std::string_view, 3> { "own", "qicharts2", "nhs" }, style);
}

std::string_view code_of(RuleSet rules)
{
    return named(std::array<std::string_view, 3> { "anhoej", "nhs", "none" }, rules);
}

std::string_view code_of(Rule rule)
{
    constexpr std::array<std::string_view, 8> codes { "above_upper", "below_lower", "trend_up", "trend_down",
        "two_in_three_above", "two_in_three_below", "seven_above", "seven_below" };
    return named(codes, rule);
}

std::string_view code_of(Standing standing)
{
    return named(std::array<std::string_view, 4> { "points", "plain_run", "provisional", "firm" }, standing);
}

} // namespace etabli::charts

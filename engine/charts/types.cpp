// SPDX-License-Identifier: EUPL-1.2
// engine/charts/types.cpp
//
// What each type of chart wants of a file, and the constants its lines are made with.

#include "engine/charts/lines.hpp"

namespace etabli::charts {

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

bool has_moving_ranges(ChartType type)
{
    return type == ChartType::I || type == ChartType::IPrime || type == ChartType::PPrime || type == ChartType::UPrime
        || type == ChartType::T;
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

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/difference.cpp

#include "engine/charts/difference.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace etabli::charts {

namespace {

/// More columns than this would be solved for minutes: a study is of some units over some months.
constexpr std::size_t columns_max = 2000;

bool is_changed(const Series& unit, const DifferenceOptions& options)
{
    return std::find(options.changed.begin(), options.changed.end(), unit.group) != options.changed.end();
}

struct Panel {
    Model model;
    std::vector<int> unit_of; // by row
    std::vector<double> times; // each once, in order
};

std::vector<double> times_of(const std::vector<Series>& units)
{
    std::vector<double> made;
    for (const auto& unit : units)
        made.insert(made.end(), unit.order.begin(), unit.order.end());
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
    return made;
}

/// Step 6.1: a level for each unit, another for each time, and the effect where both changed.
Result<Panel> panel_of(const std::vector<Series>& units, const DifferenceOptions& options)
{
    Panel made;
    made.times = times_of(units);
    std::size_t rows = 0;
    for (const auto& unit : units)
        rows += unit.size();
    const std::size_t columns = units.size() + made.times.size();
    if (columns > columns_max)
        return Problem("study.not_computable", fmt::format("more than {} units and times together", columns_max));
    made.model.columns.assign(columns, std::vector(rows, 0.0));
    made.model.names.emplace_back("difference");
    for (const auto& unit : units)
        made.model.names.push_back("unit " + unit.group);
    for (std::size_t at = 1; at < made.times.size(); ++at)
        made.model.names.push_back(fmt::format("time {}", at + 1));
    std::size_t row = 0;
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        for (std::size_t at = 0; at < units[unit].size(); ++at, ++row) {
            const double order = units[unit].order[at];
            const auto time
                = static_cast<std::size_t>(std::lower_bound(made.times.begin(), made.times.end(), order) - made.times.begin());
            made.model.y.push_back(units[unit].values[at]);
            made.unit_of.push_back(static_cast<int>(unit));
            made.model.columns[0][row] = is_changed(units[unit], options) && order >= options.change_at ? 1 : 0;
            made.model.columns[1 + unit][row] = 1;
            if (time > 0)
                made.model.columns[units.size() + time][row] = 1;
        }
    return made;
}

Result<void> check_units(const std::vector<Series>& units, const DifferenceOptions& options)
{
    for (const auto& name : options.changed)
        if (std::none_of(units.begin(), units.end(), [&](const Series& unit) { return unit.group == name; }))
            return Problem("request.invalid", fmt::format("no row of the file is of unit {}", name));
    const auto changed
        = std::count_if(units.begin(), units.end(), [&](const Series& unit) { return is_changed(unit, options); });
    if (changed == 0 || changed == static_cast<std::ptrdiff_t>(units.size()))
        return Problem("study.not_computable", "there must be units where something changed, and others");
    return {};
}

void count(const std::vector<Series>& units, const DifferenceOptions& options, Difference& made)
{
    for (const auto& unit : units) {
        (is_changed(unit, options) ? made.units_changed : made.units_compared) += 1;
        for (std::size_t at = 0; at < unit.size(); ++at) {
            (unit.order[at] >= options.change_at ? made.footing.after : made.footing.before) += 1;
            if (unit.has_sizes) {
                made.footing.people_fewest = std::min(made.footing.people_fewest.value_or(unit.sizes[at]), unit.sizes[at]);
                made.footing.people_most = std::max(made.footing.people_most.value_or(unit.sizes[at]), unit.sizes[at]);
            }
        }
    }
    made.rows = made.footing.before + made.footing.after;
}

} // namespace

Result<Difference> study_difference(const std::vector<Series>& units, const DifferenceOptions& options)
{
    TRY(check_units(units, options));
    const auto panel = TRY(panel_of(units, options));
    Difference made;
    count(units, options, made);
    made.times_before
        = static_cast<int>(std::lower_bound(panel.times.begin(), panel.times.end(), options.change_at) - panel.times.begin());
    made.times_after = static_cast<int>(panel.times.size()) - made.times_before;
    if (made.times_before == 0 || made.times_after == 0)
        return Problem("study.not_computable", "every row is on the same side of the change");
    const auto fit = TRY(fit_clustered(panel.model, panel.unit_of));
    made.effect = { "difference", fit.estimates[0], fit.errors[0], {} };
    made.is_few_units = static_cast<int>(units.size()) < clusters_usual_min; // 6.4
    made.has_lone_kind = std::min(made.units_changed, made.units_compared) < kind_units_min;
    if (made.has_lone_kind)
        return made;
    const double reach = fit.errors[0] * statistics::student_quantile(1 - statistics::tail_of(options.confidence), fit.freedom);
    made.effect.interval = { made.effect.estimate - reach, made.effect.estimate + reach };
    return made;
}

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// engine/charts/interrupted.cpp

#include "engine/charts/interrupted.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace etabli::charts {

namespace {

/// Step 5.1.
Model model_of(const Series& series, const InterruptedOptions& options, int before)
{
    const auto n = series.size();
    Model made { series.values, { "start", "slope", "level_change" },
        { std::vector(n, 1.0), std::vector(n, 0.0), std::vector(n, 0.0) } };
    std::vector<double> since(n, 0.0);
    for (std::size_t at = 0; at < n; ++at) {
        const auto point = static_cast<int>(at) + 1;
        made.columns[1][at] = point;
        made.columns[2][at] = point > before ? 1 : 0;
        since[at] = std::max(0, point - before - 1);
    }
    if (options.effect == Effect::LevelAndSlope) {
        made.names.emplace_back("slope_change");
        made.columns.push_back(std::move(since));
    }
    for (int season = 1; season < options.season; ++season) { // 5.2
        made.names.push_back(fmt::format("season_{}", season + 1));
        std::vector<double> column(n, 0.0);
        for (auto at = static_cast<std::size_t>(season); at < n; at += static_cast<std::size_t>(options.season))
            column[at] = 1;
        made.columns.push_back(std::move(column));
    }
    return made;
}

Footing footing_of(const Series& series, int before)
{
    Footing made { before, static_cast<int>(series.size()) - before, {}, {} };
    if (series.has_sizes) {
        const auto [fewest, most] = std::minmax_element(series.sizes.begin(), series.sizes.end());
        made.people_fewest = *fewest;
        made.people_most = *most;
    }
    return made;
}

Errors errors_for(const InterruptedOptions& options, int points)
{
    if (options.errors != Errors::ByLength)
        return options.errors;
    return points < autoregressive_points_min ? Errors::NeweyWest : Errors::Autoregressive; // 5.5
}

} // namespace

int usual_lag(int points, int season)
{
    const auto thumb = static_cast<int>(std::floor(4 * std::pow(points / 100.0, 2.0 / 9)));
    return std::max({ 1, thumb, season > 1 ? season : 0 });
}

Result<Interrupted> study_interrupted(const Series& series, const InterruptedOptions& options)
{
    const auto points = static_cast<int>(series.size());
    const auto before = static_cast<int>(
        std::lower_bound(series.order.begin(), series.order.end(), options.change_at) - series.order.begin());
    if (before < side_points_min || points - before < side_points_min)
        return Problem("study.not_computable",
            fmt::format("{} points before the change and {} after it, where each side needs {}", before, points - before,
                side_points_min));
    Interrupted made;
    made.footing = footing_of(series, before);
    made.errors = errors_for(options, points);
    made.lag = made.errors == Errors::NeweyWest ? options.lag.value_or(usual_lag(points, options.season)) : 0;
    const auto model = model_of(series, options, before);
    const auto fit = made.errors == Errors::NeweyWest ? TRY(fit_newey_west(model, made.lag)) : TRY(fit_autoregressive(model));
    made.phi = fit.phi;
    made.durbin_watson = fit.durbin_watson;
    made.is_short = points < 2 * autoregressive_points_min; // 5.6
    const double reach = statistics::student_quantile(1 - statistics::tail_of(options.confidence), fit.freedom);
    for (std::size_t at = 0; at < model.names.size(); ++at) {
        const double estimate = fit.estimates[at];
        Coefficient coefficient { model.names[at], estimate, fit.errors[at], {} };
        coefficient.interval = { estimate - reach * fit.errors[at], estimate + reach * fit.errors[at] };
        made.coefficients.push_back(std::move(coefficient));
    }
    return made;
}

} // namespace etabli::charts

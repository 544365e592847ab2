// SPDX-License-Identifier: EUPL-1.2
// engine/charts/lines.cpp

#include "engine/charts/lines.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/charts/sums.hpp"

namespace etabli::charts {

namespace {

const double none = std::nan("");

/// What `of` says of each place of the base that has it.
template <class Of>
std::vector<double> made_of_base(const PartData& part, Of of)
{
    std::vector<double> made;
    for (std::size_t at = 0; at < part.is_base.size(); ++at)
        if (part.is_base[at])
            if (const double value = of(at); !std::isnan(value))
                made.push_back(value);
    return made;
}

std::vector<double> in_base(const PartData& part, std::span<const double> values)
{
    return made_of_base(part, [&](std::size_t at) { return values[at]; });
}

std::vector<int> places_in_base(const PartData& part)
{
    std::vector<int> made;
    for (std::size_t at = 0; at < part.is_base.size(); ++at)
        if (part.is_base[at])
            made.push_back(static_cast<int>(at));
    return made;
}

struct MeanRange {
    double mean = 0;
    std::vector<int> screened;
};

/// Between two points that follow one another, by their places.
struct Range {
    double size = 0;
    std::size_t from = 0;
    std::size_t to = 0;
};

double mean_size(const std::vector<Range>& ranges)
{
    std::vector<double> sizes;
    for (const auto& range : ranges)
        sizes.push_back(range.size);
    return mean_of(sizes);
}

/// Step 2.2: L. S. Nelson, J. Qual. Technol. 14 (1982), p. 172. `drawn` are the values people see.
MeanRange mean_range(const std::vector<Range>& ranges, std::span<const double> drawn, const ChartOptions& options, double limit)
{
    const double mean = mean_size(ranges);
    if (options.screening == Screening::Off)
        return { mean, {} };
    std::vector<Range> kept;
    std::vector<int> screened;
    for (const auto& range : ranges)
        if (range.size < limit * mean)
            kept.push_back(range);
        else
            screened.push_back(static_cast<int>(range.to));
    // One event among zeros: what is screened is all that varies, and every point would be out of limits.
    const auto varies = [&](const Range& range) { return drawn[range.from] != drawn[range.to]; };
    if (options.style == Style::Own && std::ranges::any_of(ranges, varies) && std::ranges::none_of(kept, varies))
        return { mean, {} };
    return { mean_size(kept), std::move(screened) };
}

/// Ranges between neighbours in the base: what was excluded stands between nobody.
MeanRange moving_range(const PartData& part, std::span<const double> drawn, std::span<const double> values, double centre,
    const ChartOptions& options)
{
    const auto places = places_in_base(part);
    std::vector<Range> ranges;
    for (std::size_t at = 1; at < places.size(); ++at) {
        const auto from = static_cast<std::size_t>(places[at - 1]);
        const auto to = static_cast<std::size_t>(places[at]);
        ranges.push_back({ std::abs((values[to] - centre) - (values[from] - centre)), from, to });
    }
    return mean_range(ranges, drawn, options, range_limit);
}

Lines flat_lines(std::size_t size, double centre, double sigma)
{
    return { std::vector(size, centre), std::vector(size, centre - sigmas * sigma), std::vector(size, centre + sigmas * sigma),
        std::vector(size, centre - near_sigmas * sigma), std::vector(size, centre + near_sigmas * sigma) };
}

Lines lines_around(double centre, std::span<const double> sigma)
{
    Lines made;
    made.centre.assign(sigma.size(), centre);
    for (const double each : sigma) {
        made.lower.push_back(centre - sigmas * each);
        made.upper.push_back(centre + sigmas * each);
        made.near_lower.push_back(centre - near_sigmas * each);
        made.near_upper.push_back(centre + near_sigmas * each);
    }
    return made;
}

void keep_at_least(Lines& lines, double least)
{
    for (auto* line : { &lines.lower, &lines.near_lower })
        for (double& value : *line)
            if (value < least)
                value = least;
}

void keep_at_most(Lines& lines, double most)
{
    for (auto* line : { &lines.upper, &lines.near_upper })
        for (double& value : *line)
            if (value > most)
                value = most;
}

/// Step 2.1.
Lines individuals(const PartData& part, DrawnPart& made, const ChartOptions& options)
{
    const auto size = made.values.size();
    const double centre = mean_of(in_base(part, made.values));
    if (options.style == Style::Nhs) {
        auto range = moving_range(part, made.values, made.values, 0, options);
        made.screened = std::move(range.screened);
        const double limit = nhs_limit * range.mean;
        const double near = 2 * (nhs_limit / 3) * range.mean;
        return { std::vector(size, centre), std::vector(size, centre - limit), std::vector(size, centre + limit),
            std::vector(size, centre - near), std::vector(size, centre + near) };
    }
    auto range = moving_range(part, made.values, made.values, centre, options);
    made.screened = std::move(range.screened);
    return flat_lines(size, centre, range.mean / range_per_sigma);
}

/// Step 2.4. Ranges are taken over all points, whatever the base.
Lines ranges(const PartData& part, const DrawnPart& made)
{
    const double centre = mean_of(in_base(part, made.values));
    const auto size = made.values.size();
    return { std::vector(size, centre), std::vector(size, 0.0), std::vector(size, range_limit * centre), std::vector(size, 0.0),
        std::vector(size, range_limit / sigmas * near_sigmas * centre) };
}

/// Step 2.5: I' of J. Taylor (normalised I chart). Differences are taken over all points, whatever the base.
Lines individuals_prime(const PartData& part, DrawnPart& made, const ChartOptions& options)
{
    const auto& y = made.values;
    const double centre = sum_of(made_of_base(part, [&](std::size_t at) { return y[at] * part.sizes[at]; }))
        / sum_of(in_base(part, part.sizes));
    std::vector<Range> differences;
    for (std::size_t at = 1; at < y.size(); ++at)
        differences.push_back({ std::sqrt(std::numbers::pi / 2) * std::abs(y[at] - y[at - 1])
                / std::sqrt(1 / part.sizes[at - 1] + 1 / part.sizes[at]),
            at - 1, at });
    auto range = mean_range(differences, y, options, range_limit_prime);
    made.screened = std::move(range.screened);
    std::vector<double> sigma;
    for (const double n : part.sizes)
        sigma.push_back(range.mean * std::sqrt(1 / n));
    return lines_around(centre, sigma);
}

bool is_of_one_size(std::span<const double> sizes)
{
    return std::adjacent_find(sizes.begin(), sizes.end(), std::not_equal_to<>()) == sizes.end();
}

/// Step 2.3: D. C. Montgomery, Introduction to Statistical Quality Control (2009), 6.29 to 6.31.
double deviation_within(const PartData& part)
{
    if (is_of_one_size(part.sizes))
        return mean_of(in_base(part, part.deviations));
    const auto squares = made_of_base(
        part, [&](std::size_t at) { return (part.sizes[at] - 1) * (part.deviations[at] * part.deviations[at]); });
    const auto freedom = made_of_base(part, [&](std::size_t at) { return part.sizes[at] - 1; });
    return std::sqrt(sum_of(squares) / sum_of(freedom));
}

Lines subgroup_means(const PartData& part, const DrawnPart& made)
{
    const double centre = sum_of(made_of_base(part, [&](std::size_t at) { return part.sizes[at] * made.values[at]; }))
        / sum_of(in_base(part, part.sizes));
    const double within = deviation_within(part);
    std::vector<double> sigma;
    for (const double n : part.sizes)
        sigma.push_back(within / (c4(n) * std::sqrt(n)));
    return lines_around(centre, sigma);
}

Lines subgroup_deviations(const PartData& part)
{
    const double centre = deviation_within(part);
    Lines made;
    made.centre.assign(part.sizes.size(), centre);
    for (const double n : part.sizes) {
        const double relative = std::sqrt(1 - c4(n) * c4(n)) / c4(n); // B3 and B4 are 1 -+ 3 of these
        made.lower.push_back((1 - sigmas * relative) * centre);
        made.upper.push_back((1 + sigmas * relative) * centre);
        made.near_lower.push_back((1 - near_sigmas * relative) * centre);
        made.near_upper.push_back((1 + near_sigmas * relative) * centre);
    }
    keep_at_least(made, 0);
    return made;
}

/// Step 2.6.
Lines counts(const PartData& part, const DrawnPart& made)
{
    const double centre = mean_of(in_base(part, made.values));
    auto lines = flat_lines(made.values.size(), centre, std::sqrt(centre));
    keep_at_least(lines, 0);
    return lines;
}

bool is_share(ChartType type)
{
    return type == ChartType::P || type == ChartType::PPrime;
}

/// Steps 2.7 and 2.8: D. B. Laney, Quality Engineering 14 (2002), p. 531, for the prime charts.
Lines ratios(const PartData& part, DrawnPart& made, const ChartOptions& options)
{
    const double centre = sum_of(in_base(part, part.values)) / sum_of(in_base(part, part.sizes));
    std::vector<double> sigma;
    std::vector<double> standardised;
    for (std::size_t at = 0; at < part.sizes.size(); ++at) {
        sigma.push_back(std::sqrt((is_share(options.type) ? centre * (1 - centre) : centre) / part.sizes[at]));
        standardised.push_back((made.values[at] - centre) / sigma.back());
    }
    if (options.type == ChartType::PPrime || options.type == ChartType::UPrime) {
        auto range = moving_range(part, made.values, standardised, 0, options);
        made.screened = std::move(range.screened);
        for (double& each : sigma)
            each *= range.mean / range_per_sigma;
    }
    const auto squares = made_of_base(part, [&](std::size_t at) { return standardised[at] * standardised[at]; });
    if (squares.size() > 1) // 2.9
        made.dispersion = sum_of(squares) / static_cast<double>(squares.size() - 1);
    auto lines = lines_around(centre, sigma);
    keep_at_least(lines, 0);
    if (is_share(options.type))
        keep_at_most(lines, 1);
    return lines;
}

/// Step 2.10: counts between rare events are geometric; their median is drawn, since most lie below the mean.
Lines between_events(const PartData& part, const DrawnPart& made)
{
    const double mean = mean_of(in_base(part, made.values));
    auto lines = flat_lines(made.values.size(), mean, std::sqrt(mean * (mean + 1)));
    keep_at_least(lines, 0);
    lines.centre.assign(made.values.size(), median_of(in_base(part, made.values)));
    return lines;
}

/// Step 2.11: L. S. Nelson, J. Qual. Technol. 26 (1994), p. 239.
Lines times_between_events(const PartData& part, DrawnPart& made, const ChartOptions& options)
{
    const auto back = [](double value) { return std::pow(value, t_power); };
    for (double& value : made.values)
        value = std::pow(value, 1 / t_power);
    auto lines = individuals(part, made, options);
    std::transform(made.values.begin(), made.values.end(), made.values.begin(), back);
    for (auto* line : { &lines.centre, &lines.upper, &lines.near_upper })
        std::transform(line->begin(), line->end(), line->begin(), back);
    for (auto* line : { &lines.lower, &lines.near_lower })
        for (double& value : *line)
            value = value > 0 ? back(value) : 0;
    return lines;
}

Lines lines_of(const PartData& part, DrawnPart& made, const ChartOptions& options)
{
    switch (options.type) {
    case ChartType::Run:
        return flat_lines(made.values.size(), median_of(in_base(part, made.values)), none);
    case ChartType::I:
        return individuals(part, made, options);
    case ChartType::MR:
        return ranges(part, made);
    case ChartType::IPrime:
        return individuals_prime(part, made, options);
    case ChartType::XBar:
        return subgroup_means(part, made);
    case ChartType::S:
        return subgroup_deviations(part);
    case ChartType::C:
        return counts(part, made);
    case ChartType::G:
        return between_events(part, made);
    case ChartType::T:
        return times_between_events(part, made, options);
    default:
        return ratios(part, made, options);
    }
}

} // namespace

DrawnPart draw_part(const PartData& part, const ChartOptions& options)
{
    DrawnPart made { values_of(part, options.type), {}, {}, {} };
    made.lines = lines_of(part, made, options);
    return made;
}

DrawnPart draw_plain_run(const PartData& part, const ChartOptions& options)
{
    DrawnPart made { values_of(part, options.type), {}, {}, {} };
    made.lines = flat_lines(made.values.size(), median_of(in_base(part, made.values)), none);
    return made;
}

std::vector<double> values_of(const PartData& part, ChartType type)
{
    std::vector<double> made(part.values.begin(), part.values.end());
    if (type == ChartType::S)
        made.assign(part.deviations.begin(), part.deviations.end());
    if (shape_of(type) == Shape::Ratios || shape_of(type) == Shape::ValuesOfSizes)
        for (std::size_t at = 0; at < made.size(); ++at)
            made[at] = part.values[at] / part.sizes[at];
    if (type == ChartType::MR)
        for (std::size_t at = made.size(); at-- > 0;)
            made[at] = at == 0 ? none : std::abs(part.values[at] - part.values[at - 1]);
    return made;
}

double c4(double n)
{
    return n > 1 ? std::sqrt(2 / (n - 1)) * std::exp(std::lgamma(n / 2) - std::lgamma((n - 1) / 2)) : none;
}

} // namespace etabli::charts

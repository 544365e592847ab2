// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/follow_up.cpp

#include "domain/experiments/follow_up.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "engine/charts/interrupted.hpp"
#include "engine/statistics/ranks.hpp"

namespace etabli::experiments {

namespace {

/// Step 3.3: a difference is said to be more than chance when chance alone would make one so large in one pair of periods
/// out of a hundred.
constexpr double chance_most = 0.01;

bool is_over(const Indicator& indicator, Date from, Date today)
{
    return period_after(indicator.rhythm, from) <= today;
}

/// Step 1.2: the series as the engine reads it.
charts::Series series_of(const Indicator& indicator, const std::vector<IndicatorValue>& drawn)
{
    charts::Series made;
    made.has_sizes = indicator.counting != Counting::Count;
    int line = 0;
    for (const auto& value : drawn) {
        made.labels.push_back(value.counted_on.text());
        made.order.push_back(static_cast<double>(value.counted_on.day().time_since_epoch().count()));
        made.lines.push_back(++line);
        made.values.push_back(value.numerator);
        made.sizes.push_back(static_cast<double>(value.base.value_or(1)));
    }
    return made;
}

/// Step 1.3: always those whose limits rest on what varies from one period to the next, for counts that do not behave.
charts::ChartType type_of(Counting counting)
{
    switch (counting) {
    case Counting::Count:
        return charts::ChartType::I;
    case Counting::Ratio:
        return charts::ChartType::PPrime;
    case Counting::Rate:
        return charts::ChartType::UPrime;
    case Counting::Measure:
        return charts::ChartType::IPrime;
    }
    VERIFY(false);
}

/// Step 2.2: a period belongs to what went on for most of it.
bool is_since(const Indicator& indicator, Date from, Date change)
{
    return 2 * from.days_until(change) < from.days_until(period_after(indicator.rhythm, from));
}

struct Split {
    int after = 0; // points of the parts before it
    ChartBreak at;
};

/// Those with a point on each side; of two between the same points, the later.
std::vector<Split> splits_of(
    const Indicator& indicator, const std::vector<IndicatorValue>& drawn, const std::vector<ChartBreak>& breaks)
{
    std::vector<Split> made;
    for (const auto& each : breaks) {
        const auto before = std::count_if(drawn.begin(), drawn.end(),
            [&](const IndicatorValue& value) { return !is_since(indicator, value.counted_on, each.on); });
        if (before == 0 || before == std::ssize(drawn))
            continue;
        if (!made.empty() && made.back().after == before)
            made.pop_back();
        made.push_back({ static_cast<int>(before), each });
    }
    return made;
}

std::vector<IndicatorValue> drawn_of(const Indicator& indicator, const std::vector<IndicatorValue>& values, Date today)
{
    std::vector<IndicatorValue> drawn;
    std::copy_if(values.begin(), values.end(), std::back_inserter(drawn),
        [&](const IndicatorValue& value) { return is_over(indicator, value.counted_on, today); });
    std::sort(drawn.begin(), drawn.end(),
        [](const IndicatorValue& one, const IndicatorValue& other) { return one.counted_on < other.counted_on; });
    return drawn;
}

double value_of(const IndicatorValue& value)
{
    return value.base ? value.numerator / static_cast<double>(*value.base) : value.numerator;
}

std::optional<double> shown(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<FollowUpPoint> points_of(const std::vector<IndicatorValue>& drawn, const Charted& charted)
{
    std::vector<FollowUpPoint> points;
    for (const auto& value : drawn) {
        FollowUpPoint point { .from = value.counted_on, .value = value_of(value), .numerator = value.numerator };
        point.base = value.base;
        point.entries = value.entries;
        point.set_aside = value.set_aside;
        points.push_back(std::move(point));
    }
    if (!charted.chart)
        return points;
    const auto& lines = charted.chart->lines;
    for (std::size_t at = 0; at < points.size(); ++at) {
        points[at].centre = shown(lines.centre[at]);
        points[at].lower = shown(lines.lower[at]);
        points[at].upper = shown(lines.upper[at]);
    }
    for (const auto& signal : charted.chart->signals)
        points[static_cast<std::size_t>(signal.point - 1)].is_outside = true;
    return points;
}

std::vector<FollowUpPart> parts_of(std::vector<FollowUpPoint>& points, const Charted& charted)
{
    std::vector<FollowUpPart> parts;
    for (std::size_t at = 0; at <= charted.breaks.size() && !points.empty(); ++at) {
        FollowUpPart part;
        if (const auto* begun = at > 0 ? &charted.breaks[at - 1] : charted.opened_by ? &*charted.opened_by : nullptr) {
            part.reason = begun->reason;
            part.words = begun->words;
            part.on = begun->on;
        }
        parts.push_back(std::move(part));
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        auto& part = parts[at];
        const auto first = static_cast<std::size_t>(at == 0 ? 0 : charted.splits[at - 1]);
        const auto last = at < charted.splits.size() ? static_cast<std::size_t>(charted.splits[at]) : points.size();
        part.from = points[first].from;
        if (part.reason == PartReason::Before)
            part.on = part.from;
        part.points = static_cast<std::int64_t>(last - first);
        for (auto place = first; place < last; ++place)
            points[place].part = static_cast<std::int64_t>(at);
        part.standing = charts::Standing::Points;
        if (!charted.chart)
            continue;
        const auto& drawn = charted.chart->parts[at];
        part.standing = drawn.standing;
        part.centre = points[last - 1].centre;
        if (drawn.runs) {
            part.has_long_run = drawn.runs->signal;
            part.longest = drawn.runs->longest;
            part.longest_from = points[static_cast<std::size_t>(drawn.runs->longest_first - 1)].from;
        }
    }
    return parts;
}

struct Side {
    std::vector<double> values;
    double numerator = 0;
    double base = 0;

    void add(const FollowUpPoint& point)
    {
        values.push_back(point.value);
        numerator += point.numerator;
        base += point.base ? static_cast<double>(*point.base) : 1;
    }
    /// A mean; of shares, rates and means, of everything that was counted.
    double centre() const { return numerator / base; }
};

HopedReading hoped_of(Hoped hoped, double before, double now)
{
    if (hoped == Hoped::Watched || before == now)
        return HopedReading::Unsaid;
    return (now < before) == (hoped == Hoped::Less) ? HopedReading::AsHoped : HopedReading::Contrary;
}

/// Section 3: the points before the change beside those since it was begun, or last adapted; not those after the way back.
std::optional<FollowUpChange> change_of(
    const Indicator& indicator, const std::vector<FollowUpPoint>& points, const std::vector<FollowUpPart>& parts)
{
    std::size_t now = 0;
    for (std::size_t at = 1; at < parts.size(); ++at)
        if (parts[at].reason != PartReason::WentBack)
            now = at;
    if (now == 0 || parts.front().reason != PartReason::Before)
        return std::nullopt;
    Side before;
    Side since;
    for (const auto& point : points) {
        if (!point.set_aside.empty())
            continue;
        if (point.part == 0)
            before.add(point);
        else if (point.part == static_cast<std::int64_t>(now))
            since.add(point);
    }
    if (before.values.empty() || since.values.empty())
        return std::nullopt;
    FollowUpChange change { parts[now].on, std::ssize(before.values), std::ssize(since.values), before.centre(),
        since.centre() };
    if (std::min(change.points_before, change.points_since) < charts::limits_points_min)
        return change; // 3.1
    if (parts.front().has_long_run) {
        change.reading = ChangeReading::MovedBefore; // 3.2
        return change;
    }
    const auto test = statistics::rank_sum_test(before.values, since.values); // 3.3
    change.reading = test && test->p < chance_most ? ChangeReading::BeyondChance : ChangeReading::NotToldApart;
    if (change.reading == ChangeReading::BeyondChance)
        change.hoped = hoped_of(indicator.hoped, change.before, change.now);
    return change;
}

std::vector<Date> missing_of(const Indicator& indicator, const std::vector<FollowUpPoint>& points)
{
    std::vector<Date> missing;
    for (std::size_t at = 1; at < points.size(); ++at)
        for (auto day = period_after(indicator.rhythm, points[at - 1].from); day < points[at].from;
             day = period_after(indicator.rhythm, day))
            missing.push_back(day);
    return missing;
}

} // namespace

std::vector<IndicatorValue> visible(const Indicator& indicator, const std::vector<IndicatorValue>& values, Date today)
{
    std::vector<IndicatorValue> made;
    std::copy_if(values.begin(), values.end(), std::back_inserter(made), [&](const IndicatorValue& value) {
        return indicator.entry != EntryWay::Pulse
            || (value.base.value_or(0) >= pulse_answers_min && value.base.value_or(0) <= indicator.people
                && period_after(indicator.rhythm, value.counted_on).plus_days(late_days_max) <= today);
    });
    return made;
}

std::vector<ChartBreak> breaks_of(
    const Experiment& experiment, const std::vector<ExperimentEvent>& events, std::optional<Date> went_back_on)
{
    std::vector<ChartBreak> breaks { { experiment.starts_on, PartReason::Start, experiment.title } };
    for (const auto& event : events)
        if (event.begins_part && event.happened_on > experiment.starts_on)
            breaks.push_back({ event.happened_on, PartReason::Adaptation, event.words });
    if (went_back_on)
        breaks.push_back({ *went_back_on, PartReason::WentBack, {} });
    std::sort(breaks.begin(), breaks.end(), [](const ChartBreak& one, const ChartBreak& other) {
        return std::tie(one.on, one.reason, one.words) < std::tie(other.on, other.reason, other.words);
    });
    return breaks;
}

Charted charted(
    const Indicator& indicator, const std::vector<IndicatorValue>& values, const std::vector<ChartBreak>& breaks, Date today)
{
    const auto drawn = drawn_of(indicator, values, today);
    Charted made { series_of(indicator, drawn), {}, {}, {}, {} };
    for (const auto& each : breaks)
        if (!drawn.empty() && is_since(indicator, drawn.front().counted_on, each.on))
            made.opened_by = each;
    charts::ChartOptions options;
    options.type = type_of(indicator.counting);
    for (auto& split : splits_of(indicator, drawn, breaks)) {
        made.splits.push_back(split.after);
        made.breaks.push_back(std::move(split.at));
    }
    options.splits = made.splits;
    for (std::size_t at = 0; at < drawn.size(); ++at)
        if (!drawn[at].set_aside.empty())
            options.excluded.push_back(static_cast<int>(at) + 1);
    auto chart = charts::make_chart(made.series, options);
    if (!chart.ok())
        return made;
    made.chart = std::move(chart).value();
    std::erase_if(made.chart->signals, [&](const charts::Signal& signal) {
        return !drawn[static_cast<std::size_t>(signal.point - 1)].set_aside.empty(); // it is neither in nor out
    });
    for (double& limit : made.chart->lines.lower)
        limit = limit < 0 ? 0 : limit; // NaN, where there is none, stays
    return made;
}

FollowUp follow_up(
    const Indicator& indicator, const std::vector<IndicatorValue>& values, const std::vector<ChartBreak>& breaks, Date today)
{
    const auto seen = visible(indicator, values, today);
    const auto drawn = drawn_of(indicator, seen, today);
    const auto made = charted(indicator, seen, breaks, today);
    FollowUp shown { .chart_type = type_of(indicator.counting) };
    shown.points = points_of(drawn, made);
    shown.parts = parts_of(shown.points, made);
    shown.missing = missing_of(indicator, shown.points);
    shown.change = change_of(indicator, shown.points, shown.parts);
    if (indicator.entry == EntryWay::Pulse) {
        // That somebody answered in a period that is still open is not said either.
        const auto closed = std::count_if(values.begin(), values.end(), [&](const IndicatorValue& value) {
            return period_after(indicator.rhythm, value.counted_on).plus_days(late_days_max) <= today;
        });
        shown.withheld = closed - std::ssize(seen);
        return shown;
    }
    for (const auto& value : values)
        if (!is_over(indicator, value.counted_on, today))
            shown.under_way = value.counted_on;
    return shown;
}

// Section 5.
std::optional<FollowUpInterrupted> interrupted_of(const FollowUp& shown)
{
    if (shown.parts.size() != 2 || shown.parts.front().reason != PartReason::Before
        || shown.parts.back().reason != PartReason::Start)
        return std::nullopt; // 5.1
    charts::Series series;
    int before = 0;
    for (const auto& point : shown.points) {
        if (!point.set_aside.empty())
            continue; // 5.2
        before += point.part == 0;
        series.values.push_back(point.value);
        series.order.push_back(static_cast<double>(series.values.size()));
    }
    const auto change = series.values.begin() + before;
    const auto varies = [](auto begin, auto end) { return std::adjacent_find(begin, end, std::not_equal_to()) != end; };
    if (!varies(series.values.begin(), change) && !varies(change, series.values.end()))
        return std::nullopt; // no spread to measure a step with
    const int since = static_cast<int>(series.size()) - before;
    if (std::min(before, since) < interrupted_side_min)
        return std::nullopt; // 5.1
    charts::InterruptedOptions options;
    options.change_at = before + 1;
    const auto study = charts::study_interrupted(series, options); // 5.3
    if (!study.ok())
        return std::nullopt;
    const auto& level = study.value().coefficients[2];
    const auto& slope = study.value().coefficients[3];
    VERIFY(level.interval && slope.interval);
    return FollowUpInterrupted { before, since, level.estimate, level.interval->low, level.interval->high, slope.estimate,
        slope.interval->low, slope.interval->high };
}

} // namespace etabli::experiments

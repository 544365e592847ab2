// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/follow_up.hpp
//
// The carte de suivi of an indicator: its figures as points of a chart that begins again where the change begins, and what
// may be said of before and after. docs/methods/follow_up.md, whose steps the code quotes.

#pragma once

#include "domain/experiments/indicators.hpp"
#include "engine/charts/chart.hpp"

namespace etabli {

/// Of a pulse, fewer answers than this in a period are never shown.
inline constexpr std::int64_t pulse_answers_min = 5;
/// For so many days after a period, answers to a pulse that waited on a telephone are still taken; they are shown after them.
inline constexpr int late_days_max = 3;
/// For so many days, a quarter, a telephone may add what it ticked without a network.
inline constexpr int tally_days_max = 92;
/// On each side of a change, fewer points than this are no line to leave.
inline constexpr int interrupted_side_min = 12;

/// Why a chart begins again.
enum class PartReason { Before, Start, Adaptation, WentBack };

template <>
struct Names<PartReason> {
    static constexpr std::array table {
        std::pair { PartReason::Before, std::string_view("before") },
        std::pair { PartReason::Start, std::string_view("start") },
        std::pair { PartReason::Adaptation, std::string_view("adaptation") },
        std::pair { PartReason::WentBack, std::string_view("went_back") },
    };
};

/// A dated change at which a part of the chart ends and another begins.
struct ChartBreak {
    Date on;
    PartReason reason = PartReason::Start;
    std::string words;
};

struct FollowUpPoint {
    Date from; // the first day of its period
    double value = 0; // a count, a share from 0 to 1, a rate, a mean
    double numerator = 0;
    std::optional<std::int64_t> base;
    std::int64_t entries = 1;
    std::int64_t part = 0; // of `parts`, from 0
    std::optional<double> centre;
    std::optional<double> lower;
    std::optional<double> upper;
    std::string set_aside; // why lines and rules leave it out; empty: they do not
    bool is_outside = false; // of its limits
};

template <>
struct Describe<FollowUpPoint> {
    static constexpr std::string_view name = "FollowUpPoint";
    static constexpr Bounds whole { .min = 0, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("from", &FollowUpPoint::from),
        field("value", &FollowUpPoint::value),
        field("numerator", &FollowUpPoint::numerator),
        field("base", &FollowUpPoint::base, whole),
        field("entries", &FollowUpPoint::entries, whole),
        field("part", &FollowUpPoint::part, whole),
        field("centre", &FollowUpPoint::centre),
        field("lower", &FollowUpPoint::lower),
        field("upper", &FollowUpPoint::upper),
        field("set_aside", &FollowUpPoint::set_aside, { .min = 0, .max = 200 }),
        field("is_outside", &FollowUpPoint::is_outside),
    };
};

struct FollowUpPart {
    Date from; // the first day of its first point
    Date on; // the day of the change that begins it; `from` where it is before any
    PartReason reason = PartReason::Before;
    std::string words; // of the change that begins it; empty for Before
    std::int64_t points = 0;
    charts::Standing standing = charts::Standing::Points;
    std::optional<double> centre; // of its last point: a median where standing is "plain_run", a mean otherwise
    bool has_long_run = false; // a run longer than chance explains, or too few crossings
    std::int64_t longest = 0; // points of its longest run on one side of the line, and the first of them
    std::optional<Date> longest_from;
};

template <>
struct Describe<FollowUpPart> {
    static constexpr std::string_view name = "FollowUpPart";
    static constexpr Bounds whole { .min = 0, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("from", &FollowUpPart::from),
        field("on", &FollowUpPart::on),
        field("reason", &FollowUpPart::reason),
        field("words", &FollowUpPart::words, { .min = 0, .max = 400 }),
        field("points", &FollowUpPart::points, whole),
        field("standing", &FollowUpPart::standing),
        field("centre", &FollowUpPart::centre),
        field("has_long_run", &FollowUpPart::has_long_run),
        field("longest", &FollowUpPart::longest, whole),
        field("longest_from", &FollowUpPart::longest_from),
    };
};

/// What may be said of the points since the change beside those before it. MovedBefore: something was going on already.
enum class ChangeReading { TooFew, MovedBefore, NotToldApart, BeyondChance };

template <>
struct Names<ChangeReading> {
    static constexpr std::array table {
        std::pair { ChangeReading::TooFew, std::string_view("too_few") },
        std::pair { ChangeReading::MovedBefore, std::string_view("moved_before") },
        std::pair { ChangeReading::NotToldApart, std::string_view("not_told_apart") },
        std::pair { ChangeReading::BeyondChance, std::string_view("beyond_chance") },
    };
};

/// Whether a difference that is more than chance went the way the team hoped for.
enum class HopedReading { Unsaid, AsHoped, Contrary };

template <>
struct Names<HopedReading> {
    static constexpr std::array table {
        std::pair { HopedReading::Unsaid, std::string_view("unsaid") },
        std::pair { HopedReading::AsHoped, std::string_view("as_hoped") },
        std::pair { HopedReading::Contrary, std::string_view("contrary") },
    };
};

/// The part in which the change goes on, beside the points before it. Nothing is said of causes.
struct FollowUpChange {
    Date since; // the day the change began, or was last adapted
    std::int64_t points_before = 0;
    std::int64_t points_since = 0;
    double before = 0; // centres: of all points of that side which no one put aside
    double now = 0;
    ChangeReading reading = ChangeReading::TooFew;
    HopedReading hoped = HopedReading::Unsaid;
};

template <>
struct Describe<FollowUpChange> {
    static constexpr std::string_view name = "FollowUpChange";
    static constexpr Bounds whole { .min = 0, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("since", &FollowUpChange::since),
        field("points_before", &FollowUpChange::points_before, whole),
        field("points_since", &FollowUpChange::points_since, whole),
        field("before", &FollowUpChange::before),
        field("now", &FollowUpChange::now),
        field("reading", &FollowUpChange::reading),
        field("hoped", &FollowUpChange::hoped),
    };
};

/// By how much the series left the line it was on, when the change came and at each point after it: in the unit of its points,
/// with intervals of 95 %. Nothing is said of causes. docs/methods/follow_up.md, section 5.
struct FollowUpInterrupted {
    std::int64_t points_before = 0;
    std::int64_t points_since = 0;
    double level = 0;
    double level_low = 0;
    double level_high = 0;
    double slope = 0; // more, from one point to the next, than before the change
    double slope_low = 0;
    double slope_high = 0;
};

template <>
struct Describe<FollowUpInterrupted> {
    static constexpr std::string_view name = "FollowUpInterrupted";
    static constexpr Bounds whole { .min = 0, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("points_before", &FollowUpInterrupted::points_before, whole),
        field("points_since", &FollowUpInterrupted::points_since, whole),
        field("level", &FollowUpInterrupted::level),
        field("level_low", &FollowUpInterrupted::level_low),
        field("level_high", &FollowUpInterrupted::level_high),
        field("slope", &FollowUpInterrupted::slope),
        field("slope_low", &FollowUpInterrupted::slope_low),
        field("slope_high", &FollowUpInterrupted::slope_high),
    };
};

/// What a page shows of an indicator.
struct FollowUp {
    charts::ChartType chart_type = charts::ChartType::I;
    std::vector<FollowUpPoint> points;
    std::vector<FollowUpPart> parts; // empty where there is no point
    std::vector<Date> missing; // periods between the first point and the last in which nothing was counted
    std::optional<Date> under_way; // a period that is not over: counted, not yet drawn
    std::int64_t withheld = 0; // periods of a pulse with too few answers, or more than there are people
    std::optional<FollowUpChange> change; // where there are points on both sides of it
};

template <>
struct Describe<FollowUp> {
    static constexpr std::string_view name = "FollowUp";
    static constexpr Bounds many { .min = 0, .max = 5000 };
    static constexpr auto fields = std::tuple {
        field("chart_type", &FollowUp::chart_type),
        field("points", &FollowUp::points, many),
        field("parts", &FollowUp::parts, many),
        field("missing", &FollowUp::missing, many),
        field("under_way", &FollowUp::under_way),
        field("withheld", &FollowUp::withheld, { .min = 0, .max = INT64_MAX }),
        field("change", &FollowUp::change),
    };
};

namespace experiments {

/// The figures anybody may see on that day: of a pulse, those of periods over for late_days_max, with enough answers and no more
/// than there are people.
std::vector<IndicatorValue> visible(const Indicator& indicator, const std::vector<IndicatorValue>& values, Date today);

/// Where the chart begins again: the change, the adaptations said to, the way back. In the order of days.
std::vector<ChartBreak> breaks_of(
    const Experiment& experiment, const std::vector<ExperimentEvent>& events, std::optional<Date> went_back_on);

/// The series and the chart as the engine has them, for a drawing; `chart` is nothing when there is too little, or nothing
/// that varies.
struct Charted {
    charts::Series series;
    std::optional<ChartBreak> opened_by; // what was already going on at the first point; nothing: it is before the change
    std::vector<ChartBreak> breaks; // those between two points: one less than there are parts
    std::vector<int> splits; // after how many points each of them stands
    std::optional<charts::Chart> chart;
};
/// Limits below zero are drawn at zero: nothing here is counted below it.
Charted charted(const Indicator& indicator, const std::vector<IndicatorValue>& visible_values,
    const std::vector<ChartBreak>& breaks, Date today);

/// Of all the values that were kept: what may not be seen is left out, and counted.
FollowUp follow_up(
    const Indicator& indicator, const std::vector<IndicatorValue>& values, const std::vector<ChartBreak>& breaks, Date today);

/// Nothing where a side is short, where the change was adapted or taken back, and where nothing varies.
std::optional<FollowUpInterrupted> interrupted_of(const FollowUp& shown);

} // namespace experiments
} // namespace etabli

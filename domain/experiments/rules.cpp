// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/rules.cpp

#include "domain/experiments/rules.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace etabli::experiments {

namespace {

bool is_blank(const std::string& text)
{
    return trimmed(text).empty();
}

} // namespace

bool may_read(const Reader& reader, const PlaceId& establishment)
{
    return reader.belongs_to(establishment);
}

bool may_begin(const Reader& reader, const PlaceId& establishment)
{
    constexpr std::array kinds { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical,
        CollegeKind::StaffRepresentatives, CollegeKind::Professionals, CollegeKind::Facilitator };
    return reader.sits_in_one_of(establishment, kinds);
}

bool may_follow(const Reader& reader, const Experiment& experiment, bool is_concluded)
{
    return !is_concluded && may_begin(reader, experiment.establishment_id);
}

bool may_count(const Reader& reader, const Experiment& experiment)
{
    return may_begin(reader, experiment.establishment_id);
}

bool may_conclude(const Reader& reader, const Experiment& experiment, bool is_concluded)
{
    constexpr std::array kinds { CollegeKind::Management, CollegeKind::Medical, CollegeKind::StaffRepresentatives,
        CollegeKind::Professionals, CollegeKind::Facilitator };
    return !is_concluded && reader.sits_in_one_of(experiment.establishment_id, kinds);
}

bool may_join_reservation(const Reader& reader, const Experiment& experiment, const CollegeId& college, bool is_concluded)
{
    const auto* mandate = reader.mandate_in(college);
    return !is_concluded && mandate != nullptr && mandate->place_id == experiment.establishment_id;
}

Result<void> check_dates(const Experiment& experiment)
{
    if (experiment.ends_on <= experiment.starts_on)
        return Problem::of_field("/ends_on", "date.before_start");
    if (experiment.measured_from && *experiment.measured_from > experiment.starts_on)
        return Problem::of_field("/measured_from", "experiment.measured_after_start");
    return {};
}

std::set<PlaceId> wide_places(const std::vector<Place>& all)
{
    std::map<PlaceId, const Place*> by_id;
    for (const auto& place : all)
        by_id.emplace(place.id, &place);
    const auto above = [&](const Place& place) {
        std::vector<PlaceId> ids;
        for (auto at = place.parent_id; at && by_id.contains(*at); at = by_id.at(*at)->parent_id)
            ids.push_back(*at);
        return ids;
    };
    std::map<PlaceId, int> units; // open ones, beneath each place
    for (const auto& place : all)
        if (place.kind == PlaceKind::Unit && !place.closed_on)
            for (const auto& id : above(place))
                ++units[id];
    std::set<PlaceId> wide;
    for (const auto& place : all) {
        const bool brings_together = place.kind == PlaceKind::Establishment || place.kind == PlaceKind::Pole;
        if (!brings_together || place.closed_on || units[place.id] == 1)
            continue;
        wide.insert(place.id);
        for (const auto& id : above(place))
            wide.insert(id);
    }
    return wide;
}

Result<void> check_width(const Experiment& experiment, bool is_wide)
{
    if (is_wide && is_blank(experiment.why_not_smaller.value_or("")))
        return Problem::of_field("/why_not_smaller", "experiment.wide_needs_reason");
    if (is_wide && is_blank(experiment.teams_asked.value_or("")))
        return Problem::of_field("/teams_asked", "experiment.wide_needs_teams");
    return {};
}

Result<void> check_new_end(const Experiment& experiment, Date end)
{
    if (end <= experiment.starts_on)
        return Problem::of_field("/ends_on", "date.before_start");
    if (end == experiment.ends_on)
        return Problem::of_field("/ends_on", "experiment.same_end");
    return {};
}

bool is_shown(const Indicator& indicator)
{
    return !is_blank(indicator.purpose.value_or("")) && indicator.expires_on.has_value();
}

Result<void> check_indicator(const Indicator& indicator, const Experiment& experiment)
{
    if (is_blank(indicator.purpose.value_or("")))
        return Problem::of_field("/purpose", "indicator.without_purpose");
    if (!indicator.expires_on)
        return Problem::of_field("/expires_on", "indicator.without_end");
    if (*indicator.expires_on <= experiment.measured_from.value_or(experiment.starts_on))
        return Problem::of_field("/expires_on", "date.before_start");
    if (indicator.counting != Counting::Count && is_blank(indicator.base_unit))
        return Problem::of_field("/base_unit", "figure.without_base");
    if (indicator.entry == EntryWay::Pulse && indicator.counting != Counting::Ratio)
        return Problem::of_field("/counting", "indicator.pulse_is_yes_or_no");
    if (indicator.people < people_min)
        return Problem::of_field("/people", "indicator.shows_few");
    // Day after day beside the roster, sums are a system of equations.
    if (indicator.entry == EntryWay::Pulse && indicator.rhythm == Rhythm::Day)
        return Problem::of_field("/rhythm", "indicator.shows_few");
    return {};
}

namespace {

Result<void> check_counted(const Indicator& indicator, const IndicatorValue& value)
{
    if (!(value.numerator >= 0 && value.numerator <= static_cast<double>(counted_max)))
        return Problem::of_field("/numerator", "number.out_of_range");
    if (indicator.counting != Counting::Measure && value.numerator != std::floor(value.numerator))
        return Problem::of_field("/numerator", "figure.not_whole");
    if (indicator.counting == Counting::Count && value.base)
        return Problem::of_field("/base", "figure.base_of_a_count");
    if (indicator.counting != Counting::Count && !value.base)
        return Problem::of_field("/base", "figure.without_base");
    const bool is_too_small = value.base
        && (*value.base < 1 || (indicator.counting == Counting::Ratio && value.numerator > static_cast<double>(*value.base)));
    if (is_too_small)
        return Problem::of_field("/base", "figure.base_too_small");
    return {};
}

} // namespace

Date first_figure_day(const Indicator& indicator)
{
    constexpr int months_max = 60;
    return indicator.expires_on->plus_months(-months_max);
}

Result<void> check_value(const Indicator& indicator, const IndicatorValue& value, Date today)
{
    if (!is_shown(indicator))
        return Problem("indicator.not_shown");
    if (value.counted_on > *indicator.expires_on)
        return Problem::of_field("/counted_on", "indicator.over");
    if (value.counted_on > today)
        return Problem::of_field("/counted_on", "date.in_the_future");
    if (value.counted_on < first_figure_day(indicator))
        return Problem::of_field("/counted_on", "date.in_the_past");
    return check_counted(indicator, value);
}

Result<void> check_written(const Indicator& indicator)
{
    if (indicator.entry == EntryWay::Pulse)
        return Problem("indicator.by_pulse");
    return {};
}

Date first_tally_day(const Indicator& indicator, Date today)
{
    // What is shown of a pulse never changes afterwards: the difference would be somebody's answer.
    const int days = indicator.entry == EntryWay::Pulse ? late_days_max : tally_days_max;
    return period_start(indicator.rhythm, today.plus_days(-days));
}

Result<void> check_tally(const Indicator& indicator, const IndicatorValue& tally, Date today)
{
    TRY(check_value(indicator, tally, today));
    if (tally.counted_on < first_tally_day(indicator, today))
        return Problem::of_field("/counted_on", "tally.too_late");
    const bool is_one_answer = tally.base == 1 && tally.numerator <= 1;
    if (indicator.entry == EntryWay::Pulse && !is_one_answer)
        return Problem::of_field("/base", "indicator.pulse_is_yes_or_no");
    return {};
}

Result<void> check_conclusion(const std::optional<SharedReview>& review, Date today)
{
    if (!review || review->people < 1)
        return Problem("conclusion.without_session");
    if (review->held_on > today)
        return Problem("conclusion.before_session");
    const bool looked = std::any_of(
        review->activities.begin(), review->activities.end(), [](const std::string& activity) { return !is_blank(activity); });
    if (!looked)
        return Problem("conclusion.without_activity");
    return {};
}

} // namespace etabli::experiments

// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/rules.cpp

#include "domain/experiments/rules.hpp"

#include <algorithm>

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
    return !is_blank(indicator.purpose) && indicator.expires_on.has_value();
}

Result<void> check_indicator(const Indicator& indicator, const Experiment& experiment)
{
    if (is_blank(indicator.purpose))
        return Problem::of_field("/purpose", "indicator.without_purpose");
    if (!indicator.expires_on)
        return Problem::of_field("/expires_on", "indicator.without_end");
    if (*indicator.expires_on <= experiment.measured_from.value_or(experiment.starts_on))
        return Problem::of_field("/expires_on", "date.before_start");
    if (indicator.counting == Counting::Ratio && is_blank(indicator.base_unit))
        return Problem::of_field("/base_unit", "figure.without_base");
    return {};
}

Result<void> check_value(const Indicator& indicator, const IndicatorValue& value, Date today)
{
    if (!is_shown(indicator))
        return Problem("indicator.not_shown");
    if (value.counted_on > *indicator.expires_on)
        return Problem::of_field("/counted_on", "indicator.over");
    if (value.counted_on > today)
        return Problem::of_field("/counted_on", "date.in_the_future");
    if (indicator.counting == Counting::Count && value.base)
        return Problem::of_field("/base", "figure.base_of_a_count");
    if (indicator.counting == Counting::Ratio && !value.base)
        return Problem::of_field("/base", "figure.without_base");
    if (value.base && (*value.base < 1 || value.numerator > *value.base))
        return Problem::of_field("/base", "figure.base_too_small");
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

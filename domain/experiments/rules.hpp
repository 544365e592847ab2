// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/rules.hpp
//
// Who may begin, follow and conclude an experiment, and what a figure must have to be shown. Pure.

#pragma once

#include <set>

#include "domain/experiments/follow_up.hpp"
#include "domain/experiments/review.hpp"
#include "domain/places/places.hpp"

namespace etabli::experiments {

/// Whoever sits in the establishment, whichever the college: both sides read the same.
bool may_read(const Reader& reader, const PlaceId& establishment);
/// Those who work there, and those who help them. A visitor or an agency tries nothing in somebody else's place.
bool may_begin(const Reader& reader, const PlaceId& establishment);
/// The canvas, the journal and the session, until the conclusion.
bool may_follow(const Reader& reader, const Experiment& experiment, bool is_concluded);
/// Figures, until they expire: what happens after the conclusion is worth knowing too.
bool may_count(const Reader& reader, const Experiment& experiment);
/// Those who do the work conclude, or whoever holds the pen for them; direction does not conclude for them.
bool may_conclude(const Reader& reader, const Experiment& experiment, bool is_concluded);
/// Only in the name of one's own college, and a college of that establishment.
bool may_join_reservation(const Reader& reader, const Experiment& experiment, const CollegeId& college, bool is_concluded);

/// A start before the end; counting, if it begins earlier, before the start.
Result<void> check_dates(const Experiment& experiment);
/// The places of an establishment that are wider than one unit: itself and its poles, but where one open unit is all there is
/// beneath. What has not told its units is wide, since it may be any size, and so is what stands above it.
std::set<PlaceId> wide_places(const std::vector<Place>& all);
/// What is wide says why it is not smaller, and which teams were asked.
Result<void> check_width(const Experiment& experiment, bool is_wide);

/// The end is later than the start, and not the one it already has; the reason is a field of the request.
Result<void> check_new_end(const Experiment& experiment, Date end);

/// One point of a chart brings the work of so many people together, or the indicator is refused: it would show one of them.
inline constexpr std::int64_t people_min = 5;

/// A purpose and an end, or it is not shown.
bool is_shown(const Indicator& indicator);
Result<void> check_indicator(const Indicator& indicator, const Experiment& experiment);
/// Five years before its end: a year mistyped would stretch a chart for ever. Only of an indicator that has an end.
Date first_figure_day(const Indicator& indicator);
/// A share has a base it does not exceed; a count has none; nothing is counted after the end of the indicator.
Result<void> check_value(const Indicator& indicator, const IndicatorValue& value, Date today);
/// What somebody writes, and not what telephones add: of a pulse, nobody writes the answers of others.
Result<void> check_written(const Indicator& indicator);

/// What a telephone adds: of a period that is still taken.
Result<void> check_tally(const Indicator& indicator, const IndicatorValue& tally, Date today);
/// The first day a telephone may still add to.
Date first_tally_day(const Indicator& indicator, Date today);

/// A session was held, with somebody in it who looked at some activity. No figure is asked for.
Result<void> check_conclusion(const std::optional<SharedReview>& review, Date today);

} // namespace etabli::experiments

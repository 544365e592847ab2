// SPDX-License-Identifier: EUPL-1.2
// store/figures.hpp
//
// Indicators, their figures by period, and the links by which telephones add to them. Of what a telephone sent, the sum of
// the period is kept, and its number, so that it is not added twice.

#pragma once

#include "domain/experiments/indicators.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<std::vector<Indicator>> indicators_of(Reader& reader, const ExperimentId& experiment);
Result<Indicator> load_indicator(Reader& reader, const IndicatorId& id);
Result<void> insert_indicator(Transaction& transaction, const Indicator& indicator);
/// The columns of the last file that was read into it.
Result<void> keep_columns(Transaction& transaction, const Indicator& indicator, const FigureColumns& columns);

/// In the order of days.
Result<std::vector<IndicatorValue>> values_of(Reader& reader, const IndicatorId& indicator);
/// One per period: a figure corrected replaces the one that was there.
Result<void> keep_value(Transaction& transaction, const IndicatorValue& value);
Result<void> remove_value(Transaction& transaction, const IndicatorId& indicator, Date counted_on);
/// Left out of lines and rules with its reason, or taken back with an empty one. `figure.not_counted` where there is none.
Result<void> set_aside(Transaction& transaction, const IndicatorId& indicator, Date counted_on, const std::string& why);

/// By the number that the telephone drew.
Result<bool> tally_was_added(Reader& reader, const std::string& id);
Result<std::int64_t> tallies_added(Reader& reader, const IndicatorId& indicator, Date counted_on);
/// Adds what a telephone sent to its period. `tally` has its own number as its id.
Result<void> add_tally(Transaction& transaction, const IndicatorValue& tally, const EntryId& figure_id);

/// Empty where there is none.
Result<std::string> link_token(Reader& reader, const IndicatorId& indicator);
/// The one before leads nowhere any more; an empty token closes it.
Result<void> keep_link_token(Transaction& transaction, const IndicatorId& indicator, const std::string& token);
/// `tally.link_not_valid`.
Result<Indicator> indicator_by_link(Reader& reader, const std::string& token);

} // namespace etabli::store

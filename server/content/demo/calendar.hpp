// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/calendar.hpp
//
// The story's calendar laid on ours. It counts its months M1, M2 … M18 and its weeks M5.2 (the second week of the
// fifth month); M18 is the month of the day it is loaded. What happened in the story is on or before that day, what
// lies ahead in it (M19 and later) after.

#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace etabli::content::demo {

class StoryCalendar {
public:
    explicit StoryCalendar(Date today);

    Date today() const { return today_; }
    /// "M7" or "M7.3". `pack.invalid` for anything else.
    Result<Date> day(std::string_view code) const;
    /// The last day of a month, for what runs "until M18": what ends with the story still has a few days to run.
    Result<Date> until(std::string_view code) const;
    /// Seven days a week from there: the Monday on which the n-th count was copied, n from 1.
    Result<Date> week(std::string_view first, int number) const;
    /// The same text with days in place of codes: « depuis M7 » becomes « depuis mai 2026 ». Labels of weeks, proposals
    /// and experiments (S14, P14, E3) stay as they are said.
    std::string spoken(std::string_view text) const;

private:
    Date month_start(int month) const;
    std::string spoken_code(std::string_view code) const;

    Date today_;
    Date last_month_; // the first day of M18
};

} // namespace etabli::content::demo

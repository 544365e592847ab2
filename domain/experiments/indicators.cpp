// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/indicators.cpp

#include "domain/experiments/indicators.hpp"

namespace etabli {

Date period_start(Rhythm rhythm, Date day)
{
    const std::chrono::year_month_day date(day.day());
    switch (rhythm) {
    case Rhythm::Day:
        return day;
    case Rhythm::Week:
        return day.plus_days(1 - static_cast<int>(std::chrono::weekday(day.day()).iso_encoding()));
    case Rhythm::Month:
        return Date(std::chrono::sys_days(date.year() / date.month() / 1));
    }
    VERIFY(false);
}

Date period_after(Rhythm rhythm, Date start)
{
    switch (rhythm) {
    case Rhythm::Day:
        return start.plus_days(1);
    case Rhythm::Week:
        return start.plus_days(7);
    case Rhythm::Month:
        return start.plus_months(1);
    }
    VERIFY(false);
}

} // namespace etabli

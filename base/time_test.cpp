// SPDX-License-Identifier: EUPL-1.2
// base/time_test.cpp

#include "base/time.hpp"

#include <gtest/gtest.h>

namespace etabli {

TEST(Dates, are_days_of_the_calendar_and_nothing_else)
{
    EXPECT_EQ(Date::parse("2028-02-29")->text(), "2028-02-29");
    for (const auto* wrong : { "2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "", "2026-01-01T", "0000-01-01" })
        EXPECT_FALSE(Date::parse(wrong)) << wrong;
}

TEST(Dates, a_month_later_than_the_31st_is_the_last_day)
{
    EXPECT_EQ(Date::parse("2026-01-31")->plus_months(1).text(), "2026-02-28");
    EXPECT_EQ(Date::parse("2026-11-19")->plus_months(3).text(), "2027-02-19");
}

TEST(Instants, fall_on_the_day_it_is_in_paris)
{
    // Winter: UTC+1. Summer: UTC+2, from 01:00 UTC on 29 March to 01:00 UTC on 25 October 2026.
    EXPECT_EQ(Instant::parse("2026-01-10T22:59:59Z")->day_in_paris().text(), "2026-01-10");
    EXPECT_EQ(Instant::parse("2026-01-10T23:00:00Z")->day_in_paris().text(), "2026-01-11");
    EXPECT_EQ(Instant::parse("2026-07-10T22:00:00Z")->day_in_paris().text(), "2026-07-11");
    EXPECT_EQ(Instant::parse("2026-10-24T22:30:00Z")->day_in_paris().text(), "2026-10-25");
    EXPECT_EQ(Instant::parse("2026-10-25T22:30:00Z")->day_in_paris().text(), "2026-10-25");
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/thread/due_test.cpp

#include "domain/thread/due.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

DueItem owed(const char* day, const char* title)
{
    DueItem item;
    item.on = *Date::parse(day);
    item.title = title;
    return item;
}

std::string titles(const std::vector<DueItem>& items)
{
    std::string all;
    for (const auto& item : items)
        all += item.title + " ";
    return all;
}

} // namespace

TEST(Due, is_grouped_by_its_date_and_nothing_else)
{
    // 19 November 2026 is a Thursday: the week ends on the 22nd.
    const auto groups = by_date({ owed("2026-11-23", "monday"), owed("2026-11-22", "sunday"), owed("2026-11-19", "today"),
                                    owed("2026-11-18", "yesterday"), owed("2025-12-01", "oldest") },
        *Date::parse("2026-11-19"));
    EXPECT_EQ(titles(groups.awaited), "oldest yesterday ");
    EXPECT_EQ(titles(groups.this_week), "today sunday ");
    EXPECT_EQ(titles(groups.later), "monday ");
}

TEST(Due, on_a_sunday_the_week_is_today)
{
    const auto groups = by_date({ owed("2026-11-22", "sunday"), owed("2026-11-23", "monday") }, *Date::parse("2026-11-22"));
    EXPECT_EQ(titles(groups.this_week), "sunday ");
    EXPECT_EQ(titles(groups.later), "monday ");
}

TEST(Due, of_one_day_keeps_one_order_however_it_came)
{
    const auto today = *Date::parse("2026-11-19");
    const auto one = by_date({ owed("2026-11-20", "b"), owed("2026-11-20", "a") }, today);
    const auto other = by_date({ owed("2026-11-20", "a"), owed("2026-11-20", "b") }, today);
    EXPECT_EQ(to_json(one), to_json(other));
}

} // namespace etabli

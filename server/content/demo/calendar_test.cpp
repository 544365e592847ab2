// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/calendar_test.cpp

#include "server/content/demo/calendar.hpp"

#include <gtest/gtest.h>

namespace etabli::content::demo {

namespace {

std::string day(const char* today, const char* code)
{
    const auto told = StoryCalendar(*Date::parse(today)).day(code);
    return told.ok() ? told.value().text() : std::string(told.problem().code());
}

std::string spoken(const char* text)
{
    return StoryCalendar(*Date::parse("2026-11-22")).spoken(text);
}

} // namespace

TEST(StoryCalendar, counts_months_back_from_the_day_it_is_loaded)
{
    EXPECT_EQ(day("2026-11-22", "M18.1"), "2026-11-04");
    EXPECT_EQ(day("2026-11-22", "M7"), "2025-12-15");
    EXPECT_EQ(day("2026-11-22", "M5.2"), "2025-10-10"); // the 11th was a Saturday
    EXPECT_EQ(day("2026-11-22", "M1.4"), "2025-06-25");
    EXPECT_EQ(day("2026-11-22", "S14"), "pack.invalid");
    EXPECT_EQ(day("2026-11-22", "M5.5"), "pack.invalid");
}

TEST(StoryCalendar, whatever_the_day_what_happened_is_past_and_what_is_ahead_is_ahead)
{
    for (auto today = *Date::parse("2026-01-01"); today < *Date::parse("2028-03-01"); today = today.plus_days(1)) {
        const StoryCalendar calendar(today);
        EXPECT_LE(calendar.day("M18").value(), today) << today.text();
        EXPECT_LE(calendar.day("M18.1").value(), today) << today.text();
        EXPECT_GT(calendar.day("M19").value(), today) << today.text();
        EXPECT_LT(calendar.day("M17.4").value(), calendar.day("M18").value()) << today.text();
        EXPECT_GT(calendar.until("M18").value(), today) << today.text();
        EXPECT_LT(calendar.day("M1").value(), calendar.day("M2.1").value()) << today.text();
        EXPECT_LE(calendar.week("M9.1", 36).value(), today);
    }
}

TEST(StoryCalendar, weeks_are_mondays_seven_days_apart)
{
    const StoryCalendar calendar(*Date::parse("2026-11-22"));
    EXPECT_EQ(calendar.week("M6.1", 1).value().text(), "2025-11-03");
    EXPECT_EQ(calendar.week("M6.1", 13).value().text(), "2026-01-26");
}

TEST(StoryCalendar, says_days_as_people_do)
{
    EXPECT_EQ(spoken("attendue depuis M7."), "attendue depuis décembre 2025.");
    EXPECT_EQ(spoken("jusqu’en M18 ; après M18"), "jusqu’en novembre 2026 ; après novembre 2026");
    EXPECT_EQ(spoken("à la séance de M17"), "à la séance d’octobre 2026");
    EXPECT_EQ(spoken("à la séance de M14."), "à la séance de juillet 2026.");
    EXPECT_EQ(spoken("Nous avions dit M7.3."), "Nous avions dit le 18\u00a0décembre 2025.");
    EXPECT_EQ(spoken("(M11.3 à M12.3)"), "(du 17\u00a0avril 2026 au 18\u00a0mai 2026)");
    EXPECT_EQ(spoken("(M15–M18)"), "(août 2026–novembre 2026)");
    EXPECT_EQ(spoken("Arrêté à S14, E3 et P14 restent ; MEMO et M aussi"), "Arrêté à S14, E3 et P14 restent ; MEMO et M aussi");
}

} // namespace etabli::content::demo

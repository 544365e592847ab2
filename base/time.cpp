// SPDX-License-Identifier: EUPL-1.2
// base/time.cpp

#include "base/time.hpp"

#include <charconv>

#include <fmt/format.h>

namespace etabli {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::last;
using std::chrono::month;
using std::chrono::Sunday;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// European summer time begins and ends at 01:00 UTC on the last Sunday of March and October
/// (directive 2000/84/CE).
bool is_summer_time(sys_seconds at)
{
    const year_month_day date { floor<days>(at) };
    const sys_seconds begins = sys_days(date.year() / month(3) / Sunday[last]) + hours(1);
    const sys_seconds ends = sys_days(date.year() / month(10) / Sunday[last]) + hours(1);
    return at >= begins && at < ends;
}

} // namespace

std::optional<Date> Date::parse(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d || *y < 1)
        return std::nullopt;
    const year_month_day date { year(*y), month(static_cast<unsigned>(*m)), std::chrono::day(static_cast<unsigned>(*d)) };
    if (!date.ok())
        return std::nullopt;
    return Date(sys_days(date));
}

std::string Date::text() const
{
    const year_month_day date { day_ };
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()));
}

Date Date::plus_months(int months) const
{
    const year_month_day date { day_ };
    const auto moved = date + std::chrono::months(months);
    if (moved.ok())
        return Date(sys_days(moved));
    return Date(sys_days(moved.year() / moved.month() / last));
}

std::optional<Instant> Instant::parse(std::string_view text)
{
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
        return std::nullopt;
    const auto date = Date::parse(text.substr(0, 10));
    const auto h = digits(text.substr(11, 2));
    const auto m = digits(text.substr(14, 2));
    const auto s = digits(text.substr(17, 2));
    if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59)
        return std::nullopt;
    return Instant(date->day() + hours(*h) + std::chrono::minutes(*m) + std::chrono::seconds(*s));
}

std::string Instant::text() const
{
    const auto midnight = floor<days>(at_);
    const auto seconds = (at_ - midnight).count();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", Date(midnight).text(), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

Date Instant::day_in_paris() const
{
    return Date(floor<days>(at_ + hours(is_summer_time(at_) ? 2 : 1)));
}

Instant SystemClock::now() const
{
    return Instant(floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

} // namespace etabli

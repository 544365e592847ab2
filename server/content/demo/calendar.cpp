// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/calendar.cpp

#include "server/content/demo/calendar.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

namespace etabli::content::demo {

namespace {

constexpr int month_of_loading = 18;
/// The first week of a month is told by its fourth day: the story then has days behind it, even early in a month.
constexpr int days_before_first_week = 3;
constexpr int days_before_middle = 14;
constexpr int days_left_at_least = 5;

constexpr std::array<std::string_view, 12> months { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre" };

struct Code {
    int month = 0;
    int week = 0; // 0: none said
};

std::optional<Code> parse(std::string_view text)
{
    static const std::regex form("M([0-9]{1,2})(?:\\.([1-4]))?");
    std::match_results<std::string_view::const_iterator> match;
    if (!std::regex_match(text.begin(), text.end(), match, form))
        return std::nullopt;
    return Code { std::stoi(match[1]), match[2].matched ? std::stoi(match[2]) : 0 };
}

std::chrono::year_month_day parts(Date day)
{
    return std::chrono::year_month_day(day.day());
}

std::string month_name(Date day)
{
    const auto date = parts(day);
    return std::string(months.at(static_cast<unsigned>(date.month()) - 1)) + " "
        + std::to_string(static_cast<int>(date.year()));
}

std::string day_name(Date day)
{
    const auto number = static_cast<unsigned>(parts(day).day());
    return (number == 1 ? "1er" : std::to_string(number)) + "\u00a0" + month_name(day);
}

/// People meet on working days: a Saturday or a Sunday becomes the Friday before.
Date working_day(Date day)
{
    const auto weekday = std::chrono::weekday(day.day()).iso_encoding();
    return weekday > 5 ? day.plus_days(5 - static_cast<int>(weekday)) : day;
}

bool begins_with_vowel(std::string_view word)
{
    return word.starts_with("a") || word.starts_with("o");
}

} // namespace

StoryCalendar::StoryCalendar(Date today) : today_(today)
{
    const auto date = parts(today.plus_days(-days_before_first_week));
    last_month_ = Date(std::chrono::sys_days(date.year() / date.month() / 1));
}

Date StoryCalendar::month_start(int month) const
{
    return last_month_.plus_months(month - month_of_loading);
}

Result<Date> StoryCalendar::day(std::string_view code) const
{
    const auto parsed = parse(code);
    if (!parsed)
        return Problem("pack.invalid", "no day of the story: " + std::string(code));
    const int offset = parsed->week == 0 ? days_before_middle : days_before_first_week + 7 * (parsed->week - 1);
    const auto told = working_day(month_start(parsed->month).plus_days(offset));
    if (parsed->month > month_of_loading)
        return std::max(told, today_.plus_days(1));
    return std::min(told, today_);
}

Result<Date> StoryCalendar::until(std::string_view code) const
{
    const auto parsed = parse(code);
    if (!parsed || parsed->week != 0)
        return day(code);
    const auto last = month_start(parsed->month + 1).plus_days(-1);
    return parsed->month >= month_of_loading ? std::max(last, today_.plus_days(days_left_at_least)) : last;
}

Result<Date> StoryCalendar::week(std::string_view first, int number) const
{
    const auto start = TRY(day(first));
    const auto weekday = std::chrono::weekday(start.day()).iso_encoding();
    const auto monday = start.plus_days(1 - static_cast<int>(weekday));
    return std::min(monday.plus_days(7 * (number - 1)), today_);
}

std::string StoryCalendar::spoken_code(std::string_view code) const
{
    const auto parsed = parse(code);
    if (!parsed)
        return std::string(code);
    if (parsed->week == 0)
        return month_name(month_start(parsed->month));
    const auto told = day(code);
    return told.ok() ? day_name(told.value()) : std::string(code);
}

std::string StoryCalendar::spoken(std::string_view text) const
{
    // « de M11.3 à M12.3 » and the like, then what stands before a code, then the code alone.
    static const std::regex span("\\b(M[0-9]{1,2}\\.[1-4]) à (M[0-9]{1,2}\\.[1-4])(?![0-9])");
    static const std::regex one("(\\bde )?\\bM([0-9]{1,2}(?:\\.[1-4])?)(?![0-9])");
    std::string source(text);
    std::string spans;
    for (std::smatch match; std::regex_search(source, match, span); source = match.suffix()) {
        spans += match.prefix();
        spans += "du " + spoken_code(match[1].str()) + " au " + spoken_code(match[2].str());
    }
    source = spans + source;
    std::string out;
    for (std::smatch match; std::regex_search(source, match, one); source = match.suffix()) {
        out += match.prefix();
        const auto code = "M" + match[2].str();
        const auto said = spoken_code(code);
        const bool is_day = code.find('.') != std::string::npos;
        if (match[1].matched)
            out += is_day ? "du " : begins_with_vowel(said) ? "d’" : "de ";
        else if (is_day)
            out += "le ";
        out += said;
    }
    return out + source;
}

} // namespace etabli::content::demo

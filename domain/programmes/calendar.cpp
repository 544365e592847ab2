// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/calendar.cpp

#include "domain/programmes/calendar.hpp"

#include <algorithm>

namespace etabli {

namespace {

/// RFC 5545, 3.1: a line has at most 75 octets; it goes on after a line end and a blank, never inside a character.
constexpr std::size_t line_octets_max = 75;

bool continues_a_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

void add_line(std::string& file, std::string_view line)
{
    std::size_t room = line_octets_max;
    while (line.size() > room) {
        auto end = room;
        while (end > 0 && continues_a_character(line[end]))
            --end;
        file.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = line_octets_max - 1; // the blank counts
    }
    file.append(line).append("\r\n");
}

/// 3.3.11: backslash, semicolon and comma are escaped, a line end is written \n.
std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '\r')
            continue;
        if (c == '\n') {
            safe += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',')
            safe += '\\';
        safe += c;
    }
    return safe;
}

std::string without(std::string text, std::string_view characters)
{
    std::erase_if(text, [&](char c) { return characters.find(c) != std::string_view::npos; });
    return text;
}

std::string at_hour(Date day, const std::string& time)
{
    return ";TZID=Europe/Paris:" + without(day.text(), "-") + "T" + without(time, ":") + "00";
}

bool has_hour(const PathSession& session)
{
    return !session.starts_at.value_or("").empty();
}

/// Without an hour it is a day of the diary; without an end it is left to the diary's own habit.
void add_times(std::string& file, const PathSession& session)
{
    VERIFY(session.held_on.has_value());
    const auto day = *session.held_on;
    if (!has_hour(session)) {
        add_line(file, "DTSTART;VALUE=DATE:" + without(day.text(), "-"));
        add_line(file, "DTEND;VALUE=DATE:" + without(day.plus_days(1).text(), "-"));
        return;
    }
    add_line(file, "DTSTART" + at_hour(day, *session.starts_at));
    if (!session.ends_at.value_or("").empty())
        add_line(file, "DTEND" + at_hour(day, *session.ends_at));
}

/// The rule in force since 1996: last Sundays of March and October.
constexpr std::array paris_time { "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:DAYLIGHT", "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD", "END:VTIMEZONE" };

} // namespace

std::string calendar_of(const PathSession& session, const std::string& programme, Instant stamp)
{
    std::string file;
    add_line(file, "BEGIN:VCALENDAR");
    add_line(file, "VERSION:2.0");
    add_line(file, "PRODID:-//Etabli//Etabli//FR");
    if (has_hour(session))
        for (const auto* line : paris_time)
            add_line(file, line);
    add_line(file, "BEGIN:VEVENT");
    add_line(file, "UID:" + session.id.text() + "@etabli.invalid");
    add_line(file, "DTSTAMP:" + without(stamp.text(), "-:"));
    add_times(file, session);
    add_line(file, "SUMMARY:" + escaped(session.subject + " – " + programme));
    if (!session.place_text.empty())
        add_line(file, "LOCATION:" + escaped(session.place_text));
    const auto to_prepare = session.to_prepare.value_or("");
    if (!to_prepare.empty())
        add_line(file, "DESCRIPTION:" + escaped(to_prepare));
    add_line(file, "SEQUENCE:" + std::to_string(session.version - 1));
    add_line(file, "END:VEVENT");
    add_line(file, "END:VCALENDAR");
    return file;
}

} // namespace etabli

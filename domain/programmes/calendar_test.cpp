// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/calendar_test.cpp

#include "domain/programmes/calendar.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

PathSession session()
{
    PathSession made;
    made.id = EntryId::trusted("s1");
    made.subject = "Retour des diagnostics";
    made.held_on = *Date::parse("2026-12-03");
    made.starts_at = "10:00";
    made.ends_at = "16:00";
    made.place_text = "Brémont; salle 2, rez-de-chaussée";
    made.to_prepare = "Lire trois diagnostics\nUne seconde ligne";
    made.version = 3;
    return made;
}

std::string file(const PathSession& of)
{
    return calendar_of(of, "Pays de la Vérance", *Instant::parse("2026-11-22T06:00:00Z"));
}

bool holds(const std::string& text, const std::string& line)
{
    return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

} // namespace

TEST(Calendar, a_session_is_one_event_at_its_hour_in_paris)
{
    const auto text = file(session());
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    EXPECT_TRUE(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    EXPECT_TRUE(holds(text, "DTSTART;TZID=Europe/Paris:20261203T100000"));
    EXPECT_TRUE(holds(text, "DTEND;TZID=Europe/Paris:20261203T160000"));
    EXPECT_TRUE(holds(text, "DTSTAMP:20261122T060000Z"));
    EXPECT_TRUE(holds(text, "UID:s1@etabli.invalid"));
    EXPECT_TRUE(holds(text, "SEQUENCE:2"));
    EXPECT_TRUE(holds(text, "LOCATION:Brémont\\; salle 2\\, rez-de-chaussée"));
    EXPECT_TRUE(holds(text, "DESCRIPTION:Lire trois diagnostics\\nUne seconde ligne"));
}

TEST(Calendar, without_an_hour_it_is_the_whole_day)
{
    auto day = session();
    day.starts_at.reset();
    day.ends_at.reset();
    const auto text = file(day);
    EXPECT_TRUE(holds(text, "DTSTART;VALUE=DATE:20261203"));
    EXPECT_TRUE(holds(text, "DTEND;VALUE=DATE:20261204"));
    EXPECT_EQ(text.find("TZID"), std::string::npos);
}

TEST(Calendar, a_long_line_is_folded_between_characters)
{
    auto wordy = session();
    wordy.to_prepare.reset();
    for (int times = 0; times < 30; ++times)
        wordy.place_text += "éàü€";
    const auto text = file(wordy);
    std::string unfolded;
    std::size_t at = 0;
    for (auto end = text.find("\r\n"); end != std::string::npos; at = end + 2, end = text.find("\r\n", at)) {
        EXPECT_LE(end - at, 75U);
        const auto line = text.substr(at, end - at);
        EXPECT_TRUE(plain_text_length(line).has_value()); // each line is whole UTF-8 by itself
        unfolded += line.starts_with(' ') ? line.substr(1) : "\r\n" + line;
    }
    EXPECT_NE(unfolded.find(wordy.place_text.substr(40)), std::string::npos);
}

TEST(Calendar, words_cannot_add_a_line_of_their_own)
{
    auto sly = session();
    sly.place_text = "ici\r\nATTENDEE:mailto:x@example.org";
    EXPECT_FALSE(holds(file(sly), "ATTENDEE:mailto:x@example.org"));
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/evaluation_session_test.cpp

#include "domain/experiments/evaluation_session.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace etabli {

namespace {

/// "bbbww": five phones, three say better and two worse; s the same, ? do not know; capitals are sheets of paper.
std::vector<evaluation::Said> said(std::string_view letters)
{
    std::vector<evaluation::Said> all;
    for (const char letter : letters) {
        const bool sheet = letter >= 'A' && letter <= 'Z';
        const char mark = sheet ? static_cast<char>(letter - 'A' + 'a') : letter;
        all.push_back({ sheet ? LookSource::Sheet : LookSource::Phone,
            mark == 'w'       ? Mark::Worse
                : mark == 's' ? Mark::Same
                : mark == 'b' ? Mark::Better
                              : Mark::Unknown });
    }
    return all;
}

void check(std::string_view letters, Reading expected)
{
    EXPECT_EQ(name_of(evaluation::reading_of(said(letters))), name_of(expected)) << letters;
}

ActivityId activity(int number)
{
    return ActivityId::trusted(std::string(25, '0') + std::to_string(number));
}

std::vector<SessionActivity> list_of(std::size_t size, std::size_t kept)
{
    std::vector<SessionActivity> list;
    for (std::size_t at = 0; at < size; ++at)
        list.push_back({ activity(static_cast<int>(at)), {}, "activité " + std::to_string(at), false, at < kept });
    return list;
}

WaitingLook look(LookSource source, Mark mark, const std::string& sentence = "")
{
    return { {}, "somebody", source, { { { activity(0), mark, mark, {} } }, sentence, "", "" } };
}

} // namespace

TEST(EvaluationSession, under_five_who_say_something_nothing_is_said)
{
    check("", Reading::TooFew);
    check("bbbb", Reading::TooFew);
    check("bbbb?", Reading::TooFew);
    check("bbbb???????", Reading::TooFew);
    check("bbbbb", Reading::Better);
}

TEST(EvaluationSession, a_word_is_the_word_of_more_than_half)
{
    check("bbbss", Reading::Better);
    check("wwwss", Reading::Worse);
    check("sssbb", Reading::Same);
    check("ssssswb", Reading::Same);
    check("bbbbw", Reading::Better);
    check("wwwwb", Reading::Worse);
    check("bbb??ss", Reading::Better);
}

TEST(EvaluationSession, what_no_more_than_half_say_is_lived_differently)
{
    check("bbbsss", Reading::Different);
    check("wwwsss", Reading::Different);
    check("bbssw", Reading::Different);
}

TEST(EvaluationSession, several_on_both_sides_are_lived_differently_whatever_the_rest)
{
    check("bbbww", Reading::Different);
    check("bbbbbbbbww", Reading::Different);
    check("sssssssbbww", Reading::Different);
}

TEST(EvaluationSession, one_alone_is_not_pointed_at)
{
    check("bbbbbbbbw", Reading::Better);
    check("bbbbbbbbs", Reading::Better);
    check("bbbbbbbbb", Reading::Better);
}

TEST(EvaluationSession, sheets_never_help_phones_to_be_five_and_are_five_by_themselves)
{
    check("bbbbB", Reading::TooFew);
    check("bbbbBBBB", Reading::TooFew);
    check("BBBBB", Reading::Better);
    check("bbbbWWWWW", Reading::Worse); // four phones wait for a fifth
    check("bbbbbWW", Reading::Better); // two sheets are nobody, and are said aloud
    check("bbbbbWWWWW", Reading::Different);
    check("bbbbbBBBBB", Reading::Better);
}

TEST(EvaluationSession, a_reading_never_says_that_all_said_the_same)
{
    // Whatever the word, somebody may have said otherwise: of each word there is a room in which one did.
    check("bbbbbs", Reading::Better);
    check("wwwwws", Reading::Worse);
    check("sssssb", Reading::Same);
    // Whoever types sheets cannot weigh the phones with sheets they invent: no number of them moves the line.
    for (std::size_t sheets = 0; sheets < 5; ++sheets) {
        check("bbbbb" + std::string(sheets, 'S'), Reading::Better);
        check("bbbbs" + std::string(sheets, 'S'), Reading::Better);
        check("bbbbw" + std::string(sheets, 'W'), Reading::Better);
    }
}

TEST(EvaluationSession, often_chosen_is_three_people_and_a_third_of_at_least_five)
{
    const auto check_often = [](const std::vector<std::vector<int>>& picks, const std::set<ActivityId>& expected) {
        std::vector<WaitingPicks> all;
        for (const auto& each : picks) {
            all.emplace_back();
            for (const auto number : each)
                all.back().activities.push_back(activity(number));
        }
        EXPECT_EQ(evaluation::often_chosen(all), expected);
    };
    check_often({ { 1 }, { 1 }, { 1 }, { 1 } }, {});
    check_often({ { 1, 2 }, { 1, 2 }, { 1 }, { 3 }, { 4 } }, { activity(1) });
    check_often({ { 1, 1, 1 }, { 2 }, { 3 }, { 4 }, { 5 } }, {}); // one voice is one voice
    check_often({ { 1 }, { 1 }, { 1 }, { 2 }, { 2 }, { 3 }, { 3 }, { 4 }, { 4 }, { 5 } }, {});
}

TEST(EvaluationSession, what_is_shown_has_one_word_a_cell_and_sentences_without_their_order)
{
    SeededRandom random(7);
    std::vector<WaitingLook> all;
    for (int at = 0; at < 8; ++at)
        all.push_back(look(LookSource::Phone, Mark::Better, "phrase " + std::to_string(at)));
    all.push_back(look(LookSource::Phone, Mark::Better, "   "));
    const auto shown = evaluation::look_of(list_of(3, 1), all, random);
    ASSERT_EQ(shown.activities.size(), 1U);
    EXPECT_EQ(shown.activities[0].activity, "activité 0");
    EXPECT_EQ(shown.activities[0].effectiveness, Reading::Better);
    EXPECT_EQ(shown.activities[0].social, Reading::TooFew);
    EXPECT_EQ(shown.effectiveness.size(), 8U);
    EXPECT_FALSE(std::ranges::is_sorted(shown.effectiveness));
    all.resize(4);
    const auto four = evaluation::look_of(list_of(3, 1), all, random);
    EXPECT_EQ(four.activities[0].effectiveness, Reading::TooFew);
    EXPECT_TRUE(four.effectiveness.empty()); // nor a sentence
}

TEST(EvaluationSession, one_walks_with_a_list_and_with_something_kept_and_never_back_from_what_was_shared)
{
    EvaluationSession session;
    const auto moved = [&](SessionStage to, std::size_t size, std::size_t kept) {
        const auto result = evaluation::check_move(session, to, list_of(size, kept));
        return result.ok() ? std::string("ok") : std::string(result.problem().code());
    };
    EXPECT_EQ(moved(SessionStage::Choosing, 0, 0), "evaluation.list_size");
    EXPECT_EQ(moved(SessionStage::Choosing, 13, 0), "evaluation.list_size");
    EXPECT_EQ(moved(SessionStage::Choosing, 12, 0), "ok");
    EXPECT_EQ(moved(SessionStage::Looking, 12, 0), "evaluation.kept_size");
    EXPECT_EQ(moved(SessionStage::Looking, 12, 5), "evaluation.kept_size");
    EXPECT_EQ(moved(SessionStage::Looking, 12, 4), "ok");
    EXPECT_EQ(moved(SessionStage::Shared, 12, 4), "evaluation.not_now");
    EXPECT_EQ(moved(SessionStage::Ended, 12, 4), "evaluation.not_now");
    session.stage = SessionStage::Looking;
    EXPECT_EQ(moved(SessionStage::Listing, 0, 0), "ok");
    session.stage = SessionStage::Shared;
    EXPECT_EQ(moved(SessionStage::Looking, 12, 4), "evaluation.already_shared");
}

TEST(EvaluationSession, an_answer_says_something_of_what_is_kept_and_of_each_once)
{
    const auto list = list_of(3, 2);
    EXPECT_TRUE(evaluation::check_look(look(LookSource::Phone, Mark::Same).look, list).ok());
    EXPECT_TRUE(evaluation::check_look({ {}, "Avant, on courait.", "", "" }, list).ok());
    EXPECT_FALSE(evaluation::check_look({ { { activity(0), {}, {}, {} } }, " ", "", "" }, list).ok());
    EXPECT_FALSE(evaluation::check_look({ { { activity(2), Mark::Same, {}, {} } }, "", "", "" }, list).ok());
    EXPECT_FALSE(evaluation::check_look(
        { { { activity(0), Mark::Same, {}, {} }, { activity(0), Mark::Worse, {}, {} } }, "", "", "" }, list)
                     .ok());
}

TEST(EvaluationSession, left_open_it_is_over_after_thirty_days)
{
    EvaluationSession session;
    session.begun_on = *Date::parse("2026-11-01");
    EXPECT_TRUE(evaluation::must_be_open(session, *Date::parse("2026-11-30")).ok());
    EXPECT_FALSE(evaluation::must_be_open(session, *Date::parse("2026-12-01")).ok());
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/gates_test.cpp
//
// How each college says yes, rule by rule.

#include "domain/programmes/gates.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

const Date due = *Date::parse("2026-12-10");

AskedCollege college(ConsentRule rule, int holders, std::optional<std::int64_t> count = {})
{
    return { { .consent_rule = rule, .consent_count = count }, holders, false };
}

/// "yyn" is two yes and a no; "o" an opinion.
std::vector<GateAnswer> said(std::string_view letters)
{
    std::vector<GateAnswer> answers;
    for (const char letter : letters)
        answers.push_back({ .answer = letter == 'y' ? GateAnswerKind::Yes
                : letter == 'n'                     ? GateAnswerKind::No
                                                    : GateAnswerKind::Opinion });
    return answers;
}

void check(const AskedCollege& asked, std::string_view letters, Stand expected, int days_from_due = 0)
{
    EXPECT_EQ(stand_of(asked, said(letters), due, due.plus_days(days_from_due)), expected)
        << name_of(asked.college.consent_rule) << " of " << asked.holders << " saying " << letters;
}

} // namespace

TEST(Gates, one_yes_of_any_holder_is_enough_where_the_college_says_so)
{
    check(college(ConsentRule::AnyHolder, 3), "", Stand::Awaited);
    check(college(ConsentRule::AnyHolder, 3), "y", Stand::Yes);
    check(college(ConsentRule::AnyHolder, 3), "n", Stand::No);
}

TEST(Gates, a_majority_is_more_than_half_of_those_who_hold_a_mandate)
{
    check(college(ConsentRule::Majority, 4), "yy", Stand::Awaited);
    check(college(ConsentRule::Majority, 4), "yyy", Stand::Yes);
    check(college(ConsentRule::Majority, 4), "yyn", Stand::Awaited);
    check(college(ConsentRule::Majority, 4), "ynn", Stand::No);
}

TEST(Gates, two_of_three_want_two)
{
    check(college(ConsentRule::Count, 3, 2), "y", Stand::Awaited);
    check(college(ConsentRule::Count, 3, 2), "yn", Stand::Awaited);
    check(college(ConsentRule::Count, 3, 2), "yyn", Stand::Yes);
    check(college(ConsentRule::Count, 3, 2), "nn", Stand::No);
}

TEST(Gates, where_each_says_its_own_a_single_no_is_a_no)
{
    check(college(ConsentRule::EachHolder, 3), "yy", Stand::Awaited);
    check(college(ConsentRule::EachHolder, 3), "yyy", Stand::Yes);
    check(college(ConsentRule::EachHolder, 3), "yyn", Stand::No);
    check(college(ConsentRule::EachHolder, 0), "", Stand::Awaited);
}

TEST(Gates, silence_past_the_delay_is_silence_and_never_a_yes)
{
    for (const auto rule :
        { ConsentRule::AnyHolder, ConsentRule::Majority, ConsentRule::EachHolder, ConsentRule::TeamAgreement }) {
        check(college(rule, 2), "", Stand::Awaited, 0);
        check(college(rule, 2), "", Stand::Silent, 1);
    }
    EXPECT_EQ(outcome_of({ Stand::Yes, Stand::Silent }), GateState::Open);
}

TEST(Gates, an_opinion_is_published_and_holds_nothing)
{
    check(college(ConsentRule::Opinion, 1), "o", Stand::Opinion);
    check(college(ConsentRule::NoVote, 1), "y", Stand::NoVote);
}

TEST(Gates, pass_when_all_who_are_asked_say_yes)
{
    EXPECT_EQ(outcome_of({ Stand::Yes, Stand::Yes }), GateState::Passed);
    EXPECT_EQ(outcome_of({ Stand::Yes, Stand::Awaited }), GateState::Open);
    EXPECT_EQ(outcome_of({ Stand::Yes, Stand::No }), GateState::Refused);
    EXPECT_EQ(outcome_of({}), GateState::Open);
}

TEST(Gates, asked_without_staff_representatives_open_nothing)
{
    AskedCollege direction = college(ConsentRule::AnyHolder, 1);
    AskedCollege representatives = college(ConsentRule::EachHolder, 1);
    representatives.college.kind = CollegeKind::StaffRepresentatives;
    EXPECT_TRUE(may_be_asked({ direction, representatives }, false).ok());
    EXPECT_TRUE(may_be_asked({ direction }, false).problem().is("gate.without_staff_representatives"));
    EXPECT_TRUE(may_be_asked({ representatives }, false).problem().is("gate.without_direction"));
    representatives.holders = 0;
    EXPECT_TRUE(may_be_asked({ direction, representatives }, false).problem().is("gate.without_staff_representatives"));
    representatives.holders = 1;
    representatives.opinion_only = true;
    EXPECT_FALSE(may_be_asked({ direction, representatives }, false).ok());
}

TEST(Gates, asked_of_a_college_that_cannot_say_yes_would_never_open)
{
    const AskedCollege direction = college(ConsentRule::AnyHolder, 1);
    AskedCollege representatives = college(ConsentRule::EachHolder, 1);
    representatives.college.kind = CollegeKind::StaffRepresentatives;
    const auto asked_with = [&](const AskedCollege& third, bool has_facilitator = false) {
        return may_be_asked({ direction, representatives, third }, has_facilitator);
    };
    const auto of = [](CollegeKind kind, AskedCollege asked) {
        asked.college.kind = kind;
        return asked;
    };
    for (const auto rule : { ConsentRule::AnyHolder, ConsentRule::Majority, ConsentRule::EachHolder }) {
        EXPECT_TRUE(asked_with(of(CollegeKind::Medical, college(rule, 0))).problem().is("gate.without_medical"));
        EXPECT_TRUE(asked_with(of(CollegeKind::Medical, college(rule, 1))).ok());
    }
    EXPECT_TRUE(
        asked_with(of(CollegeKind::Management, college(ConsentRule::Majority, 0))).problem().is("gate.without_management"));
    EXPECT_TRUE(asked_with(of(CollegeKind::Users, college(ConsentRule::AnyHolder, 0))).problem().is("gate.without_college"));
    // Three wanted, two who sit.
    EXPECT_TRUE(asked_with(of(CollegeKind::Medical, college(ConsentRule::Count, 2, 3))).problem().is("gate.too_few_to_agree"));
    // A team's agreement is written down by who attended, or by the facilitator.
    const auto team = of(CollegeKind::Professionals, college(ConsentRule::TeamAgreement, 0));
    EXPECT_TRUE(asked_with(team).problem().is("gate.without_professionals"));
    EXPECT_TRUE(asked_with(team, true).ok());
    // Nothing is awaited of who only advises.
    EXPECT_TRUE(asked_with(of(CollegeKind::Users, college(ConsentRule::Opinion, 0))).ok());
    EXPECT_TRUE(asked_with(of(CollegeKind::Medical, college(ConsentRule::NoVote, 0))).ok());
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/proposals_test.cpp
//
// Who answers, and what an answer must say.

#include "domain/spaces/proposals.hpp"

#include <gtest/gtest.h>

namespace etabli::proposals {

namespace {

const auto hospital = PlaceId::trusted("hospital");
const auto direction = CollegeId::trusted("direction");
const auto management = CollegeId::trusted("management");

Reader holding(const CollegeId& college, CollegeKind kind, const char* account)
{
    Reader reader;
    reader.account_id = AccountId::trusted(account);
    reader.mandates.push_back({ {}, college, kind, hospital, "", "" });
    return reader;
}

Proposal asked_of(const CollegeId& college)
{
    Proposal proposal;
    proposal.establishment_id = hospital;
    proposal.answer_college_id = college;
    return proposal;
}

const auto director = holding(direction, CollegeKind::Direction, "director");
const auto manager = holding(management, CollegeKind::Management, "manager");
const auto today = *Date::parse("2026-11-19");

void check_gaps(AnswerKind kind, const char* reason, std::optional<Date> until, const char* level, std::size_t gaps)
{
    EXPECT_EQ(answer_gaps({ kind, reason, until, level, 1 }, today).size(), gaps) << name_of(kind) << " " << reason;
}

} // namespace

TEST(Answering, is_for_the_college_it_was_asked_of)
{
    EXPECT_TRUE(may_answer(director, asked_of(direction)));
    EXPECT_FALSE(may_answer(manager, asked_of(direction)));
    EXPECT_FALSE(may_answer(director, asked_of(management)));
    EXPECT_TRUE(may_read(manager, asked_of(direction)));
}

TEST(Answering, may_be_given_to_one_person_by_that_college)
{
    auto proposal = asked_of(direction);
    proposal.assigned_to = AccountId::trusted("manager");
    EXPECT_TRUE(may_answer(manager, proposal));
    EXPECT_FALSE(may_assign(manager, proposal));
    EXPECT_TRUE(may_assign(director, proposal));
}

TEST(Answering, is_over_once_answered_and_comes_back_when_passed_on)
{
    auto proposal = asked_of(direction);
    proposal = answered(proposal, { AnswerKind::PassedOn, "Convention.", today.plus_days(90), "le groupement", 1 });
    EXPECT_TRUE(may_answer(director, proposal));
    EXPECT_EQ(proposal.due_on, today.plus_days(90));
    proposal = answered(proposal, { AnswerKind::Refused, "Pas le poste.", {}, "", 2 });
    EXPECT_FALSE(may_answer(director, proposal));
    EXPECT_FALSE(proposal.due_on.has_value());
    EXPECT_EQ(proposal.version, 3);
}

TEST(Answers, have_a_reason_and_a_day)
{
    check_gaps(AnswerKind::Refused, "Je n’ai pas le poste.", {}, "", 0);
    check_gaps(AnswerKind::Refused, " ", {}, "", 1);
    check_gaps(AnswerKind::Accepted, "Utile.", {}, "", 1);
    check_gaps(AnswerKind::Accepted, "Utile.", today.plus_days(-1), "", 1);
    check_gaps(AnswerKind::Accepted, "Utile.", today, "", 0);
    check_gaps(AnswerKind::PassedOn, "Convention.", today.plus_days(60), "", 1);
    check_gaps(AnswerKind::Tried, "À essayer.", today.plus_days(2000), "", 1);
}

TEST(Outcomes, are_said_by_who_promised_and_again_while_not_done)
{
    auto proposal = asked_of(direction);
    EXPECT_FALSE(may_record_outcome(director, proposal));
    proposal.state = ProposalState::Accepted;
    EXPECT_TRUE(may_record_outcome(director, proposal));
    EXPECT_FALSE(may_record_outcome(manager, proposal));
    proposal.state = ProposalState::NotDone;
    EXPECT_TRUE(may_record_outcome(director, proposal));
    proposal.state = ProposalState::Done;
    EXPECT_FALSE(may_record_outcome(director, proposal));
}

TEST(Desk, shows_what_is_owed_by_its_day_then_the_latest_asked)
{
    const auto asked = [](ProposalState state, std::optional<Date> due, Date asked_on) {
        auto proposal = asked_of(direction);
        proposal.state = state;
        proposal.due_on = due;
        proposal.asked_on = asked_on;
        return proposal;
    };
    const std::vector expected {
        asked(ProposalState::PassedOn, today.plus_days(-3), today.plus_days(-40)),
        asked(ProposalState::Awaited, today.plus_days(2), today.plus_days(-1)),
        asked(ProposalState::Accepted, today.plus_days(9), today.plus_days(-50)),
        asked(ProposalState::Refused, {}, today.plus_days(-5)),
        asked(ProposalState::Awaited, {}, today.plus_days(-6)), // owed on no day
        asked(ProposalState::Done, today.plus_days(1), today.plus_days(-7)),
    };
    for (std::size_t i = 0; i + 1 < expected.size(); ++i) {
        EXPECT_TRUE(comes_before(expected[i], expected[i + 1])) << i;
        EXPECT_FALSE(comes_before(expected[i + 1], expected[i])) << i;
    }
    EXPECT_FALSE(comes_before(expected[0], expected[0]));
}

TEST(LocalRules, are_judged_by_those_who_live_with_them)
{
    LocalRule rule;
    rule.establishment_id = hospital;
    EXPECT_TRUE(may_review(manager, rule));
    EXPECT_FALSE(may_review(director, rule));
}

} // namespace etabli::proposals

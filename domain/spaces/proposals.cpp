// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/proposals.cpp

#include "domain/spaces/proposals.hpp"

#include "base/text.hpp"

namespace etabli::proposals {

namespace {

bool speaks_for_its_college(const Reader& reader, const Proposal& proposal)
{
    if (proposal.answer_college_id && reader.sits_in(*proposal.answer_college_id))
        return true;
    return proposal.assigned_to == reader.account_id && reader.belongs_to(proposal.establishment_id);
}

} // namespace

bool may_read(const Reader& reader, const Proposal& proposal)
{
    return reader.belongs_to(proposal.establishment_id);
}

bool is_awaiting_an_answer(const Proposal& proposal)
{
    return proposal.state == ProposalState::Awaited || proposal.state == ProposalState::PassedOn;
}

bool is_owed(const Proposal& proposal)
{
    return proposal.due_on && (is_awaiting_an_answer(proposal) || proposal.state == ProposalState::Accepted);
}

bool comes_before(const Proposal& one, const Proposal& other)
{
    if (is_owed(one) != is_owed(other))
        return is_owed(one);
    if (is_owed(one) && one.due_on != other.due_on)
        return *one.due_on < *other.due_on;
    if (one.asked_on != other.asked_on)
        return other.asked_on < one.asked_on;
    return one.id < other.id;
}

bool may_answer(const Reader& reader, const Proposal& proposal)
{
    return is_awaiting_an_answer(proposal) && speaks_for_its_college(reader, proposal);
}

bool may_assign(const Reader& reader, const Proposal& proposal)
{
    return is_awaiting_an_answer(proposal) && proposal.answer_college_id && reader.sits_in(*proposal.answer_college_id);
}

bool may_note(const Reader& reader, const Proposal& proposal)
{
    return may_read(reader, proposal);
}

bool may_record_outcome(const Reader& reader, const Proposal& proposal)
{
    const bool promised = proposal.state == ProposalState::Accepted || proposal.state == ProposalState::NotDone;
    return promised && speaks_for_its_college(reader, proposal);
}

bool may_review(const Reader& reader, const LocalRule& rule)
{
    return reader.belongs_to(rule.establishment_id) && !reader.sits_in(rule.establishment_id, CollegeKind::Direction);
}

std::vector<FieldProblem> answer_gaps(const ProposalAnswer& answer, Date today)
{
    std::vector<FieldProblem> gaps;
    if (trimmed(answer.reason).empty())
        gaps.push_back({ "/reason", "field.required" });
    if (answer.kind == AnswerKind::PassedOn && trimmed(answer.level.value_or("")).empty())
        gaps.push_back({ "/level", "field.required" });
    if (answer.kind == AnswerKind::Refused)
        return gaps;
    if (!answer.until_on)
        gaps.push_back({ "/until_on", "field.required" });
    else if (*answer.until_on < today)
        gaps.push_back({ "/until_on", "date.in_the_past" });
    else if (today.days_until(*answer.until_on) > until_days_max)
        gaps.push_back({ "/until_on", "number.out_of_range", until_days_max });
    return gaps;
}

Proposal answered(Proposal proposal, const ProposalAnswer& answer)
{
    switch (answer.kind) {
    case AnswerKind::Accepted:
        proposal.state = ProposalState::Accepted;
        break;
    case AnswerKind::Tried:
        proposal.state = ProposalState::Tried;
        break;
    case AnswerKind::PassedOn:
        proposal.state = ProposalState::PassedOn;
        break;
    case AnswerKind::Refused:
        proposal.state = ProposalState::Refused;
        break;
    }
    proposal.due_on = answer.kind == AnswerKind::Refused ? std::nullopt : answer.until_on;
    proposal.level = answer.kind == AnswerKind::PassedOn ? answer.level.value_or("") : std::string();
    ++proposal.version;
    return proposal;
}

} // namespace etabli::proposals

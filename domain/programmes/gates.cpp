// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/gates.cpp

#include "domain/programmes/gates.hpp"

#include <algorithm>

namespace etabli {

namespace {

int count(const std::vector<GateAnswer>& answers, GateAnswerKind kind)
{
    return static_cast<int>(
        std::count_if(answers.begin(), answers.end(), [&](const auto& each) { return each.answer == kind; }));
}

/// How many yes the college's rule wants, of how many who hold its mandate.
int wanted(const AskedCollege& asked)
{
    switch (asked.college.consent_rule) {
    case ConsentRule::Majority:
        return asked.holders / 2 + 1;
    case ConsentRule::Count:
        return static_cast<int>(asked.college.consent_count.value_or(1));
    case ConsentRule::EachHolder:
        return std::max(asked.holders, 1);
    default:
        return 1;
    }
}

/// So many no that the yes it wants can no longer come together.
bool is_refused(const AskedCollege& asked, int no)
{
    switch (asked.college.consent_rule) {
    case ConsentRule::Majority:
    case ConsentRule::Count:
        return no > 0 && asked.holders - no < wanted(asked);
    default:
        return no > 0;
    }
}

} // namespace

Stand stand_of(const AskedCollege& asked, const std::vector<GateAnswer>& answers, Date due_on, Date today)
{
    if (asked.college.consent_rule == ConsentRule::NoVote)
        return Stand::NoVote;
    if (asked.opinion_only || asked.college.consent_rule == ConsentRule::Opinion)
        return answers.empty() ? Stand::NoVote : Stand::Opinion;
    if (is_refused(asked, count(answers, GateAnswerKind::No)))
        return Stand::No;
    if (count(answers, GateAnswerKind::Yes) >= wanted(asked))
        return Stand::Yes;
    return today > due_on ? Stand::Silent : Stand::Awaited;
}

GateState outcome_of(const std::vector<Stand>& stands_of_asked)
{
    bool all_yes = true;
    for (const auto stand : stands_of_asked) {
        if (stand == Stand::No)
            return GateState::Refused;
        all_yes &= stand == Stand::Yes;
    }
    return all_yes && !stands_of_asked.empty() ? GateState::Passed : GateState::Open;
}

namespace {

/// Its opinion at most: it holds nothing back.
bool only_advises(const AskedCollege& asked)
{
    return asked.opinion_only || asked.college.consent_rule == ConsentRule::NoVote
        || asked.college.consent_rule == ConsentRule::Opinion;
}

Problem nobody_answers_for(CollegeKind kind)
{
    switch (kind) {
    case CollegeKind::Direction:
        return Problem("gate.without_direction");
    case CollegeKind::StaffRepresentatives:
        return Problem("gate.without_staff_representatives");
    case CollegeKind::Management:
        return Problem("gate.without_management");
    case CollegeKind::Medical:
        return Problem("gate.without_medical");
    case CollegeKind::Professionals:
        return Problem("gate.without_professionals");
    default:
        return Problem("gate.without_college");
    }
}

} // namespace

Result<void> may_be_asked(const std::vector<AskedCollege>& asked, bool has_facilitator)
{
    for (const auto kind : { CollegeKind::Direction, CollegeKind::StaffRepresentatives })
        if (std::none_of(asked.begin(), asked.end(),
                [&](const auto& each) { return each.college.kind == kind && each.holders > 0 && !only_advises(each); }))
            return nobody_answers_for(kind);
    for (const auto& each : asked) {
        if (only_advises(each) || (each.college.consent_rule == ConsentRule::TeamAgreement && has_facilitator))
            continue;
        if (each.holders == 0)
            return nobody_answers_for(each.college.kind);
        if (each.holders < wanted(each))
            return Problem("gate.too_few_to_agree");
    }
    return {};
}

bool may_answer(const Reader& reader, const AskedCollege& asked)
{
    if (asked.college.consent_rule == ConsentRule::NoVote)
        return false;
    if (reader.sits_in(asked.college.id))
        return true;
    return asked.college.consent_rule == ConsentRule::TeamAgreement
        && reader.sits_in(asked.college.place_id, CollegeKind::Facilitator);
}

namespace {

bool asked_it(const Reader& reader, const Gate& gate)
{
    return reader.sits_in(gate.establishment_id, CollegeKind::Facilitator) || (gate.asked_by && reader.sits_in(*gate.asked_by));
}

} // namespace

bool may_withdraw(const Reader& reader, const Gate& gate)
{
    return gate.state == GateState::Open && asked_it(reader, gate);
}

bool may_give_up(const Reader& reader, const Gate& gate)
{
    return (gate.state == GateState::Refused || gate.state == GateState::Withdrawn) && asked_it(reader, gate);
}

Result<void> is_complete(const GateAnswer& answer, const AskedCollege& asked, Date today)
{
    const bool opinion = asked.opinion_only || asked.college.consent_rule == ConsentRule::Opinion;
    if (opinion != (answer.answer == GateAnswerKind::Opinion))
        return Problem::of_field("/answer", "choice.unknown");
    if (answer.answer != GateAnswerKind::Yes && trimmed(answer.reason).empty())
        return Problem::of_field("/reason", "gate.no_without_reason");
    if (asked.college.consent_rule == ConsentRule::TeamAgreement && !opinion) {
        if (!answer.met_on)
            return Problem::of_field("/met_on", "gate.agreement_without_meeting");
        if (*answer.met_on > today)
            return Problem::of_field("/met_on", "date.invalid");
    }
    return {};
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/proposals.cpp
//
// Proposals after the day they were made: the answer each got, when and why; what was done, not done, or is still
// awaited; the local rules and whether they hold three months later.

#include "domain/spaces/proposals.hpp"

#include "server/content/demo/spaces.hpp"
#include "store/proposals.hpp"

namespace etabli::content::demo {

namespace {

Result<Proposal> made_of(Story& story, const std::string& idea_key)
{
    const auto found = story.objects.find(idea_key);
    if (found == story.objects.end())
        return Problem("pack.invalid", "demo: no idea " + idea_key);
    return store::load_proposal_of_idea(story.transaction, found->second.second);
}

Result<void> record(Story& story, const Proposal& proposal, AuditAction action, Date day, json::object details)
{
    const auto chain = proposal.programme_id ? proposal.programme_id->text() : proposal.establishment_id.text();
    std::optional<AccountId> actor;
    for (const auto& [key, college] : story.colleges)
        if (proposal.answer_college_id == college.id)
            actor = TRY(story.holder_of(key, day)).account_id;
    return store::record_audit(
        story.transaction, { chain, actor, action, "proposal", proposal.id.text(), std::move(details) }, morning(day));
}

Result<void> note(Story& story, const Proposal& proposal, EntryKind kind, Date day, const std::string& words,
    const std::string& by = {}, const std::optional<Date>& until = {}, const std::string& level = {})
{
    ProposalEntry entry { {}, proposal.id, 1, kind, day, words, by, {}, until, level };
    for (const auto& [key, college] : story.colleges)
        if (!by.empty() && proposal.answer_college_id == college.id)
            entry.by_college = college.kind;
    return store::add_entry(story.transaction, entry, story.random);
}

/// What the answer promised and for when, as the story tells it.
Result<ProposalAnswer> answer_told(const Record& told, Date day)
{
    const auto state = told.code("state");
    ProposalAnswer answer;
    answer.reason = told.of("answer").text("reason");
    answer.kind = state == "tried" ? AnswerKind::Tried
        : state == "passed_on"     ? AnswerKind::PassedOn
        : state == "refused"       ? AnswerKind::Refused
                                   : AnswerKind::Accepted;
    answer.level = told.text("passed_to");
    if (told.has("done"))
        answer.until_on = TRY(told.of("done").day("at"));
    else if (told.has("next_answer_due"))
        answer.until_on = TRY(told.day("next_answer_due"));
    else if (answer.kind != AnswerKind::Refused)
        answer.until_on = day.plus_months(proposals::review_after_months);
    if (auto gaps = proposals::answer_gaps(answer, day); !gaps.empty())
        return Problem::of_fields(std::move(gaps));
    return answer;
}

Result<void> answer(Story& story, const Record& told, Date day)
{
    const auto& key = story.objects.at(told.code("key"));
    const auto given = TRY(answer_told(told, day));
    const auto before = TRY(store::load_proposal(story.transaction, ProposalId::trusted(key.second)));
    const auto after = proposals::answered(before, given);
    TRY(store::keep_proposal(story.transaction, after));
    const auto kind = *enum_from<EntryKind>(name_of(given.kind));
    TRY(note(story, after, kind, day, given.reason, told.of("answer").text("by"), after.due_on, after.level));
    return record(story, after, "proposal.answered", day, { { "answer", std::string(name_of(given.kind)) } });
}

Result<void> say_outcome(Story& story, const Record& told, bool done, Date day, const std::string& words)
{
    auto proposal
        = TRY(store::load_proposal(story.transaction, ProposalId::trusted(story.objects.at(told.code("key")).second)));
    proposal.state = done ? ProposalState::Done : ProposalState::NotDone;
    proposal.due_on.reset();
    ++proposal.version;
    TRY(store::keep_proposal(story.transaction, proposal));
    TRY(note(story, proposal, done ? EntryKind::Done : EntryKind::NotDone, day, words));
    return record(story, proposal, "proposal.outcome", day, { { "done", done } });
}

/// The proposal that closing the discussion made, as the story knows it.
Result<void> take_up(Story& story, const Record& told)
{
    auto proposal = TRY(made_of(story, told.code("key") + "/idea"));
    story.objects[told.code("key")] = { ObjectKind::Proposal, proposal.id.text() };
    proposal.place_id = TRY(story.place(told.code("place"))).id;
    proposal.meanwhile = told.text("meanwhile");
    if (told.has("due"))
        proposal.due_on = TRY(told.day("due"));
    else if (told.of("answer").has("due"))
        proposal.due_on = TRY(told.of("answer").day("due"));
    TRY(store::keep_proposal(story.transaction, proposal));
    auto rule = TRY(store::find_local_rule(story.transaction, proposal.id));
    if (!rule || !told.has("local_rule"))
        return {};
    rule->place_id = proposal.place_id;
    rule->words = told.text("local_rule");
    story.objects[told.code("key") + "/rule"] = { ObjectKind::LocalRule, rule->id.text() };
    return store::keep_local_rule(story.transaction, *rule);
}

Result<void> review(Story& story, const std::string& idea_key, const Record& told, Date day)
{
    const auto proposal = TRY(made_of(story, idea_key));
    auto rule = TRY(store::find_local_rule(story.transaction, proposal.id));
    if (!rule)
        return Problem("pack.invalid", "demo: no local rule of " + idea_key);
    rule->holds = enum_from<Holds>(told.code("holds"));
    rule->review_words = told.text("words");
    rule->reviewed_on = day;
    rule->review_on.reset();
    ++rule->version;
    TRY(store::keep_local_rule(story.transaction, *rule));
    return note(story, proposal, EntryKind::Reviewed, day, rule->review_words, {}, {}, told.code("holds"));
}

Result<void> tell_after(Story& story, const Record& told)
{
    if (told.has("answer")) {
        const auto day = TRY(told.of("answer").day("at"));
        story.days.on(day, [&story, told, day] { return answer(story, told, day); });
        if (told.has("team_words"))
            story.days.on(day, [&story, told, day]() -> Result<void> {
                const auto id = ProposalId::trusted(story.objects.at(told.code("key")).second);
                return note(story, TRY(store::load_proposal(story.transaction, id)), EntryKind::TeamWords, day,
                    told.text("team_words"));
            });
    }
    if (told.has("done")) {
        const auto day = TRY(told.of("done").day("at"));
        story.days.on(day, [&story, told, day] { return say_outcome(story, told, true, day, told.of("done").text("words")); });
    }
    const auto not_done = told.of("not_done");
    const auto raised = not_done.codes("raised");
    for (std::size_t time = 0; time < raised.size(); ++time) {
        const auto day = TRY(story.calendar.day(raised[time]));
        // The reason was given the first time it was asked about, and stands.
        const auto words = time == 0 ? not_done.text("why") : std::string();
        story.days.on(day, [&story, told, day, words] { return say_outcome(story, told, false, day, words); });
    }
    for (const auto& entry : told.list("history")) {
        const auto day = TRY(entry.day("at"));
        story.days.on(day, [&story, told, entry, day]() -> Result<void> {
            const auto id = ProposalId::trusted(story.objects.at(told.code("key")).second);
            return note(story, TRY(store::load_proposal(story.transaction, id)), EntryKind::Note, day, entry.text("text"));
        });
    }
    if (told.has("review")) {
        const auto day = TRY(told.of("review").day("at"));
        story.days.on(day, [&story, told, day] { return review(story, told.code("key") + "/idea", told.of("review"), day); });
    }
    return {};
}

} // namespace

Result<void> word_as_asked(Story& story, const std::string& proposal_key, Idea& idea)
{
    for (const auto& told : TRY(story.file("proposals")).list("items")) {
        if (told.code("key") != proposal_key)
            continue;
        idea.words = told.text("text");
        if (told.has("asked_of"))
            idea.answer_college_id = TRY(story.college(told.code("asked_of"))).id;
        const auto from = told.codes("from");
        if (const auto first = from.empty() ? story.objects.end() : story.objects.find(from.front());
            first != story.objects.end())
            idea.taken_from = ContributionId::trusted(first->second.second);
        return {};
    }
    return Problem("pack.invalid", "demo: no proposal " + proposal_key);
}

Result<void> tell_proposals(Story& story)
{
    for (const auto& told : TRY(story.file("proposals")).list("items")) {
        story.days.on(TRY(told.day("proposed_at")), [&story, told] { return take_up(story, told); });
        TRY(tell_after(story, told));
    }
    for (const auto& space : TRY(story.file("spaces")).list("items"))
        for (const auto& sorted : space.list("sort"))
            if (sorted.has("review")) {
                const auto told = sorted.of("review");
                const auto day = TRY(told.day("at"));
                story.days.on(day, [&story, key = sorted.code("key"), told, day] { return review(story, key, told, day); });
            }
    return {};
}

} // namespace etabli::content::demo

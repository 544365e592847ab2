// SPDX-License-Identifier: EUPL-1.2
// server/resources/proposals.cpp
//
// The desk: what is owed by date, the dated answer with its reason, what became of a promise, working notes that
// every college reads, and what teams decided themselves, asked about again after three months.

#include <algorithm>
#include <map>

#include "server/resources/all.hpp"
#include "server/resources/proposal_views.hpp"
#include "store/audit.hpp"
#include "store/people.hpp"
#include "store/places.hpp"
#include "store/proposals.hpp"
#include "store/spaces.hpp"
#include "store/thread.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// The names a list refers to, each read once.
class Named {
public:
    explicit Named(store::Reader& reader) : reader_(reader) { }

    Result<std::string> place(const PlaceId& id)
    {
        if (!places_.contains(id))
            places_[id] = TRY(store::load_place(reader_, id)).name;
        return places_[id];
    }
    Result<College> college(const CollegeId& id)
    {
        if (!colleges_.contains(id))
            colleges_[id] = TRY(store::load_college(reader_, id));
        return colleges_[id];
    }
    Result<Space> space(const SpaceId& id)
    {
        if (!spaces_.contains(id))
            spaces_[id] = TRY(store::load_space(reader_, id));
        return spaces_[id];
    }
    Result<std::string> account(const AccountId& id) { return TRY(store::load_account(reader_, id)).name; }

private:
    store::Reader& reader_;
    std::map<PlaceId, std::string> places_;
    std::map<CollegeId, College> colleges_;
    std::map<SpaceId, Space> spaces_;
};

Result<ProposalLine> named(Named& names, const Proposal& proposal)
{
    ProposalLine line { proposal, TRY(names.place(proposal.place_id)), "", {}, "", "", {} };
    if (proposal.answer_college_id) {
        const auto college = TRY(names.college(*proposal.answer_college_id));
        line.college_name = college.name;
        line.college_kind = college.kind;
    }
    if (proposal.assigned_to)
        line.assigned_name = TRY(names.account(*proposal.assigned_to));
    if (proposal.space_id) {
        const auto space = TRY(names.space(*proposal.space_id));
        line.space_title = space.title;
        line.space_held_on = space.held_on;
    }
    return line;
}

Result<bool> facilitates(const Reader& reader, store::Reader& database, const Proposal& proposal)
{
    if (!proposal.space_id)
        return false;
    return TRY(store::load_space(database, *proposal.space_id)).facilitator_id == reader.account_id;
}

Result<Answer<ProposalView>> answer_with(Call& call, store::Reader& database, const Proposal& proposal)
{
    Named names(database);
    const auto line = TRY(named(names, proposal));
    Answer<ProposalView> answer { { line.proposal, line.place_name, line.college_name, line.college_kind, line.assigned_name,
                                      line.space_title, line.space_held_on, TRY(store::entries_of(database, proposal.id)),
                                      TRY(store::find_local_rule(database, proposal.id)) },
        {} };
    const auto& reader = call.reader();
    const auto may = [&](bool allowed, const char* ability) {
        if (allowed)
            answer.abilities.emplace_back(ability);
    };
    may(proposals::may_answer(reader, proposal), "answer");
    may(proposals::may_assign(reader, proposal), "assign");
    may(proposals::may_note(reader, proposal), "note");
    may(proposals::may_record_outcome(reader, proposal), "record_outcome");
    may(TRY(facilitates(reader, database, proposal)), "say_team_words");
    may(answer.data.local_rule && proposals::may_review(reader, *answer.data.local_rule), "review");
    return answer;
}

/// The proposal, or `not_found` for whoever has no mandate there.
Result<Proposal> proposal_for(const Reader& reader, store::Reader& database, const ProposalId& id)
{
    auto proposal = TRY(store::load_proposal(database, id));
    if (!proposals::may_read(reader, proposal))
        return Problem("not_found");
    return proposal;
}

ProposalEntry entry_by(Call& call, const Proposal& proposal, EntryKind kind, const std::string& words)
{
    ProposalEntry entry { {}, proposal.id, 1, kind, call.today(), words, "", {}, {}, "" };
    if (const auto* held = call.reader().writing_mandate(proposal.establishment_id, proposal.answer_college_id)) {
        entry.by_function = held->function_title;
        entry.by_college = held->kind;
    }
    return entry;
}

Result<void> note_done(
    Call& call, store::Transaction& transaction, const Proposal& proposal, AuditAction action, json::object details)
{
    transaction.announce("proposals");
    const auto chain = proposal.programme_id ? proposal.programme_id->text() : proposal.establishment_id.text();
    return store::record_audit(transaction,
        { chain, call.reader().account_id, action, "proposal", proposal.id.text(), std::move(details) }, call.now());
}

Result<Answer<ListOf<ProposalLine>>> list_proposals(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<ProposalLine>>> {
        Answer<ListOf<ProposalLine>> answer;
        Named names(reader);
        for (const auto& place : call.reader().places())
            for (const auto& proposal : TRY(store::proposals_of(reader, place)))
                answer.data.items.push_back(TRY(named(names, proposal)));
        std::ranges::stable_sort(answer.data.items, proposals::comes_before, &ProposalLine::proposal);
        return answer;
    });
}

Result<Answer<ProposalView>> show_proposal(Call& call)
{
    const auto id = TRY(call.id<ProposalId>("proposal"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ProposalView>> {
        return answer_with(call, reader, TRY(proposal_for(call.reader(), reader, id)));
    });
}

Result<Answer<ProposalView>> answer_proposal(Call& call, const ProposalAnswer& given)
{
    const auto id = TRY(call.id<ProposalId>("proposal"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProposalView>> {
        const auto proposal = TRY(proposal_for(call.reader(), transaction, id));
        if (!proposals::is_awaiting_an_answer(proposal))
            return Problem("proposal.already_answered");
        if (!proposals::may_answer(call.reader(), proposal))
            return Problem("proposal.other_college");
        if (given.version != proposal.version)
            return Problem::stale(to_json(proposal));
        if (auto gaps = proposals::answer_gaps(given, call.today()); !gaps.empty())
            return Problem::of_fields(std::move(gaps));
        const auto kept = proposals::answered(proposal, given);
        TRY(store::keep_proposal(transaction, kept));
        auto entry = entry_by(call, proposal, *enum_from<EntryKind>(name_of(given.kind)), given.reason);
        entry.until_on = kept.due_on;
        entry.level = kept.level;
        TRY(store::add_entry(transaction, entry, call.context.random));
        TRY(note_done(call, transaction, kept, "proposal.answered", { { "answer", std::string(name_of(given.kind)) } }));
        return answer_with(call, transaction, kept);
    });
}

Result<Answer<ProposalView>> record_outcome(Call& call, const ProposalOutcome& given)
{
    const auto id = TRY(call.id<ProposalId>("proposal"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProposalView>> {
        auto proposal = TRY(proposal_for(call.reader(), transaction, id));
        if (proposal.state != ProposalState::Accepted && proposal.state != ProposalState::NotDone)
            return Problem("proposal.nothing_promised");
        if (!proposals::may_record_outcome(call.reader(), proposal))
            return Problem("proposal.other_college");
        if (given.version != proposal.version)
            return Problem::stale(to_json(proposal));
        proposal.state = given.done ? ProposalState::Done : ProposalState::NotDone;
        proposal.due_on.reset();
        ++proposal.version;
        TRY(store::keep_proposal(transaction, proposal));
        TRY(store::add_entry(transaction,
            entry_by(call, proposal, given.done ? EntryKind::Done : EntryKind::NotDone, given.words), call.context.random));
        TRY(note_done(call, transaction, proposal, "proposal.outcome", { { "done", given.done } }));
        return answer_with(call, transaction, proposal);
    });
}

Result<Answer<ProposalView>> assign_proposal(Call& call, const ProposalAssignment& given)
{
    const auto id = TRY(call.id<ProposalId>("proposal"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProposalView>> {
        auto proposal = TRY(proposal_for(call.reader(), transaction, id));
        if (!proposals::may_assign(call.reader(), proposal))
            return Problem("proposal.other_college");
        if (given.version != proposal.version)
            return Problem::stale(to_json(proposal));
        if (given.account_id) {
            const auto person = store::load_person(transaction, *given.account_id, call.today());
            if (!person.ok() || !person.value().belongs_to(proposal.establishment_id))
                return Problem::of_field("/account_id", "not_found");
        }
        proposal.assigned_to = given.account_id;
        ++proposal.version;
        TRY(store::keep_proposal(transaction, proposal));
        TRY(store::add_entry(transaction, entry_by(call, proposal, EntryKind::Assigned, ""), call.context.random));
        TRY(note_done(call, transaction, proposal, "proposal.assigned", { { "to_somebody", given.account_id.has_value() } }));
        return answer_with(call, transaction, proposal);
    });
}

Result<Answer<ProposalView>> add_note(Call& call, const ProposalWords& given)
{
    const auto id = TRY(call.id<ProposalId>("proposal"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProposalView>> {
        const auto proposal = TRY(proposal_for(call.reader(), transaction, id));
        TRY(require(proposals::may_note(call.reader(), proposal)));
        TRY(store::add_entry(transaction, entry_by(call, proposal, EntryKind::Note, given.words), call.context.random));
        transaction.announce("proposals");
        return answer_with(call, transaction, proposal);
    });
}

Result<Answer<ProposalView>> say_team_words(Call& call, const ProposalWords& given)
{
    const auto id = TRY(call.id<ProposalId>("proposal"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProposalView>> {
        const auto proposal = TRY(proposal_for(call.reader(), transaction, id));
        TRY(require(TRY(facilitates(call.reader(), transaction, proposal))));
        // The team's words carry no function: they are nobody's in particular.
        TRY(store::add_entry(
            transaction, { {}, id, 1, EntryKind::TeamWords, call.today(), given.words, "", {}, {}, "" }, call.context.random));
        transaction.announce("proposals");
        return answer_with(call, transaction, proposal);
    });
}

Result<Answer<ListOf<LocalRuleLine>>> list_rules(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<LocalRuleLine>>> {
        Answer<ListOf<LocalRuleLine>> answer;
        Named names(reader);
        for (const auto& place : call.reader().places())
            for (const auto& rule : TRY(store::local_rules_of(reader, place)))
                answer.data.items.push_back({ rule, TRY(names.place(rule.place_id)) });
        return answer;
    });
}

Result<Answer<LocalRule>> review_rule(Call& call, const LocalRuleReview& given)
{
    const auto id = TRY(call.id<LocalRuleId>("rule"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<LocalRule>> {
        auto rule = TRY(store::load_local_rule(transaction, id));
        if (!call.reader().belongs_to(rule.establishment_id))
            return Problem("not_found");
        TRY(require(proposals::may_review(call.reader(), rule)));
        if (given.version != rule.version)
            return Problem::stale(to_json(rule));
        rule.holds = given.holds;
        rule.review_words = given.words;
        rule.reviewed_on = call.today();
        rule.review_on.reset();
        if (given.rewritten && *given.rewritten != rule.words) {
            rule.words = *given.rewritten;
            rule.decided_on = call.today();
            rule.review_on = call.today().plus_months(proposals::review_after_months);
        }
        ++rule.version;
        TRY(store::keep_local_rule(transaction, rule));
        TRY(store::add_entry(transaction,
            { {}, rule.proposal_id, 1, EntryKind::Reviewed, call.today(), given.words, "", {}, rule.review_on,
                std::string(name_of(given.holds)) },
            call.context.random));
        transaction.announce("proposals");
        return Answer<LocalRule> { rule, {} };
    });
}

} // namespace

RouteTable proposal_routes()
{
    return {
        get("/api/proposals", Access::SignedIn, "Proposals of one's establishments, what is owed first, by its day",
            list_proposals),
        get("/api/proposals/{proposal}", Access::SignedIn, "A proposal, its answers and its notes", show_proposal),
        post("/api/proposals/{proposal}/answer", Access::SignedIn, "Answer, with a reason and a day, for one's own college",
            answer_proposal),
        post("/api/proposals/{proposal}/outcome", Access::SignedIn, "Say whether what was accepted was done", record_outcome),
        put("/api/proposals/{proposal}/assignment", Access::SignedIn, "Give it to somebody to answer, or take it back",
            assign_proposal),
        post("/api/proposals/{proposal}/notes", Access::SignedIn, "A working note that every college reads", add_note),
        post("/api/proposals/{proposal}/team-words", Access::SignedIn, "What the team says of the answer", say_team_words),
        get("/api/local-rules", Access::SignedIn, "What teams decided within their margin", list_rules),
        post("/api/local-rules/{rule}/review", Access::SignedIn, "Does it still hold, three months later", review_rule),
    };
}

} // namespace etabli::resources

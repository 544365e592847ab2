// SPDX-License-Identifier: EUPL-1.2
// store/space_endings.cpp

#include "store/space_endings.hpp"

#include <algorithm>

#include "store/audit.hpp"
#include "store/people.hpp"
#include "store/proposals.hpp"
#include "store/sentences.hpp"
#include "store/spaces.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

/// One run takes what one transaction can hold without keeping others waiting; the next run takes the rest.
constexpr std::int64_t spaces_per_run = 20;

Result<void> note(Transaction& transaction, const Space& space, const Ending& ending, AuditAction action, json::object details)
{
    const auto chain = space.programme_id ? space.programme_id->text() : space.establishment_id.text();
    return record_audit(
        transaction, { chain, ending.actor_id, action, "space", space.id.text(), std::move(details) }, ending.at);
}

/// Too few wrote what still waits: destroyed, or passed to a wider space where it counts for nobody.
Result<bool> end_remainder(Transaction& transaction, const Space& space, Date today, Random& random)
{
    const auto left = TRY(waiting_without_words(transaction, space.id));
    if (left.empty())
        return false;
    if (space.remainder == Remainder::JoinsWiderSpace && space.wider_space_id) {
        const auto wider = TRY(load_space(transaction, *space.wider_space_id));
        if (spaces::must_accept_words(wider, today).ok() && wider.establishment_id == space.establishment_id) {
            const auto nobody = random.id_text();
            TRY(transaction.execute(
                "update waiting_contribution set space_id = :wider, writer = :nobody, source = 'narrower_space' "
                "where space_id = :space",
                { { "wider", wider.id }, { "nobody", nobody }, { "space", space.id } }));
            return false;
        }
    }
    TRY(transaction.execute("delete from waiting_contribution where space_id = :space", { { "space", space.id } }));
    return true;
}

Result<void> forget_phones(Transaction& transaction, const SpaceId& space)
{
    for (const auto* table : { "space_phone", "spent_contribution", "sentence_reaction" })
        TRY(transaction.execute("delete from " + std::string(table) + " where space_id = :space", { { "space", space } }));
    TRY(transaction.execute("update space_key set salt = '' where space_id = :space", { { "space", space } }));
    return {};
}

Result<std::optional<CollegeId>> who_answers(Reader& reader, const Space& space, const Idea& idea)
{
    if (idea.answer_college_id)
        return idea.answer_college_id;
    const auto colleges = TRY(colleges_of(reader, space.establishment_id));
    for (const auto kind : { CollegeKind::Direction, CollegeKind::Management })
        for (const auto& college : colleges)
            if (college.kind == kind)
                return std::optional(college.id);
    return std::optional<CollegeId>();
}

Result<void> put_idea_nodes(Transaction& transaction, const Space& space, const Idea& idea, Date today)
{
    TRY(put_node(transaction,
        { ObjectKind::Idea, idea.id.text(), space.establishment_id, space.programme_id, idea.words, today,
            idea.sort ? std::string(name_of(*idea.sort)) : "said", Audience::Establishment, false },
        idea.words));
    TRY(link_nodes(transaction, { ObjectKind::Idea, idea.id.text(), ObjectKind::Space, space.id.text(), "part_of", today }));
    if (!idea.taken_from)
        return {};
    // The node holds the place of the sentence, not its words: they are read by those who were there.
    const auto& contribution = idea.taken_from->text();
    TRY(put_node(transaction,
        { ObjectKind::Contribution, contribution, space.establishment_id, space.programme_id, "", space.held_on, "said",
            Audience::Authors, false },
        ""));
    return link_nodes(
        transaction, { ObjectKind::Contribution, contribution, ObjectKind::Idea, idea.id.text(), "became", today });
}

} // namespace

Result<void> follow_idea(Transaction& transaction, const Space& space, Idea idea, Date today, Random& random)
{
    if (idea.proposal_id || !idea.sort || *idea.sort == Sort::ToUnderstand)
        return {};
    const bool decided = *idea.sort == Sort::WeDecide;
    Proposal proposal { ProposalId::make(random), space.establishment_id, space.place_id, space.programme_id, space.id, idea.id,
        idea.words, idea.lived, decided ? ProposalState::DecidedByTeam : ProposalState::Awaited, {}, today, {}, {}, "", "", 1 };
    if (!decided) {
        proposal.answer_college_id = TRY(who_answers(transaction, space, idea));
        if (!proposal.answer_college_id)
            return {}; // nobody to ask: it stays in the facilitator's list
        proposal.due_on = today.plus_days(static_cast<int>(space.answer_delay_days));
    }
    TRY(insert_proposal(transaction, proposal));
    if (decided)
        TRY(insert_local_rule(transaction,
            { LocalRuleId::make(random), proposal.id, space.establishment_id, space.place_id, idea.words, today,
                today.plus_months(proposals::review_after_months), {}, "", {}, 1 }));
    TRY(add_entry(transaction,
        { {}, proposal.id, 1, decided ? EntryKind::Decided : EntryKind::Asked, today, "", "", {}, proposal.due_on, "" },
        random));
    idea.proposal_id = proposal.id;
    ++idea.version;
    return transaction.update("idea", idea);
}

Result<Space> close_space(Transaction& transaction, Space space, const Ending& ending, Random& random)
{
    const auto keys = TRY(space_keys(transaction, space.id));
    const bool released = TRY(release_waiting(transaction, space, keys.salt, random));
    space.remainder_destroyed = TRY(end_remainder(transaction, space, ending.today, random));
    TRY(settle_reactions(transaction, space.id));
    TRY(forget_phones(transaction, space.id));
    TRY(mix_contributions(transaction, space.id, random));
    for (const auto& idea : TRY(ideas_of(transaction, space.id))) {
        TRY(put_idea_nodes(transaction, space, idea, ending.today));
        TRY(follow_idea(transaction, space, idea, ending.today, random));
    }
    for (const auto& situation : TRY(situations_of(transaction, space.id))) {
        TRY(put_node(transaction,
            { ObjectKind::Situation, situation.id.text(), space.establishment_id, space.programme_id, situation.title,
                space.held_on, "told", Audience::Establishment, false },
            situation.title + " " + situation.asked + " " + situation.done));
        TRY(link_nodes(transaction,
            { ObjectKind::Situation, situation.id.text(), ObjectKind::Space, space.id.text(), "part_of", ending.today }));
    }
    space.state = SpaceState::Closed;
    space.closed_on = ending.today;
    ++space.version;
    TRY(keep_space(transaction, space));
    TRY(note(transaction, space, ending, "space.closed",
        { { "released", released }, { "remainder_destroyed", space.remainder_destroyed } }));
    transaction.announce("spaces/" + space.id.text());
    transaction.announce("proposals");
    return space;
}

Result<Space> destroy_contributions(Transaction& transaction, Space space, const Ending& ending, Random& random)
{
    if (space.state == SpaceState::Open)
        space = TRY(close_space(transaction, std::move(space), ending, random));
    for (const auto& contribution : TRY(contributions_of(transaction, space.id)))
        TRY(bury_node(transaction, ObjectKind::Contribution, contribution.id.text()));
    for (const auto* table : { "contribution", "waiting_contribution" })
        TRY(transaction.execute("delete from " + std::string(table) + " where space_id = :space", { { "space", space.id } }));
    if (!space.situations_kept) {
        for (const auto& situation : TRY(situations_of(transaction, space.id)))
            TRY(bury_node(transaction, ObjectKind::Situation, situation.id.text()));
        TRY(transaction.execute("delete from situation where space_id = :space", { { "space", space.id } }));
    }
    TRY(transaction.execute("update space_key set code = null, salt = '' where space_id = :space", { { "space", space.id } }));
    space.state = SpaceState::Destroyed;
    space.destroyed_on = ending.today;
    ++space.version;
    TRY(keep_space(transaction, space));
    TRY(note(transaction, space, ending, "space.destroyed",
        { { "destroy_on", space.destroy_on.text() }, { "situations_kept", space.situations_kept } }));
    transaction.announce("spaces/" + space.id.text());
    return space;
}

Result<std::int64_t> run_due_destructions(Transaction& transaction, Instant at, Random& random)
{
    const Ending ending { {}, at, at.day_in_paris() };
    const auto to_close = TRY(transaction.all<Space>(R"sql(
        select * from space where state = 'open' and open_until is not null and open_until < :today and destroy_on > :today
         order by id limit :limit
    )sql",
        { { "today", ending.today }, { "limit", spaces_per_run } }));
    for (const auto& space : to_close)
        TRY(close_space(transaction, space, ending, random));
    const auto to_destroy = TRY(transaction.all<Space>(
        "select * from space where state <> 'destroyed' and destroy_on <= :today order by id limit :limit",
        { { "today", ending.today }, { "limit", spaces_per_run } }));
    for (const auto& space : to_destroy)
        TRY(destroy_contributions(transaction, space, ending, random));
    return static_cast<std::int64_t>(to_close.size() + to_destroy.size());
}

Result<void> destroy_due_spaces(Transaction& transaction, Instant now)
{
    SystemRandom random; // draws an order and names: nothing of it is to be replayed
    while (TRY(run_due_destructions(transaction, now, random)) > 0) { }
    return {};
}

} // namespace etabli::store

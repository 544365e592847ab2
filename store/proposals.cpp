// SPDX-License-Identifier: EUPL-1.2
// store/proposals.cpp

#include "store/proposals.hpp"

#include "store/people.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

Result<void> put_proposal_node(Transaction& transaction, const Proposal& proposal)
{
    return put_node(transaction,
        { ObjectKind::Proposal, proposal.id.text(), proposal.establishment_id, proposal.programme_id, proposal.title,
            proposal.asked_on, std::string(name_of(proposal.state)), Audience::Establishment, false },
        proposal.title);
}

Result<void> put_rule_node(Transaction& transaction, const LocalRule& rule)
{
    const auto proposal = TRY(load_proposal(transaction, rule.proposal_id));
    return put_node(transaction,
        { ObjectKind::LocalRule, rule.id.text(), rule.establishment_id, proposal.programme_id, rule.words, rule.decided_on,
            rule.holds ? std::string(name_of(*rule.holds)) : "decided", Audience::Establishment, false },
        rule.words);
}

} // namespace

Result<Proposal> load_proposal(Reader& reader, const ProposalId& id)
{
    return reader.load<Proposal>("select * from proposal where id = :id", { { "id", id } });
}

Result<std::vector<Proposal>> proposals_of(Reader& reader, const PlaceId& establishment)
{
    constexpr auto by_date = R"sql(
        select * from proposal where establishment_id = :establishment
         order by case when state in ('awaited', 'passed_on', 'accepted') and due_on is not null then 0 else 1 end,
                  case when state in ('awaited', 'passed_on', 'accepted') then due_on else null end,
                  asked_on desc, id
         limit 2000
    )sql";
    return reader.all<Proposal>(by_date, { { "establishment", establishment } });
}

Result<std::vector<Proposal>> proposals_of_space(Reader& reader, const SpaceId& space)
{
    return reader.all<Proposal>("select * from proposal where space_id = :space order by id", { { "space", space } });
}

Result<std::vector<ProposalEntry>> entries_of(Reader& reader, const ProposalId& proposal)
{
    return reader.all<ProposalEntry>(
        "select * from proposal_entry where proposal_id = :proposal order by number", { { "proposal", proposal } });
}

Result<std::vector<ProposalEntry>> entries_of_space(Reader& reader, const SpaceId& space)
{
    return reader.all<ProposalEntry>(R"sql(
        select proposal_entry.* from proposal_entry
          join proposal on proposal.id = proposal_entry.proposal_id
         where proposal.space_id = :space order by proposal_entry.proposal_id, proposal_entry.number
    )sql",
        { { "space", space } });
}

Result<void> insert_proposal(Transaction& transaction, const Proposal& proposal)
{
    TRY(transaction.insert("proposal", proposal));
    TRY(put_proposal_node(transaction, proposal));
    if (proposal.idea_id)
        TRY(link_nodes(transaction,
            { ObjectKind::Idea, proposal.idea_id->text(), ObjectKind::Proposal, proposal.id.text(), "became",
                proposal.asked_on }));
    return {};
}

Result<void> keep_proposal(Transaction& transaction, const Proposal& proposal)
{
    TRY(transaction.update("proposal", proposal));
    return put_proposal_node(transaction, proposal);
}

Result<void> add_entry(Transaction& transaction, ProposalEntry entry, Random& random)
{
    entry.id = EntryId::make(random);
    const auto last = TRY(transaction.count("select coalesce(max(number), 0) from proposal_entry where proposal_id = :proposal",
        { { "proposal", entry.proposal_id } }));
    if (last >= proposals::entries_max)
        return Problem::of_field("/words", "list.too_long");
    entry.number = last + 1;
    return transaction.insert("proposal_entry", entry);
}

Result<void> insert_local_rule(Transaction& transaction, const LocalRule& rule)
{
    TRY(transaction.insert("local_rule", rule));
    TRY(put_rule_node(transaction, rule));
    return link_nodes(transaction,
        { ObjectKind::Proposal, rule.proposal_id.text(), ObjectKind::LocalRule, rule.id.text(), "became", rule.decided_on });
}

Result<void> keep_local_rule(Transaction& transaction, const LocalRule& rule)
{
    TRY(transaction.update("local_rule", rule));
    return put_rule_node(transaction, rule);
}

Result<LocalRule> load_local_rule(Reader& reader, const LocalRuleId& id)
{
    return reader.load<LocalRule>("select * from local_rule where id = :id", { { "id", id } });
}

Result<std::vector<LocalRule>> local_rules_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<LocalRule>(
        "select * from local_rule where establishment_id = :establishment order by decided_on desc, id limit 500",
        { { "establishment", establishment } });
}

Result<std::optional<LocalRule>> find_local_rule(Reader& reader, const ProposalId& proposal)
{
    return reader.find<LocalRule>(
        "select * from local_rule where proposal_id = :proposal order by id", { { "proposal", proposal } });
}

Result<std::vector<DueItem>> due_of_proposals(Reader& reader, const PlaceId& establishment, Date)
{
    std::vector<DueItem> due;
    const auto colleges = TRY(colleges_of(reader, establishment));
    for (const auto& proposal : TRY(proposals_of(reader, establishment))) {
        if (!proposals::is_owed(proposal))
            continue;
        DueItem item { *proposal.due_on, DueKind::ProposalAnswer, proposal.title, ObjectKind::Proposal, proposal.id.text(), {},
            {}, establishment, proposal.programme_id };
        for (const auto& college : colleges)
            if (college.id == proposal.answer_college_id)
                item.awaited_of.push_back(college.kind);
        due.push_back(std::move(item));
    }
    for (const auto& rule : TRY(local_rules_of(reader, establishment)))
        if (rule.review_on)
            due.push_back({ *rule.review_on, DueKind::LocalRuleReview, rule.words, ObjectKind::LocalRule, rule.id.text(), 5, {},
                establishment, {} });
    return due;
}

Result<Proposal> load_proposal_of_idea(Reader& reader, const std::string& idea_id)
{
    return reader.load<Proposal>("select * from proposal where idea_id = :idea", { { "idea", idea_id } });
}

} // namespace etabli::store

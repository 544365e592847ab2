// SPDX-License-Identifier: EUPL-1.2
// store/proposals.hpp
//
// Proposals, their history, local rules; each with its node and its links in the thread. Lists are in order of the
// day something is owed, and of nothing else.

#pragma once

#include "base/random.hpp"
#include "domain/spaces/proposals.hpp"
#include "domain/thread/due.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<Proposal> load_proposal(Reader& reader, const ProposalId& id);
/// Of an establishment: what is owed first, by its day; then the rest, the latest asked first.
Result<std::vector<Proposal>> proposals_of(Reader& reader, const PlaceId& establishment);
Result<std::vector<Proposal>> proposals_of_space(Reader& reader, const SpaceId& space);
Result<std::vector<ProposalEntry>> entries_of(Reader& reader, const ProposalId& proposal);
/// The answers of all proposals of a space, for the page people come back to.
Result<std::vector<ProposalEntry>> entries_of_space(Reader& reader, const SpaceId& space);

Result<void> insert_proposal(Transaction& transaction, const Proposal& proposal);
/// The proposal as it has become, and its node.
Result<void> keep_proposal(Transaction& transaction, const Proposal& proposal);
/// Numbered after the last; the id is drawn here.
Result<void> add_entry(Transaction& transaction, ProposalEntry entry, Random& random);

Result<void> insert_local_rule(Transaction& transaction, const LocalRule& rule);
Result<void> keep_local_rule(Transaction& transaction, const LocalRule& rule);
Result<LocalRule> load_local_rule(Reader& reader, const LocalRuleId& id);
Result<std::vector<LocalRule>> local_rules_of(Reader& reader, const PlaceId& establishment);
Result<std::optional<LocalRule>> find_local_rule(Reader& reader, const ProposalId& proposal);

/// Answers and next answers awaited, promises whose day comes, local rules to ask about again.
Result<std::vector<DueItem>> due_of_proposals(Reader& reader, const PlaceId& establishment, Date today);

/// The proposal an idea became.
Result<Proposal> load_proposal_of_idea(Reader& reader, const std::string& idea_id);

} // namespace etabli::store

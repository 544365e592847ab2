// SPDX-License-Identifier: EUPL-1.2
// store/sentences.hpp
//
// What people wrote without a name: waiting words, their release in shuffled batches, reactions, and ideas. No
// query here reads who asks; docs/discussions.md says what the disk still tells.

#pragma once

#include "base/random.hpp"
#include "domain/spaces/rules.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// A phone comes in; `space.full` beyond the bound. The digest of its secret is all that is kept.
Result<void> enter_space(Transaction& transaction, const SpaceId& space, const std::string& phone);
Result<bool> phone_has_entered(Reader& reader, const SpaceId& space, const std::string& phone);

/// Heard once, however often it is sent: `spent` is the digest of its key.
Result<void> keep_waiting(Transaction& transaction, const WaitingContribution& waiting, const std::string& spent);
/// One's own words, while they wait. `contribution.already_released` when they no longer do.
Result<void> withdraw_waiting(Transaction& transaction, const SpaceId& space, const ContributionId& id,
    const std::string& writer, const std::string& spent);
Result<std::vector<WaitingContribution>> waiting_of_writer(Reader& reader, const SpaceId& space, const std::string& writer);
/// Digests and sources only, without a word of what was written.
Result<std::vector<WaitingContribution>> waiting_without_words(Reader& reader, const SpaceId& space);

/// Shows what enough people have written, in an order drawn by lot; says whether anything was shown.
Result<bool> release_waiting(Transaction& transaction, const Space& space, const std::string& salt, Random& random);
Result<std::vector<Contribution>> contributions_of(Reader& reader, const SpaceId& space);
Result<Contribution> load_contribution(Reader& reader, const ContributionId& id);
/// Writes them all again in one transaction and another order: nothing tells one batch from another any more.
Result<void> mix_contributions(Transaction& transaction, const SpaceId& space, Random& random);

Result<std::vector<Idea>> ideas_of(Reader& reader, const SpaceId& space);
Result<Idea> load_idea(Reader& reader, const IdeaId& id);
/// With what people answered to it.
Result<void> remove_idea(Transaction& transaction, const IdeaId& id);

Result<void> keep_reaction(Transaction& transaction, const SpaceId& space, const std::string& sentence,
    const std::string& reactor, std::optional<Reaction> answer);
/// Settles what is shared and what is lived differently wherever enough people answered, and forgets the answers.
Result<void> settle_reactions(Transaction& transaction, const SpaceId& space);

} // namespace etabli::store

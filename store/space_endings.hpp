// SPDX-License-Identifier: EUPL-1.2
// store/space_endings.hpp
//
// How a space ends: closed by its facilitator or by its last day, then, on the charter's day, what was said in it
// destroyed. Ideas, decisions and their dates remain, and a tombstone stands where a sentence stood.

#pragma once

#include "base/random.hpp"
#include "domain/spaces/sentences.hpp"
#include "domain/spaces/spaces.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct Ending {
    std::optional<AccountId> actor_id; // nobody when a day did it
    Instant at;
    Date today;
};

/// Shows what enough people wrote, destroys or passes on the rest as the charter said, settles what is shared,
/// forgets every phone, and opens the desk: what is decided becomes a local rule, what is asked a proposal owed a
/// dated answer.
Result<Space> close_space(Transaction& transaction, Space space, const Ending& ending, Random& random);

/// What is decided becomes a local rule, what is asked a proposal; what is to be understood stays in the list.
Result<void> follow_idea(Transaction& transaction, const Space& space, Idea idea, Date today, Random& random);

/// Destroys contributions, waiting words and, unless the charter kept them, situations.
Result<Space> destroy_contributions(Transaction& transaction, Space space, const Ending& ending, Random& random);

/// What the day asks for: closes what was open until yesterday, destroys what was to be destroyed by today. Safe to
/// run often and by several servers; returns how many spaces it touched.
Result<std::int64_t> run_due_destructions(Transaction& transaction, Instant at, Random& random);

/// The same until nothing is due: what a restored database does before anybody reads it.
Result<void> destroy_due_spaces(Transaction& transaction, Instant now);

} // namespace etabli::store

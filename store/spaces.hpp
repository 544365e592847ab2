// SPDX-License-Identifier: EUPL-1.2
// store/spaces.hpp
//
// Spaces, their keys, situations and minutes. What people wrote without a name has its own file, sentences.hpp;
// closing and destruction theirs, space_endings.hpp.

#pragma once

#include "domain/spaces/spaces.hpp"
#include "domain/thread/due.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<Space> load_space(Reader& reader, const SpaceId& id);
/// Of these establishments, the latest first: a day is the only order.
Result<std::vector<Space>> spaces_of(Reader& reader, const PlaceId& establishment);
/// Those somebody facilitated and that are over: what was said there is to be followed.
Result<std::vector<Space>> spaces_to_follow(Reader& reader, const AccountId& facilitator);
Result<void> insert_space(Transaction& transaction, const Space& space, const SpaceKeys& keys);
/// With its node of the thread, which keeps the subject and the day, never what was said.
Result<void> keep_space(Transaction& transaction, const Space& space);

Result<SpaceKeys> space_keys(Reader& reader, const SpaceId& id);
/// `not_found` for a code nobody gave, or whose contributions are destroyed.
Result<Space> space_by_code(Reader& reader, const std::string& code);
Result<Space> space_by_follow_token(Reader& reader, const std::string& token);
Result<void> keep_follow_token(Transaction& transaction, const SpaceId& id, const std::string& token);
/// A code no other space uses.
Result<std::string> free_code(Reader& reader, Random& random);

Result<std::vector<Situation>> situations_of(Reader& reader, const SpaceId& space);
Result<Situation> load_situation(Reader& reader, const SituationId& id);

/// Oldest version first.
Result<std::vector<MinutesVersion>> minutes_of(Reader& reader, const SpaceId& space);
/// The first words, or one version more; the same words again are not a version.
Result<void> keep_minutes(Transaction& transaction, const SpaceId& space, const std::string& words, Date today);

/// Spaces to prepare, going on, to return to the group from, and charters whose day comes.
Result<std::vector<DueItem>> due_of_spaces(Reader& reader, const PlaceId& establishment, Date today);

} // namespace etabli::store

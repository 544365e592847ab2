// SPDX-License-Identifier: EUPL-1.2
// store/delegations.hpp
//
// Delegations and carences of a place.

#pragma once

#include "domain/people/delegations.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<std::vector<Delegation>> delegations_of(Reader& reader, const PlaceId& place);
Result<Delegation> load_delegation(Reader& reader, const DelegationId& id);
/// The people these mandates name, each in force at that place on that day; `delegation.not_in_force` if one is not.
Result<std::vector<Member>> members_of(Reader& reader, const PlaceId& place, const std::vector<MandateId>& mandates, Date day);
/// The same without asking that they still be in force, to compare with what was.
Result<std::vector<Member>> members_then(Reader& reader, const std::vector<MandateId>& mandates);

/// Every carence recorded for the place, the latest first.
Result<std::vector<Carence>> carences_of(Reader& reader, const PlaceId& place);
Result<Carence> load_carence(Reader& reader, const EntryId& id);
/// With the carence end the mandates of those who were substitutes because of it.
Result<void> end_substitutes(Transaction& transaction, const PlaceId& place, Date last_day);

} // namespace etabli::store

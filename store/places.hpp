// SPDX-License-Identifier: EUPL-1.2
// store/places.hpp
//
// The tree of places. Lists keep the directory's own order.

#pragma once

#include "base/random.hpp"
#include "domain/places/places.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<Place> load_place(Reader& reader, const PlaceId& id);
/// The children of a place, or the roots, in the directory's order.
Result<std::vector<Place>> places_under(Reader& reader, const std::optional<PlaceId>& parent);
/// An establishment and all that is in it, parents before children.
Result<std::vector<Place>> places_of_establishment(Reader& reader, const PlaceId& establishment);
Result<void> insert_place(Transaction& transaction, const Place& place);
/// Writes what the place has become, and keeps what it was if its name or its parent changed that day.
Result<void> change_place(
    Transaction& transaction, const Place& before, const Place& after, Date on, const std::string& reason, Random& random);

/// The former states of an establishment and of all that is in it.
Result<std::vector<PlacePast>> past_of_establishment(Reader& reader, const PlaceId& establishment);
Result<std::vector<PlacePast>> past_of(Reader& reader, const PlaceId& place);
/// Nations and regions.
Result<std::vector<Place>> nations_and_regions(Reader& reader);
/// Open establishments, those that have a college first, then in the directory's order.
Result<std::vector<Place>> establishments_begun_first(Reader& reader, std::int64_t limit);
Result<std::int64_t> count_open_places(Reader& reader, PlaceKind kind);
/// Nations, regions and establishments.
Result<std::vector<Place>> directory(Reader& reader);
/// Those of these FINESS numbers that some place bears.
Result<std::vector<Place>> places_with_finess(Reader& reader, const std::vector<std::string>& numbers);

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/places.hpp
//
// The tree of places. Lists keep the directory's own order.

#pragma once

#include "domain/places/places.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<Place> load_place(Reader& reader, const PlaceId& id);
/// The children of a place, or the roots, in the directory's order.
Result<std::vector<Place>> places_under(Reader& reader, const std::optional<PlaceId>& parent);
/// An establishment and all that is in it, parents before children.
Result<std::vector<Place>> places_of_establishment(Reader& reader, const PlaceId& establishment);
Result<void> insert_place(Transaction& transaction, const Place& place);

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// tests/compile_fail/ids_do_not_mix.cpp
//
// A place is not a space: what wants one does not take the other.

#include "domain/ids.hpp"

namespace etabli {

bool same_place(const PlaceId& one, const PlaceId& other);

bool compare(const PlaceId& place, const PlaceId& here, const SpaceId& space)
{
#ifdef MUST_NOT_COMPILE
    return same_place(place, space);
#else
    return same_place(place, here) && !space.empty();
#endif
}

} // namespace etabli

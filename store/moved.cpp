// SPDX-License-Identifier: EUPL-1.2
// store/moved.cpp

#include "store/moved.hpp"

#include "store/circle.hpp"

namespace etabli::store {

Result<std::vector<ThreadNode>> moved_lately(Reader& reader, const std::set<PlaceId>& places, Date since, Date today)
{
    Params params { { "since", since }, { "today", today } };
    const auto list = in_list("place", places, params);
    // A single contribution is not news: its author would be looked for.
    return reader.all<ThreadNode>("select * from thread_node where establishment_id in (" + list
            + ") and happened_on >= :since and happened_on <= :today and destroyed = 0 and audience <> 'authors'"
              " and kind <> 'contribution' order by happened_on desc, kind, object_id limit 12",
        params);
}

} // namespace etabli::store

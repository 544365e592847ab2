// SPDX-License-Identifier: EUPL-1.2
// store/released.cpp

#include "store/released.hpp"

namespace etabli::store {

Result<std::vector<ThreadNode>> released_to_everybody(Reader& reader)
{
    return reader.all<ThreadNode>("select * from thread_node where audience = 'public' and destroyed = 0"
                                  " order by happened_on desc, kind, object_id limit :most",
        { { "most", released_max } });
}

} // namespace etabli::store

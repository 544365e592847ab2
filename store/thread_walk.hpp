// SPDX-License-Identifier: EUPL-1.2
// store/thread_walk.hpp
//
// The thread around one object, read level by level in both directions, within what somebody may read.

#pragma once

#include "domain/thread/walk.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct Walked {
    std::vector<ThreadKnot> line;
    /// Some of it is read by others alone, or was longer than a line can be: said on screen, never silently cut.
    bool goes_further = false;
};

/// `not_found` when the object is not there or not for this reader: the difference is not told.
Result<Walked> walk_thread(Reader& reader, const ReadingCircle& circle, const ObjectKey& root);

} // namespace etabli::store

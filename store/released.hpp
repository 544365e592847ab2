// SPDX-License-Identifier: EUPL-1.2
// store/released.hpp
//
// What was opened to everybody, through a gate.

#pragma once

#include "domain/thread/thread.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// The public page shows no more: beyond, search finds.
inline constexpr std::int64_t released_max = 200;

/// Newest first.
Result<std::vector<ThreadNode>> released_to_everybody(Reader& reader);

} // namespace etabli::store

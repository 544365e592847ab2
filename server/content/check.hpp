// SPDX-License-Identifier: EUPL-1.2
// server/content/check.hpp
//
// Whether the packs are what their schemas and their own promises say. Asked at start, and by `etabli packs check`.

#pragma once

#include <vector>

#include "server/content/packs.hpp"

namespace etabli::content {

/// Empty when all is well.
std::vector<PackFinding> check_packs(const Packs& packs);

/// `pack.invalid` with the first findings in words, for a server that must not start on them.
Result<void> packs_hold(const Packs& packs);

} // namespace etabli::content

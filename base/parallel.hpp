// SPDX-License-Identifier: EUPL-1.2
// base/parallel.hpp
//
// Work that falls into parts which know nothing of one another.

#pragma once

#include <cstddef>
#include <functional>

namespace etabli {

/// Calls `work` once for each number below `count`, on so many threads (1 at least); returns when all are done. Which thread
/// does which part is nobody's to know: what a part makes may depend on its number alone.
void each_in_parallel(int threads, std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace etabli

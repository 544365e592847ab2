// SPDX-License-Identifier: EUPL-1.2
// base/parallel.cpp

#include "base/parallel.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace etabli {

void each_in_parallel(int threads, std::size_t count, const std::function<void(std::size_t)>& work)
{
    std::atomic<std::size_t> next { 0 };
    const auto take_parts = [&] {
        for (auto part = next++; part < count; part = next++)
            work(part);
    };
    std::vector<std::jthread> others;
    for (int other = 1; other < threads; ++other)
        others.emplace_back(take_parts);
    take_parts();
}

} // namespace etabli

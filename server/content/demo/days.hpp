// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/days.hpp
//
// The story played day by day: each thing is written on its own day, in the order it happened, so that journals and
// their chains read as they would have been written.

#pragma once

#include <functional>
#include <map>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace etabli::content::demo {

class Days {
public:
    /// Of one day, in the order they were told.
    void on(Date day, std::function<Result<void>()> step) { steps_[day].push_back(std::move(step)); }

    /// Plays every day once, the earliest first. A step may not tell of an earlier day.
    Result<void> play()
    {
        while (!steps_.empty()) {
            auto first = steps_.extract(steps_.begin());
            for (const auto& step : first.mapped())
                TRY(step());
        }
        return {};
    }

private:
    std::map<Date, std::vector<std::function<Result<void>()>>> steps_;
};

} // namespace etabli::content::demo

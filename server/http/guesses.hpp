// SPDX-License-Identifier: EUPL-1.2
// server/http/guesses.hpp
//
// How often a short code may be tried in vain. A hospital sits behind one address, so addresses are not counted:
// wrong codes are, on this server, minute by minute. Beyond the bound nobody comes in by a code until the minute
// is over; whoever is in already goes on.

#pragma once

#include <mutex>

#include "base/time.hpp"

namespace etabli::http {

/// Three hundred wrong codes a minute: a large hospital's clumsy fingers, and a billion codes in six years.
inline constexpr int wrong_codes_per_minute_max = 300;

class Guesses {
public:
    bool may_try(Instant now)
    {
        const std::lock_guard lock(guard_);
        turn_to(now);
        return wrong_ < wrong_codes_per_minute_max;
    }
    void was_wrong(Instant now)
    {
        const std::lock_guard lock(guard_);
        turn_to(now);
        ++wrong_;
    }

private:
    void turn_to(Instant now)
    {
        const auto minute = std::chrono::floor<std::chrono::minutes>(now.at());
        if (minute != minute_)
            wrong_ = 0;
        minute_ = minute;
    }

    std::mutex guard_;
    std::chrono::sys_time<std::chrono::minutes> minute_ {};
    int wrong_ = 0;
};

} // namespace etabli::http

// SPDX-License-Identifier: EUPL-1.2
// server/http/guesses.hpp
//
// How often a short code may be tried in vain, minute by minute: by one address, with room for a hospital behind one
// router, and on this server. Beyond a bound nobody comes in by a code from there, or from anywhere, until the minute
// is over; whoever is in already goes on. Addresses are counted in memory and forgotten with the minute.

#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/time.hpp"

namespace etabli::http {

/// Three hundred wrong codes a minute: a large hospital's clumsy fingers, and a billion codes in six years.
inline constexpr int wrong_codes_per_minute_max = 300;
/// Of one address: a ward behind one router mistypes less than this.
inline constexpr int wrong_codes_of_one_max = 60;

class Guesses {
public:
    bool may_try(Instant now, const std::string& peer)
    {
        const std::lock_guard lock(guard_);
        turn_to(now);
        const auto of_peer = wrong_of_.find(peer);
        return wrong_ < wrong_codes_per_minute_max && (of_peer == wrong_of_.end() || of_peer->second < wrong_codes_of_one_max);
    }
    /// Beyond its own bound an address no longer spends everybody's.
    void was_wrong(Instant now, const std::string& peer)
    {
        const std::lock_guard lock(guard_);
        turn_to(now);
        if (++wrong_of_[peer] <= wrong_codes_of_one_max)
            ++wrong_;
    }

private:
    void turn_to(Instant now)
    {
        const auto minute = std::chrono::floor<std::chrono::minutes>(now.at());
        if (minute != minute_) {
            wrong_ = 0;
            wrong_of_.clear();
        }
        minute_ = minute;
    }

    std::mutex guard_;
    std::chrono::sys_time<std::chrono::minutes> minute_ {};
    int wrong_ = 0;
    std::map<std::string, int> wrong_of_; // by address, for this minute; no more of them than wrong codes
};

} // namespace etabli::http

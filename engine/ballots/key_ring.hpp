// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/key_ring.hpp
//
// Token keys that were read already. Reading one takes as long as fifty signatures: it is looked at whole before it is used.

#pragma once

#include <map>
#include <mutex>

#include "engine/ballots/blind_rsa.hpp"

namespace etabli::ballots {

class KeyRing {
public:
    /// The key of this text, from any thread.
    Result<TokenSecretKey> key(const std::string& pem)
    {
        const std::lock_guard lock(guard_);
        if (const auto found = keys_.find(pem); found != keys_.end())
            return found->second;
        auto key = TRY(TokenSecretKey::create(pem));
        if (keys_.size() >= kept_max)
            keys_.clear();
        keys_.emplace(pem, key);
        return key;
    }

private:
    static constexpr std::size_t kept_max = 64; // campaigns under way at once, on one server

    std::mutex guard_;
    std::map<std::string, TokenSecretKey> keys_;
};

} // namespace etabli::ballots

// SPDX-License-Identifier: EUPL-1.2
// base/random.hpp
//
// Randomness as an argument: the system's in production, a seeded one in tests and in the demonstration, so
// that every result can be replayed.

#pragma once

#include <cstdint>
#include <mutex>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace etabli {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;

    std::uint64_t number();
    /// Uniform in [0, bound); bound is at least 1.
    std::uint64_t below(std::uint64_t bound);
    /// 26 lower-case characters (Crockford's base 32) holding 128 random bits: names nothing, sorts by nothing.
    std::string id_text();
    /// 43 characters of base64url holding 256 random bits, for secrets that travel in links.
    std::string token();

    /// Fisher-Yates: every order equally likely.
    template <class T>
    void shuffle(std::vector<T>& items)
    {
        for (std::size_t last = items.size(); last > 1; --last)
            std::swap(items[last - 1], items[below(last)]);
    }
};

/// The system's own randomness (libsodium).
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> bytes) override;
};

/// Replayable: the same seed gives the same sequence. Never for secrets.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) { }
    void fill(std::span<std::byte> bytes) override;

private:
    std::mutex guard_;
    std::mt19937_64 engine_;
};

} // namespace etabli

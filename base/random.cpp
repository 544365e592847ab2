// SPDX-License-Identifier: EUPL-1.2
// base/random.cpp

#include "base/random.hpp"

#include <array>
#include <cstring>

#include <sodium.h>

#include "base/result.hpp"

namespace etabli {

std::uint64_t Random::number()
{
    std::uint64_t value = 0;
    fill(std::as_writable_bytes(std::span(&value, 1)));
    return value;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    VERIFY(bound >= 1);
    // Values above the last whole multiple of `bound` would make small results likelier: draw again.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = number();
    while (value >= limit)
        value = number();
    return value % bound;
}

std::string Random::id_text()
{
    static constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::array<std::byte, 26> bytes {};
    fill(bytes);
    std::string text;
    text.reserve(bytes.size());
    for (const auto byte : bytes)
        text.push_back(digits[std::to_integer<std::size_t>(byte) & 31U]);
    return text;
}

std::string Random::token()
{
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<std::byte, 43> bytes {};
    fill(bytes);
    std::string text;
    text.reserve(bytes.size());
    for (const auto byte : bytes)
        text.push_back(digits[std::to_integer<std::size_t>(byte) & 63U]);
    return text;
}

void SystemRandom::fill(std::span<std::byte> bytes)
{
    static const bool ready = sodium_init() >= 0;
    VERIFY(ready);
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<std::byte> bytes)
{
    const std::lock_guard lock(guard_);
    for (std::size_t position = 0; position < bytes.size(); position += sizeof(std::uint64_t)) {
        const std::uint64_t value = engine_();
        std::memcpy(bytes.data() + position, &value, std::min(sizeof value, bytes.size() - position));
    }
}

} // namespace etabli

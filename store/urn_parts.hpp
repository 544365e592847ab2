// SPDX-License-Identifier: EUPL-1.2
// store/urn_parts.hpp
//
// What the two halves of the urn share: how a deposit is written in a slot, and what is remembered of one that left.

#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

namespace etabli::store {

inline std::string slot_content(const std::pair<std::string, std::string>& key, const std::string& record)
{
    return key.first + "\n" + key.second + "\n" + record;
}

/// The first digits of a receipt as a number: two seldom begin alike.
inline std::uint64_t beginning(const std::string& receipt)
{
    constexpr std::size_t digits = 16;
    std::uint64_t number = 0;
    if (const auto [end, error]
        = std::from_chars(receipt.data(), receipt.data() + std::min(digits, receipt.size()), number, 16);
        error == std::errc())
        return number;
    return 0;
}

} // namespace etabli::store

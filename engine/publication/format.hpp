// SPDX-License-Identifier: EUPL-1.2
// engine/publication/format.hpp
//
// Where things lie in the file of a publication, for its writer and its reader. docs/methods/publication.md, section 4.

#pragma once

#include "engine/publication/publication.hpp"

namespace etabli::publication::format {

/// Sixteen bytes; the number is that of the format.
inline constexpr std::string_view magic = "ETABLI-PUBLIC 1\n";
inline constexpr std::size_t alignment = 8;

/// Of a place: its parent, and the length of its name.
inline constexpr std::size_t place_bytes = 8;
/// Of an open cell: respondents, and people who could answer.
inline constexpr std::size_t people_bytes = 8;
inline constexpr std::size_t signature_bytes = 96;
inline constexpr std::uint64_t signatures_max = 64;

inline constexpr int mean_numbers = 3;
inline constexpr int share_numbers = 3;

/// An open cell's results: a bit per question that is withheld, then every question's counts (no answer, options) and numbers.
struct RecordLayout {
    explicit RecordLayout(const std::vector<Item>& items)
    {
        bytes = (items.size() + 8 * alignment - 1) / (8 * alignment) * alignment;
        for (const auto& item : items) {
            item_at.push_back(bytes);
            bytes += 4 * (1 + static_cast<std::size_t>(item.options) + mean_numbers + share_numbers);
        }
        bytes = (bytes + alignment - 1) / alignment * alignment;
    }

    std::vector<std::size_t> item_at;
    std::size_t bytes = 0;
};

} // namespace etabli::publication::format

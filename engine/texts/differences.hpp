// SPDX-License-Identifier: EUPL-1.2
// engine/texts/differences.hpp
//
// What changed between two versions of a text, word by word: the longest common subsequence of their words
// (Wagner and Fischer 1974), so that a person sees what was added and what was taken away, and nothing else.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"

namespace etabli::texts {

enum class Change { Same, Added, Removed };

/// A stretch of text and what happened to it. The pieces that are not Added, joined, are the text before; those
/// that are not Removed are the text after.
struct Piece {
    Change change = Change::Same;
    std::string text;

    bool operator==(const Piece&) const = default;
};

std::vector<Piece> differences(std::string_view before, std::string_view after);

} // namespace etabli::texts

template <>
struct etabli::Names<etabli::texts::Change> {
    static constexpr std::array table {
        std::pair { texts::Change::Same, std::string_view("same") },
        std::pair { texts::Change::Added, std::string_view("added") },
        std::pair { texts::Change::Removed, std::string_view("removed") },
    };
};

template <>
struct etabli::Describe<etabli::texts::Piece> {
    static constexpr std::string_view name = "TextPiece";
    static constexpr auto fields = std::tuple {
        field("change", &texts::Piece::change),
        field("text", &texts::Piece::text, { .min = 0, .max = 20'000 }),
    };
};

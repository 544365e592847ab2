// SPDX-License-Identifier: EUPL-1.2
// base/ids.hpp
//
// Names for things. A PlaceId is not a SpaceId: mixing them does not compile. An id is random and says
// nothing of when or by whom the thing was made.

#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace etabli {

inline constexpr std::size_t id_length = 26;

/// 26 characters of Crockford's base 32, lower case.
bool is_id_text(std::string_view text);

template <class Tag>
class Id {
public:
    Id() = default;
    static Id make(Random& random) { return Id(random.id_text()); }
    static std::optional<Id> parse(std::string_view text)
    {
        if (!is_id_text(text))
            return std::nullopt;
        return Id(std::string(text));
    }
    /// For rows we wrote ourselves, and for fixed ids in tests.
    static Id trusted(std::string text) { return Id(std::move(text)); }

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    explicit Id(std::string text) : text_(std::move(text)) { }

    std::string text_;
};

} // namespace etabli

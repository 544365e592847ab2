// SPDX-License-Identifier: EUPL-1.2
// base/encodings.hpp
//
// Bytes as text: hexadecimal in lower case, and base64url without padding. Each text of bytes has one writing: what could be
// written otherwise is refused, so that nothing can be said twice in two ways.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace etabli {

std::string hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text);
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

/// The bytes themselves, as a text.
inline std::string_view as_text(std::span<const unsigned char> bytes)
{
    return { reinterpret_cast<const char*>(bytes.data()), bytes.size() };
}

} // namespace etabli

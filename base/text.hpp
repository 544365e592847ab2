// SPDX-License-Identifier: EUPL-1.2
// base/text.hpp
//
// Text that people wrote: valid UTF-8, counted in code points, without control characters other than line
// ends and tabs.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etabli {

/// Code points, or nothing when the bytes are not valid UTF-8 or hold a control character.
std::optional<std::size_t> plain_text_length(std::string_view text);

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// Nothing unless all of it is one, in digits, with - before it at the most.
std::optional<std::int64_t> whole_number(std::string_view text);
std::string lower_ascii(std::string_view text);

/// Windows-1252 to UTF-8 (the five undefined bytes become U+FFFD).
std::string utf8_from_windows_1252(std::string_view bytes);

/// SHA-256 as 64 lower-case hexadecimal characters.
std::string sha256_hex(std::string_view bytes);

} // namespace etabli

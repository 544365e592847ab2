// SPDX-License-Identifier: EUPL-1.2
// server/surveys/codes.hpp
//
// Codes that people type or scan: 128 random bits, kept by their digest.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"

namespace etabli::surveys {

/// 26 characters each, as ids are.
std::vector<std::string> draw_codes(std::int64_t count, Random& random);
/// Case, spaces and hyphens do not matter; I and L are read as 1, O as 0.
std::string code_digest(std::string_view typed);

} // namespace etabli::surveys

// SPDX-License-Identifier: EUPL-1.2
// domain/places/finess.hpp
//
// FINESS numbers: nine characters, the department first (2A and 2B in Corsica), a Luhn key last. The zeros in front
// belong to them, and spreadsheets eat them.

#pragma once

#include <string_view>

namespace etabli {

enum class FinessFault { None, WrongLength, NotDigits, WrongKey, ZeroLost };

/// What is wrong with it. `ZeroLost`: it would be right with one more zero in front; we say so and do not guess.
FinessFault finess_fault(std::string_view text);

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/shares.hpp
//
// A side's half of a key on three sheets of paper, of which two suffice (Shamir 1979, a line over the scalars of ristretto255): one
// lost sheet loses nothing, one stolen sheet tells nothing. docs/anonymity.md, section 4.

#pragma once

#include <array>

#include "engine/ballots/sealing.hpp"

namespace etabli::ballots {

inline constexpr int sheets = 3;

struct Share {
    int sheet = 1; // 1 to 3
    Scalar value {};
};

std::array<Share, sheets> split(const SecretHalf& half, Random& random);
/// `request.invalid` when they are one sheet twice, or give no half of a key. That they are of the right key only the public half
/// says.
Result<SecretHalf> join(const Share& one, const Share& other);

/// What is printed and typed again: groups of four characters of Crockford's base 32 (no I, L, O, U), the sheet's number first, a
/// checksum last. I and L are read as 1, O as 0; case, spaces and hyphens do not matter.
std::string share_text(const Share& share);
/// `request.invalid` when its length or its checksum is wrong: something was mistyped.
Result<Share> share_in(std::string_view text);

} // namespace etabli::ballots

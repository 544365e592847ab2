// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/shares.hpp
//
// A side's half of a key on three sheets of paper, of which two suffice (Shamir 1979, a line over the scalars of ristretto255): one
// lost sheet loses nothing, one stolen sheet tells nothing. docs/anonymity.md, section 7.

#pragma once

#include "engine/ballots/halves.hpp"

namespace etabli::ballots {

inline constexpr int sheets = 3;

struct Share {
    int sheet = 1; // 1 to 3
    Wiped<Scalar> value {};
};

/// `random` is the system's, but in tests.
std::array<Share, sheets> split(const SecretHalf& half, Random& random);
/// With a slope that was drawn before: vectors.
std::array<Share, sheets> split(const SecretHalf& half, const Draw& slope);
/// `request.invalid` when they are one sheet twice, or are not two of the half that `public_half` is of.
Result<SecretHalf> join(const Share& one, const Share& other, const Point& public_half);

/// What is printed and typed again: groups of four characters of Crockford's base 32 (no I, L, O, U), the sheet's number first, a
/// checksum last. I and L are read as 1, O as 0; case, spaces and hyphens do not matter.
std::string share_text(const Share& share);
/// `request.invalid` when its length or its checksum is wrong: something was mistyped.
Result<Share> share_in(std::string_view text);

} // namespace etabli::ballots

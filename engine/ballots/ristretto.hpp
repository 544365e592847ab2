// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/ristretto.hpp
//
// The group that halves and envelopes live in (ristretto255, by libsodium): points, scalars, the hash of docs/anonymity.md,
// section 2, and how anything secret is drawn. What is computed with it stands in proofs, halves, sealing and shares.

#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <sodium.h>

#include "base/encodings.hpp"
#include "base/random.hpp"

namespace etabli::ballots {

using Point = std::array<unsigned char, 32>; // of ristretto255, as libsodium writes it
using Scalar = std::array<unsigned char, 32>; // modulo its order
using Digest = std::array<unsigned char, 64>; // SHA-512's

/// Overwritten when it goes.
template <class Array>
struct Wiped : Array {
    Wiped() : Array {} { }
    Wiped(const Array& value) : Array(value) { }
    Wiped(const Wiped&) = default;
    Wiped& operator=(const Wiped&) = default;
    ~Wiped() { sodium_memzero(this->data(), this->size()); }
};

using Parts = std::initializer_list<std::string_view>;

/// H: each part with its length before it, so that two lists of parts never hash alike.
Wiped<Digest> hash_of(Parts parts);
/// H modulo the order.
Scalar scalar_of(Parts parts);

/// A scalar that nobody can guess, not zero: of fresh randomness and of what it is drawn for, so that a `random` that repeats
/// itself repeats nothing as long as one of the parts is another (the hedge of RFC 8937).
Wiped<Scalar> drawn(Parts drawn_for, Random& random);

bool is_reduced(const Scalar& scalar);
bool is_zero(const Scalar& scalar);
/// Valid, and not the neutral one.
bool is_point(const Point& point);
std::optional<Point> point_in(std::string_view bytes);

/// Nothing for no point, and for the neutral one, which no honest party meets.
std::optional<Point> times(const Scalar& scalar, const Point& point);
std::optional<Point> times_base(const Scalar& scalar);
std::optional<Point> sum(const Point& one, const Point& other);

} // namespace etabli::ballots

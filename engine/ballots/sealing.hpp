// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/sealing.hpp
//
// What two colleges open together and neither alone: additive ElGamal on ristretto255 (libsodium), without a dealer. Each side
// makes its own half and proves that it holds it; what is sealed to the sum of both public halves is opened with one partial
// opening of each, which carries a proof that it is the right one. docs/anonymity.md, section 4.

#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"

namespace etabli::ballots {

using Point = std::array<unsigned char, 32>; // of ristretto255, as libsodium writes it
using Scalar = std::array<unsigned char, 32>; // modulo its order

/// What a proof is of: the campaign, the cohort, the side. A proof of one is none of another.
struct ProofContext {
    std::string text;
};

/// Schnorr's proof that somebody knows the discrete logarithm of a point (Fiat-Shamir, SHA-512).
struct PossessionProof {
    Scalar challenge {};
    Scalar answer {};
};

/// Chaum and Pedersen's: two points have the same logarithm to two bases.
struct EqualityProof {
    Scalar challenge {};
    Scalar answer {};
};

/// One side's half of a key. Wiped when it goes.
class SecretHalf {
public:
    static SecretHalf make(Random& random);
    /// `request.invalid` when it is no scalar below the order, or zero.
    static Result<SecretHalf> create(const Scalar& scalar);
    SecretHalf(const SecretHalf&) = default;
    SecretHalf& operator=(const SecretHalf&) = default;
    ~SecretHalf();

    Point public_half() const;
    PossessionProof prove(const ProofContext& context, Random& random) const;
    const Scalar& scalar() const { return scalar_; }

private:
    explicit SecretHalf(const Scalar& scalar) : scalar_(scalar) { }

    Scalar scalar_;
};

bool holds(const PossessionProof& proof, const Point& public_half, const ProofContext& context);

/// What everybody seals to: the sum of both public halves. Nothing when one is no point, or both undo each other. Proofs of
/// possession come first: who answers last could else choose its half.
std::optional<Point> joint_key(const Point& one, const Point& other);

/// A point, then the text enciphered and authenticated under what both sides can compute of it together.
struct Sealed {
    Point point {};
    std::string box;
};

/// `bound` is authenticated with the text, not hidden: campaign, cohort, nonce. The text is padded first (padded_to).
Sealed seal(const Point& joint, std::string_view text, std::string_view bound, Random& random);

struct PartialOpening {
    Point point {};
    EqualityProof proof;
};

/// `request.invalid` when what was sealed holds no point.
Result<PartialOpening> open_partly(
    const SecretHalf& half, const Point& sealed_point, const ProofContext& context, Random& random);
bool holds(const PartialOpening& opening, const Point& public_half, const Point& sealed_point, const ProofContext& context);

/// Both partial openings, each of which holds. `request.invalid` when what comes out was altered, or sealed to another key or bound
/// to something else.
Result<std::string> open_together(
    const Sealed& sealed, const PartialOpening& one, const PartialOpening& other, std::string_view bound);

/// 0x80 and zeros, up to exactly `size` bytes: nobody tells a long answer from a short one. `request.too_large` when it does not fit.
Result<std::string> padded_to(std::size_t size, std::string_view text);
Result<std::string> without_padding(std::string_view padded);

} // namespace etabli::ballots

// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/proofs.hpp
//
// The two proofs of docs/anonymity.md, section 2, made with Fiat and Shamir's challenge over SHA-512: that somebody knows the
// logarithm of a point (Schnorr), and that two points have the same one to two bases (Chaum and Pedersen). Both are written as 64
// bytes, the challenge first.

#pragma once

#include <string>

#include "engine/ballots/ristretto.hpp"

namespace etabli::ballots {

/// What a proof is of: the campaign, the college, the envelope. A proof of one is none of another.
struct ProofContext {
    std::string text;
};

/// What was drawn for a proof, where it was drawn before: vectors. Two proofs of one draw give their secret away.
struct Draw {
    Wiped<Scalar> scalar;
};

inline constexpr std::size_t proof_bytes = 64;

/// X = xB, by somebody who knows x.
struct PossessionProof {
    Scalar challenge {};
    Scalar answer {};

    std::string bytes() const;
    /// Nothing unless both are reduced.
    static std::optional<PossessionProof> create(std::string_view bytes);
    friend bool operator==(const PossessionProof&, const PossessionProof&) = default;
};

/// X = xB and Y = xR, of one x.
struct EqualityProof {
    Scalar challenge {};
    Scalar answer {};

    std::string bytes() const;
    static std::optional<EqualityProof> create(std::string_view bytes);
    friend bool operator==(const EqualityProof&, const EqualityProof&) = default;
};

PossessionProof prove_possession(const Scalar& secret, const ProofContext& context, Random& random);
PossessionProof prove_possession(const Scalar& secret, const ProofContext& context, const Draw& draw);
bool holds(const PossessionProof& proof, const Point& point, const ProofContext& context);

/// A point opened with the secret of `open`, and both said to be the same.
struct EqualityClaim {
    Point open; // X
    Point sealed; // R
    Point opened; // Y
};

EqualityProof prove_equality(const Scalar& secret, const EqualityClaim& claim, const ProofContext& context, Random& random);
EqualityProof prove_equality(const Scalar& secret, const EqualityClaim& claim, const ProofContext& context, const Draw& draw);
bool holds(const EqualityProof& proof, const EqualityClaim& claim, const ProofContext& context);

} // namespace etabli::ballots

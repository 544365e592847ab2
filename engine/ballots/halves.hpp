// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/halves.hpp
//
// The halves of a key that two colleges hold, without a dealer: each makes its own and proves that it holds it. A joint key is only
// made of halves whose proofs were checked: whoever answers last could else choose one that undoes the other. docs/anonymity.md,
// section 7.

#pragma once

#include "base/result.hpp"
#include "engine/ballots/proofs.hpp"

namespace etabli::ballots {

/// One side's half of a key. Wiped when it goes.
class SecretHalf {
public:
    /// `random` is the system's, but in tests.
    static SecretHalf make(Random& random);
    /// `request.invalid` when it is no scalar below the order, or zero.
    static Result<SecretHalf> create(const Scalar& scalar);

    Point public_half() const;
    PossessionProof prove(const ProofContext& context, Random& random) const
    {
        return prove_possession(scalar_, context, random);
    }
    const Scalar& scalar() const { return scalar_; }

private:
    explicit SecretHalf(const Scalar& scalar) : scalar_(scalar) { }

    Wiped<Scalar> scalar_;
};

/// A public half whose owner proved to hold the secret one.
class ProvedHalf {
public:
    /// `request.invalid` when the proof is of something else.
    static Result<ProvedHalf> create(const Point& public_half, const PossessionProof& proof, const ProofContext& context);

    const Point& point() const { return point_; }

private:
    explicit ProvedHalf(const Point& point) : point_(point) { }

    Point point_;
};

/// What everybody seals to: the sum of both halves. In light mode, the only one.
class JointKey {
public:
    /// `request.invalid` when both undo each other.
    static Result<JointKey> create(const ProvedHalf& one, const ProvedHalf& other);
    static JointKey light(const ProvedHalf& only) { return JointKey(only.point()); }

    const Point& point() const { return point_; }

private:
    explicit JointKey(const Point& point) : point_(point) { }

    Point point_;
};

/// How section 7 names a college's half, and what a college sends before it shows it: hex SHA-256.
ProofContext half_context(std::string_view campaign, std::string_view college);
std::string commitment_of(std::string_view campaign, std::string_view college, const Point& public_half,
    std::string_view signing_key, const PossessionProof& proof);

/// The seed of a college's Ed25519 key: it follows from its half, so that two sheets give it back as well.
Wiped<Scalar> signing_seed(const SecretHalf& half);

} // namespace etabli::ballots

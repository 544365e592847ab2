// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/proofs.cpp

#include "engine/ballots/proofs.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace etabli::ballots {

namespace {

constexpr std::string_view domain_of_possession = "etabli.ballots.possession.1";
constexpr std::string_view domain_of_opening = "etabli.ballots.opening.1";

template <class Proof>
std::optional<Proof> proof_in(std::string_view bytes)
{
    Proof proof;
    if (bytes.size() != proof_bytes)
        return {};
    const auto middle = bytes.begin() + static_cast<std::ptrdiff_t>(proof.challenge.size());
    std::copy(bytes.begin(), middle, proof.challenge.begin());
    std::copy(middle, bytes.end(), proof.answer.begin());
    return is_reduced(proof.challenge) && is_reduced(proof.answer) ? std::optional(proof) : std::nullopt;
}

/// answer·base - challenge·point: what the prover drew, if they were honest.
std::optional<Point> commitment(
    const Scalar& answer, const std::optional<Point>& base, const Scalar& challenge, const Point& point)
{
    Scalar minus {};
    crypto_core_ristretto255_scalar_negate(minus.data(), challenge.data());
    const auto one = base ? times(answer, *base) : times_base(answer);
    const auto other = times(minus, point);
    return one && other ? sum(*one, *other) : std::nullopt;
}

/// drawn + challenge·secret.
Scalar answer_of(const Scalar& draw, const Scalar& challenge, const Scalar& secret)
{
    Wiped<Scalar> product;
    Scalar answer {};
    crypto_core_ristretto255_scalar_mul(product.data(), challenge.data(), secret.data());
    crypto_core_ristretto255_scalar_add(answer.data(), draw.data(), product.data());
    return answer;
}

Scalar possession_challenge(const Point& point, const Point& to_base, const ProofContext& context)
{
    return scalar_of({ domain_of_possession, context.text, as_text(point), as_text(to_base) });
}

Scalar equality_challenge(const EqualityClaim& claim, const Point& to_base, const Point& to_sealed, const ProofContext& context)
{
    return scalar_of({ domain_of_opening, context.text, as_text(claim.open), as_text(claim.sealed), as_text(claim.opened),
        as_text(to_base), as_text(to_sealed) });
}

} // namespace

std::string PossessionProof::bytes() const
{
    return std::string(as_text(challenge)).append(as_text(answer));
}

std::optional<PossessionProof> PossessionProof::create(std::string_view bytes)
{
    return proof_in<PossessionProof>(bytes);
}

std::string EqualityProof::bytes() const
{
    return std::string(as_text(challenge)).append(as_text(answer));
}

std::optional<EqualityProof> EqualityProof::create(std::string_view bytes)
{
    return proof_in<EqualityProof>(bytes);
}

PossessionProof prove_possession(const Scalar& secret, const ProofContext& context, Random& random)
{
    return prove_possession(secret, context, Draw { drawn({ domain_of_possession, as_text(secret), context.text }, random) });
}

PossessionProof prove_possession(const Scalar& secret, const ProofContext& context, const Draw& draw)
{
    const auto point = times_base(secret);
    const auto to_base = times_base(draw.scalar);
    VERIFY(point && to_base);
    PossessionProof proof;
    proof.challenge = possession_challenge(*point, *to_base, context);
    proof.answer = answer_of(draw.scalar, proof.challenge, secret);
    return proof;
}

bool holds(const PossessionProof& proof, const Point& point, const ProofContext& context)
{
    if (!is_point(point) || !is_reduced(proof.challenge) || !is_reduced(proof.answer))
        return false;
    const auto to_base = commitment(proof.answer, {}, proof.challenge, point);
    return to_base && possession_challenge(point, *to_base, context) == proof.challenge;
}

EqualityProof prove_equality(const Scalar& secret, const EqualityClaim& claim, const ProofContext& context, Random& random)
{
    return prove_equality(secret, claim, context,
        Draw { drawn({ domain_of_opening, as_text(secret), context.text, as_text(claim.sealed) }, random) });
}

EqualityProof prove_equality(const Scalar& secret, const EqualityClaim& claim, const ProofContext& context, const Draw& draw)
{
    const auto to_base = times_base(draw.scalar);
    const auto to_sealed = times(draw.scalar, claim.sealed);
    VERIFY(to_base && to_sealed);
    EqualityProof proof;
    proof.challenge = equality_challenge(claim, *to_base, *to_sealed, context);
    proof.answer = answer_of(draw.scalar, proof.challenge, secret);
    return proof;
}

bool holds(const EqualityProof& proof, const EqualityClaim& claim, const ProofContext& context)
{
    if (!is_point(claim.open) || !is_point(claim.sealed) || !is_point(claim.opened) || !is_reduced(proof.challenge)
        || !is_reduced(proof.answer))
        return false;
    const auto to_base = commitment(proof.answer, {}, proof.challenge, claim.open);
    const auto to_sealed = commitment(proof.answer, claim.sealed, proof.challenge, claim.opened);
    return to_base && to_sealed && equality_challenge(claim, *to_base, *to_sealed, context) == proof.challenge;
}

} // namespace etabli::ballots

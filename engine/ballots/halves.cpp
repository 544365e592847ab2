// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/halves.cpp

#include "engine/ballots/halves.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace etabli::ballots {

SecretHalf SecretHalf::make(Random& random)
{
    return SecretHalf(drawn({ "etabli.half.1" }, random));
}

Result<SecretHalf> SecretHalf::create(const Scalar& scalar)
{
    if (!is_reduced(scalar) || is_zero(scalar))
        return Problem("request.invalid", "not a half of a key");
    return SecretHalf(scalar);
}

Point SecretHalf::public_half() const
{
    const auto point = times_base(scalar_);
    VERIFY(point.has_value());
    return *point;
}

Result<ProvedHalf> ProvedHalf::create(const Point& public_half, const PossessionProof& proof, const ProofContext& context)
{
    if (!holds(proof, public_half, context))
        return Problem("request.invalid", "nobody proved to hold this half");
    return ProvedHalf(public_half);
}

Result<JointKey> JointKey::create(const ProvedHalf& one, const ProvedHalf& other)
{
    const auto added = sum(one.point(), other.point());
    if (!added || !is_point(*added))
        return Problem("request.invalid", "both halves undo each other");
    return JointKey(*added);
}

ProofContext half_context(std::string_view campaign, std::string_view college)
{
    return { std::string("etabli.half.1:").append(campaign).append(":").append(college) };
}

std::string commitment_of(std::string_view campaign, std::string_view college, const Point& public_half,
    std::string_view signing_key, const PossessionProof& proof)
{
    return sha256_hex(std::string("etabli.commitment.1:")
                          .append(campaign)
                          .append(":")
                          .append(college)
                          .append(":")
                          .append(hex(as_text(public_half)))
                          .append(":")
                          .append(hex(signing_key))
                          .append(":")
                          .append(hex(proof.bytes())));
}

Wiped<Scalar> signing_seed(const SecretHalf& half)
{
    const auto hash = hash_of({ "etabli.signing.1", as_text(half.scalar()) });
    Wiped<Scalar> seed;
    std::copy_n(hash.begin(), seed.size(), seed.begin());
    return seed;
}

} // namespace etabli::ballots

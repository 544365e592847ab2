// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/sealing.hpp
//
// What two colleges open together and neither alone: additive ElGamal on ristretto255. What is sealed to the sum of both public
// halves opens with one partial opening of each, which carries a proof that it is the right one. Whoever seals proves to have drawn
// the point: nobody hands in the point of somebody else's envelope to have it opened as theirs. docs/anonymity.md, sections 5 and 7.

#pragma once

#include "engine/ballots/halves.hpp"

namespace etabli::ballots {

inline constexpr std::size_t box_tag_bytes = 16;

/// A point, then the text enciphered and authenticated under what both sides can compute of it together.
struct Sealed {
    Point point {};
    PossessionProof proof;
    std::string box;
};

/// What is drawn to seal, where it was drawn before.
struct SealingDraws {
    Wiped<Scalar> key; // r: the point is rB
    Draw proof;
};

/// `bound` is authenticated with the text, not hidden: campaign, nonce, envelope. The text is padded first (padded_to).
/// `request.invalid` when `joint` is no point: it comes out of a manifest, which says of which halves it is.
Result<Sealed> seal(const Point& joint, std::string_view text, std::string_view bound, Random& random);
Result<Sealed> seal(const Point& joint, std::string_view text, std::string_view bound, const SealingDraws& draws);

/// Whoever sealed this box for this place knows the logarithm of its point.
bool holds(const Sealed& sealed, std::string_view bound);
/// The same of a box that was digested (hex SHA-256) and is not at hand.
ProofContext sealing_context(std::string_view bound, std::string_view box_digest);

struct PartialOpening {
    Point point {};
    EqualityProof proof;
};

/// `request.invalid` when what was sealed holds no point.
Result<PartialOpening> open_partly(
    const SecretHalf& half, const Point& sealed_point, const ProofContext& context, Random& random);

/// A partial opening of this point by this half, whose proof was checked.
class CheckedOpening {
public:
    /// `request.invalid` when it is of another half, another point, another place.
    static Result<CheckedOpening> create(
        const PartialOpening& opening, const Point& public_half, const Point& sealed_point, const ProofContext& context);

private:
    friend Result<std::string> open_together(
        const Sealed& sealed, const CheckedOpening& one, const CheckedOpening& other, std::string_view bound);
    CheckedOpening(const Point& opened, const Point& sealed) : opened_(opened), sealed_(sealed) { }

    Wiped<Point> opened_;
    Point sealed_;
};

/// `request.invalid` when what comes out was altered, or sealed to another key or bound to something else, or when the openings are
/// of another point.
Result<std::string> open_together(
    const Sealed& sealed, const CheckedOpening& one, const CheckedOpening& other, std::string_view bound);
/// Light mode: the only half opens.
Result<std::string> open_alone(const Sealed& sealed, const SecretHalf& half, std::string_view bound);

/// 0x80 and zeros, up to exactly `size` bytes: nobody tells a long answer from a short one. `request.too_large` when it does not fit.
Result<std::string> padded_to(std::size_t size, std::string_view text);
Result<std::string> without_padding(std::string_view padded);

} // namespace etabli::ballots

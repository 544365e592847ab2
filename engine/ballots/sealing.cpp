// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/sealing.cpp

#include "engine/ballots/sealing.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace etabli::ballots {

static_assert(box_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

namespace {

constexpr std::string_view domain_of_keys = "etabli.ballots.key.1";
constexpr std::string_view domain_of_points = "etabli.ballots.point.1";

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

using Key = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;

Wiped<Key> key_of(const Point& sealed_point, const Point& shared)
{
    const auto hash = hash_of({ domain_of_keys, as_text(sealed_point), as_text(shared) });
    Wiped<Key> key;
    std::copy_n(hash.begin(), key.size(), key.begin());
    return key;
}

/// One key seals one text, so the nonce may be fixed.
constexpr std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> fixed_nonce {};

std::string enciphered(const Key& key, std::string_view text, std::string_view bound)
{
    std::string box(text.size() + box_tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(box.data()), nullptr, bytes_of(text),
        text.size(), bytes_of(bound), bound.size(), nullptr, fixed_nonce.data(), key.data());
    return box;
}

Result<std::string> deciphered(const Key& key, std::string_view box, std::string_view bound)
{
    if (box.size() < box_tag_bytes)
        return Problem("request.invalid", "nothing that was sealed");
    std::string text(box.size() - box_tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr,
            bytes_of(box), box.size(), bytes_of(bound), bound.size(), fixed_nonce.data(), key.data())
        != 0)
        return Problem("request.invalid", "altered, or sealed to another key, or bound to something else");
    return text;
}

} // namespace

Result<Sealed> seal(const Point& joint, std::string_view text, std::string_view bound, Random& random)
{
    // Of the text and its place too: a `random` that repeats itself does not seal two texts with one key.
    const auto key = drawn({ domain_of_points, as_text(joint), bound, text }, random);
    const auto proof = drawn({ domain_of_points, "proof", as_text(key), bound, text }, random);
    return seal(joint, text, bound, SealingDraws { key, { proof } });
}

Result<Sealed> seal(const Point& joint, std::string_view text, std::string_view bound, const SealingDraws& draws)
{
    const auto point = times_base(draws.key);
    const auto shared = is_point(joint) ? times(draws.key, joint) : std::nullopt;
    if (!point || !shared)
        return Problem("request.invalid", "not a key to seal to");
    const Wiped<Point> kept(*shared);
    Sealed sealed { *point, {}, enciphered(key_of(*point, kept), text, bound) };
    sealed.proof = prove_possession(draws.key, sealing_context(bound, sha256_hex(sealed.box)), draws.proof);
    return sealed;
}

ProofContext sealing_context(std::string_view bound, std::string_view box_digest)
{
    return { std::string(bound).append(":").append(box_digest) };
}

bool holds(const Sealed& sealed, std::string_view bound)
{
    return holds(sealed.proof, sealed.point, sealing_context(bound, sha256_hex(sealed.box)));
}

Result<PartialOpening> open_partly(
    const SecretHalf& half, const Point& sealed_point, const ProofContext& context, Random& random)
{
    const auto opened = is_point(sealed_point) ? times(half.scalar(), sealed_point) : std::nullopt;
    if (!opened)
        return Problem("request.invalid", "what was sealed holds no point");
    return PartialOpening { *opened,
        prove_equality(half.scalar(), { half.public_half(), sealed_point, *opened }, context, random) };
}

Result<CheckedOpening> CheckedOpening::create(
    const PartialOpening& opening, const Point& public_half, const Point& sealed_point, const ProofContext& context)
{
    if (!holds(opening.proof, { public_half, sealed_point, opening.point }, context))
        return Problem("request.invalid", "not this half's opening of this point");
    return CheckedOpening(opening.point, sealed_point);
}

Result<std::string> open_together(
    const Sealed& sealed, const CheckedOpening& one, const CheckedOpening& other, std::string_view bound)
{
    if (one.sealed_ != sealed.point || other.sealed_ != sealed.point)
        return Problem("request.invalid", "openings of another point");
    const auto shared = sum(one.opened_, other.opened_);
    if (!shared)
        return Problem("request.invalid", "nothing that was sealed");
    return deciphered(key_of(sealed.point, Wiped<Point>(*shared)), sealed.box, bound);
}

Result<std::string> open_alone(const Sealed& sealed, const SecretHalf& half, std::string_view bound)
{
    const auto shared = is_point(sealed.point) ? times(half.scalar(), sealed.point) : std::nullopt;
    if (!shared)
        return Problem("request.invalid", "nothing that was sealed");
    return deciphered(key_of(sealed.point, Wiped<Point>(*shared)), sealed.box, bound);
}

Result<std::string> padded_to(std::size_t size, std::string_view text)
{
    if (text.size() + 1 > size)
        return Problem("request.too_large", "longer than what is sealed");
    std::string padded(text);
    padded.push_back('\x80');
    padded.resize(size, '\0');
    return padded;
}

Result<std::string> without_padding(std::string_view padded)
{
    const auto end = padded.find_last_not_of('\0');
    if (end == std::string_view::npos || padded[end] != '\x80')
        return Problem("request.invalid", "not padded");
    return std::string(padded.substr(0, end));
}

} // namespace etabli::ballots

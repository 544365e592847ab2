// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/sealing.cpp

#include "engine/ballots/sealing.hpp"

#include <sodium.h>

namespace etabli::ballots {

static_assert(std::tuple_size_v<Point> == crypto_core_ristretto255_BYTES);
static_assert(std::tuple_size_v<Scalar> == crypto_core_ristretto255_SCALARBYTES);

namespace {

constexpr std::string_view domain_of_keys = "etabli.ballots.key.1";
constexpr std::string_view domain_of_possession = "etabli.ballots.possession.1";
constexpr std::string_view domain_of_opening = "etabli.ballots.opening.1";

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view text_of(std::span<const unsigned char> bytes)
{
    return { reinterpret_cast<const char*>(bytes.data()), bytes.size() };
}

/// Each part with its length before it: two lists of parts never hash alike.
std::array<unsigned char, crypto_hash_sha512_BYTES> hash_of(std::initializer_list<std::string_view> parts)
{
    crypto_hash_sha512_state state;
    crypto_hash_sha512_init(&state);
    for (const auto part : parts) {
        std::array<unsigned char, 8> length {};
        for (std::size_t at = 0; at < length.size(); ++at)
            length[at] = static_cast<unsigned char>(part.size() >> (8 * at));
        crypto_hash_sha512_update(&state, length.data(), length.size());
        crypto_hash_sha512_update(&state, bytes_of(part), part.size());
    }
    std::array<unsigned char, crypto_hash_sha512_BYTES> hash {};
    crypto_hash_sha512_final(&state, hash.data());
    return hash;
}

Scalar challenge_of(std::initializer_list<std::string_view> parts)
{
    auto hash = hash_of(parts);
    Scalar challenge {};
    crypto_core_ristretto255_scalar_reduce(challenge.data(), hash.data());
    return challenge;
}

Scalar drawn(Random& random)
{
    std::array<unsigned char, crypto_core_ristretto255_NONREDUCEDSCALARBYTES> wide {};
    Scalar scalar {};
    do {
        random.fill(std::as_writable_bytes(std::span(wide)));
        crypto_core_ristretto255_scalar_reduce(scalar.data(), wide.data());
    } while (sodium_is_zero(scalar.data(), scalar.size()) == 1);
    sodium_memzero(wide.data(), wide.size());
    return scalar;
}

bool is_reduced(const Scalar& scalar)
{
    std::array<unsigned char, crypto_core_ristretto255_NONREDUCEDSCALARBYTES> wide {};
    std::copy(scalar.begin(), scalar.end(), wide.begin());
    Scalar reduced {};
    crypto_core_ristretto255_scalar_reduce(reduced.data(), wide.data());
    return reduced == scalar;
}

bool is_point(const Point& point)
{
    return crypto_core_ristretto255_is_valid_point(point.data()) == 1 && sodium_is_zero(point.data(), point.size()) == 0;
}

/// Nothing for no point, and for the neutral one, which no honest party meets.
std::optional<Point> times(const Scalar& scalar, const Point& point)
{
    Point product {};
    if (crypto_scalarmult_ristretto255(product.data(), scalar.data(), point.data()) != 0)
        return {};
    return product;
}

std::optional<Point> times_base(const Scalar& scalar)
{
    Point product {};
    if (crypto_scalarmult_ristretto255_base(product.data(), scalar.data()) != 0)
        return {};
    return product;
}

std::optional<Point> sum(const Point& one, const Point& other)
{
    Point added {};
    if (crypto_core_ristretto255_add(added.data(), one.data(), other.data()) != 0)
        return {};
    return added;
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
    Scalar product {};
    Scalar answer {};
    crypto_core_ristretto255_scalar_mul(product.data(), challenge.data(), secret.data());
    crypto_core_ristretto255_scalar_add(answer.data(), draw.data(), product.data());
    sodium_memzero(product.data(), product.size());
    return answer;
}

using Key = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;

Key key_of(const Point& sealed_point, const Point& shared)
{
    const auto hash = hash_of({ domain_of_keys, text_of(sealed_point), text_of(shared) });
    Key key {};
    std::copy_n(hash.begin(), key.size(), key.begin());
    return key;
}

/// One key seals one text, so the nonce may be fixed.
constexpr std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> fixed_nonce {};

} // namespace

SecretHalf SecretHalf::make(Random& random)
{
    return SecretHalf(drawn(random));
}

Result<SecretHalf> SecretHalf::create(const Scalar& scalar)
{
    if (!is_reduced(scalar) || sodium_is_zero(scalar.data(), scalar.size()) == 1)
        return Problem("request.invalid", "not a half of a key");
    return SecretHalf(scalar);
}

SecretHalf::~SecretHalf()
{
    sodium_memzero(scalar_.data(), scalar_.size());
}

Point SecretHalf::public_half() const
{
    const auto point = times_base(scalar_);
    VERIFY(point.has_value());
    return *point;
}

PossessionProof SecretHalf::prove(const ProofContext& context, Random& random) const
{
    auto draw = drawn(random);
    const auto committed = times_base(draw);
    const auto open = public_half();
    PossessionProof proof;
    proof.challenge = challenge_of({ domain_of_possession, context.text, text_of(open), text_of(*committed) });
    proof.answer = answer_of(draw, proof.challenge, scalar_);
    sodium_memzero(draw.data(), draw.size());
    return proof;
}

bool holds(const PossessionProof& proof, const Point& public_half, const ProofContext& context)
{
    if (!is_point(public_half) || !is_reduced(proof.challenge) || !is_reduced(proof.answer))
        return false;
    const auto committed = commitment(proof.answer, {}, proof.challenge, public_half);
    return committed
        && challenge_of({ domain_of_possession, context.text, text_of(public_half), text_of(*committed) }) == proof.challenge;
}

std::optional<Point> joint_key(const Point& one, const Point& other)
{
    if (!is_point(one) || !is_point(other))
        return {};
    const auto joint = sum(one, other);
    return joint && is_point(*joint) ? joint : std::nullopt;
}

Sealed seal(const Point& joint, std::string_view text, std::string_view bound, Random& random)
{
    auto draw = drawn(random);
    const auto point = times_base(draw);
    const auto shared = times(draw, joint);
    VERIFY(point && shared); // a joint key is a point
    auto key = key_of(*point, *shared);
    Sealed sealed { *point, std::string(text.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0') };
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.box.data()), nullptr, bytes_of(text),
        text.size(), bytes_of(bound), bound.size(), nullptr, fixed_nonce.data(), key.data());
    sodium_memzero(draw.data(), draw.size());
    sodium_memzero(key.data(), key.size());
    return sealed;
}

Result<PartialOpening> open_partly(
    const SecretHalf& half, const Point& sealed_point, const ProofContext& context, Random& random)
{
    const auto opened = is_point(sealed_point) ? times(half.scalar(), sealed_point) : std::nullopt;
    if (!opened)
        return Problem("request.invalid", "what was sealed holds no point");
    auto draw = drawn(random);
    const auto to_base = times_base(draw);
    const auto to_sealed = times(draw, sealed_point);
    const auto open = half.public_half();
    PartialOpening made { *opened, {} };
    made.proof.challenge = challenge_of({ domain_of_opening, context.text, text_of(open), text_of(sealed_point),
        text_of(*opened), text_of(*to_base), text_of(*to_sealed) });
    made.proof.answer = answer_of(draw, made.proof.challenge, half.scalar());
    sodium_memzero(draw.data(), draw.size());
    return made;
}

bool holds(const PartialOpening& opening, const Point& public_half, const Point& sealed_point, const ProofContext& context)
{
    const auto& [challenge, answer] = opening.proof;
    if (!is_point(public_half) || !is_point(sealed_point) || !is_point(opening.point) || !is_reduced(challenge)
        || !is_reduced(answer))
        return false;
    const auto to_base = commitment(answer, {}, challenge, public_half);
    const auto to_sealed = commitment(answer, sealed_point, challenge, opening.point);
    return to_base && to_sealed
        && challenge_of({ domain_of_opening, context.text, text_of(public_half), text_of(sealed_point), text_of(opening.point),
               text_of(*to_base), text_of(*to_sealed) })
        == challenge;
}

Result<std::string> open_together(
    const Sealed& sealed, const PartialOpening& one, const PartialOpening& other, std::string_view bound)
{
    const auto shared = sum(one.point, other.point);
    constexpr auto tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (!shared || sealed.box.size() < tag)
        return Problem("request.invalid", "nothing that was sealed");
    auto key = key_of(sealed.point, *shared);
    std::string text(sealed.box.size() - tag, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr,
        nullptr, bytes_of(sealed.box), sealed.box.size(), bytes_of(bound), bound.size(), fixed_nonce.data(), key.data());
    sodium_memzero(key.data(), key.size());
    if (opened != 0)
        return Problem("request.invalid", "altered, or sealed to another key, or bound to something else");
    return text;
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

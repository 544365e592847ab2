// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/ristretto.cpp

#include "engine/ballots/ristretto.hpp"

#include <algorithm>

namespace etabli::ballots {

static_assert(std::tuple_size_v<Point> == crypto_core_ristretto255_BYTES);
static_assert(std::tuple_size_v<Scalar> == crypto_core_ristretto255_SCALARBYTES);
static_assert(std::tuple_size_v<Digest> == crypto_hash_sha512_BYTES);
static_assert(std::tuple_size_v<Digest> == crypto_core_ristretto255_NONREDUCEDSCALARBYTES);

namespace {

constexpr std::string_view domain_of_draws = "etabli.ballots.draw.1";

/// One after the other, each with its length before it.
class Hashing {
public:
    Hashing() { crypto_hash_sha512_init(&state_); }
    Hashing(const Hashing&) = delete;
    Hashing& operator=(const Hashing&) = delete;
    ~Hashing() { sodium_memzero(&state_, sizeof state_); }

    void add(std::string_view part)
    {
        std::array<unsigned char, 8> length {};
        for (std::size_t at = 0; at < length.size(); ++at)
            length[at] = static_cast<unsigned char>(part.size() >> (8 * at));
        crypto_hash_sha512_update(&state_, length.data(), length.size());
        crypto_hash_sha512_update(&state_, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    }
    Wiped<Digest> result()
    {
        Wiped<Digest> digest;
        crypto_hash_sha512_final(&state_, digest.data());
        return digest;
    }

private:
    crypto_hash_sha512_state state_;
};

Scalar reduced(const Digest& wide)
{
    Scalar scalar {};
    crypto_core_ristretto255_scalar_reduce(scalar.data(), wide.data());
    return scalar;
}

} // namespace

Wiped<Digest> hash_of(Parts parts)
{
    Hashing hashing;
    for (const auto part : parts)
        hashing.add(part);
    return hashing.result();
}

Scalar scalar_of(Parts parts)
{
    return reduced(hash_of(parts));
}

Wiped<Scalar> drawn(Parts drawn_for, Random& random)
{
    Wiped<Scalar> fresh; // 256 bits
    Wiped<Scalar> scalar;
    do {
        random.fill(std::as_writable_bytes(std::span(fresh)));
        Hashing hashing;
        hashing.add(domain_of_draws);
        for (const auto part : drawn_for)
            hashing.add(part);
        hashing.add(as_text(fresh));
        scalar = Wiped<Scalar>(reduced(hashing.result()));
    } while (is_zero(scalar));
    return scalar;
}

bool is_reduced(const Scalar& scalar)
{
    Wiped<Digest> wide;
    std::copy(scalar.begin(), scalar.end(), wide.begin());
    return Wiped<Scalar>(reduced(wide)) == scalar;
}

bool is_zero(const Scalar& scalar)
{
    return sodium_is_zero(scalar.data(), scalar.size()) == 1;
}

bool is_point(const Point& point)
{
    return crypto_core_ristretto255_is_valid_point(point.data()) == 1 && !is_zero(point);
}

std::optional<Point> point_in(std::string_view bytes)
{
    Point point {};
    if (bytes.size() != point.size())
        return {};
    std::copy(bytes.begin(), bytes.end(), point.begin());
    return is_point(point) ? std::optional(point) : std::nullopt;
}

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

} // namespace etabli::ballots

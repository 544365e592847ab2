// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/shares.cpp

#include "engine/ballots/shares.hpp"

#include <algorithm>
#include <span>

namespace etabli::ballots {

namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t group = 4;
/// One mistyped sheet in thirty-three million passes.
constexpr std::size_t checksum_digits = 5;
constexpr std::size_t value_digits = (8 * std::tuple_size_v<Scalar> + 4) / 5;

Scalar small(int number)
{
    Scalar scalar {};
    scalar.front() = static_cast<unsigned char>(number);
    return scalar;
}

Wiped<Scalar> product(const Scalar& one, const Scalar& other)
{
    Wiped<Scalar> made;
    crypto_core_ristretto255_scalar_mul(made.data(), one.data(), other.data());
    return made;
}

Wiped<Scalar> added(const Scalar& one, const Scalar& other)
{
    Wiped<Scalar> made;
    crypto_core_ristretto255_scalar_add(made.data(), one.data(), other.data());
    return made;
}

Wiped<Scalar> difference(const Scalar& one, const Scalar& other)
{
    Wiped<Scalar> made;
    crypto_core_ristretto255_scalar_sub(made.data(), one.data(), other.data());
    return made;
}

/// Five bits a digit, the first bits first; bits that are left over are zero.
std::string digits_of(std::span<const unsigned char> bytes, std::size_t count)
{
    std::string text;
    for (std::size_t digit = 0; digit < count; ++digit) {
        unsigned value = 0;
        for (std::size_t bit = 5 * digit; bit < 5 * digit + 5; ++bit) {
            const bool is_set = bit / 8 < bytes.size() && (bytes[bit / 8] >> (7 - bit % 8) & 1U) != 0;
            value = value * 2 + (is_set ? 1 : 0);
        }
        text.push_back(digits[value]);
    }
    return text;
}

std::string checksum_of(std::string_view text)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    return digits_of(hash, checksum_digits);
}

/// As it was meant: one case, no separators, look-alikes read as digits.
std::string as_meant(std::string_view text)
{
    std::string meant;
    for (char each : text) {
        if (each >= 'a' && each <= 'z')
            each = static_cast<char>(each - 'a' + 'A');
        if (each == 'I' || each == 'L')
            each = '1';
        if (each == 'O')
            each = '0';
        if (each != ' ' && each != '-' && each != '\n' && each != '\r' && each != '\t')
            meant.push_back(each);
    }
    return meant;
}

} // namespace

std::array<Share, sheets> split(const SecretHalf& half, Random& random)
{
    return split(half, Draw { drawn({ "etabli.sheets.1", as_text(half.scalar()) }, random) });
}

std::array<Share, sheets> split(const SecretHalf& half, const Draw& slope)
{
    // f(x) = half + slope·x; sheet x holds f(x).
    std::array<Share, sheets> shares {};
    for (int sheet = 1; sheet <= sheets; ++sheet)
        shares[static_cast<std::size_t>(sheet - 1)] = { sheet, added(half.scalar(), product(slope.scalar, small(sheet))) };
    return shares;
}

Result<SecretHalf> join(const Share& one, const Share& other, const Point& public_half)
{
    if (one.sheet == other.sheet)
        return Problem("request.invalid", "the same sheet twice");
    // f(0) = (f(a)·b - f(b)·a) / (b - a)
    const auto a = small(one.sheet);
    const auto b = small(other.sheet);
    const auto apart = difference(b, a);
    Scalar inverse {};
    if (crypto_core_ristretto255_scalar_invert(inverse.data(), apart.data()) != 0)
        return Problem("request.invalid", "the same sheet twice");
    auto half = TRY(SecretHalf::create(product(difference(product(one.value, b), product(other.value, a)), inverse)));
    if (half.public_half() != public_half)
        return Problem("request.invalid", "sheets of another half, or of two");
    return half;
}

std::string share_text(const Share& share)
{
    auto text = std::to_string(share.sheet) + digits_of(share.value, value_digits);
    text += checksum_of(text);
    std::string grouped;
    for (std::size_t at = 0; at < text.size(); at += group)
        grouped += (at == 0 ? "" : "-") + text.substr(at, group);
    return grouped;
}

Result<Share> share_in(std::string_view text)
{
    const auto meant = as_meant(text);
    const Problem mistyped("request.invalid", "something was mistyped");
    if (meant.size() != 1 + value_digits + checksum_digits)
        return mistyped;
    const auto body = meant.substr(0, 1 + value_digits);
    if (checksum_of(body) != meant.substr(body.size()) || body.front() < '1' || body.front() > '0' + sheets)
        return mistyped;
    Share share { body.front() - '0', {} };
    for (std::size_t digit = 0; digit < value_digits; ++digit) {
        const auto value = digits.find(body[1 + digit]);
        if (value == digits.npos)
            return mistyped;
        for (std::size_t bit = 0; bit < 5; ++bit)
            if (const auto at = 5 * digit + bit; at / 8 < share.value.size() && (value >> (4 - bit) & 1U) != 0)
                share.value[at / 8] = static_cast<unsigned char>(share.value[at / 8] | (1U << (7 - at % 8)));
    }
    return share;
}

} // namespace etabli::ballots

// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/blind_rsa.hpp
//
// Tokens that whoever signs them cannot recognise: RFC 9474, RSABSSA-SHA384 (PSS with 48 bytes of salt), RSA-3072. The guichet
// signs a blinded message for somebody it knows; the urn checks the token of somebody it does not. docs/anonymity.md, section 4.
// The steps are numbered as the RFC has them.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"

struct evp_pkey_st;

namespace etabli::ballots {

/// The suite in use is Randomized: 32 random bytes come before the message, so that even a chosen message blinds nothing.
/// Deterministic is for the RFC's vectors.
enum class Preparation { Randomized, Deterministic };

inline constexpr std::size_t prefix_bytes = 32;
inline constexpr int rsa_bits = 3072;
inline constexpr std::size_t salt_bytes = 48;

class TokenPublicKey {
public:
    /// DER, SubjectPublicKeyInfo. `request.invalid` when it is no RSA key of 2048 to 4096 bits with the exponent 65537.
    static Result<TokenPublicKey> create(std::string_view spki);
    /// Big-endian modulus and exponent.
    static Result<TokenPublicKey> create(std::string_view modulus, std::string_view exponent);

    std::string spki() const;
    /// SHA-256 of spki(), hexadecimal: what a manifest and a token call the key.
    std::string id() const;
    std::size_t bytes() const;

    /// Section 4.5, with a salt of so many bytes: 48, or 0 in the RFC's PSSZERO vectors.
    bool verify(std::string_view prepared, std::string_view signature, std::size_t salt = salt_bytes) const;

private:
    friend class TokenSecretKey;
    friend class Blinding;
    explicit TokenPublicKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) { }

    std::shared_ptr<evp_pkey_st> key_;
};

/// Cannot be printed; leaves as PEM only for the file that keeps it.
class TokenSecretKey {
public:
    /// By the system's own randomness: a key is never replayed.
    static TokenSecretKey make(int bits = rsa_bits);
    /// Its numbers are checked to belong together: half a key of somebody else's signs what nobody can use, or gives itself away.
    static Result<TokenSecretKey> create(std::string_view pem);

    std::string pem() const;
    TokenPublicKey public_half() const;

    /// Section 4.3. `request.invalid` unless it is as long as the modulus and below it. What was computed is checked before it
    /// leaves, so that a fault of the machine cannot give the key away.
    Result<std::string> blind_sign(std::string_view blinded) const;

private:
    explicit TokenSecretKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) { }

    std::shared_ptr<evp_pkey_st> key_;
};

/// Section 4.1.
std::string prepare(std::string_view message, Preparation preparation, Random& random);

/// What the one who asks keeps between blinding and finalizing.
class Blinding {
public:
    /// Section 4.2. The salt and the blinding factor are drawn from `random`.
    static Result<Blinding> create(
        const TokenPublicKey& key, std::string prepared, Random& random, std::size_t salt = salt_bytes);
    /// With a salt and a factor that were drawn already, big-endian.
    static Result<Blinding> with(
        const TokenPublicKey& key, std::string prepared, std::string_view salt, std::string_view factor);

    const std::string& blinded() const { return blinded_; }
    /// Section 4.4. `request.invalid` when it is not this key's signature of this message.
    Result<std::string> finalize(std::string_view blind_signature) const;

private:
    Blinding(TokenPublicKey key, std::string prepared, std::size_t salt)
        : key_(std::move(key))
        , prepared_(std::move(prepared))
        , salt_(salt)
    {
    }

    TokenPublicKey key_;
    std::string prepared_;
    std::size_t salt_;
    std::string blinded_;
    std::string inverse_;
};

} // namespace etabli::ballots

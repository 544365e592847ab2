// SPDX-License-Identifier: EUPL-1.2
// engine/publication/signature.hpp
//
// Ed25519 over bytes that come in pieces (Ed25519ph, RFC 8032, by libsodium): several keys may sign one file, a college each.

#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"

namespace etabli::publication {

using PublicKey = std::array<unsigned char, 32>;
using SecretKey = std::array<unsigned char, 64>; // its public half included, as libsodium lays it out

struct Signature {
    PublicKey key {};
    std::array<unsigned char, 64> bytes {};
};

SecretKey make_secret_key(Random& random);
PublicKey public_half(const SecretKey& key);

/// Hexadecimal, lower case.
std::string key_text(std::span<const unsigned char> key);
/// `request.invalid` unless it is so many hexadecimal bytes, with nothing around but white space.
Result<PublicKey> public_key_in(std::string_view text);
Result<SecretKey> secret_key_in(std::string_view text);

/// What is signed, piece after piece.
class SignedBytes {
public:
    SignedBytes();
    ~SignedBytes();
    SignedBytes(const SignedBytes&) = delete;
    SignedBytes& operator=(const SignedBytes&) = delete;

    void add(std::string_view bytes);
    /// Of what was added so far.
    Signature sign(const SecretKey& key) const;
    bool is_signed_by(const Signature& signature) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace etabli::publication

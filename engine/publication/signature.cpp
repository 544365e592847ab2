// SPDX-License-Identifier: EUPL-1.2
// engine/publication/signature.cpp

#include "engine/publication/signature.hpp"

#include <algorithm>

#include <sodium.h>

#include "base/text.hpp"

namespace etabli::publication {

static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<SecretKey> == crypto_sign_SECRETKEYBYTES);
static_assert(sizeof(Signature::bytes) == crypto_sign_BYTES);

namespace {

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <class Key>
Result<Key> key_in(std::string_view text)
{
    Key key {};
    const auto hex = trimmed(text);
    std::size_t length = 0;
    if (hex.size() != 2 * key.size()
        || sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0
        || length != key.size())
        return Problem("request.invalid", fmt::format("a key is {} hexadecimal digits", 2 * key.size()));
    return key;
}

} // namespace

SecretKey make_secret_key(Random& random)
{
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed {};
    random.fill(std::as_writable_bytes(std::span(seed)));
    PublicKey open {};
    SecretKey key {};
    crypto_sign_seed_keypair(open.data(), key.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return key;
}

PublicKey public_half(const SecretKey& key)
{
    PublicKey open {};
    crypto_sign_ed25519_sk_to_pk(open.data(), key.data());
    return open;
}

std::string key_text(std::span<const unsigned char> key)
{
    std::string text(2 * key.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
    text.pop_back();
    return text;
}

Result<PublicKey> public_key_in(std::string_view text)
{
    return key_in<PublicKey>(text);
}

Result<SecretKey> secret_key_in(std::string_view text)
{
    auto key = TRY(key_in<SecretKey>(text));
    SecretKey made {};
    PublicKey open {};
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed {};
    std::copy_n(key.begin(), seed.size(), seed.begin());
    crypto_sign_seed_keypair(open.data(), made.data(), seed.data());
    if (made != key) // signing with halves that do not belong together gives the secret away
        return Problem("request.invalid", "the two halves of the key do not belong together");
    return key;
}

struct SignedBytes::State {
    crypto_sign_state hash;
};

SignedBytes::SignedBytes() : state_(std::make_unique<State>())
{
    crypto_sign_init(&state_->hash);
}

SignedBytes::~SignedBytes() = default;

void SignedBytes::add(std::string_view bytes)
{
    crypto_sign_update(&state_->hash, bytes_of(bytes), bytes.size());
}

Signature SignedBytes::sign(const SecretKey& key) const
{
    auto end = state_->hash; // finishing uses it up
    Signature made { public_half(key), {} };
    crypto_sign_final_create(&end, made.bytes.data(), nullptr, key.data());
    return made;
}

bool SignedBytes::is_signed_by(const Signature& signature) const
{
    auto end = state_->hash;
    return crypto_sign_final_verify(&end, signature.bytes.data(), signature.key.data()) == 0;
}

} // namespace etabli::publication

// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/blind_rsa.cpp

#include "engine/ballots/blind_rsa.hpp"

#include <array>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "base/text.hpp"

namespace etabli::ballots {

namespace {

constexpr std::size_t hash_bytes = 48; // SHA-384
constexpr int key_bits_min = 2048;
constexpr int key_bits_max = 4096;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Numbers = std::unique_ptr<BN_CTX, Freed<BN_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

Number number_of(std::string_view bytes)
{
    return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::string bytes_of(const BIGNUM* number, std::size_t length)
{
    std::string bytes(length, '\0');
    VERIFY(BN_bn2binpad(number, bytes_of(bytes), static_cast<int>(length)) == static_cast<int>(length));
    return bytes;
}

Number parameter(const EVP_PKEY* key, const char* name)
{
    BIGNUM* number = nullptr;
    VERIFY(EVP_PKEY_get_bn_param(key, name, &number) == 1);
    return Number(number);
}

std::string sha384(std::initializer_list<std::string_view> parts)
{
    const DigestContext context(EVP_MD_CTX_new());
    VERIFY(EVP_DigestInit_ex(context.get(), EVP_sha384(), nullptr) == 1);
    for (const auto part : parts)
        VERIFY(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
    std::string hash(hash_bytes, '\0');
    VERIFY(EVP_DigestFinal_ex(context.get(), bytes_of(hash), nullptr) == 1);
    return hash;
}

/// RFC 8017, B.2.1.
std::string mask_of(std::string_view seed, std::size_t length)
{
    std::string mask;
    for (std::uint32_t counter = 0; mask.size() < length; ++counter) {
        const std::array<char, 4> octets { static_cast<char>(counter >> 24), static_cast<char>(counter >> 16),
            static_cast<char>(counter >> 8), static_cast<char>(counter) };
        mask += sha384({ seed, std::string_view(octets.data(), octets.size()) });
    }
    mask.resize(length);
    return mask;
}

/// RFC 8017, 9.1.1: EMSA-PSS-ENCODE, of emBits = modBits - 1.
std::string encoded(std::string_view message, std::string_view salt, int bits)
{
    const auto length = static_cast<std::size_t>((bits + 7) / 8);
    VERIFY(length >= hash_bytes + salt.size() + 2); // 3
    const auto hash = sha384({ std::string_view("\0\0\0\0\0\0\0\0", 8), sha384({ message }), salt }); // 2, 5, 6
    std::string block(length - hash_bytes - 1, '\0'); // 7, 8
    block[block.size() - salt.size() - 1] = '\1';
    std::copy(salt.begin(), salt.end(), block.end() - static_cast<std::ptrdiff_t>(salt.size()));
    const auto mask = mask_of(hash, block.size()); // 9
    for (std::size_t at = 0; at < block.size(); ++at) // 10
        block[at] = static_cast<char>(block[at] ^ mask[at]);
    block.front() = static_cast<char>(
        static_cast<unsigned char>(block.front()) & (0xFFU >> (8 * length - static_cast<std::size_t>(bits)))); // 11
    return block + hash + '\xbc'; // 12
}

bool is_usable(const EVP_PKEY* key)
{
    if (key == nullptr || EVP_PKEY_is_a(key, "RSA") != 1 || EVP_PKEY_get_bits(key) < key_bits_min
        || EVP_PKEY_get_bits(key) > key_bits_max)
        return false;
    return BN_is_word(parameter(key, OSSL_PKEY_PARAM_RSA_E).get(), RSA_F4) == 1;
}

std::shared_ptr<EVP_PKEY> held(EVP_PKEY* key)
{
    return { key, EVP_PKEY_free };
}

using Operation = int (*)(EVP_PKEY_CTX*, unsigned char*, std::size_t*, const unsigned char*, std::size_t);

/// RSASP1 and RSAEP: the bare operation, without padding.
Result<std::string> bare(EVP_PKEY* key, int (*begin)(EVP_PKEY_CTX*), Operation operation, std::string_view input)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    std::string output(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
    auto length = output.size();
    if (begin(context.get()) != 1 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1
        || operation(context.get(), bytes_of(output), &length, bytes_of(input), input.size()) != 1 || length != output.size())
        return Problem("request.invalid", "not a number below the modulus");
    return output;
}

} // namespace

Result<TokenPublicKey> TokenPublicKey::create(std::string_view spki)
{
    const auto* at = bytes_of(spki);
    auto key = held(d2i_PUBKEY(nullptr, &at, static_cast<long>(spki.size())));
    if (!is_usable(key.get()) || at != bytes_of(spki) + spki.size())
        return Problem("request.invalid", "not an RSA public key of 2048 to 4096 bits");
    return TokenPublicKey(std::move(key));
}

Result<TokenPublicKey> TokenPublicKey::create(std::string_view modulus, std::string_view exponent)
{
    const auto n = number_of(modulus);
    const auto e = number_of(exponent);
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1 || !is_usable(key)) {
        EVP_PKEY_free(key);
        return Problem("request.invalid", "not an RSA public key of 2048 to 4096 bits");
    }
    return TokenPublicKey(held(key));
}

std::string TokenPublicKey::spki() const
{
    unsigned char* bytes = nullptr;
    const int length = i2d_PUBKEY(key_.get(), &bytes);
    VERIFY(length > 0);
    const std::unique_ptr<unsigned char, Freed<[](void* memory) { OPENSSL_free(memory); }>> owned(bytes);
    return { reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length) };
}

std::string TokenPublicKey::id() const
{
    return sha256_hex(spki());
}

std::size_t TokenPublicKey::bytes() const
{
    return static_cast<std::size_t>(EVP_PKEY_get_size(key_.get()));
}

bool TokenPublicKey::verify(std::string_view prepared, std::string_view signature, std::size_t salt) const
{
    if (signature.size() != bytes()) // RFC 8017, 8.1.2, step 1: OpenSSL would take one without its leading zeros
        return false;
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* options = nullptr;
    return EVP_DigestVerifyInit(context.get(), &options, EVP_sha384(), nullptr, key_.get()) == 1
        && EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(options, static_cast<int>(salt)) == 1
        && EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(prepared), prepared.size()) == 1;
}

TokenSecretKey TokenSecretKey::make(int bits)
{
    auto key = held(EVP_RSA_gen(static_cast<unsigned>(bits)));
    VERIFY(key != nullptr);
    return TokenSecretKey(std::move(key));
}

Result<TokenSecretKey> TokenSecretKey::create(std::string_view pem)
{
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    auto key = held(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
    if (!is_usable(key.get()))
        return Problem("request.invalid", "not an RSA private key of 2048 to 4096 bits");
    const KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
    if (EVP_PKEY_pairwise_check(context.get()) != 1)
        return Problem("request.invalid", "numbers of two keys");
    return TokenSecretKey(std::move(key));
}

std::string TokenSecretKey::pem() const
{
    const Memory memory(BIO_new(BIO_s_secmem()));
    VERIFY(PEM_write_bio_PrivateKey(memory.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    char* text = nullptr;
    const auto length = BIO_get_mem_data(memory.get(), &text);
    return { text, static_cast<std::size_t>(length) };
}

TokenPublicKey TokenSecretKey::public_half() const
{
    const auto n = parameter(key_.get(), OSSL_PKEY_PARAM_RSA_N);
    const auto e = parameter(key_.get(), OSSL_PKEY_PARAM_RSA_E);
    auto key = TokenPublicKey::create(bytes_of(n.get(), static_cast<std::size_t>(BN_num_bytes(n.get()))),
        bytes_of(e.get(), static_cast<std::size_t>(BN_num_bytes(e.get()))));
    VERIFY(key.ok());
    return std::move(key.value());
}

Result<std::string> TokenSecretKey::blind_sign(std::string_view blinded) const
{
    if (blinded.size() != static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())))
        return Problem("request.invalid", "a blinded message is as long as the modulus");
    auto signature = TRY(bare(key_.get(), EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, blinded)); // 1, 2
    const auto again = TRY(bare(key_.get(), EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, signature)); // 3
    VERIFY(again == blinded); // 4
    return signature;
}

std::string prepare(std::string_view message, Preparation preparation, Random& random)
{
    std::string prefix(preparation == Preparation::Randomized ? prefix_bytes : 0, '\0');
    random.fill(std::as_writable_bytes(std::span(prefix)));
    return prefix.append(message);
}

Result<Blinding> Blinding::create(const TokenPublicKey& key, std::string prepared, Random& random, std::size_t salt)
{
    std::string drawn_salt(salt, '\0');
    random.fill(std::as_writable_bytes(std::span(drawn_salt)));
    // 7: uniform below the modulus: what is above it is drawn again.
    const auto n = parameter(key.key_.get(), OSSL_PKEY_PARAM_RSA_N);
    std::string factor(key.bytes(), '\0');
    for (;;) {
        random.fill(std::as_writable_bytes(std::span(factor)));
        const auto number = number_of(factor);
        if (BN_is_zero(number.get()) == 0 && BN_cmp(number.get(), n.get()) < 0)
            return with(key, std::move(prepared), drawn_salt, factor);
    }
}

Result<Blinding> Blinding::with(const TokenPublicKey& key, std::string prepared, std::string_view salt, std::string_view factor)
{
    const auto n = parameter(key.key_.get(), OSSL_PKEY_PARAM_RSA_N);
    const auto e = parameter(key.key_.get(), OSSL_PKEY_PARAM_RSA_E);
    const Numbers numbers(BN_CTX_new());
    Blinding made(key, std::move(prepared), salt.size());
    const auto message = number_of(encoded(made.prepared_, salt, EVP_PKEY_get_bits(key.key_.get()) - 1)); // 1 to 3
    const Number common(BN_new());
    VERIFY(BN_gcd(common.get(), message.get(), n.get(), numbers.get()) == 1);
    if (BN_is_one(common.get()) == 0) // 4
        return Problem("request.invalid", "the message shares a factor with the modulus");
    const auto r = number_of(factor);
    const Number inverse(BN_mod_inverse(nullptr, r.get(), n.get(), numbers.get())); // 8
    if (inverse == nullptr)
        return Problem("request.invalid", "the blinding factor has no inverse");
    const Number x(BN_new());
    const Number z(BN_new());
    VERIFY(BN_mod_exp(x.get(), r.get(), e.get(), n.get(), numbers.get()) == 1); // 9
    VERIFY(BN_mod_mul(z.get(), message.get(), x.get(), n.get(), numbers.get()) == 1); // 10
    made.blinded_ = bytes_of(z.get(), key.bytes()); // 11
    made.inverse_ = bytes_of(inverse.get(), key.bytes());
    return made;
}

Result<std::string> Blinding::finalize(std::string_view blind_signature) const
{
    if (blind_signature.size() != key_.bytes()) // 1
        return Problem("request.invalid", "a blind signature is as long as the modulus");
    const auto n = parameter(key_.key_.get(), OSSL_PKEY_PARAM_RSA_N);
    const Numbers numbers(BN_CTX_new());
    const Number s(BN_new());
    VERIFY(
        BN_mod_mul(s.get(), number_of(blind_signature).get(), number_of(inverse_).get(), n.get(), numbers.get()) == 1); // 2, 3
    auto signature = bytes_of(s.get(), key_.bytes()); // 4
    if (!key_.verify(prepared_, signature, salt_)) // 5
        return Problem("request.invalid", "not this key's signature of this message");
    return signature;
}

} // namespace etabli::ballots

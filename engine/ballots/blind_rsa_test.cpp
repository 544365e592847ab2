// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/blind_rsa_test.cpp
//
// Tokens: the round of those who ask and those who sign, what is refused, and the vectors of RFC 9474, appendix A, where somebody
// gives them (ETABLI_RFC9474_VECTORS, a file of test_vectors_rfc9474.json's form).

#include "engine/ballots/blind_rsa.hpp"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include "base/fields.hpp"

namespace etabli::ballots {

namespace {

constexpr std::string_view message = "campagne, cohorte, trente-deux octets";

/// One key for all tests: making one takes a while.
const TokenSecretKey& secret()
{
    static const auto key = TokenSecretKey::make();
    return key;
}

std::string token_for(std::string_view words, Random& random, std::string& prepared)
{
    prepared = prepare(words, Preparation::Randomized, random);
    const auto blinding = Blinding::create(secret().public_half(), prepared, random);
    return blinding.value().finalize(secret().blind_sign(blinding.value().blinded()).value()).value();
}

std::string bytes_in(const json::value& vector, const char* name)
{
    const std::string hex(vector.at(name).as_string());
    std::string bytes;
    for (std::size_t at = hex.starts_with("0x") ? 2 : 0; at + 1 < hex.size(); at += 2)
        bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
    return bytes;
}

BIGNUM* number_in(const json::value& vector, const char* name)
{
    BIGNUM* number = nullptr;
    BN_hex2bn(&number, std::string(vector.at(name).as_string()).substr(2).c_str());
    return number;
}

/// The vectors' private key, as PEM.
std::string pem_of(const json::value& vector)
{
    auto* numbers = BN_CTX_new();
    auto* d = number_in(vector, "d");
    auto* p = number_in(vector, "p");
    auto* q = number_in(vector, "q");
    auto* less = BN_new();
    auto* to_p = BN_new();
    auto* to_q = BN_new();
    BN_sub(less, p, BN_value_one());
    BN_mod(to_p, d, less, numbers);
    BN_sub(less, q, BN_value_one());
    BN_mod(to_q, d, less, numbers);
    auto* inverse = BN_mod_inverse(nullptr, q, p, numbers);
    auto* builder = OSSL_PARAM_BLD_new();
    const std::vector<std::pair<const char*, BIGNUM*>> parts { { OSSL_PKEY_PARAM_RSA_N, number_in(vector, "n") },
        { OSSL_PKEY_PARAM_RSA_E, number_in(vector, "e") }, { OSSL_PKEY_PARAM_RSA_D, d }, { OSSL_PKEY_PARAM_RSA_FACTOR1, p },
        { OSSL_PKEY_PARAM_RSA_FACTOR2, q }, { OSSL_PKEY_PARAM_RSA_EXPONENT1, to_p }, { OSSL_PKEY_PARAM_RSA_EXPONENT2, to_q },
        { OSSL_PKEY_PARAM_RSA_COEFFICIENT1, inverse } };
    for (const auto& [name, number] : parts)
        OSSL_PARAM_BLD_push_BN(builder, name, number);
    auto* parameters = OSSL_PARAM_BLD_to_param(builder);
    auto* context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(context);
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, parameters);
    auto* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(memory, key, nullptr, nullptr, 0, nullptr, nullptr);
    char* text = nullptr;
    const auto length = BIO_get_mem_data(memory, &text);
    std::string pem(text, static_cast<std::size_t>(length));
    BIO_free(memory);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    for (const auto& [name, number] : parts)
        BN_free(number);
    BN_free(less);
    BN_CTX_free(numbers);
    return pem;
}

/// The factor of which the vector says the inverse.
std::string factor_of(const json::value& vector)
{
    auto* n = number_in(vector, "n");
    auto* inverse = number_in(vector, "inv");
    auto* context = BN_CTX_new();
    auto* factor = BN_mod_inverse(nullptr, inverse, n, context);
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(factor)), '\0');
    BN_bn2bin(factor, reinterpret_cast<unsigned char*>(bytes.data()));
    BN_CTX_free(context);
    for (auto* number : { n, inverse, factor })
        BN_free(number);
    return bytes;
}

} // namespace

TEST(BlindRsa, a_token_is_signed_unseen_and_checked_by_anybody)
{
    SeededRandom random(1);
    std::string prepared;
    const auto token = token_for(message, random, prepared);
    const auto key = TokenPublicKey::create(secret().public_half().spki());
    ASSERT_TRUE(key.ok());
    EXPECT_EQ(key.value().id(), secret().public_half().id());
    EXPECT_TRUE(key.value().verify(prepared, token));
    EXPECT_TRUE(prepared.ends_with(message));
    EXPECT_FALSE(key.value().verify(std::string(message), token));
    for (const std::size_t at : { std::size_t { 0 }, token.size() / 2, token.size() - 1 }) {
        auto forged = token;
        forged[at] = static_cast<char>(forged[at] ^ 1);
        EXPECT_FALSE(key.value().verify(prepared, forged));
    }
    EXPECT_FALSE(key.value().verify(prepared, token.substr(1)));
    EXPECT_FALSE(key.value().verify(prepared, std::string(1, '\0') + token));
    EXPECT_FALSE(key.value().verify(prepared, ""));
}

TEST(BlindRsa, the_same_message_is_never_blinded_alike)
{
    SeededRandom random(2);
    const auto prepared = prepare(message, Preparation::Deterministic, random);
    EXPECT_EQ(prepared, message);
    const auto one = Blinding::create(secret().public_half(), prepared, random).value();
    const auto other = Blinding::create(secret().public_half(), prepared, random).value();
    EXPECT_NE(one.blinded(), other.blinded());
    // The answer to one is no answer to the other.
    EXPECT_FALSE(other.finalize(secret().blind_sign(one.blinded()).value()).ok());
}

TEST(BlindRsa, what_is_no_blinded_message_is_not_signed)
{
    const auto length = secret().public_half().bytes();
    EXPECT_FALSE(secret().blind_sign("").ok());
    EXPECT_FALSE(secret().blind_sign(std::string(length - 1, '\1')).ok());
    EXPECT_FALSE(secret().blind_sign(std::string(length + 1, '\1')).ok());
    EXPECT_FALSE(secret().blind_sign(std::string(length, '\xff')).ok()); // above the modulus
}

TEST(BlindRsa, another_key_signs_nothing_of_this_one)
{
    SeededRandom random(3);
    const auto prepared = prepare(message, Preparation::Randomized, random);
    const auto blinding = Blinding::create(secret().public_half(), prepared, random).value();
    const auto other = TokenSecretKey::make();
    const auto signature = other.blind_sign(blinding.blinded()); // refused when it happens to be above the other modulus
    EXPECT_FALSE(signature.ok() && blinding.finalize(signature.value()).ok());
}

TEST(BlindRsa, keys_come_back_from_their_files)
{
    const auto again = TokenSecretKey::create(secret().pem());
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value().public_half().spki(), secret().public_half().spki());
    EXPECT_FALSE(TokenSecretKey::create("-----BEGIN PRIVATE KEY-----\n").ok());
    EXPECT_FALSE(TokenPublicKey::create("").ok());
    EXPECT_FALSE(TokenPublicKey::create(secret().public_half().spki() + "x").ok());
    EXPECT_FALSE(TokenPublicKey::create(std::string(128, '\x7f'), "\x01\x00\x01").ok()); // 1024 bits
}

TEST(BlindRsa, numbers_of_two_keys_are_no_key)
{
    const auto numbers_of = [](const std::string& pem) {
        auto* memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
        auto* key = PEM_read_bio_PrivateKey(memory, nullptr, nullptr, nullptr);
        json::object numbers;
        for (const auto* name : { "n", "e", "d", OSSL_PKEY_PARAM_RSA_FACTOR1, OSSL_PKEY_PARAM_RSA_FACTOR2 }) {
            BIGNUM* number = nullptr;
            EVP_PKEY_get_bn_param(key, name, &number);
            auto* digits = BN_bn2hex(number);
            const std::string_view long_name(name);
            numbers[long_name == OSSL_PKEY_PARAM_RSA_FACTOR1   ? "p"
                    : long_name == OSSL_PKEY_PARAM_RSA_FACTOR2 ? "q"
                                                               : name]
                = std::string("0x") + digits;
            OPENSSL_free(digits);
            BN_clear_free(number);
        }
        EVP_PKEY_free(key);
        BIO_free(memory);
        return numbers;
    };
    auto mixed = numbers_of(secret().pem());
    EXPECT_TRUE(TokenSecretKey::create(pem_of(mixed)).ok());
    const auto other = numbers_of(TokenSecretKey::make().pem());
    for (const auto* name : { "d", "p", "q" })
        mixed[name] = other.at(name);
    EXPECT_FALSE(TokenSecretKey::create(pem_of(mixed)).ok());
}

TEST(BlindRsa, the_vectors_of_the_rfc)
{
    const char* path = std::getenv("ETABLI_RFC9474_VECTORS");
    if (path == nullptr)
        GTEST_SKIP() << "no ETABLI_RFC9474_VECTORS";
    std::ifstream file(path);
    const auto vectors = parse_json(std::string((std::istreambuf_iterator<char>(file)), {})).value();
    ASSERT_EQ(vectors.as_array().size(), 4U);
    for (const auto& vector : vectors.as_array()) {
        const auto key = TokenPublicKey::create(bytes_in(vector, "n"), bytes_in(vector, "e")).value();
        const auto prepared = bytes_in(vector, "input_msg");
        EXPECT_EQ(prepared, bytes_in(vector, "msg_prefix") + bytes_in(vector, "msg"));
        const auto salt = bytes_in(vector, "salt");
        const auto made = Blinding::with(key, prepared, salt, factor_of(vector));
        ASSERT_TRUE(made.ok()) << made.problem().detail();
        const auto& blinding = made.value();
        EXPECT_EQ(blinding.blinded(), bytes_in(vector, "blinded_msg"));
        const auto secret_key = TokenSecretKey::create(pem_of(vector));
        ASSERT_TRUE(secret_key.ok()) << secret_key.problem().detail();
        const auto signature = secret_key.value().blind_sign(blinding.blinded()).value();
        EXPECT_EQ(signature, bytes_in(vector, "blind_sig"));
        const auto token = blinding.finalize(signature).value();
        EXPECT_EQ(token, bytes_in(vector, "sig"));
        EXPECT_TRUE(key.verify(prepared, token, salt.size()));
        EXPECT_FALSE(key.verify(prepared + "x", token, salt.size()));
    }
}

} // namespace etabli::ballots

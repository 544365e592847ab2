// SPDX-License-Identifier: EUPL-1.2
// bench/ballots.cpp
//
// What a token and a sealed answer cost, on one core, beside the arithmetic nobody can do without: RSA-3072 signing as OpenSSL does
// it for a padded signature, and multiplications of a point of ristretto255. Microseconds of elapsed time, and the ratio.

#include <chrono>
#include <functional>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sodium.h>

#include <fmt/format.h>

#include "engine/ballots/blind_rsa.hpp"
#include "engine/ballots/sealing.hpp"

namespace {

using namespace etabli;
using namespace etabli::ballots;
using std::chrono::steady_clock;

double microseconds(int times, const std::function<void()>& work)
{
    const auto start = steady_clock::now();
    for (int each = 0; each < times; ++each)
        work();
    return std::chrono::duration<double, std::micro>(steady_clock::now() - start).count() / times;
}

/// The same key, signing what it is given as anybody would.
double plain_signing(const std::string& pem)
{
    auto* memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    auto* key = PEM_read_bio_PrivateKey(memory, nullptr, nullptr, nullptr);
    auto* context = EVP_MD_CTX_new();
    std::string signature(512, '\0');
    const double took = microseconds(200, [&] {
        auto length = signature.size();
        EVP_DigestSignInit(context, nullptr, EVP_sha384(), nullptr, key);
        VERIFY(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &length,
                   reinterpret_cast<const unsigned char*>("message"), 7)
            == 1);
        EVP_MD_CTX_reset(context);
    });
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    BIO_free(memory);
    return took;
}

void print(const char* what, double took, const char* beside, double floor)
{
    fmt::print("| {:<44} | {:>8.1f} | {:<34} | {:>8.1f} | {:>5.2f} |\n", what, took, beside, floor, took / floor);
}

} // namespace

int main()
{
    SystemRandom random;
    const auto secret = TokenSecretKey::make();
    const auto open = secret.public_half();
    const auto prepared = prepare("campaign, nonce", Preparation::Randomized, random);
    const auto blinding = Blinding::create(open, prepared, random).value();
    const auto signature = secret.blind_sign(blinding.blinded()).value();
    const auto token = blinding.finalize(signature).value();
    const double signing = plain_signing(secret.pem());

    const auto one = SecretHalf::make(random);
    const auto other = SecretHalf::make(random);
    const ProofContext context { "campaign, college" };
    const auto proved = [&](const SecretHalf& half) {
        return ProvedHalf::create(half.public_half(), half.prove(context, random), context).value();
    };
    const auto joint = JointKey::create(proved(one), proved(other)).value().point();
    const auto text = padded_to(600, "answers").value();
    const auto sealed = seal(joint, text, "nonce", random).value();
    const auto mine = open_partly(one, sealed.point, context, random).value();
    const auto checked = [&](const PartialOpening& opening, const SecretHalf& half) {
        return CheckedOpening::create(opening, half.public_half(), sealed.point, context);
    };
    const auto theirs = checked(open_partly(other, sealed.point, context, random).value(), other).value();
    const auto ours = checked(mine, one).value();
    Point product {};
    const double times = microseconds(
        2'000, [&] { VERIFY(crypto_scalarmult_ristretto255(product.data(), one.scalar().data(), joint.data()) == 0); });

    fmt::print(
        "| what                                         |       us | beside                             |       us | ratio |\n"
        "| --- | --- | --- | --- | --- |\n");
    print("guichet: blind signature, checked", microseconds(200, [&] { VERIFY(secret.blind_sign(blinding.blinded()).ok()); }),
        "a signature by OpenSSL", signing);
    print("urn: token verified", microseconds(2'000, [&] { VERIFY(open.verify(prepared, token)); }), "a signature by OpenSSL",
        signing);
    print("device: 600 bytes sealed", microseconds(2'000, [&] { VERIFY(seal(joint, text, "nonce", random).ok()); }),
        "a point multiplied", times);
    print("urn: that somebody drew its point", microseconds(2'000, [&] { VERIFY(holds(sealed, "nonce")); }),
        "a point multiplied", times);
    print("a side's partial opening, with its proof",
        microseconds(2'000, [&] { VERIFY(open_partly(one, sealed.point, context, random).ok()); }), "a point multiplied",
        times);
    print("that proof checked", microseconds(2'000, [&] { VERIFY(checked(mine, one).ok()); }), "a point multiplied", times);
    print("both together opened", microseconds(20'000, [&] { VERIFY(open_together(sealed, ours, theirs, "nonce").ok()); }),
        "a point multiplied", times);
    return 0;
}

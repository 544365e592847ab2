// SPDX-License-Identifier: EUPL-1.2
// server/http/passwords.cpp

#include "server/http/passwords.hpp"

#include <array>
#include <semaphore>

#include <sodium.h>

#include "base/text.hpp"

namespace etabli::http {

namespace {

std::counting_semaphore<2>& room()
{
    static std::counting_semaphore<2> two(2);
    return two;
}

struct Held {
    Held() { room().acquire(); }
    ~Held() { room().release(); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
};

} // namespace

Result<std::string> password_hash(std::string_view password)
{
    const auto length = plain_text_length(password);
    if (!length || *length < password_length_min)
        return Problem::of_field("/password", "password.too_short");
    if (password.size() > password_length_max)
        return Problem::of_field("/password", "text.too_long");
    const Held held;
    std::array<char, crypto_pwhash_STRBYTES> hash {};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Problem("server.busy", "no memory for a password digest");
    return std::string(hash.data());
}

bool password_fits(const std::string& hash, std::string_view password)
{
    if (password.size() > password_length_max)
        return false;
    const Held held;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void waste_a_hash(std::string_view password)
{
    static const auto known = password_hash("a password nobody has");
    if (known.ok())
        static_cast<void>(password_fits(known.value(), password));
}

} // namespace etabli::http

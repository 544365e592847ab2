// SPDX-License-Identifier: EUPL-1.2
// server/http/passwords.cpp

#include "server/http/passwords.hpp"

#include <array>
#include <atomic>
#include <optional>
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

/// Who is in or waits at the door. Beyond this they are sent away: a crowd of sign-ins must not hold every worker.
constexpr int crowd_max = 6;
std::atomic<int> crowd { 0 };

class Held {
public:
    Held() : held_(++crowd <= crowd_max)
    {
        if (held_)
            room().acquire();
    }
    ~Held()
    {
        if (held_)
            room().release();
        --crowd;
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    explicit operator bool() const { return held_; }

private:
    bool held_;
};

/// Nothing when there is no memory left for one.
std::optional<std::string> digest_of(std::string_view password)
{
    std::array<char, crypto_pwhash_STRBYTES> digest {};
    if (crypto_pwhash_str_alg(digest.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return std::nullopt;
    return digest.data();
}

} // namespace

Result<std::string> password_hash(std::string_view password)
{
    const auto length = plain_text_length(password);
    if (!length || *length < password_length_min)
        return Problem::of_field("/password", "password.too_short");
    if (password.size() > password_length_max)
        return Problem::of_field("/password", "text.too_long");
    const Held held;
    if (!held)
        return Problem("server.busy", "too many passwords at once");
    auto digest = digest_of(password);
    if (!digest)
        return Problem("server.busy", "no memory for a password digest");
    return *std::move(digest);
}

Result<bool> password_fits(const std::string& hash, std::string_view password)
{
    if (password.size() > password_length_max)
        return false;
    const Held held;
    if (!held)
        return Problem("server.busy", "too many passwords at once");
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

Result<void> waste_a_hash(std::string_view password)
{
    // Made once, whatever the crowd at the door: without it a refusal would come at once, and tell.
    static const auto nobodys = digest_of("a password nobody has").value_or("");
    TRY(password_fits(nobodys, password));
    return {};
}

} // namespace etabli::http

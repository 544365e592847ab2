// SPDX-License-Identifier: EUPL-1.2
// server/http/passwords.hpp
//
// Passwords as argon2id digests (libsodium, 64 MiB, about 60 ms). At most two are computed at once: each takes
// that memory, and a crowd signing in must not take it all.

#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace etabli::http {

inline constexpr std::size_t password_length_min = 12; // ANSSI/CNIL 2022: 12 characters where nothing else is asked
inline constexpr std::size_t password_length_max = 200;

Result<std::string> password_hash(std::string_view password);
Result<bool> password_fits(const std::string& hash, std::string_view password);
/// The time a refused sign-in takes when there is no such account: the same as when there is one.
Result<void> waste_a_hash(std::string_view password);

} // namespace etabli::http

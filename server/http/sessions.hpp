// SPDX-License-Identifier: EUPL-1.2
// server/http/sessions.hpp
//
// Who is asking: the cookie, its session, the person; and whether a request that changes something comes from
// our own pages.

#pragma once

#include "server/http/call.hpp"

namespace etabli::http {

inline constexpr std::string_view session_cookie = "etabli_session";

/// The person whose session the cookie opens; nothing when there is none or it is over.
Result<std::optional<Reader>> signed_in_person(const Request& request, Context& context);

/// A page of another site may make a browser send our cookie; it cannot make it hide where it comes from.
Result<void> same_origin(const Request& request, const Settings& settings);

std::string session_cookie_header(std::string_view token, const Settings& settings);
std::string ended_session_cookie_header(const Settings& settings);

} // namespace etabli::http

// SPDX-License-Identifier: EUPL-1.2
// server/http/incoming.hpp
//
// From what arrived on the wire to a Request, refusing what the parser lets through: no Host, an unknown
// Transfer-Encoding, folded headers, a path that is not plain UTF-8.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/message.hpp"

namespace etabli::http {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// True as soon as the bytes of a head, complete or not, hold what no head may: a NUL, a line end of one byte.
bool has_stray_bytes(std::string_view head);
/// What is wrong in the bytes of a complete head that the parser would accept.
std::optional<Problem> raw_header_problem(std::string_view head);

/// Fills `request`, or says why not.
std::optional<Problem> incoming(WireRequest& message, std::string peer, Request& request);

const std::vector<std::pair<std::string, std::string>>& security_headers();
/// The head of a stream of server-sent events.
std::string stream_head();

} // namespace etabli::http

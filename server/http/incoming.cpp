// SPDX-License-Identifier: EUPL-1.2
// server/http/incoming.cpp

#include "server/http/incoming.hpp"

#include "base/text.hpp"

namespace etabli::http {

namespace {

constexpr std::size_t path_segments_max = 12;
constexpr std::size_t query_members_max = 24;

std::optional<std::string> percent_decoded(std::string_view text)
{
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out.push_back(text[at]);
            continue;
        }
        if (at + 2 >= text.size() || digit(text[at + 1]) < 0 || digit(text[at + 2]) < 0)
            return std::nullopt;
        out.push_back(static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2])));
        at += 2;
    }
    if (!plain_text_length(out))
        return std::nullopt;
    return out;
}

std::string plus_to_space(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c == '+')
            c = ' ';
    return out;
}

bool read_target(std::string_view target, Request& request)
{
    const auto question = target.find('?');
    const auto path = target.substr(0, question);
    if (!path.starts_with('/'))
        return false;
    for (const auto part : split(path.substr(1), '/')) {
        const auto segment = percent_decoded(part);
        if (!segment || *segment == ".." || segment->find('/') != std::string::npos)
            return false;
        request.path += "/" + *segment;
        request.segments.push_back(*segment);
    }
    if (request.segments.size() > path_segments_max)
        return false;
    if (question == target.npos)
        return true;
    for (const auto part : split(target.substr(question + 1), '&')) {
        if (part.empty())
            continue;
        const auto equals = part.find('=');
        const auto name = percent_decoded(plus_to_space(part.substr(0, equals)));
        const auto value
            = equals == part.npos ? std::optional<std::string>("") : percent_decoded(plus_to_space(part.substr(equals + 1)));
        if (!name || !value || request.query.size() >= query_members_max)
            return false;
        request.query[*name] = *value;
    }
    return true;
}

} // namespace

bool has_stray_bytes(std::string_view head)
{
    for (std::size_t at = 0; at < head.size(); ++at) {
        const bool lone_feed = head[at] == '\n' && (at == 0 || head[at - 1] != '\r');
        const bool lone_return = head[at] == '\r' && at + 1 < head.size() && head[at + 1] != '\n';
        if (head[at] == '\0' || lone_feed || lone_return)
            return true;
    }
    return false;
}

std::optional<Problem> raw_header_problem(std::string_view head)
{
    if (has_stray_bytes(head))
        return Problem("request.malformed", "stray bytes");
    if (head.find("\r\n ") != head.npos || head.find("\r\n\t") != head.npos)
        return Problem("request.malformed", "a folded header");
    return std::nullopt;
}

std::optional<Problem> incoming(WireRequest& message, std::string peer, Request& request)
{
    namespace beast = boost::beast::http;
    switch (message.method()) {
    case beast::verb::get:
    case beast::verb::head:
        request.method = Method::Get;
        break;
    case beast::verb::post:
        request.method = Method::Post;
        break;
    case beast::verb::put:
        request.method = Method::Put;
        break;
    case beast::verb::delete_:
        request.method = Method::Delete;
        break;
    case beast::verb::options:
        request.method = Method::Options;
        break;
    default:
        return Problem("request.method_not_allowed");
    }
    if (message.version() >= 11 && message.count(beast::field::host) != 1)
        return Problem("request.malformed", "exactly one Host is needed");
    const auto encodings = message.count(beast::field::transfer_encoding);
    if (encodings > 1 || (encodings == 1 && message.version() < 11)
        || (encodings == 1 && !boost::beast::iequals(message[beast::field::transfer_encoding], "chunked")))
        return Problem("request.malformed", "an unknown Transfer-Encoding");
    const auto target = message.target();
    if (!read_target(std::string_view(target.data(), target.size()), request))
        return Problem("request.malformed", "the path cannot be read");
    for (const auto name : { beast::field::host, beast::field::origin, beast::field::cookie, beast::field::content_type,
             beast::field::accept_encoding, beast::field::accept_language, beast::field::if_none_match }) {
        const auto value = message[name];
        if (!value.empty())
            request.headers[lower_ascii(std::string_view(beast::to_string(name)))] = std::string(value);
    }
    auto [hop, last_hop] = message.equal_range("x-forwarded-for");
    for (; hop != last_hop; ++hop) { // each proxy may add a line of its own
        auto& all = request.headers["x-forwarded-for"];
        all += (all.empty() ? "" : ", ") + std::string(hop->value());
    }
    for (const auto* name : { "x-forwarded-proto", "sec-fetch-site", "idempotency-key", "x-participant" }) {
        const auto value = message[name];
        if (!value.empty())
            request.headers[name] = std::string(value);
    }
    request.peer = std::move(peer);
    request.body = std::move(message.body());
    return std::nullopt;
}

const std::vector<std::pair<std::string, std::string>>& security_headers()
{
    static const std::vector<std::pair<std::string, std::string>> all {
        { "Content-Security-Policy", content_policy() },
        { "X-Content-Type-Options", "nosniff" },
        { "Referrer-Policy", "no-referrer" },
        { "Cross-Origin-Opener-Policy", "same-origin" },
        { "Permissions-Policy", "camera=(), microphone=(), geolocation=()" },
        { "Cache-Control", "no-store" },
    };
    return all;
}

std::string stream_head()
{
    std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
                       "X-Accel-Buffering: no\r\n";
    for (const auto& [name, value] : security_headers())
        head.append(name).append(": ").append(value).append("\r\n");
    return head + "\r\nretry: 2000\n\n";
}

} // namespace etabli::http

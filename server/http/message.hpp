// SPDX-License-Identifier: EUPL-1.2
// server/http/message.hpp
//
// A request and a response as the rest of the server sees them: plain values, without the HTTP library.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace etabli::http {

/// Options: a browser asks beforehand whether a page from elsewhere may send.
enum class Method { Get, Post, Put, Delete, Options };

struct Request {
    Method method = Method::Get;
    std::string path; // decoded, without the query
    std::vector<std::string> segments;
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers; // lower-case names; only those we use are kept
    std::string body;
    std::string peer; // the address of the other end, after a trusted proxy was believed

    std::string_view header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
    std::optional<std::string> cookie(std::string_view name) const;
};

/// The Content-Security-Policy of a page: it speaks to this server, and to `urn` when it is one whose ballots go elsewhere.
std::string content_policy(std::string_view urn = {});

struct Response {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// Set for a stream of server-sent events: the connection stays open and hears of these topics.
    std::optional<std::vector<std::string>> stream_topics;

    static Response of_json(const json::value& value, int status = 200);
    /// The catalogue's status and code, the fields that are wrong, and what the thing has become if it is stale.
    static Response of_problem(const Problem& problem);
};

} // namespace etabli::http

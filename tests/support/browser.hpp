// SPDX-License-Identifier: EUPL-1.2
// tests/support/browser.hpp
//
// Somebody at the other end of HTTP: keeps their cookie, says what they got.

#pragma once

#include <map>
#include <string>

#include "base/fields.hpp"

namespace etabli::tests {

struct Reply {
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers; // lower-case names

    /// The body as JSON; null when it is none.
    json::value json() const;
    /// The `data` member.
    json::value data() const { return json().at("data"); }
    /// The `data` member as it travelled, byte for byte.
    std::string data_text() const;
    bool may(std::string_view ability) const;
    /// The problem's code, or nothing.
    std::string code() const;
    /// "/ends_on date.before_start": the first field that is refused, and why; the problem's code where no field is.
    std::string first_error() const;
};

class Browser {
public:
    explicit Browser(std::string address) : address_(std::move(address)) { }

    Reply get(const std::string& path) { return send("GET", path, {}); }
    Reply post(const std::string& path, const json::value& body) { return send("POST", path, json_text(body)); }
    Reply put(const std::string& path, const json::value& body) { return send("PUT", path, json_text(body)); }
    Reply remove(const std::string& path) { return send("DELETE", path, {}); }
    /// For what no page of ours would send.
    Reply send(const std::string& method, const std::string& path, const std::string& body);

    void set_header(const std::string& name, const std::string& value) { headers_[name] = value; }
    void set_cookie(const std::string& cookie) { cookie_ = cookie; }
    const std::string& cookie() const { return cookie_; }

private:
    std::string address_;
    std::string cookie_;
    std::map<std::string, std::string> headers_;
};

} // namespace etabli::tests

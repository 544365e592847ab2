// SPDX-License-Identifier: EUPL-1.2
// tests/support/wire.hpp
//
// A raw connection: sends exactly these bytes, reads exactly what comes. For what no decent client would do.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace etabli::tests {

class Wire {
public:
    explicit Wire(std::uint16_t port);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// False when the other end has closed.
    bool send(std::string_view bytes);
    void half_close();
    /// One whole response, by its Content-Length; what came when the connection ended first.
    std::string response();
    /// The head alone, of an answer to HEAD or of a stream.
    std::string head();
    /// Everything up to and with `mark`, or what came within the time.
    std::string until(std::string_view mark, std::chrono::milliseconds wait = std::chrono::seconds(5));
    /// True when the other end has closed, within the time.
    bool closed(std::chrono::milliseconds wait = std::chrono::seconds(5));

private:
    bool more(std::chrono::milliseconds wait);

    int socket_ = -1;
    std::string unread_;
};

/// 0 when there is no status line.
int status_of(const std::string& response);

} // namespace etabli::tests

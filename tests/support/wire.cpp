// SPDX-License-Identifier: EUPL-1.2
// tests/support/wire.cpp

#include "tests/support/wire.hpp"

#include <array>
#include <utility>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/text.hpp"

namespace etabli::tests {

using namespace std::chrono_literals;

Wire::Wire(std::uint16_t port)
{
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

Wire::~Wire()
{
    if (socket_ >= 0)
        ::close(socket_);
}

bool Wire::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Wire::half_close()
{
    ::shutdown(socket_, SHUT_WR);
}

bool Wire::more(std::chrono::milliseconds wait)
{
    pollfd waiting { socket_, POLLIN, 0 };
    if (::poll(&waiting, 1, static_cast<int>(wait.count())) != 1)
        return false;
    std::array<char, 65536> bytes {};
    const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0)
        return false;
    unread_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

std::string Wire::until(std::string_view mark, std::chrono::milliseconds wait)
{
    const auto end = std::chrono::steady_clock::now() + wait;
    while (unread_.find(mark) == std::string::npos) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left <= 0ms || !more(left))
            return std::exchange(unread_, {});
    }
    const auto length = unread_.find(mark) + mark.size();
    auto found = unread_.substr(0, length);
    unread_.erase(0, length);
    return found;
}

std::string Wire::head()
{
    return until("\r\n\r\n");
}

std::string Wire::response()
{
    auto all = head();
    const auto lower = lower_ascii(all);
    const auto at = lower.find("content-length: ");
    const std::size_t length = at == std::string::npos ? 0 : std::stoul(all.substr(at + 16));
    while (unread_.size() < length && more(5s))
        continue;
    all += unread_.substr(0, length);
    unread_.erase(0, length);
    return all;
}

bool Wire::closed(std::chrono::milliseconds wait)
{
    const auto end = std::chrono::steady_clock::now() + wait;
    while (std::chrono::steady_clock::now() < end) {
        pollfd waiting { socket_, POLLIN, 0 };
        std::array<char, 4096> bytes {};
        if (::poll(&waiting, 1, 50) == 1 && ::recv(socket_, bytes.data(), bytes.size(), 0) <= 0)
            return true;
    }
    return false;
}

int status_of(const std::string& response)
{
    return response.starts_with("HTTP/1.") && response.size() > 12 ? std::stoi(response.substr(9, 3)) : 0;
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// server/http/server.hpp
//
// Listening. One thread of network, a bounded pool of workers that run ordinary functions, and streams of
// server-sent events. Everything has a bound: bytes, seconds, connections, requests waiting.

#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "server/http/live.hpp"
#include "server/http/message.hpp"

namespace etabli::http {

/// How long the other end may take. A person on a bad network needs less; who takes longer holds a place.
struct Waits {
    std::chrono::milliseconds header { 10'000 };
    std::chrono::milliseconds body { 30'000 };
    std::chrono::milliseconds idle { 75'000 };
    std::chrono::milliseconds write { 30'000 };
    std::chrono::milliseconds heartbeat { 20'000 };
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    /// "10.0.0.0/8, fd00::/8": whose X-Forwarded-For is believed; empty for nobody's.
    std::string trusted_proxy;
    std::size_t connections_max = 8000; // a large hospital’s phones at the same minute
    Waits waits {};
    int workers = 16; // they mostly wait for the disk; more of them make larger group commits
};

/// What the server answers with: called on a worker, must not throw.
using Application = std::function<Response(Request&)>;

class Server {
public:
    /// Listens from here on; `server.busy` when the port is taken, `request.invalid` when the trusted proxy is
    /// no network.
    static Result<std::unique_ptr<Server>> open(const ServerSettings& settings, Application application, Live& live);

    virtual ~Server() = default;
    virtual std::uint16_t port() const = 0;
    /// Serves until `stop` is called or SIGINT or SIGTERM arrives; then finishes what was begun.
    virtual void run() = 0;
    virtual void stop() = 0;
    /// Connections open now.
    virtual std::size_t connections() const = 0;
};

} // namespace etabli::http

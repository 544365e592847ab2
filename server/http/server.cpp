// SPDX-License-Identifier: EUPL-1.2
// server/http/server.cpp
//
// The only file that listens; with deadline.hpp and incoming.hpp the only one that knows Boost.Beast and Asio.
// Coroutines stay here: g++ 12.2 destroys some aggregate temporaries twice in an expression that holds co_await,
// so every argument below is a named value.

#include "server/http/server.hpp"

#include <atomic>
#include <deque>
#include <set>

#include <sys/resource.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <spdlog/spdlog.h>

#include "base/fields.hpp"
#include "server/http/deadline.hpp"
#include "server/http/incoming.hpp"
#include "server/http/proxy.hpp"

namespace etabli::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t header_bytes_max = 16 * 1024;
constexpr std::uint64_t body_bytes_max = 4 * 1024 * 1024; // a pasted table of 5,000 places is under 1 MiB
constexpr std::size_t waiting_max = 1024;
/// Descriptors beside the connections: the database, the log, what a worker opens.
constexpr rlim_t other_descriptors = 200;
/// What is under way has two seconds to finish once asked to stop.
constexpr auto closing_round = std::chrono::milliseconds(20);
constexpr int closing_rounds_max = 100;

using Parser = beast::http::request_parser<beast::http::string_body>;
using Wire = beast::http::response<beast::http::string_body>;

Problem parse_problem(const error_code& error)
{
    if (error == beast::http::error::header_limit)
        return { "request.headers_too_large" };
    if (error == beast::http::error::body_limit)
        return { "request.too_large" };
    return { "request.malformed", error.message() };
}

Wire on_wire(Response&& response, unsigned version, bool keep_alive)
{
    Wire wire { static_cast<beast::http::status>(response.status), version };
    wire.set(beast::http::field::content_type, response.content_type);
    for (const auto& [name, value] : response.headers)
        wire.insert(name, value);
    for (const auto& [name, value] : security_headers())
        if (wire.find(name) == wire.end())
            wire.set(name, value);
    wire.keep_alive(keep_alive);
    wire.body() = std::move(response.body);
    wire.prepare_payload();
    return wire;
}

/// The usual limit of 1,024 open files is less than the connections we mean to hold.
void allow_descriptors(std::size_t connections)
{
    rlimit limit {};
    const rlim_t wanted = connections + other_descriptors;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < wanted)
        spdlog::warn("only {} files may be open: fewer connections than meant", limit.rlim_cur);
}

class BeastServer final : public Server {
public:
    BeastServer(const ServerSettings& settings, Application application, Live& live)
        : settings_(settings)
        , application_(std::move(application))
        , live_(live)
        , workers_(static_cast<std::size_t>(settings.workers))
    {
    }

    Result<void> listen()
    {
        proxies_ = TRY(TrustedProxies::parse(settings_.trusted_proxy));
        allow_descriptors(settings_.connections_max);
        error_code error;
        const auto address = asio::ip::make_address(settings_.address, error);
        if (error)
            return Problem("request.malformed", "the address to listen on is not one");
        const tcp::endpoint endpoint(address, settings_.port);
        acceptor_.open(endpoint.protocol(), error);
        if (!error)
            acceptor_.set_option(asio::socket_base::reuse_address(true), error);
        if (!error)
            acceptor_.bind(endpoint, error);
        if (!error)
            acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return Problem("server.busy", "cannot listen: " + error.message());
        return {};
    }

    std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

    void run() override
    {
        asio::co_spawn(network_, accept_loop(), asio::detached);
        asio::signal_set signals(network_, SIGINT, SIGTERM);
        signals.async_wait([this](const error_code& error, int) {
            if (!error)
                close_all();
        });
        network_.run();
        workers_.join();
        // Streams that were open when we stopped: nobody may speak to them any more.
        for (const auto number : std::exchange(streams_, {}))
            live_.leave(number);
    }

    std::size_t connections() const override { return connections_; }

    void stop() override
    {
        asio::post(network_, [this] { close_all(); });
    }

private:
    /// What was accepted is answered; new connections are refused, idle and streaming ones closed.
    void close_all()
    {
        stopping_ = true;
        error_code ignored;
        acceptor_.close(ignored);
        finish_or_wait(closing_rounds_max);
    }

    void finish_or_wait(int rounds)
    {
        // One round more than the last answer needs: it is being written when `waiting_` falls to zero.
        if (rounds <= 0 || (waiting_ == 0 && rounds < closing_rounds_max - 1))
            return network_.stop();
        closing_.expires_after(closing_round);
        closing_.async_wait([this, rounds](const error_code&) { finish_or_wait(rounds - 1); });
    }

    asio::awaitable<void> accept_loop()
    {
        while (!stopping_) {
            error_code error;
            tcp::socket socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
            if (stopping_)
                co_return;
            if (error) { // out of descriptors: wait for some to be freed rather than spin
                asio::steady_timer pause(network_, std::chrono::milliseconds(100));
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            if (connections_ >= settings_.connections_max)
                continue; // the socket closes as it goes out of scope
            socket.set_option(tcp::no_delay(true), error);
            ++connections_;
            auto stream = std::make_shared<Stream>(std::move(socket));
            asio::co_spawn(network_, serve(stream), [this](const std::exception_ptr&) { --connections_; });
        }
    }

    asio::awaitable<void> serve(std::shared_ptr<Stream> stream)
    {
        beast::flat_buffer buffer(header_bytes_max + body_bytes_max);
        bool first = true;
        stream->expires_never();
        while (!stopping_) {
            const bool idle = !std::exchange(first, false) && buffer.size() == 0;
            const std::optional<Problem> refused
                = co_await read_header_bytes(stream, buffer, idle ? settings_.waits.idle : settings_.waits.header);
            if (refused) {
                co_await answer_and_close(stream, *refused);
                co_return;
            }
            if (buffer.size() == 0)
                co_return;
            const bool again = co_await serve_one(stream, buffer);
            if (!again)
                co_return;
        }
    }

    /// Until the blank line; looks at the raw bytes for what the parser lets through.
    asio::awaitable<std::optional<Problem>> read_header_bytes(
        std::shared_ptr<Stream> stream, beast::flat_buffer& buffer, std::chrono::milliseconds wait)
    {
        Deadline deadline(stream, wait);
        while (true) {
            const std::string_view raw(static_cast<const char*>(buffer.data().data()), buffer.size());
            const auto end = raw.find("\r\n\r\n");
            if (end != raw.npos)
                co_return raw_header_problem(raw.substr(0, end + 2));
            if (has_stray_bytes(raw))
                co_return Problem("request.malformed", "stray bytes");
            if (raw.size() >= header_bytes_max)
                co_return Problem("request.headers_too_large");
            error_code error;
            const auto room = buffer.prepare(std::min<std::size_t>(4096, header_bytes_max + 4 - raw.size()));
            const std::size_t got = co_await stream->async_read_some(room, asio::redirect_error(asio::use_awaitable, error));
            buffer.commit(got);
            if (deadline.over() && buffer.size() > 0)
                co_return Problem("request.too_slow");
            if (error) {
                if (buffer.size() > 0 && error == asio::error::eof)
                    co_return Problem("request.malformed", "half a request");
                buffer.clear();
                co_return std::nullopt;
            }
            if (buffer.size() == got) // the first bytes of a request: its head has ten seconds to arrive
                deadline.begin(settings_.waits.header);
        }
    }

    asio::awaitable<bool> serve_one(std::shared_ptr<Stream> stream, beast::flat_buffer& buffer)
    {
        Parser parser;
        parser.header_limit(header_bytes_max);
        parser.body_limit(body_bytes_max);
        std::optional<Deadline> deadline;
        deadline.emplace(stream, settings_.waits.body);
        error_code error;
        co_await beast::http::async_read_header(*stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
        if (!error && beast::iequals(parser.get()[beast::http::field::expect], "100-continue")) {
            const std::string go_on("HTTP/1.1 100 Continue\r\n\r\n");
            co_await asio::async_write(*stream, asio::buffer(go_on), asio::redirect_error(asio::use_awaitable, error));
        }
        if (!error)
            co_await beast::http::async_read(*stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
        const bool too_slow = deadline->over();
        deadline.reset();
        if (error) {
            const Problem problem = too_slow ? Problem("request.too_slow") : parse_problem(error);
            co_await answer_and_close(stream, problem);
            co_return false;
        }
        auto message = std::make_shared<beast::http::request<beast::http::string_body>>(parser.release());
        auto request = std::make_shared<Request>();
        const std::optional<Problem> refused = incoming(*message, peer_of(*stream), *request);
        if (refused) {
            co_await answer_and_close(stream, *refused);
            co_return false;
        }
        if (!proxies_.trusts(request->peer))
            request->headers.erase("x-forwarded-proto");
        request->peer = proxies_.client(request->peer, request->header("x-forwarded-for"));
        if (waiting_ >= waiting_max) {
            const Problem busy("server.busy", "too many requests waiting");
            co_await answer_and_close(stream, busy);
            co_return false;
        }
        ++waiting_;
        Response response = co_await asio::co_spawn(workers_, on_worker(request), asio::use_awaitable);
        --waiting_;
        const bool is_head = message->method() == beast::http::verb::head;
        if (response.stream_topics && !is_head && streams_.size() >= settings_.connections_max / 2) {
            const Problem busy("server.busy", "too many live screens");
            co_await answer_and_close(stream, busy);
            co_return false;
        }
        if (response.stream_topics && !is_head) {
            const std::vector<std::string> topics = *response.stream_topics;
            co_await stream_events(stream, topics);
            co_return false;
        }
        const bool keep_alive = message->keep_alive() && !stopping_;
        Wire wire = on_wire(std::move(response), message->version(), keep_alive);
        if (is_head)
            wire.body().clear();
        stream->expires_after(settings_.waits.write);
        co_await beast::http::async_write(*stream, wire, asio::redirect_error(asio::use_awaitable, error));
        stream->expires_never();
        if (error || !keep_alive) {
            co_await say_goodbye(stream);
            co_return false;
        }
        co_return true;
    }

    asio::awaitable<Response> on_worker(std::shared_ptr<Request> request) { co_return application_(*request); }

    asio::awaitable<void> answer_and_close(std::shared_ptr<Stream> stream, Problem problem)
    {
        Response response = Response::of_problem(problem);
        Wire wire = on_wire(std::move(response), 11, false);
        stream->expires_after(settings_.waits.write);
        error_code error;
        co_await beast::http::async_write(*stream, wire, asio::redirect_error(asio::use_awaitable, error));
        co_await say_goodbye(stream);
    }

    /// Half-close, then read what is still coming for a moment: closing at once would reset the connection and
    /// could destroy our answer before it is read.
    asio::awaitable<void> say_goodbye(std::shared_ptr<Stream> stream)
    {
        error_code error;
        stream->socket().shutdown(tcp::socket::shutdown_send, error);
        stream->expires_after(std::chrono::seconds(1));
        std::array<char, 4096> unread {};
        for (int rounds = 0; !error && rounds < 64; ++rounds)
            co_await stream->async_read_some(asio::buffer(unread), asio::redirect_error(asio::use_awaitable, error));
    }

    asio::awaitable<void> stream_events(std::shared_ptr<Stream> stream, std::vector<std::string> topics)
    {
        auto changed = std::make_shared<std::deque<std::string>>();
        auto wake = std::make_shared<asio::steady_timer>(network_);
        const auto gone = std::make_shared<bool>(false);
        const auto unread = std::make_shared<std::array<char, 64>>();
        // A listener says nothing: whatever arrives, the end above all, means that they have left.
        stream->socket().async_read_some(asio::buffer(*unread), [stream, wake, gone, unread](const error_code&, std::size_t) {
            *gone = true;
            wake->cancel();
        });
        const auto number = live_.listen(topics, [this, changed, wake](const std::string& topic) {
            asio::post(network_, [changed, wake, topic] {
                if (std::find(changed->begin(), changed->end(), topic) == changed->end())
                    changed->push_back(topic);
                wake->cancel();
            });
        });
        streams_.insert(number);
        std::string text = stream_head();
        error_code error;
        while (!error && !stopping_ && !*gone) {
            stream->expires_after(settings_.waits.write);
            co_await asio::async_write(*stream, asio::buffer(text), asio::redirect_error(asio::use_awaitable, error));
            stream->expires_never();
            if (error)
                break;
            if (changed->empty() && !*gone) {
                wake->expires_after(settings_.waits.heartbeat);
                error_code woken;
                co_await wake->async_wait(asio::redirect_error(asio::use_awaitable, woken));
            }
            text = changed->empty() ? std::string(": still here\n\n") : std::string();
            for (const auto& topic : *changed)
                text += "event: changed\ndata: " + json_text(json::object { { "topic", topic } }) + "\n\n";
            changed->clear();
        }
        live_.leave(number);
        streams_.erase(number);
        error_code ignored;
        stream->socket().cancel(ignored); // the read above, which holds the stream
    }

    std::string peer_of(Stream& stream) const
    {
        error_code error;
        const auto endpoint = stream.socket().remote_endpoint(error);
        return error ? std::string() : endpoint.address().to_string();
    }

    ServerSettings settings_;
    Application application_;
    Live& live_;
    TrustedProxies proxies_;
    std::set<std::uint64_t> streams_;
    asio::io_context network_ { 1 };
    asio::thread_pool workers_;
    tcp::acceptor acceptor_ { network_ };
    asio::steady_timer closing_ { network_ };
    std::atomic<std::size_t> connections_ = 0;
    std::size_t waiting_ = 0;
    bool stopping_ = false;
};

} // namespace

Result<std::unique_ptr<Server>> Server::open(const ServerSettings& settings, Application application, Live& live)
{
    auto server = std::make_unique<BeastServer>(settings, std::move(application), live);
    TRY(server->listen());
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace etabli::http

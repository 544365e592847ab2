// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/wire_test.cpp
//
// The server against what arrives on a wire: broken, hostile, slow, cut. One handler that says what it was
// asked; no database.

#include <thread>

#include <gtest/gtest.h>

#include "base/fields.hpp"
#include "server/http/server.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/wire.hpp"

namespace etabli::tests {

using namespace std::chrono_literals;

class OnTheWire : public testing::Test {
protected:
    void SetUp() override
    {
        settings_.port = 0;
        settings_.workers = 2;
        settings_.waits = { .header = 400ms, .body = 400ms, .idle = 800ms, .write = 2s, .heartbeat = 150ms };
    }
    void TearDown() override
    {
        if (!server_)
            return;
        server_->stop();
        serving_.join();
        EXPECT_EQ(live_.listeners(), 0U);
    }

    Wire connect()
    {
        if (!server_) {
            server_ = must(http::Server::open(settings_, answer, live_));
            serving_ = std::thread([this] { server_->run(); });
        }
        return Wire(server_->port());
    }

    static http::Response answer(http::Request& request)
    {
        http::Response response;
        if (request.path == "/stream") {
            response.stream_topics = { request.query["topic"] };
            return response;
        }
        if (request.path == "/slow")
            std::this_thread::sleep_for(200ms);
        response.body
            = json_text(json::object { { "path", request.path }, { "length", request.body.size() }, { "peer", request.peer } });
        return response;
    }

    /// Sends these bytes and says the status of the answer; 0 for a connection closed without one.
    int status(const std::string& bytes)
    {
        auto wire = connect();
        wire.send(bytes);
        return status_of(wire.response());
    }
    bool eventually(const std::function<bool()>& holds)
    {
        for (int round = 0; round < 200; ++round, std::this_thread::sleep_for(10ms))
            if (holds())
                return true;
        return false;
    }

    http::ServerSettings settings_;
    http::Live live_;
    std::unique_ptr<http::Server> server_;
    std::thread serving_;
};

TEST_F(OnTheWire, what_is_not_http_as_we_speak_it_is_refused_with_an_answer)
{
    struct Case {
        const char* what;
        std::string bytes;
        int status;
    };
    const std::string host = "Host: x\r\n";
    for (const auto& [what, bytes, expected] : std::vector<Case> {
             { "as it should be", "GET / HTTP/1.1\r\n" + host + "\r\n", 200 },
             { "HTTP/1.0 needs no Host", "GET / HTTP/1.0\r\n\r\n", 200 },
             { "no Host", "GET / HTTP/1.1\r\n\r\n", 400 },
             { "two Hosts", "GET / HTTP/1.1\r\n" + host + "Host: y\r\n\r\n", 400 },
             { "an unknown encoding", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n", 400 },
             { "two encodings",
                 "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                 400 },
             { "a list of encodings", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400 },
             { "chunks on HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400 },
             { "two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400 },
             { "a length and chunks",
                 "POST / HTTP/1.1\r\n" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400 },
             { "a negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400 },
             { "a folded header", "GET / HTTP/1.1\r\n" + host + "X-Long: a\r\n b\r\n\r\n", 400 },
             { "bare line feeds", "GET / HTTP/1.1\nHost: x\n\n", 400 },
             { "one bare line feed", "GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n", 400 },
             { "a bare return", "GET / HTTP/1.1\r\nHost: x\rX: y\r\n\r\n", 400 },
             { "a NUL", std::string("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 29), 400 },
             { "a blank before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400 },
             { "something else altogether", "\x16\x03\x01\x02\r\n\r\n", 400 },
             { "an escape that is none", "GET /%zz HTTP/1.1\r\n" + host + "\r\n", 400 },
             { "a NUL in an escape", "GET /a%00b HTTP/1.1\r\n" + host + "\r\n", 400 },
             { "a path that climbs", "GET /a/%2e%2e/b HTTP/1.1\r\n" + host + "\r\n", 400 },
             { "a slash in an escape", "GET /a%2Fb HTTP/1.1\r\n" + host + "\r\n", 400 },
             { "no UTF-8", "GET /%ff HTTP/1.1\r\n" + host + "\r\n", 400 },
             { "an unknown method", "PATCH / HTTP/1.1\r\n" + host + "\r\n", 405 },
             { "a header without end", "GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'x') + "\r\n\r\n", 431 },
             { "a body too large", "POST / HTTP/1.1\r\n" + host + "Content-Length: 99999999999\r\n\r\n", 413 },
             { "a chunk too large",
                 "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n" + std::string(100'000, 'x'),
                 413 },
             { "a chunk that is none", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400 },
             { "chunks as they should be",
                 "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 200 },
         })
        EXPECT_EQ(status(bytes), expected) << what;
}

TEST_F(OnTheWire, half_a_request_then_nothing_is_answered_and_closed)
{
    for (const std::string bytes :
        { "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc" }) {
        auto wire = connect();
        wire.send(bytes);
        wire.half_close();
        EXPECT_EQ(status_of(wire.response()), 400) << bytes;
        EXPECT_TRUE(wire.closed());
    }
}

TEST_F(OnTheWire, who_sends_a_letter_at_a_time_is_told_that_it_takes_too_long)
{
    auto wire = connect();
    const std::string bytes = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: very";
    for (std::size_t at = 0; at < bytes.size() && wire.send(bytes.substr(at, 1)); ++at)
        std::this_thread::sleep_for(20ms);
    EXPECT_EQ(status_of(wire.response()), 408);
    EXPECT_TRUE(wire.closed());

    auto body = connect();
    body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(status_of(body.response()), 408);
    EXPECT_TRUE(body.closed());
}

TEST_F(OnTheWire, a_connection_that_says_nothing_is_closed_without_a_word)
{
    auto wire = connect();
    EXPECT_EQ(wire.until("\n", 2s), "");
    EXPECT_TRUE(wire.closed());
    EXPECT_TRUE(eventually([&] { return server_->connections() == 0; }));
}

TEST_F(OnTheWire, a_connection_is_used_again_and_pipelined_requests_are_answered_in_order)
{
    auto wire = connect();
    for (const char* path : { "/one", "/two" }) {
        wire.send(std::string("GET ") + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_NE(wire.response().find(path), std::string::npos);
    }
    wire.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\nPOST /four HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nabGET /five "
              "HTTP/1.1\r\nHost: x\r\n\r\n");
    for (const char* path : { "/slow", "/four", "/five" })
        EXPECT_NE(wire.response().find(path), std::string::npos) << path;
    EXPECT_TRUE(wire.closed(3s)) << "an idle connection ends";
}

TEST_F(OnTheWire, who_has_said_everything_still_gets_the_answer)
{
    auto wire = connect();
    wire.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    wire.half_close();
    EXPECT_EQ(status_of(wire.response()), 200);
    EXPECT_TRUE(wire.closed());
}

TEST_F(OnTheWire, head_is_get_without_its_body)
{
    auto wire = connect();
    wire.send("HEAD /one HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = wire.head();
    EXPECT_EQ(status_of(head), 200);
    EXPECT_NE(head.find("Content-Length: "), std::string::npos);
    EXPECT_EQ(head.find("Content-Length: 0\r"), std::string::npos);
    wire.send("GET /two HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(wire.response()), 200) << "no byte of a body stands between";
    auto stream = connect();
    stream.send("HEAD /stream?topic=a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status_of(stream.head()), 200);
    EXPECT_EQ(live_.listeners(), 0U);
}

TEST_F(OnTheWire, who_asks_first_is_told_to_go_on)
{
    auto wire = connect();
    wire.send("POST /one HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(status_of(wire.head()), 100);
    wire.send("abc");
    EXPECT_EQ(status_of(wire.response()), 200);
}

TEST_F(OnTheWire, one_connection_too_many_is_closed_and_the_others_go_on)
{
    settings_.connections_max = 5;
    std::vector<std::unique_ptr<Wire>> held;
    connect();
    ASSERT_TRUE(eventually([&] { return server_->connections() == 0; }));
    for (int index = 0; index < 5; ++index)
        held.push_back(std::make_unique<Wire>(server_->port()));
    ASSERT_TRUE(eventually([&] { return server_->connections() == 5; }));
    Wire sixth(server_->port());
    EXPECT_TRUE(sixth.closed(300ms));
    held[0]->send("GET /one HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(held[0]->response()), 200);
    held.clear();
    EXPECT_TRUE(eventually([&] { return server_->connections() == 0; }));
    EXPECT_EQ(status("GET /one HTTP/1.1\r\nHost: x\r\n\r\n"), 200);
}

TEST_F(OnTheWire, a_stream_hears_its_topic_and_no_other_and_stays_open)
{
    auto wire = connect();
    wire.send("GET /stream?topic=space:a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(wire.head().find("text/event-stream"), std::string::npos);
    ASSERT_TRUE(eventually([&] { return live_.listeners() == 1; }));
    live_.publish("space:b");
    live_.publish("space:a");
    const auto heard = wire.until("data: {\"topic\":\"space:a\"}\n\n");
    EXPECT_NE(heard.find("event: changed\ndata: {\"topic\":\"space:a\"}\n\n"), std::string::npos);
    EXPECT_EQ(heard.find("space:b"), std::string::npos);
    EXPECT_NE(wire.until(": still here\n\n").find(": still here"), std::string::npos);
    EXPECT_NE(wire.until(": still here\n\n").find(": still here"), std::string::npos);
    live_.publish("space:a");
    EXPECT_NE(wire.until("data: {\"topic\":\"space:a\"}\n\n").find("space:a"), std::string::npos);
}

TEST_F(OnTheWire, who_leaves_a_stream_is_forgotten_at_once)
{
    settings_.waits.heartbeat = 60s;
    {
        auto wire = connect();
        wire.send("GET /stream?topic=a HTTP/1.1\r\nHost: x\r\n\r\n");
        wire.head();
        ASSERT_TRUE(eventually([&] { return live_.listeners() == 1; }));
    }
    EXPECT_TRUE(eventually([&] { return live_.listeners() == 0 && server_->connections() == 0; }));
}

TEST_F(OnTheWire, a_stream_still_open_when_the_server_stops_is_spoken_to_no_more)
{
    auto wire = connect();
    wire.send("GET /stream?topic=a HTTP/1.1\r\nHost: x\r\n\r\n");
    wire.head();
    ASSERT_TRUE(eventually([&] { return live_.listeners() == 1; }));
    server_->stop();
    serving_.join();
    server_.reset();
    EXPECT_EQ(live_.listeners(), 0U);
    live_.publish("a");
    EXPECT_TRUE(wire.closed());
}

TEST_F(OnTheWire, what_was_accepted_is_answered_before_the_server_stops)
{
    auto wire = connect();
    wire.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(50ms);
    server_->stop();
    EXPECT_EQ(status_of(wire.response()), 200);
}

TEST_F(OnTheWire, a_proxy_is_believed_only_when_it_was_named)
{
    const std::string asked = "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n";
    {
        auto wire = connect();
        wire.send(asked);
        EXPECT_NE(wire.response().find("\"peer\":\"127.0.0.1\""), std::string::npos);
        server_->stop();
        serving_.join();
        server_.reset();
    }
    settings_.trusted_proxy = "127.0.0.0/8";
    auto wire = connect();
    wire.send(asked);
    EXPECT_NE(wire.response().find("\"peer\":\"203.0.113.9\""), std::string::npos);
}

TEST_F(OnTheWire, a_taken_port_and_a_wrong_proxy_stop_the_start)
{
    connect();
    auto second = settings_;
    second.port = server_->port();
    EXPECT_EQ(http::Server::open(second, answer, live_).problem().code(), "server.busy");
    second.port = 0;
    second.trusted_proxy = "everybody";
    EXPECT_EQ(http::Server::open(second, answer, live_).problem().code(), "request.invalid");
}

} // namespace etabli::tests

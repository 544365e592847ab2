// SPDX-License-Identifier: EUPL-1.2
// server/http/deadline.hpp
//
// How long one reading on a connection may last. Part of server.cpp: nobody else knows the HTTP library.

#pragma once

#include <chrono>
#include <memory>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/basic_stream.hpp>

namespace etabli::http {

using Stream = boost::beast::basic_stream<boost::asio::ip::tcp, boost::asio::any_io_executor>;

/// Interrupts what is being read when its time is over. The socket stays open, so that we can say why: the
/// stream's own timer would close it.
class Deadline {
public:
    Deadline(std::shared_ptr<Stream> stream, std::chrono::milliseconds wait)
        : stream_(std::move(stream))
        , timer_(stream_->get_executor())
    {
        begin(wait);
    }
    ~Deadline() { *current_ = 0; }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    void begin(std::chrono::milliseconds wait)
    {
        const int round = ++*current_;
        timer_.expires_after(wait);
        timer_.async_wait([round, current = current_, over = over_, stream = stream_](const boost::system::error_code& error) {
            if (error || *current != round) // cancelled, or fired just before we were done
                return;
            *over = true;
            stream->cancel();
        });
    }
    bool over() const { return *over_; }

private:
    std::shared_ptr<Stream> stream_;
    boost::asio::steady_timer timer_;
    std::shared_ptr<int> current_ = std::make_shared<int>(0);
    std::shared_ptr<bool> over_ = std::make_shared<bool>(false);
};

} // namespace etabli::http

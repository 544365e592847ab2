// SPDX-License-Identifier: EUPL-1.2
// server/http/proxy_test.cpp

#include "server/http/proxy.hpp"

#include <gtest/gtest.h>

namespace etabli::http {

namespace {

std::string client(const char* trusted, const char* peer, const char* forwarded)
{
    const auto proxies = TrustedProxies::parse(trusted);
    return proxies.ok() ? proxies.value().client(peer, forwarded) : std::string(proxies.problem().code());
}

} // namespace

TEST(Proxy, only_the_proxy_we_were_told_of_is_believed)
{
    EXPECT_EQ(client("", "192.0.2.1", "203.0.113.9"), "192.0.2.1");
    EXPECT_EQ(client("10.0.0.0/8", "192.0.2.1", "203.0.113.9"), "192.0.2.1");
    EXPECT_EQ(client("10.0.0.0/8", "10.200.1.1", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(client("192.0.2.1", "192.0.2.1", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(client("192.0.2.0/31", "192.0.2.2", "203.0.113.9"), "192.0.2.2");
    EXPECT_EQ(client("fd00::/8", "fd12::1", "2001:db8::7"), "2001:db8::7");
    EXPECT_EQ(client("10.0.0.0/8", "::ffff:10.0.0.1", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(client("0.0.0.0/0", "fd12::1", "203.0.113.9"), "fd12::1");
}

TEST(Proxy, what_stands_left_of_the_first_stranger_may_have_been_made_up)
{
    EXPECT_EQ(client("10.0.0.0/8", "10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2"), "203.0.113.9");
    EXPECT_EQ(client("10.0.0.0/8", "10.0.0.1", "203.0.113.9, unknown"), "10.0.0.1");
    EXPECT_EQ(client("10.0.0.0/8", "10.0.0.1", ""), "10.0.0.1");
}

TEST(Proxy, what_is_no_network_is_refused_at_start)
{
    for (const char* text : { "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/", "proxy.example", "10.0.0.0/-1", "10.0.0.0/8x" })
        EXPECT_EQ(client(text, "10.0.0.1", ""), "request.invalid") << text;
}

} // namespace etabli::http

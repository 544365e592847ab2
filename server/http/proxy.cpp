// SPDX-License-Identifier: EUPL-1.2
// server/http/proxy.cpp

#include "server/http/proxy.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <arpa/inet.h>

#include "base/text.hpp"

namespace etabli::http {

namespace {

constexpr int mapped_bits = 96; // where an IPv4 address begins in its IPv6 form
constexpr int address_bits = 128;

/// Sixteen bytes, IPv4 in its mapped form, so that ::ffff:10.0.0.1 and 10.0.0.1 are one.
std::optional<std::string> address_bytes(const std::string& text)
{
    std::string bytes(16, '\0');
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1)
        return bytes;
    bytes[10] = bytes[11] = '\xff';
    if (inet_pton(AF_INET, text.c_str(), bytes.data() + 12) == 1)
        return bytes;
    return std::nullopt;
}

bool same_start(const std::string& left, const std::string& right, int bits)
{
    for (int bit = 0; bit < bits; ++bit) {
        const auto at = static_cast<std::size_t>(bit / 8);
        const auto mask = 0x80 >> (bit % 8);
        if (((left[at] ^ right[at]) & mask) != 0)
            return false;
    }
    return true;
}

} // namespace

Result<TrustedProxies> TrustedProxies::parse(std::string_view text)
{
    TrustedProxies proxies;
    for (const auto part : split(text, ',')) {
        const auto network = trimmed(part);
        if (network.empty())
            continue;
        const auto slash = network.find('/');
        const std::string address(network.substr(0, slash));
        const auto bytes = address_bytes(address);
        const bool v4 = address.find(':') == std::string::npos;
        int bits = v4 ? address_bits - mapped_bits : address_bits;
        if (slash != network.npos) {
            const auto digits = network.substr(slash + 1);
            int given = -1;
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), given);
            if (error != std::errc() || end != digits.data() + digits.size() || given < 0 || given > bits)
                return Problem("request.invalid", "not a network: " + std::string(network));
            bits = given;
        }
        if (!bytes)
            return Problem("request.invalid", "not a network: " + std::string(network));
        proxies.networks_.push_back({ *bytes, v4 ? bits + mapped_bits : bits });
    }
    return proxies;
}

bool TrustedProxies::trusts(std::string_view address) const
{
    const auto bytes = address_bytes(std::string(address));
    return bytes && std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        return same_start(*bytes, network.bytes, network.bits);
    });
}

std::string TrustedProxies::client(std::string_view peer, std::string_view forwarded_for) const
{
    std::string nearest(peer);
    auto hops = split(forwarded_for, ',');
    while (trusts(nearest) && !hops.empty()) {
        const auto hop = trimmed(hops.back());
        hops.pop_back();
        if (!address_bytes(std::string(hop)))
            break; // "unknown", or something made up
        nearest = hop;
    }
    return nearest;
}

} // namespace etabli::http

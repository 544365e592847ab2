// SPDX-License-Identifier: EUPL-1.2
// server/http/proxy.hpp
//
// Who is at the other end when a reverse proxy stands between: X-Forwarded-For is believed from the proxies we
// were told of, and from nobody else.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace etabli::http {

class TrustedProxies {
public:
    /// "10.0.0.0/8, fd00::/8, 192.0.2.7": networks or single addresses of either family; empty for nobody.
    static Result<TrustedProxies> parse(std::string_view text);

    bool trusts(std::string_view address) const;
    /// The nearest address that is not one of the proxies: what stands left of it may have been made up.
    std::string client(std::string_view peer, std::string_view forwarded_for) const;

private:
    struct Network {
        std::string bytes; // 16, IPv4 as ::ffff:a.b.c.d
        int bits = 0;
    };

    std::vector<Network> networks_;
};

} // namespace etabli::http

// SPDX-License-Identifier: EUPL-1.2
// server/http/live.hpp
//
// Who is listening to what. A live screen hears only that a topic changed, never what; it then asks again, with
// its own rights.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace etabli::http {

class Live {
public:
    using Listener = std::function<void(const std::string& topic)>;

    std::uint64_t listen(const std::vector<std::string>& topics, Listener listener);
    void leave(std::uint64_t number);
    void publish(const std::string& topic);
    std::size_t listeners() const;

private:
    struct Entry {
        std::vector<std::string> topics;
        Listener listener;
    };

    mutable std::mutex guard_;
    std::uint64_t next_ = 1;
    std::map<std::uint64_t, Entry> entries_;
    std::map<std::string, std::set<std::uint64_t>> by_topic_;
};

} // namespace etabli::http

// SPDX-License-Identifier: EUPL-1.2
// server/http/live.cpp

#include "server/http/live.hpp"

namespace etabli::http {

std::uint64_t Live::listen(const std::vector<std::string>& topics, Listener listener)
{
    const std::lock_guard lock(guard_);
    const auto number = next_++;
    for (const auto& topic : topics)
        by_topic_[topic].insert(number);
    entries_.emplace(number, Entry { topics, std::move(listener) });
    return number;
}

void Live::leave(std::uint64_t number)
{
    const std::lock_guard lock(guard_);
    const auto entry = entries_.find(number);
    if (entry == entries_.end())
        return;
    for (const auto& topic : entry->second.topics) {
        auto& numbers = by_topic_[topic];
        numbers.erase(number);
        if (numbers.empty())
            by_topic_.erase(topic);
    }
    entries_.erase(entry);
}

void Live::publish(const std::string& topic)
{
    const std::lock_guard lock(guard_);
    const auto numbers = by_topic_.find(topic);
    if (numbers == by_topic_.end())
        return;
    for (const auto number : numbers->second)
        entries_.at(number).listener(topic); // only hands over to the network thread
}

std::size_t Live::listeners() const
{
    const std::lock_guard lock(guard_);
    return entries_.size();
}

} // namespace etabli::http

// SPDX-License-Identifier: EUPL-1.2
// server/resources/health.cpp
//
// Is the server ready, and the stream by which live screens hear that something changed.

#include "server/resources/all.hpp"
#include "store/settings.hpp"

namespace etabli::resources {

struct Health {
    std::string status;
    std::string database;
};

} // namespace etabli::resources

template <>
struct etabli::Describe<etabli::resources::Health> {
    static constexpr std::string_view name = "Health";
    static constexpr auto fields = std::tuple {
        field("status", &resources::Health::status),
        field("database", &resources::Health::database),
    };
};

namespace etabli::resources {

namespace {

using namespace http;

constexpr std::size_t topics_max = 8; // one stream per tab carries all its topics

Result<Answer<Health>> show_health(Call& call)
{
    TRY(call.context.database.read([](store::Reader& reader) { return store::find_setting(reader, "ready"); }));
    const bool sqlite = call.context.database.engine() == store::Engine::Sqlite;
    return Answer<Health> { { "ready", sqlite ? "sqlite" : "postgresql" } };
}

/// Topics hold an id nobody can guess; what is heard is only that something changed.
Result<Response> listen_live(Call& call)
{
    Response response;
    response.stream_topics.emplace();
    const auto topics = call.query("topics").value_or("");
    for (const auto topic : split(topics, ','))
        if (!topic.empty() && response.stream_topics->size() < topics_max)
            response.stream_topics->emplace_back(topic);
    if (response.stream_topics->empty())
        return Problem("request.malformed", "no topic");
    return response;
}

} // namespace

RouteTable health_routes()
{
    return {
        get("/api/health", Access::Public, "Is the server ready", show_health),
        raw("/api/live", Access::WithoutAccount, "Hear that topics changed (server-sent events)", "text/event-stream",
            listen_live),
    };
}

} // namespace etabli::resources

// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/api_edge_test.cpp
//
// Every route of the table, asked what nobody should ask; and the contract on disk, held to the routes.

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "server/resources/all.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class ApiEdge : public Story {
protected:
    static std::string method(const http::Route& route)
    {
        constexpr std::array names { "GET", "POST", "PUT", "DELETE" };
        return names.at(static_cast<std::size_t>(route.method));
    }
    /// The pattern with each parameter replaced.
    static std::string filled(const std::string& pattern, const std::string& with)
    {
        std::string path;
        for (const auto segment : split(std::string_view(pattern).substr(1), '/'))
            path += "/" + (segment.starts_with('{') ? with : std::string(segment));
        return path;
    }
};
STORIES(ApiEdge);

TEST_P(ApiEdge, without_a_session_every_route_that_is_not_public_says_so_and_nothing_else)
{
    for (const auto& route : resources::all_routes()) {
        if (route.access != http::Access::SignedIn)
            continue;
        const auto reply = somebody().send(method(route), filled(route.pattern, unit_id()), "{}");
        EXPECT_EQ(reply.status, 401) << method(route) << " " << route.pattern;
        EXPECT_EQ(reply.code(), "session.required") << method(route) << " " << route.pattern;
    }
}

TEST_P(ApiEdge, an_id_that_is_none_and_one_that_is_unknown_are_not_found)
{
    auto directrice = as("directrice");
    for (const auto& route : resources::all_routes()) {
        if (route.pattern.find('{') == std::string::npos || route.method != http::Method::Get)
            continue;
        for (const std::string with : { "nothing-of-the-kind", "%C3%A9%20%3B'--", "00000000000000000000000000" }) {
            const auto reply = directrice.send("GET", filled(route.pattern, with) + "?from=1&to=2", "");
            EXPECT_EQ(reply.status, 404) << route.pattern << " " << with << " " << reply.body;
            EXPECT_FALSE(reply.code().empty()) << route.pattern;
        }
    }
}

TEST_P(ApiEdge, no_route_that_takes_a_body_is_upset_by_a_wrong_one)
{
    auto directrice = as("directrice");
    const std::string deep = std::string(100, '[') + std::string(100, ']');
    for (const auto& route : resources::all_routes()) {
        if (route.method != http::Method::Post && route.method != http::Method::Put)
            continue;
        const auto path = filled(route.pattern, "00000000000000000000000000");
        const auto what = method(route) + " " + path;
        for (const std::string body : { "", "{", "\"text\"", "[]", "null", "{\"\":1}", "{\"unknown_field\":true}",
                 "{\"title\":\"\xff\"}", "{\"title\":\"a\\u0000b\"}", "nan", "1e999" }) {
            const auto reply = directrice.send(method(route), path, body);
            EXPECT_GE(reply.status, 400) << what << " " << body;
            EXPECT_LT(reply.status, 500) << what << " " << body;
        }
        const auto too_deep = directrice.send(method(route), path, deep);
        EXPECT_EQ(too_deep.status, 400) << what;
        EXPECT_EQ(too_deep.code(), "request.too_deep") << what;
        auto form = as("directrice");
        form.set_header("Content-Type", "application/x-www-form-urlencoded");
        EXPECT_EQ(form.send(method(route), path, "a=b").status, 415) << what;
    }
}

TEST_P(ApiEdge, a_method_the_path_does_not_know_is_told_which_it_does)
{
    const auto reply = somebody().send("PUT", "/api/session", "{}");
    EXPECT_EQ(reply.status, 405);
    EXPECT_EQ(reply.headers.at("allow"), "GET, HEAD, POST, DELETE");
    EXPECT_EQ(somebody().send("POST", "/index.html", "{}").headers.at("allow"), "GET, HEAD");
    EXPECT_EQ(somebody().get("/api/nothing/here").status, 404);
}

TEST_P(ApiEdge, a_wrong_field_is_named_where_it_stands)
{
    const auto reply = somebody().send("POST", "/api/session", R"({"email":3,"pass":"x","password":""})");
    EXPECT_EQ(reply.status, 422);
    std::map<std::string, std::string> errors;
    const auto body = reply.json();
    for (const auto& error : body.at("errors").as_array())
        errors[std::string(error.at("pointer").as_string())] = std::string(error.at("code").as_string());
    EXPECT_EQ(errors,
        (std::map<std::string, std::string> {
            { "/email", "field.wrong_type" }, { "/password", "field.required" }, { "/pass", "field.unknown" } }));
}

TEST_P(ApiEdge, every_answer_carries_the_headers_that_protect)
{
    for (const char* path : { "/api/session", "/api/nothing", "/" }) {
        const auto reply = somebody().get(path);
        for (const char* name : { "content-security-policy", "x-content-type-options", "referrer-policy", "cache-control" })
            EXPECT_TRUE(reply.headers.contains(name)) << path << " " << name;
    }
}

namespace {

std::string on_disk()
{
    std::ifstream stream(ETABLI_SOURCE_DIR "/api/openapi.yaml");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

TEST(Contract, the_one_on_disk_is_the_one_the_routes_make)
{
    const auto made = json_text_indented(http::openapi(resources::all_routes()));
    if (std::getenv("ETABLI_ACCEPT") != nullptr) {
        std::ofstream(ETABLI_SOURCE_DIR "/api/openapi.yaml") << made;
        GTEST_SKIP() << "api/openapi.yaml was rewritten";
    }
    EXPECT_TRUE(on_disk() == made) << "run `etabli openapi > api/openapi.yaml` (or ./dev accept) and read the difference";
}

TEST(Contract, each_path_has_a_route_and_each_route_a_path)
{
    const auto parsed = must(parse_json(on_disk()));
    std::set<std::string> promised;
    for (const auto& path : parsed.at("paths").as_object())
        for (const auto& operation : path.value().as_object())
            promised.insert(std::string(operation.key()) + " " + std::string(path.key()));
    std::set<std::string> kept;
    for (const auto& route : resources::all_routes()) {
        constexpr std::array names { "get", "post", "put", "delete" };
        EXPECT_TRUE(kept.insert(names.at(static_cast<std::size_t>(route.method)) + (" " + route.pattern)).second)
            << route.pattern << " is there twice";
    }
    EXPECT_EQ(promised, kept);
}

} // namespace etabli::tests

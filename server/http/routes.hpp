// SPDX-License-Identifier: EUPL-1.2
// server/http/routes.hpp
//
// Route tables. A route names its method, its path, who may come, its body and its answer; from the same line
// come the dispatch, the decoding, and the operation in api/openapi.yaml.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fields.hpp"
#include "server/http/call.hpp"

namespace etabli::http {

/// Who may come at all. What they may do there is a rule of the domain. On a route without account nobody is
/// looked up, even when a cookie came along: what is said there cannot meet a session.
enum class Access { Public, SignedIn, WithoutAccount };

/// A body or an answer with nothing in it.
struct Nothing { };

/// What a handler answers: the data, the same bytes for every college; and beside it, what this reader may do.
template <class T>
struct Answer {
    T data {};
    std::vector<std::string> abilities {};
};

template <class T>
struct ListOf {
    std::vector<T> items;
};

struct Route {
    Method method = Method::Get;
    std::string pattern;
    Access access = Access::SignedIn;
    std::string summary;
    std::function<Result<Response>(Call&)> handle;
    std::function<json::object(Schemas&)> describe;
};

} // namespace etabli::http

namespace etabli {

template <>
struct Describe<http::Nothing> {
    static constexpr std::string_view name = "Nothing";
    static constexpr std::tuple<> fields {};
};

/// A list is a record that holds records.
template <Described T>
struct Describe<http::ListOf<T>> {
    static inline const std::string full_name = std::string(Describe<T>::name) + "List";
    static inline const std::string_view name = full_name;
    static constexpr auto fields = std::tuple { field("items", &http::ListOf<T>::items, { .min = 0, .max = store::rows_max }) };
};

} // namespace etabli

namespace etabli::http {

Result<json::value> body_of(const Call& call);
json::object operation(std::string_view summary, Access access, const json::value* body, const json::value& answer, int status);

template <class Reply>
json::value answer_schema(Schemas& schemas)
{
    return json::object { { "type", "object" }, { "additionalProperties", false },
        { "properties",
            json::object { { "data", schemas.of<Reply>() },
                { "abilities", json::object { { "type", "array" }, { "items", json::object { { "type", "string" } } } } } } },
        { "required", json::array { "data", "abilities" } } };
}

template <class Reply>
Response respond(const Answer<Reply>& answer, int status)
{
    return Response::of_json(
        json::object { { "data", to_json(answer.data) }, { "abilities", to_json(answer.abilities) } }, status);
}

template <class Reply>
Route get(std::string pattern, Access access, std::string summary, Result<Answer<Reply>> (*handler)(Call&))
{
    return { Method::Get, std::move(pattern), access, summary,
        [handler](Call& call) -> Result<Response> { return respond(TRY(handler(call)), 200); },
        [summary, access](
            Schemas& schemas) { return operation(summary, access, nullptr, answer_schema<Reply>(schemas), 200); } };
}

/// With a body: POST answers 201 when `created`, PUT and DELETE 200.
template <class Body, class Reply>
Route send(Method method, std::string pattern, Access access, std::string summary, int status,
    Result<Answer<Reply>> (*handler)(Call&, const Body&))
{
    return { method, std::move(pattern), access, summary,
        [handler, status](Call& call) -> Result<Response> {
            const auto body = TRY(from_json<Body>(TRY(body_of(call))));
            return respond(TRY(handler(call, body)), status);
        },
        [summary, access, status](Schemas& schemas) {
            const auto body = schemas.of<Body>();
            return operation(summary, access, &body, answer_schema<Reply>(schemas), status);
        } };
}

template <class Body, class Reply>
Route post(std::string pattern, Access access, std::string summary, Result<Answer<Reply>> (*handler)(Call&, const Body&))
{
    return send<Body, Reply>(Method::Post, std::move(pattern), access, std::move(summary), 201, handler);
}
template <class Body, class Reply>
Route put(std::string pattern, Access access, std::string summary, Result<Answer<Reply>> (*handler)(Call&, const Body&))
{
    return send<Body, Reply>(Method::Put, std::move(pattern), access, std::move(summary), 200, handler);
}
template <class Reply>
Route remove(std::string pattern, Access access, std::string summary, Result<Answer<Reply>> (*handler)(Call&))
{
    auto route = get<Reply>(std::move(pattern), access, std::move(summary), handler);
    route.method = Method::Delete;
    return route;
}

/// Anything that is not JSON: a calendar, a picture, a file to keep, a stream.
Route raw(
    std::string pattern, Access access, std::string summary, std::string content_type, Result<Response> (*handler)(Call&));

using RouteTable = std::vector<Route>;

/// The OpenAPI 3.1 document of a table: paths in the table's order, schemas by name.
json::value openapi(const RouteTable& routes);

/// A matched route, or which methods the path knows (empty: none).
struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> path;
    std::vector<Method> known;
};

class Router {
public:
    explicit Router(RouteTable routes);
    Match match(const Request& request) const;
    const RouteTable& routes() const { return routes_; }

private:
    RouteTable routes_;
    std::vector<std::vector<std::string>> segments_;
};

} // namespace etabli::http

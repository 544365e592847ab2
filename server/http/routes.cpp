// SPDX-License-Identifier: EUPL-1.2
// server/http/routes.cpp

#include "server/http/routes.hpp"

namespace etabli::http {

namespace {

bool is_parameter(std::string_view segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

std::string method_name(Method method)
{
    switch (method) {
    case Method::Get:
        return "get";
    case Method::Post:
        return "post";
    case Method::Put:
        return "put";
    case Method::Delete:
        return "delete";
    case Method::Options:
        return "options";
    }
    return {};
}

json::object json_content(const json::value& schema)
{
    return { { "application/json", json::object { { "schema", schema } } } };
}

json::array path_parameters(std::string_view pattern)
{
    json::array parameters;
    for (const auto segment : split(pattern, '/'))
        if (is_parameter(segment)) {
            const auto name = segment.substr(1, segment.size() - 2);
            parameters.push_back(json::object { { "name", json::string_view(name.data(), name.size()) }, { "in", "path" },
                { "required", true }, { "schema", json::object { { "type", "string" } } } });
        }
    return parameters;
}

/// "get_api_spaces_space": stable, and unique because method and path are.
std::string operation_id(const Route& route)
{
    std::string id = method_name(route.method);
    for (const auto segment : split(route.pattern, '/'))
        if (!segment.empty() && segment != "api") {
            id += "_";
            for (const char c : segment)
                if (c != '{' && c != '}')
                    id += c == '-' || c == '.' ? '_' : c;
        }
    return id;
}

} // namespace

Result<json::value> body_of(const Call& call)
{
    if (!call.request.header("content-type").starts_with("application/json"))
        return Problem("request.wrong_type");
    return parse_json(call.request.body);
}

json::object operation(std::string_view summary, Access access, const json::value* body, const json::value& answer, int status)
{
    json::object described { { "summary", json::string_view(summary.data(), summary.size()) } };
    if (access != Access::SignedIn)
        described["security"] = json::array {};
    if (body != nullptr)
        described["requestBody"] = json::object { { "required", true }, { "content", json_content(*body) } };
    described["responses"] = json::object {
        { std::to_string(status), json::object { { "description", "done" }, { "content", json_content(answer) } } },
        { "default",
            json::object { { "description", "a problem of the catalogue" },
                { "content",
                    json::object { { "application/problem+json",
                        json::object { { "schema", json::object { { "$ref", "#/components/schemas/Problem" } } } } } } } } }
    };
    return described;
}

Route raw(std::string pattern, Access access, std::string summary, std::string content_type, Result<Response> (*handler)(Call&))
{
    return { Method::Get, std::move(pattern), access, summary, [handler](Call& call) { return handler(call); },
        [summary, access, content_type](Schemas&) {
            auto described = operation(summary, access, nullptr, json::object {}, 200);
            described["responses"].as_object()["200"].as_object()["content"]
                = json::object { { content_type, json::object { { "schema", json::object { { "type", "string" } } } } } };
            return described;
        } };
}

json::value openapi(const RouteTable& routes)
{
    Schemas schemas;
    json::object paths;
    for (const auto& route : routes) {
        auto& path = paths[route.pattern];
        if (!path.is_object())
            path = json::object {};
        auto described = route.describe(schemas);
        described["operationId"] = operation_id(route);
        if (auto parameters = path_parameters(route.pattern); !parameters.empty())
            described["parameters"] = std::move(parameters);
        path.as_object()[method_name(route.method)] = std::move(described);
    }
    json::object components;
    for (const auto& [name, schema] : schemas.by_name())
        components[name] = schema;
    const json::object field_problem { { "type", "object" },
        { "properties",
            json::object { { "pointer", json::object { { "type", "string" } } },
                { "code", json::object { { "type", "string" } } }, { "bound", json::object { { "type", "integer" } } } } },
        { "required", json::array { "pointer", "code" } } };
    components["Problem"] = json::object { { "type", "object" },
        { "properties",
            json::object { { "code", json::object { { "type", "string" } } },
                { "errors", json::object { { "type", "array" }, { "items", field_problem } } },
                { "current", json::object {} } } },
        { "required", json::array { "code", "errors" } } };
    return json::object { { "openapi", "3.1.0" },
        { "info",
            json::object {
                { "title", "Établi" }, { "version", "0.1.0" }, { "license", json::object { { "name", "EUPL-1.2" } } } } },
        { "security", json::array { json::object { { "session", json::array {} } } } }, { "paths", paths },
        { "components",
            json::object { { "schemas", components },
                { "securitySchemes",
                    json::object { { "session",
                        json::object { { "type", "apiKey" }, { "in", "cookie" }, { "name", "etabli_session" } } } } } } } };
}

Router::Router(RouteTable routes) : routes_(std::move(routes))
{
    for (const auto& route : routes_) {
        auto& segments = segments_.emplace_back();
        for (const auto segment : split(std::string_view(route.pattern).substr(1), '/'))
            segments.emplace_back(segment);
    }
}

Match Router::match(const Request& request) const
{
    Match best;
    for (std::size_t index = 0; index < routes_.size(); ++index) {
        const auto& segments = segments_[index];
        if (segments.size() != request.segments.size())
            continue;
        std::map<std::string, std::string, std::less<>> path;
        bool fits = true;
        for (std::size_t at = 0; fits && at < segments.size(); ++at) {
            if (is_parameter(segments[at]))
                path.emplace(segments[at].substr(1, segments[at].size() - 2), request.segments[at]);
            else
                fits = segments[at] == request.segments[at];
        }
        if (!fits)
            continue;
        best.known.push_back(routes_[index].method);
        // A literal segment wins over a parameter: /api/spaces/mine before /api/spaces/{space}.
        if (routes_[index].method == request.method && (best.route == nullptr || path.size() < best.path.size())) {
            best.route = &routes_[index];
            best.path = std::move(path);
        }
    }
    return best;
}

} // namespace etabli::http

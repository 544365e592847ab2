// SPDX-License-Identifier: EUPL-1.2
// server/http/message.cpp

#include "server/http/message.hpp"

#include "base/fields.hpp"

namespace etabli::http {

namespace {

/// How long a client told "busy" should wait, in seconds.
constexpr const char* retry_after = "2";

} // namespace

std::optional<std::string> Request::cookie(std::string_view name) const
{
    for (const auto part : split(header("cookie"), ';')) {
        const auto pair = trimmed(part);
        const auto equals = pair.find('=');
        if (equals != pair.npos && pair.substr(0, equals) == name)
            return std::string(pair.substr(equals + 1));
    }
    return std::nullopt;
}

std::string content_policy(std::string_view urn)
{
    std::string policy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
                         "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    if (!urn.empty())
        policy.append("; connect-src 'self' ").append(urn);
    return policy;
}

Response Response::of_json(const json::value& value, int status)
{
    Response response;
    response.status = status;
    response.body = json_text(value);
    return response;
}

Response Response::of_problem(const Problem& problem)
{
    json::array errors;
    for (const auto& field : problem.fields()) {
        json::object error { { "pointer", field.pointer },
            { "code", json::string_view(field.code.text().data(), field.code.text().size()) } };
        if (field.bound)
            error["bound"] = *field.bound;
        errors.push_back(std::move(error));
    }
    json::object body { { "code", json::string_view(problem.code().data(), problem.code().size()) }, { "errors", errors } };
    if (problem.current())
        body["current"] = *problem.current();
    auto response = of_json(body, problem.status());
    response.content_type = "application/problem+json; charset=utf-8";
    if (problem.status() == 503 || problem.status() == 429 || problem.status() == 507)
        response.headers.emplace_back("Retry-After", retry_after);
    return response;
}

} // namespace etabli::http

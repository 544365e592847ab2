// SPDX-License-Identifier: EUPL-1.2
// server/http/application.cpp

#include "server/http/application.hpp"

#include <spdlog/spdlog.h>

#include "server/http/sessions.hpp"

namespace etabli::http {

namespace {

std::string allowed(const std::vector<Method>& methods)
{
    std::string text;
    for (const auto method : methods) {
        const char* name = method == Method::Get ? "GET, HEAD"
            : method == Method::Post             ? "POST"
            : method == Method::Put              ? "PUT"
                                                 : "DELETE";
        text += (text.empty() ? "" : ", ") + std::string(name);
    }
    return text;
}

Response method_not_allowed(const std::string& known)
{
    auto response = Response::of_problem(Problem("request.method_not_allowed"));
    response.headers.emplace_back("Allow", known);
    return response;
}

} // namespace

Result<Response> Dispatcher::dispatch(Request& request)
{
    const bool is_api = !request.segments.empty() && request.segments.front() == "api";
    if (!is_api) {
        if (request.method != Method::Get)
            return method_not_allowed("GET, HEAD");
        return files_.serve(request);
    }
    auto match = router_.match(request);
    if (match.route == nullptr) {
        if (match.known.empty())
            return Problem("not_found");
        return method_not_allowed(allowed(match.known));
    }
    TRY(same_origin(request, context_.settings));
    std::optional<Reader> person;
    if (match.route->access != Access::WithoutAccount)
        person = TRY(signed_in_person(request, context_));
    if (match.route->access == Access::SignedIn && !person)
        return Problem("session.required");
    Call call { request, context_, std::move(match.path), std::move(person) };
    auto response = TRY(match.route->handle(call));
    for (auto& header : call.answer_headers)
        response.headers.push_back(std::move(header));
    return response;
}

Response Dispatcher::answer(Request& request)
{
    try {
        auto outcome = dispatch(request);
        if (outcome.ok())
            return std::move(outcome).value();
        const auto& problem = outcome.problem();
        // Never the path's last words, the body or who asked: ids and codes alone.
        if (problem.status() >= 500)
            spdlog::error("{} {}", problem.code(), problem.detail());
        return Response::of_problem(problem);
    } catch (const std::exception& thrown) {
        spdlog::error("server.internal {}", thrown.what());
        return Response::of_problem(Problem("server.internal"));
    }
}

} // namespace etabli::http

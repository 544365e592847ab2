// SPDX-License-Identifier: EUPL-1.2
// server/http/application.cpp

#include "server/http/application.hpp"

#include <spdlog/spdlog.h>

#include "server/http/sessions.hpp"
#include "store/campaigns.hpp"

namespace etabli::http {

namespace {

std::string allowed(const std::vector<Method>& methods)
{
    std::string text;
    for (const auto method : methods) {
        const char* name = method == Method::Get ? "GET, HEAD"
            : method == Method::Post             ? "POST"
            : method == Method::Put              ? "PUT"
            : method == Method::Delete           ? "DELETE"
                                                 : "OPTIONS";
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

/// What a browser wants to hear before it lets another server's page post JSON here.
Response preflight(const std::vector<Method>& methods)
{
    Response response;
    response.status = 204;
    response.headers = { { "Access-Control-Allow-Methods", allowed(methods) },
        { "Access-Control-Allow-Headers", "content-type" }, { "Access-Control-Max-Age", "7200" } };
    return response;
}

} // namespace

/// The answering page of a campaign whose urn is another body's may speak to that address too, and to no other.
Response Dispatcher::page(const Request& request)
{
    auto response = files_.serve(request);
    // The page, and its other ways in: a kiosk, the desk where paper is typed.
    const bool is_answering = request.segments.size() >= 2 && request.segments.front() == "q";
    if (const auto id = is_answering ? CampaignId::parse(request.segments[1]) : std::nullopt)
        if (const auto urn = context_.database.read([&](store::Reader& reader) { return store::urn_elsewhere(reader, *id); });
            urn.ok() && urn.value())
            response.headers.emplace_back("Content-Security-Policy", content_policy(*urn.value()));
    return response;
}

Result<Response> Dispatcher::dispatch(Request& request)
{
    const bool is_api = !request.segments.empty() && request.segments.front() == "api";
    if (!is_api) {
        if (request.method != Method::Get)
            return method_not_allowed("GET, HEAD");
        return page(request);
    }
    auto match = router_.match(request);
    if (request.method == Method::Options && origins_ == Origins::Any && !match.known.empty())
        return preflight(match.known);
    if (match.route == nullptr) {
        if (match.known.empty())
            return Problem("not_found");
        return method_not_allowed(allowed(match.known));
    }
    if (origins_ == Origins::Own)
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
        // Never the path's last words, the body or who asked: ids and codes alone.
        if (!outcome.ok() && outcome.problem().status() >= 500)
            spdlog::error("{} {}", outcome.problem().code(), outcome.problem().detail());
        auto response = outcome.ok() ? std::move(outcome).value() : Response::of_problem(outcome.problem());
        if (origins_ == Origins::Any)
            response.headers.emplace_back("Access-Control-Allow-Origin", "*");
        return response;
    } catch (const std::exception& thrown) {
        spdlog::error("server.internal {}", thrown.what());
        return Response::of_problem(Problem("server.internal"));
    }
}

} // namespace etabli::http

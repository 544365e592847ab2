// SPDX-License-Identifier: EUPL-1.2
// server/http/sessions.cpp

#include "server/http/sessions.hpp"

#include "store/people.hpp"
#include "store/sessions.hpp"

namespace etabli::http {

Result<std::optional<Reader>> signed_in_person(const Request& request, Context& context)
{
    const auto token = request.cookie(session_cookie);
    if (!token)
        return std::optional<Reader>();
    const auto now = context.clock.now();
    bool touch = false;
    auto person = TRY(context.database.read([&](store::Reader& reader) -> Result<std::optional<Reader>> {
        const auto account = TRY(store::find_session(reader, *token, now));
        if (!account)
            return std::optional<Reader>();
        touch = TRY(store::session_needs_touch(reader, *token, now));
        auto found = store::load_person(reader, *account, now.day_in_paris());
        if (!found.ok())
            return std::optional<Reader>();
        return std::optional(std::move(found).value());
    }));
    if (touch)
        TRY(context.database.write(
            [&](store::Transaction& transaction) -> Result<void> { return store::touch_session(transaction, *token, now); }));
    return person;
}

Result<void> same_origin(const Request& request, const Settings& settings)
{
    if (request.method == Method::Get)
        return {};
    if (const auto site = request.header("sec-fetch-site"); !site.empty() && site != "same-origin" && site != "none")
        return Problem("request.wrong_origin");
    const auto origin = request.header("origin");
    if (origin.empty())
        return {}; // not a browser: browsers name their origin on every POST
    const auto host = request.header("host");
    const auto scheme = origin.find("://");
    if (origin == settings.public_url || (scheme != origin.npos && origin.substr(scheme + 3) == host))
        return {};
    return Problem("request.wrong_origin");
}

std::string session_cookie_header(std::string_view token, const Settings& settings)
{
    return std::string(session_cookie) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax"
        + (settings.secure_cookie ? "; Secure" : "");
}

std::string ended_session_cookie_header(const Settings& settings)
{
    return session_cookie_header("", settings) + "; Max-Age=0";
}

} // namespace etabli::http

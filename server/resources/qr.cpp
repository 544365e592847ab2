// SPDX-License-Identifier: EUPL-1.2
// server/resources/qr.cpp
//
// QR codes of our own addresses, for posters and screens. Of nobody else's: a code shown by an establishment is
// trusted, so it must not lead anywhere. Secrets do not pass here, since an address is written down on its way.

#include "server/content/qr.hpp"
#include "server/resources/all.hpp"

namespace etabli::resources {

namespace {

using namespace http;

bool is_ours(std::string_view text, std::string_view public_url)
{
    if (public_url.empty() || !text.starts_with(public_url))
        return false;
    const auto rest = text.substr(public_url.size());
    return rest.empty() || rest.front() == '/'; // not https://etabli.example.evil
}

Result<Response> draw_qr(Call& call)
{
    const auto text = call.query("text").value_or("");
    if (!is_ours(text, call.context.settings.public_url))
        return Problem("qr.not_ours");
    Response response;
    response.content_type = "image/svg+xml";
    response.body = TRY(content::qr_svg(text));
    return response;
}

} // namespace

RouteTable qr_routes()
{
    return { raw("/api/qr", Access::Public, "The QR code of one of our own addresses", "image/svg+xml", draw_qr) };
}

} // namespace etabli::resources

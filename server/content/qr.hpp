// SPDX-License-Identifier: EUPL-1.2
// server/content/qr.hpp
//
// A QR code as an SVG picture, for a link to be shown to a phone or printed.

#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace etabli::content {

/// Black on white with the quiet zone the standard asks, whatever the page's colours: phones need the contrast.
Result<std::string> qr_svg(std::string_view text);

} // namespace etabli::content

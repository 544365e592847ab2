// SPDX-License-Identifier: EUPL-1.2
// server/content/qr_code.hpp
//
// A QR code as a picture that prints sharp at any size.

#pragma once

#include <string>

#include "base/result.hpp"

namespace etabli::content {

/// Black on white with its quiet zone, whatever the theme: readers want that contrast.
Result<std::string> qr_code_svg(const std::string& text);

} // namespace etabli::content

// SPDX-License-Identifier: EUPL-1.2
// server/content/qr_code.cpp

#include "server/content/qr_code.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace etabli::content {

namespace {

constexpr int quiet_modules = 4; // ISO/IEC 18004: four modules of white around

} // namespace

Result<std::string> qr_code_svg(const std::string& text)
{
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return Problem("server.internal", "no QR code for this text");
    const int side = code->width + 2 * quiet_modules;
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                path += fmt::format("M{} {}h1v1h-1z", x + quiet_modules, y + quiet_modules);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" shape-rendering=\"crispEdges\">"
                       "<rect width=\"{0}\" height=\"{0}\" fill=\"#fff\"/><path d=\"{1}\" fill=\"#000\"/></svg>",
        side, path);
}

} // namespace etabli::content

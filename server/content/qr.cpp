// SPDX-License-Identifier: EUPL-1.2
// server/content/qr.cpp

#include "server/content/qr.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace etabli::content {

namespace {

constexpr int quiet_zone = 4; // modules, ISO/IEC 18004, 5.3.8
constexpr std::size_t text_bytes_max = 400; // more makes modules too small for a phone across a room

struct Freed {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

Result<std::string> qr_svg(std::string_view text)
{
    if (text.size() > text_bytes_max || text.empty())
        return Problem("qr.not_ours", "too long");
    const std::unique_ptr<QRcode, Freed> code(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
    if (code == nullptr)
        return Problem("server.internal", "no QR code");
    const int side = code->width + 2 * quiet_zone;
    std::string path;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if ((code->data[row * code->width + column] & 1U) != 0)
                path += fmt::format("M{} {}h1v1h-1z", column + quiet_zone, row + quiet_zone);
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
                       R"(<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>)",
        side, path);
}

} // namespace etabli::content

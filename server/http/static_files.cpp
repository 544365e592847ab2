// SPDX-License-Identifier: EUPL-1.2
// server/http/static_files.cpp

#include "server/http/static_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.hpp"

namespace etabli::http {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t file_bytes_max = 8 << 20;

std::string bytes_of(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string type_of(const fs::path& path)
{
    static const std::map<std::string, std::string> types { { ".html", "text/html; charset=utf-8" },
        { ".js", "text/javascript; charset=utf-8" }, { ".css", "text/css; charset=utf-8" },
        { ".json", "application/json; charset=utf-8" }, { ".svg", "image/svg+xml" }, { ".png", "image/png" },
        { ".ico", "image/x-icon" }, { ".webmanifest", "application/manifest+json" }, { ".woff2", "font/woff2" },
        { ".txt", "text/plain; charset=utf-8" } };
    const auto found = types.find(path.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

/// Pages people reach without an account have their own small entry.
bool is_respond_path(std::string_view path)
{
    static constexpr std::array<std::string_view, 6> ways { "/s/", "/e/", "/suivi/", "/nouvelles/", "/c/", "/q/" };
    return std::any_of(ways.begin(), ways.end(), [&](const auto way) { return path.starts_with(way); });
}

} // namespace

StaticFiles StaticFiles::read(const std::string& folder)
{
    StaticFiles all;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        if (!entry.is_regular_file() || entry.file_size() > file_bytes_max || entry.path().extension() == ".gz")
            continue;
        const auto name = "/" + fs::relative(entry.path(), folder).generic_string();
        File file { bytes_of(entry.path()), {}, type_of(entry.path()), {}, name.starts_with("/assets/") };
        if (const auto beside = fs::path(entry.path().string() + ".gz"); fs::exists(beside))
            file.gzip = bytes_of(beside);
        file.etag = "\"" + sha256_hex(file.bytes).substr(0, 20) + "\"";
        all.files_.emplace(name, std::move(file));
    }
    return all;
}

Response StaticFiles::serve(const Request& request) const
{
    if (const auto found = files_.find(request.path); found != files_.end())
        return respond(found->second, request);
    if (request.path.starts_with("/assets/"))
        return Response::of_problem(Problem("not_found"));
    const bool is_respond = is_respond_path(request.path);
    const auto page = files_.find(is_respond ? "/respond.html" : "/index.html");
    if (page == files_.end())
        return Response::of_problem(Problem("not_found"));
    auto response = respond(page->second, request);
    if (is_respond)
        response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

Response StaticFiles::respond(const File& file, const Request& request)
{
    Response response;
    response.content_type = file.type;
    response.headers.emplace_back("ETag", file.etag);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.header("if-none-match") == file.etag) {
        response.status = 304;
        return response;
    }
    if (!file.gzip.empty() && request.header("accept-encoding").find("gzip") != std::string_view::npos) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.body = file.gzip;
    } else {
        response.body = file.bytes;
    }
    return response;
}

} // namespace etabli::http

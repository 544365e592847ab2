// SPDX-License-Identifier: EUPL-1.2
// server/content/files.cpp

#include "server/content/files.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace etabli::content {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t file_bytes_max = 4 << 20; // the largest pack, the demonstration, is under 300 kB

} // namespace

Result<std::string> read_file(const std::string& path)
{
    std::error_code error;
    if (fs::file_size(path, error) > file_bytes_max || error)
        return Problem("file.unreadable", path);
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream)
        return Problem("file.unreadable", path);
    return text.str();
}

Result<json::value> read_json_file(const std::string& path)
{
    auto parsed = parse_json(TRY(read_file(path)));
    if (!parsed.ok())
        return Problem("pack.invalid", path + ": " + parsed.problem().detail());
    return parsed;
}

std::string folder_beside_binary(std::string_view name)
{
    std::error_code error;
    const auto binary = fs::read_symlink("/proc/self/exe", error);
    for (auto folder = binary.parent_path(); !error && folder.has_relative_path(); folder = folder.parent_path()) {
        if (const auto installed = folder / "share" / "etabli" / name; fs::is_directory(installed))
            return installed.string();
        if (const auto built = folder / name; fs::is_directory(built) && fs::exists(folder / "CMakePresets.json"))
            return built.string();
    }
    return std::string(name);
}

} // namespace etabli::content

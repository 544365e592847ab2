// SPDX-License-Identifier: EUPL-1.2
// server/content/packs.cpp

#include "server/content/packs.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace etabli::content {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t file_bytes_max = 4 << 20; // the largest pack, the demonstration, is under 300 kB

Result<std::string> read_file(const fs::path& path)
{
    std::error_code error;
    if (fs::file_size(path, error) > file_bytes_max || error)
        return Problem("file.unreadable", path.string());
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream)
        return Problem("file.unreadable", path.string());
    return text.str();
}

} // namespace

Result<Packs> Packs::read(const std::string& folder)
{
    Packs packs;
    packs.folder_ = folder;
    std::error_code error;
    fs::recursive_directory_iterator files(folder, error);
    if (error)
        return Problem("pack.missing", folder);
    for (const auto& file : files) {
        if (!file.is_regular_file() || file.path().extension() != ".json")
            continue;
        auto parsed = parse_json(TRY(read_file(file.path())));
        if (!parsed.ok())
            return Problem("pack.invalid", file.path().string() + ": " + parsed.problem().detail());
        const auto relative = fs::relative(file.path(), folder).replace_extension().generic_string();
        packs.files_.emplace(relative, std::move(parsed).value());
    }
    return packs;
}

const json::value* Packs::find(std::string_view kind, std::string_view id) const
{
    const auto found = files_.find(std::string(kind) + "/" + std::string(id));
    return found == files_.end() ? nullptr : &found->second;
}

std::vector<std::pair<std::string, const json::value*>> Packs::all(std::string_view kind) const
{
    const auto prefix = std::string(kind) + "/";
    std::vector<std::pair<std::string, const json::value*>> found;
    for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at)
        if (at->first.find('/', prefix.size()) == std::string::npos)
            found.emplace_back(at->first.substr(prefix.size()), &at->second);
    return found;
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

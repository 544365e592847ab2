// SPDX-License-Identifier: EUPL-1.2
// server/content/packs.cpp

#include "server/content/packs.hpp"

#include <filesystem>

namespace etabli::content {

namespace fs = std::filesystem;

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
        auto parsed = TRY(read_json_file(file.path().string()));
        const auto relative = fs::relative(file.path(), folder).replace_extension().generic_string();
        packs.files_.emplace(relative, std::move(parsed));
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

} // namespace etabli::content

// SPDX-License-Identifier: EUPL-1.2
// cli/files.cpp

#include "cli/files.hpp"

#include <filesystem>
#include <fstream>

namespace etabli::cli {

Result<std::string> read_file(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return Problem("file.unreadable", path);
    std::string bytes(size, '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size)))
        return Problem("file.unreadable", path);
    return bytes;
}

Result<void> write_file(const std::string& path, std::string_view bytes)
{
    const auto beside = path + ".part";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code error;
    if (file)
        std::filesystem::rename(beside, path, error);
    if (!file || error) {
        std::filesystem::remove(beside, error);
        return Problem("file.unreadable", path + " cannot be written");
    }
    return {};
}

} // namespace etabli::cli

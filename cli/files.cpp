// SPDX-License-Identifier: EUPL-1.2
// cli/files.cpp

#include "cli/files.hpp"

#include <filesystem>
#include <fstream>

namespace etabli::cli {

namespace {

Result<void> write_to(const std::string& path, const Make& make)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    const auto refused = [&] { return Problem("file.unreadable", path + " cannot be written"); };
    TRY(make([&](std::string_view bytes) -> Result<void> {
        if (!file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
            return refused();
        return {};
    }));
    file.close();
    if (!file)
        return refused();
    return {};
}

} // namespace

Result<std::string> read_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    constexpr std::size_t at_once = std::size_t { 1 } << 20U;
    while (file) {
        const auto before = bytes.size();
        bytes.resize(before + at_once);
        file.read(bytes.data() + before, static_cast<std::streamsize>(at_once));
        bytes.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof()) // a folder, or what could not be opened
        return Problem("file.unreadable", path);
    return bytes;
}

Result<void> write_file(const std::string& path, const Make& make)
{
    std::error_code error;
    if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error))
        return write_to(path, make);
    const auto beside = path + ".part";
    auto written = write_to(beside, make);
    if (written.ok())
        std::filesystem::rename(beside, path, error);
    if (written.ok() && !error)
        return {};
    std::error_code left;
    std::filesystem::remove(beside, left);
    return written.ok() ? Problem("file.unreadable", path + " cannot be written") : written.problem();
}

Result<void> write_file(const std::string& path, std::string_view bytes)
{
    return write_file(path, [&](const Put& put) { return put(bytes); });
}

} // namespace etabli::cli

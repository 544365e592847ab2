// SPDX-License-Identifier: EUPL-1.2
// cli/data_folder.cpp

#include "cli/data_folder.hpp"

#include <array>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace etabli::cli {

namespace fs = std::filesystem;

Result<std::unique_ptr<DataFolder>> DataFolder::hold(const std::string& path)
{
    std::error_code error;
    const bool fresh = fs::create_directories(path, error);
    if (error)
        return Problem("file.unreadable", path + ": " + error.message());
    if (fresh)
        fs::permissions(path, fs::perms::owner_all, error);
    const auto name = path + "/lock";
    const int lock = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return Problem("file.unreadable", name);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        std::array<char, 200> address {};
        const auto got = ::read(lock, address.data(), address.size() - 1);
        ::close(lock);
        return Problem("storage.folder_in_use", got > 0 ? std::string(address.data()) : "another program holds it");
    }
    return std::unique_ptr<DataFolder>(new DataFolder(path, lock));
}

DataFolder::~DataFolder()
{
    ::close(lock_);
}

void DataFolder::say_address(const std::string& address) const
{
    if (::ftruncate(lock_, 0) == 0)
        static_cast<void>(::pwrite(lock_, address.data(), address.size(), 0) == 0);
}

} // namespace etabli::cli

// SPDX-License-Identifier: EUPL-1.2
// cli/data_folder.hpp
//
// The data folder: made on first use, readable by its owner alone, and held by one server at a time. A second
// start learns the address of the first.

#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"

namespace etabli::cli {

class DataFolder {
public:
    /// `storage.folder_in_use`, with the address of the server that holds it as detail.
    static Result<std::unique_ptr<DataFolder>> hold(const std::string& path);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    /// What the next one is told.
    void say_address(const std::string& address) const;
    const std::string& path() const { return path_; }

private:
    DataFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) { }

    std::string path_;
    int lock_;
};

} // namespace etabli::cli

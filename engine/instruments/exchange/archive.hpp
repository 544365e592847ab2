// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/archive.hpp
//
// The files within a zip file, read and written in memory.

#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/result.hpp"

namespace etabli::instruments::exchange {

/// A workbook of forty sheets has some two hundred.
inline constexpr std::int64_t archive_files_max = 1000;
/// Of all files that are read of one archive; what unpacks to more was made to fill a memory.
inline constexpr std::size_t archive_bytes_max = 50'000'000;
/// Of one of them: as a tree of XML, it takes ten times the room.
inline constexpr std::size_t archive_file_bytes_max = 10'000'000;

class Archive {
public:
    /// `file.unreadable` when it is no zip file. The bytes must outlive the archive.
    static Result<Archive> open(std::string_view bytes);

    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive();

    /// Nothing when there is no such file; `request.too_large` beyond the bounds.
    Result<std::optional<std::string>> read(const std::string& name);

private:
    struct Opened;
    explicit Archive(std::unique_ptr<Opened> opened);

    std::unique_ptr<Opened> opened_;
    std::size_t bytes_read_ = 0;
};

/// The same bytes for the same files: no time of day is written.
Result<std::string> archive_of(const std::map<std::string, std::string>& files);

} // namespace etabli::instruments::exchange

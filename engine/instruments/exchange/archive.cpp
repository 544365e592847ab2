// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/archive.cpp

#include "engine/instruments/exchange/archive.hpp"

#include <fmt/format.h>
#include <zip.h>

namespace etabli::instruments::exchange {

namespace {

/// The first day a zip file can say, 1 January 1980, as seconds since 1970.
constexpr std::time_t no_time = 315'532'800;
constexpr std::size_t chunk_bytes = 65'536;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct Free {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

Problem unreadable(std::string_view why)
{
    return { "file.unreadable", fmt::format("zip: {}", why) };
}

} // namespace

struct Archive::Opened {
    std::unique_ptr<zip_t, Discard> zip;
};

Archive::Archive(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) { }
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (zip == nullptr) {
        zip_source_free(source);
        return unreadable("cannot be opened");
    }
    auto opened = std::make_unique<Opened>(Opened { std::unique_ptr<zip_t, Discard>(zip) });
    if (zip_get_num_entries(zip, 0) > archive_files_max)
        return unreadable("too many files");
    return Archive(std::move(opened));
}

Result<std::optional<std::string>> Archive::read(const std::string& name)
{
    auto* zip = opened_->zip.get();
    const auto index = zip_name_locate(zip, name.c_str(), 0);
    if (index < 0)
        return std::optional<std::string>();
    const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(zip, static_cast<zip_uint64_t>(index), 0));
    if (!file)
        return unreadable(name + " cannot be opened");
    // What an archive says of sizes is its author's word: the bytes are counted as they come.
    std::string content;
    std::string chunk(chunk_bytes, '\0');
    for (;;) {
        const auto count = zip_fread(file.get(), chunk.data(), chunk.size());
        if (count < 0)
            return unreadable(name + " is damaged");
        if (count == 0)
            return std::optional(std::move(content));
        bytes_read_ += static_cast<std::size_t>(count);
        content.append(chunk, 0, static_cast<std::size_t>(count));
        if (content.size() > archive_file_bytes_max || bytes_read_ > archive_bytes_max)
            return Problem("request.too_large", fmt::format("zip: {} unpacks to too much", name));
    }
}

Result<std::string> archive_of(const std::map<std::string, std::string>& files)
{
    zip_error_t error;
    zip_error_init(&error);
    std::unique_ptr<zip_source_t, Free> whole(zip_source_buffer_create(nullptr, 0, 0, &error));
    VERIFY(whole != nullptr);
    zip_source_keep(whole.get()); // the archive lets go of its own share when it is closed
    auto* zip = zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error);
    zip_error_fini(&error);
    VERIFY(zip != nullptr);
    for (const auto& [name, content] : files) {
        auto* source = zip_source_buffer(zip, content.data(), content.size(), 0);
        const auto index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        VERIFY(index >= 0);
        zip_file_set_mtime(zip, static_cast<zip_uint64_t>(index), no_time, 0);
    }
    if (zip_close(zip) != 0) {
        zip_discard(zip);
        return Problem("server.internal", "zip: cannot be written");
    }
    zip_stat_t written;
    zip_source_stat(whole.get(), &written);
    std::string bytes(written.size, '\0');
    if (zip_source_open(whole.get()) != 0 || zip_source_read(whole.get(), bytes.data(), bytes.size()) < 0)
        return Problem("server.internal", "zip: cannot be read back");
    zip_source_close(whole.get());
    return bytes;
}

} // namespace etabli::instruments::exchange

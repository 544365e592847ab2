// SPDX-License-Identifier: EUPL-1.2
// store/urn_slots.cpp

#include "store/urn_slots.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iterator>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace etabli::store {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t length_bytes = 4;
constexpr std::size_t key_bytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
/// The key's file: the key, then the shape as two numbers of 8 bytes.
constexpr std::size_t key_file_bytes = key_bytes + 2 * 8;
/// No file of ours has more.
constexpr std::size_t slots_max = std::size_t { 1 } << 16U;
constexpr std::size_t fill_bytes = std::size_t { 1 } << 20U;
constexpr std::string_view slots_suffix = ".slots";
constexpr std::string_view key_suffix = ".key";
/// A key that is being written, and one that is being forgotten: `.key` is always a whole one.
constexpr std::string_view new_suffix = ".new";
constexpr std::string_view gone_suffix = ".gone";

Problem trouble(const char* what)
{
    const auto code = errno == ENOSPC || errno == EFBIG || errno == EDQUOT ? ProblemCode("storage.full")
                                                                           : ProblemCode("storage.unavailable");
    return { code, std::string(what) + ": " + std::strerror(errno) };
}

/// Closed when it goes.
class File {
public:
    explicit File(int number) : number_(number) { }
    ~File()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return number_; }
    int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

Result<void> write_all(int file, const unsigned char* bytes, std::size_t size, std::size_t at)
{
    while (size > 0) {
        const auto wrote = ::pwrite(file, bytes, size, static_cast<off_t>(at));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return trouble("write");
        bytes += wrote;
        at += static_cast<std::size_t>(wrote);
        size -= static_cast<std::size_t>(wrote);
    }
    return {};
}

Result<void> read_all(int file, unsigned char* bytes, std::size_t size, std::size_t at)
{
    while (size > 0) {
        const auto got = ::pread(file, bytes, size, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return trouble("read");
        bytes += got;
        at += static_cast<std::size_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return {};
}

void put_number(unsigned char* at, std::size_t number, std::size_t bytes)
{
    for (std::size_t byte = 0; byte < bytes; ++byte)
        at[byte] = static_cast<unsigned char>(number >> (8 * byte));
}

Result<void> fill(int file, std::size_t size, Random& random)
{
    // Of one drawn key, which is forgotten: asking the system for every byte takes a hundred times as long.
    std::array<unsigned char, crypto_stream_xchacha20_KEYBYTES> key {};
    random.fill(std::as_writable_bytes(std::span(key)));
    std::array<unsigned char, crypto_stream_xchacha20_NONCEBYTES> part {};
    std::vector<unsigned char> noise(std::min(size, fill_bytes));
    for (std::size_t at = 0; at < size; at += noise.size()) {
        noise.resize(std::min(noise.size(), size - at));
        put_number(part.data(), at, 8);
        crypto_stream_xchacha20(noise.data(), noise.size(), part.data(), key.data());
        TRY(write_all(file, noise.data(), noise.size(), at));
    }
    sodium_memzero(key.data(), key.size());
    if (::fsync(file) != 0)
        return trouble("fsync");
    return {};
}

Result<void> sync_folder(const std::string& folder)
{
    const File opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() < 0 || ::fsync(opened.number()) != 0)
        return trouble("fsync of the folder");
    return {};
}

std::size_t number_at(const unsigned char* at, std::size_t bytes)
{
    std::size_t number = 0;
    for (std::size_t byte = bytes; byte > 0; --byte)
        number = number << 8U | at[byte - 1];
    return number;
}

Result<void> renamed(const std::string& path, std::string_view from, std::string_view to)
{
    if (::rename((path + std::string(from)).c_str(), (path + std::string(to)).c_str()) != 0)
        return trouble("rename");
    return {};
}

/// Names of the files that end so, sorted: they were drawn.
std::vector<std::string> stems(const std::string& folder, std::string_view suffix)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == suffix)
            names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Overwritten in place: on disks that write elsewhere instead, only the key's absence protects.
Result<void> overwrite_and_remove(const std::string& path, Random& random)
{
    const File file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0)
        return errno == ENOENT ? Result<void>() : trouble("open");
    struct stat about { };
    if (::fstat(file.number(), &about) != 0)
        return trouble("stat");
    TRY(fill(file.number(), static_cast<std::size_t>(about.st_size), random));
    if (::unlink(path.c_str()) != 0)
        return trouble("unlink");
    return {};
}

} // namespace

SlotShape SlotShape::holding(std::size_t content_bytes)
{
    SlotShape shape;
    while (shape.content_bytes() < content_bytes && shape.slot_bytes < slot_bytes_max) {
        shape.slot_bytes *= 2;
        shape.slots = std::max(slots_min, slot_file_bytes / shape.slot_bytes);
    }
    return shape;
}

std::size_t SlotShape::content_bytes() const
{
    return slot_bytes - nonce_bytes - tag_bytes - length_bytes;
}

SlotFile::SlotFile(std::string folder, std::string name, const SlotShape& shape, Key key, int file)
    : folder_(std::move(folder))
    , name_(std::move(name))
    , shape_(shape)
    , key_(std::move(key))
    , file_(file)
{
}

SlotFile::~SlotFile()
{
    sodium_memzero(key_.data(), key_.size());
    ::close(file_);
}

Result<std::unique_ptr<SlotFile>> SlotFile::make(const std::string& folder, const SlotShape& shape, Random& random)
{
    const auto name = random.id_text();
    const auto path = folder + "/" + name;
    File slots(::open((path + std::string(slots_suffix)).c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600));
    if (slots.number() < 0)
        return trouble("open");
    const auto made = [&]() -> Result<Key> {
        TRY(fill(slots.number(), shape.slot_bytes * shape.slots, random));
        Key key(key_file_bytes);
        random.fill(std::as_writable_bytes(std::span(key).first(key_bytes)));
        put_number(key.data() + key_bytes, shape.slot_bytes, 8);
        put_number(key.data() + key_bytes + 8, shape.slots, 8);
        const File file(::open((path + std::string(new_suffix)).c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
        if (file.number() < 0)
            return trouble("open");
        TRY(write_all(file.number(), key.data(), key.size(), 0));
        if (::fsync(file.number()) != 0)
            return trouble("fsync");
        TRY(renamed(path, new_suffix, key_suffix));
        TRY(sync_folder(folder));
        return key;
    }();
    if (!made.ok()) { // a part of a file would hold the room it lacked
        for (const auto suffix : { slots_suffix, new_suffix, key_suffix })
            ::unlink((path + std::string(suffix)).c_str());
        return made.problem();
    }
    std::unique_ptr<SlotFile> file(new SlotFile(folder, name, shape, made.value(), slots.release()));
    for (std::size_t slot = 0; slot < shape.slots; ++slot)
        file->free_.push_back(slot);
    return file;
}

Result<std::unique_ptr<SlotFile>> SlotFile::open(const std::string& folder, const std::string& name)
{
    const auto path = folder + "/" + name;
    Key key(key_file_bytes);
    const File key_file(::open((path + std::string(key_suffix)).c_str(), O_RDONLY | O_CLOEXEC));
    if (key_file.number() < 0)
        return trouble("open");
    TRY(read_all(key_file.number(), key.data(), key.size(), 0));
    const SlotShape shape { number_at(key.data() + key_bytes, 8), number_at(key.data() + key_bytes + 8, 8) };
    File slots(::open((path + std::string(slots_suffix)).c_str(), O_RDWR | O_CLOEXEC));
    struct stat about { };
    if (slots.number() < 0 || ::fstat(slots.number(), &about) != 0)
        return trouble("open");
    if (shape.slot_bytes < slot_bytes_min || shape.slot_bytes > slot_bytes_max || shape.slots > slots_max
        || static_cast<std::size_t>(about.st_size) != shape.slot_bytes * shape.slots)
        return Problem("storage.altered", "a file of slots that is not of its key");
    return std::unique_ptr<SlotFile>(new SlotFile(folder, name, shape, std::move(key), slots.release()));
}

std::vector<std::string> SlotFile::names(const std::string& folder)
{
    const auto keys = stems(folder, key_suffix);
    const auto slots = stems(folder, slots_suffix);
    std::vector<std::string> names;
    std::set_intersection(keys.begin(), keys.end(), slots.begin(), slots.end(), std::back_inserter(names));
    return names;
}

Result<void> SlotFile::destroy(const std::string& folder, const std::string& name, Random& random)
{
    const auto path = folder + "/" + name;
    // The key first: without it the rest says nothing.
    TRY(renamed(path, key_suffix, gone_suffix));
    for (const auto suffix : { gone_suffix, slots_suffix }) {
        TRY(overwrite_and_remove(path + std::string(suffix), random));
        TRY(sync_folder(folder));
    }
    return {};
}

Result<void> SlotFile::sweep(const std::string& folder, Random& random)
{
    const auto whole = names(folder);
    for (const auto suffix : { gone_suffix, new_suffix, key_suffix, slots_suffix })
        for (const auto& name : stems(folder, suffix))
            if (!std::binary_search(whole.begin(), whole.end(), name))
                TRY(overwrite_and_remove(folder + "/" + name + std::string(suffix), random));
    return sync_folder(folder);
}

Result<std::vector<std::size_t>> SlotFile::take_slots(std::size_t count, Random& random)
{
    const std::lock_guard lock(guard_);
    if (free_.size() < count)
        return Problem("server.busy", "no free slot");
    std::vector<std::size_t> taken;
    for (std::size_t each = 0; each < count; ++each) {
        std::swap(free_[random.below(free_.size())], free_.back());
        taken.push_back(free_.back());
        free_.pop_back();
    }
    return taken;
}

Result<void> SlotFile::write(std::size_t slot, std::string_view content, Random& random)
{
    VERIFY(content.size() <= shape_.content_bytes());
    std::vector<unsigned char> plain(shape_.slot_bytes - nonce_bytes - tag_bytes);
    put_number(plain.data(), content.size(), length_bytes);
    std::copy(content.begin(), content.end(), plain.begin() + length_bytes);
    std::vector<unsigned char> sealed(shape_.slot_bytes);
    random.fill(std::as_writable_bytes(std::span(sealed).first(nonce_bytes)));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.data() + nonce_bytes, nullptr, plain.data(), plain.size(), nullptr, 0, nullptr, sealed.data(), key_.data());
    return write_all(file_, sealed.data(), sealed.size(), slot * shape_.slot_bytes);
}

Result<void> SlotFile::put(std::span<const std::string> contents, Random& random)
{
    const auto slots = TRY(take_slots(contents.size(), random));
    for (std::size_t each = 0; each < contents.size(); ++each)
        TRY(write(slots[each], contents[each], random)); // a slot that failed is not used again
    return sync();
}

Result<void> SlotFile::sync()
{
    std::unique_lock lock(sync_guard_);
    const auto mine = ++written_;
    while (synced_ < mine && !failed_) {
        if (syncing_) {
            synced_more_.wait(lock);
            continue;
        }
        syncing_ = true;
        const auto all = written_;
        lock.unlock();
        const bool done = ::fdatasync(file_) == 0;
        lock.lock();
        syncing_ = false;
        // After a failure the kernel may call the lost pages clean: the next fdatasync would lie.
        failed_ = failed_ || !done;
        if (done)
            synced_ = std::max(synced_, all);
        synced_more_.notify_all();
    }
    if (synced_ < mine)
        return Problem("storage.unavailable", "the disk under the slots failed");
    return {};
}

Result<std::vector<std::string>> SlotFile::contents() const
{
    std::vector<std::string> found;
    std::vector<unsigned char> sealed(shape_.slot_bytes);
    std::vector<unsigned char> plain(shape_.slot_bytes - nonce_bytes - tag_bytes);
    for (std::size_t slot = 0; slot < shape_.slots; ++slot) {
        TRY(read_all(file_, sealed.data(), sealed.size(), slot * shape_.slot_bytes));
        if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + nonce_bytes,
                sealed.size() - nonce_bytes, nullptr, 0, sealed.data(), key_.data())
            != 0)
            continue; // noise, or a deposit that a crash cut before anybody was told
        const auto length = number_at(plain.data(), length_bytes);
        VERIFY(length <= shape_.content_bytes());
        found.emplace_back(reinterpret_cast<const char*>(plain.data()) + length_bytes, length);
    }
    return found;
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/urn_slots.hpp
//
// A file of fixed slots where deposits lie until enough of them wait (docs/anonymity.md, section 6). It is filled with random bytes
// when it is made; a deposit takes a free slot by chance and looks like what was there. Its key stands in a file beside it and never
// leaves the machine: once both were overwritten and removed, what an old copy of the slots holds is noise.

#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"

namespace etabli::store {

/// What a file takes, if that is slots enough: each batch writes one and overwrites one, and while it does, some hundreds may come.
inline constexpr std::size_t slot_file_bytes = std::size_t { 4 } << 20U;
/// Ten of each of some twenty campaigns may wait for the eleventh.
inline constexpr std::size_t slots_min = 256;
/// Two pages of a disk: a ballot of an ordinary questionnaire, in base64, takes half of it.
inline constexpr std::size_t slot_bytes_min = std::size_t { 8 } << 10U;
/// What the longest submission needs (64 KiB), and what is written about it.
inline constexpr std::size_t slot_bytes_max = std::size_t { 128 } << 10U;

/// Multiples of a disk's page, all of one file alike.
struct SlotShape {
    std::size_t slot_bytes = slot_bytes_min;
    std::size_t slots = slot_file_bytes / slot_bytes_min;

    /// The smallest slots that hold a content of so many bytes, as many of them as a file has room for and not too few.
    static SlotShape holding(std::size_t content_bytes);
    std::size_t content_bytes() const;
};

class SlotFile {
public:
    /// Both files, complete on the disk. `storage.full`, `storage.unavailable`.
    static Result<std::unique_ptr<SlotFile>> make(const std::string& folder, const SlotShape& shape, Random& random);
    /// One that an earlier run left; slots that hold nothing are free.
    static Result<std::unique_ptr<SlotFile>> open(const std::string& folder, const std::string& name);
    /// Names of those in the folder that have their key, in no order that says anything.
    static std::vector<std::string> names(const std::string& folder);
    /// Both files are overwritten and removed.
    static Result<void> destroy(const std::string& folder, const std::string& name, Random& random);
    /// What a crash left of files that were being made or destroyed.
    static Result<void> sweep(const std::string& folder, Random& random);
    ~SlotFile();
    SlotFile(const SlotFile&) = delete;
    SlotFile& operator=(const SlotFile&) = delete;

    const std::string& name() const { return name_; }
    const SlotShape& shape() const { return shape_; }

    /// All of them are on the disk once it has returned ok; several callers share one fdatasync. `server.busy` when there is no room;
    /// `storage.unavailable` from the first time that the disk failed: what it keeps is not known any more.
    Result<void> put(std::span<const std::string> contents, Random& random);
    /// What its slots hold, read from the disk.
    Result<std::vector<std::string>> contents() const;

private:
    using Key = std::vector<unsigned char>;

    SlotFile(std::string folder, std::string name, const SlotShape& shape, Key key, int file);
    Result<std::vector<std::size_t>> take_slots(std::size_t count, Random& random);
    Result<void> write(std::size_t slot, std::string_view content, Random& random);
    Result<void> sync();

    std::string folder_;
    std::string name_;
    SlotShape shape_;
    Key key_;
    int file_;

    std::mutex guard_;
    std::vector<std::size_t> free_;

    // Group commit: whoever comes first syncs for all whose bytes are written by then.
    std::mutex sync_guard_;
    std::condition_variable synced_more_;
    std::uint64_t written_ = 0;
    std::uint64_t synced_ = 0;
    bool syncing_ = false;
    bool failed_ = false;
};

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/backup.hpp
//
// A database as one portable file: a header line, then table by table a line that names its columns and one
// line of JSON per row, and last a digest of all that came before. What either engine wrote, both read. What
// opens a door is left out: sessions, one-time links, links for news, mails that carry links.

#pragma once

#include <iosfwd>

#include "base/time.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct BackupSummary {
    std::int64_t rows = 0;
    std::string sha256;
};

/// The tables that are in a backup, in the order in which they can be filled.
std::vector<std::string> backed_up_tables();

/// One consistent view, whatever is written meanwhile.
Result<BackupSummary> write_backup(Reader& reader, Instant at, std::ostream& out);

/// From the first byte to the digest, before anything is written: `file.unknown_format` when it is no backup, was cut
/// or altered, or was made by a later program.
Result<BackupSummary> check_backup(std::istream& in);

/// Into an empty database; `folder.not_empty` otherwise. May be run again from the start, as any write.
Result<void> load_backup(Transaction& transaction, std::istream& in);

} // namespace etabli::store

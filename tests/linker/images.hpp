// SPDX-License-Identifier: EUPL-1.2
// tests/linker/images.hpp
//
// What somebody sees of ballots who holds a copy of everything at one moment: files byte for byte, and on PostgreSQL what it keeps of
// each row beside its columns. Each look gives numbers, by receipt.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/urn.hpp"

namespace etabli::linker {

/// By receipt.
using Look = std::map<std::string, double>;
/// By what was looked at.
using Image = std::map<std::string, Look>;

/// Where in a file each receipt stands first, and last; of those that stand there.
void look_at_bytes(Image& image, const std::string& what, const std::string& path, const std::vector<std::string>& receipts);
/// Where in slots what waits stands: with the key, which nobody else has.
void look_at_slots(Image& image, const std::string& folder);
/// What names a row to whoever looks, and the long text beside it.
struct Columns {
    std::string key = "receipt";
    std::string record = "record";
};
/// Each column of a table, by its order, sizes of texts, and what the engine keeps: rowid; ctid, xmin, cmin, and the same of texts that
/// are kept outside of the row.
void look_at_table(Image& image, store::Database& database, const std::string& table, const Columns& columns = {});

} // namespace etabli::linker

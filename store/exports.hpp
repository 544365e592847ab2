// SPDX-License-Identifier: EUPL-1.2
// store/exports.hpp
//
// What an establishment takes away with it: all that its colleges read, table by table, for another tool or an
// archive. What a discussion's charter keeps among those who were there, what opens a door and what is not shared yet
// stay behind, each with its reason.

#pragma once

#include <functional>

#include "base/ids.hpp"
#include "domain/ids.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// The rows of one table that belong to an establishment. `rows` is a condition in which :place is its id.
struct ExportedTable {
    std::string name;
    std::string rows;
};

/// A table that no export holds, and why, in a few words.
struct LeftOutTable {
    std::string name;
    std::string why;
};

const std::vector<ExportedTable>& exported_tables();
const std::vector<LeftOutTable>& left_out_tables();

/// One object per row, in an order that two exports share; lists and records are nested, as the contract has them.
/// Returns how many there were.
Result<std::int64_t> each_exported_row(Reader& reader, const ExportedTable& table, const PlaceId& establishment,
    const std::function<void(const json::object&)>& visit);

} // namespace etabli::store

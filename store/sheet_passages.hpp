// SPDX-License-Identifier: EUPL-1.2
// store/sheet_passages.hpp
//
// What a gate opens for a sheet: one more circle of readers, or a diagnosis that has passed. However the gate was
// asked, the rules are held again here: no circle is skipped and nothing travels without its context.

#pragma once

#include "domain/programmes/gates.hpp"
#include "domain/sheets/sheets.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// "to_cluster", and "to_cluster:v4" for a later version of what was released.
std::string widening_passage(Audience to, std::optional<std::int64_t> read_there, std::int64_t number);

/// The version a gate is asked for: what is written meanwhile does not pass with it.
Result<void> keep_widening(
    Transaction& transaction, const GateId& gate, const SheetId& sheet, Audience to, std::int64_t number);

Result<std::optional<std::int64_t>> number_asked_at(Reader& reader, const GateId& gate);

Result<void> open_sheet_readers(Transaction& transaction, const Gate& gate, Date today);
/// How the thread knows the axis at this place in a diagnosis, from 1.
std::string axis_id(const SheetId& diagnosis, std::int64_t position);
Result<void> open_diagnosis(Transaction& transaction, const Gate& gate, Date today);

} // namespace etabli::store

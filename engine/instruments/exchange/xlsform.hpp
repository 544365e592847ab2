// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform.hpp
//
// XLSForm (https://xlsform.org/en/ref-table/): a workbook of the sheets survey, choices and settings, as ODK, Kobo and others
// read it.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

Result<Imported> import_xlsform(std::string_view bytes, std::string_view file_name);
Result<Exported> export_xlsform(const Instrument& instrument);

/// Bounds said as a constraint: ". >= 0 and . <= 10", "count-selected(.) <= 3", "string-length(.) <= 500" and
/// "not(selected(., 'none') and count-selected(.) > 1)". False when it says anything else; nothing is then taken of it.
bool take_constraint(std::string_view constraint, DraftQuestion& question);
/// The same bounds written; empty without any.
std::string constraint_of(const Question& question);

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey.hpp
//
// LimeSurvey's own exports of structure: a survey (.lss), a group (.lsg) or a question (.lsq), as tables of its database in XML.
// Read since its third version, where the words of each language stand in the tables themselves; written as the fifth reads it.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

Result<Imported> import_limesurvey(std::string_view bytes, std::string_view file_name);
Result<Exported> export_limesurvey(const Instrument& instrument);

} // namespace etabli::instruments::exchange

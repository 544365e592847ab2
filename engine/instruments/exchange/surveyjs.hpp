// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/surveyjs.hpp
//
// SurveyJS (https://surveyjs.io/form-library/documentation/design-survey/create-a-simple-survey) as JSON: pages, panels and their
// questions. What has no place there travels under the member "etabli", which other programs pass over.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

Result<Imported> import_surveyjs(std::string_view bytes, std::string_view file_name);
Result<Exported> export_surveyjs(const Instrument& instrument);

inline constexpr auto surveyjs_ours = "etabli";

} // namespace etabli::instruments::exchange

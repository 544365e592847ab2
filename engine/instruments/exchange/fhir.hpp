// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/fhir.hpp
//
// FHIR R4 Questionnaire (https://hl7.org/fhir/R4/questionnaire.html) in JSON, with the extensions of the standard that say what
// ours say. What has no place there travels in extensions of our own, which other programs pass over.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

Result<Imported> import_fhir(std::string_view bytes, std::string_view file_name);
Result<Exported> export_fhir(const Instrument& instrument);

namespace fhir {

inline constexpr std::string_view standard = "http://hl7.org/fhir/StructureDefinition/";
inline constexpr std::string_view ours = "urn:etabli:questionnaire:";
inline constexpr std::string_view item_controls = "http://hl7.org/fhir/questionnaire-item-control";

} // namespace fhir

} // namespace etabli::instruments::exchange

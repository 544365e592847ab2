// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/fhir_parts.hpp
//
// The parts of an item of FHIR: its extensions, its words with their translations, its rule, its options.

#pragma once

#include "engine/instruments/exchange/fhir.hpp"

namespace etabli::instruments::exchange {

const json::object* extension_of(const json::object& source, std::string_view base, std::string_view name);
const json::object* standard_extension(const json::object& source, std::string_view name);
/// The number of an extension, whichever of FHIR's kinds of number it is.
std::optional<double> number_of_extension(const json::object& source, std::string_view name);

/// "text" with the translations of "_text".
Words words_of(const json::object& source, const std::string& member);
bool has_control(const json::object& item, std::initializer_list<std::string_view> codes);
/// The member whose name begins so: answerCoding, valueString.
const json::value* any_kind_of(const json::object& source, std::string_view prefix);

/// Of enableWhen; nothing when there is none, or one we cannot say.
std::optional<Rule> rule_of(const json::object& item);
/// Whatever decides when the item is shown, as written; empty when nothing does.
std::string rule_source_of(const json::object& item);

struct Asked {
    std::string_view name;
    QuestionType type;
    bool is_changed; // asked as something near
};
const Asked* asked_type(std::string_view name);

std::optional<DraftOption> option_of(const json::object& source);
DraftAbout about_of_extensions(const json::object& item);

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/codes.hpp
//
// Codes from foreign names, and foreign names from codes. A name that is a code already stays as it is.

#pragma once

#include <set>
#include <string>
#include <string_view>

namespace etabli::instruments::exchange {

enum class CodeKind { Item, Option };

/// ^[a-z][a-z0-9_]{0,39}$ for an item, [a-z0-9_]{1,40} for an option; another than those taken, which it joins.
std::string code_from(std::string_view name, CodeKind kind, std::set<std::string, std::less<>>& taken);

/// a-z, 0-9 and -, for an instrument. "questionnaire" when nothing is left of the name.
std::string id_from(std::string_view name);

struct NameRules {
    std::size_t length_max;
    std::string_view prefix; // of a name that would begin with a digit; empty where it may
};
/// What LimeSurvey accepts: letters and digits; another than those taken.
std::string bare_name_from(std::string_view code, NameRules rules, std::set<std::string, std::less<>>& taken);

} // namespace etabli::instruments::exchange

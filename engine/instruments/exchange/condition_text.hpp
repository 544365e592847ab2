// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/condition_text.hpp
//
// Our conditions as an expression of another program: the way back of rule.hpp.

#pragma once

#include "engine/instruments/condition.hpp"
#include "engine/instruments/exchange/rule.hpp"
#include "engine/instruments/instrument.hpp"

namespace etabli::instruments::exchange {

/// What an item is called over there.
struct Reference {
    std::string name;
    QuestionType type = QuestionType::Text; // single for a row of a grid
    std::vector<std::pair<std::string, std::string>> options; // our code, their name
};
/// By item.
using References = std::map<std::string, Reference, std::less<>>;

/// Where names stay as they are: every item, under its own code; `row_name` says how a row of a grid is called.
References references_of(const Instrument& instrument, std::string (*row_name)(const Question&, const Row&));

/// Nothing where that language cannot say it: LimeSurvey does not compare days as we do.
std::optional<std::string> condition_text(const json::value& condition, Dialect dialect, const References& references);

/// Without a trailing ".000000": as a person would write it.
std::string number_text(double number);

} // namespace etabli::instruments::exchange

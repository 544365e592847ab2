// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/surveyjs_parts.hpp
//
// The parts of an element of SurveyJS: its words in their languages, its type, its options.

#pragma once

#include "engine/instruments/exchange/surveyjs.hpp"

namespace etabli::instruments::exchange {

/// A text, or a record of texts by language whose "default" is SurveyJS' own, English, beside a French one.
Words words_of_member(const json::object& source, std::string_view member);

/// What hides an element, as written; empty when nothing does.
std::string rule_source_of_element(const json::object& element);

struct AskedAs {
    QuestionType type;
    bool is_changed; // asked as something near
};
std::optional<AskedAs> asked_as(std::string_view type, std::string_view input_type);

/// "a", 1, or { "value": "a", "text": … }.
std::pair<std::string, Words> item_of(const json::value& item);

std::vector<DraftOption> options_of_element(const json::object& element, std::string_view type);

/// Steps of 0.01 are two decimals.
std::int64_t decimals_of_step(double step);

} // namespace etabli::instruments::exchange

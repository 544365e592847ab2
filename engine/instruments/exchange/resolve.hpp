// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/resolve.hpp
//
// From a rule over foreign names to a condition over our codes. Only what says exactly the same is a condition.

#pragma once

#include "engine/instruments/exchange/rule.hpp"
#include "engine/instruments/instrument.hpp"

namespace etabli::instruments::exchange {

/// What a name of theirs stands for, among what was asked before.
struct Target {
    std::string item;
    QuestionType type = QuestionType::Text;
    bool is_conditional = false; // its question may be hidden
    std::map<std::string, std::string, std::less<>> options; // their name of each, and our code
    std::optional<std::string> option; // our code: the name asks whether this one is ticked
};
using Targets = std::map<std::string, Target, std::less<>>;

/// Nothing when it asks what was not asked before, or what our conditions cannot say.
std::optional<json::value> condition_from(const Rule& rule, const Targets& targets);

/// A finite number and nothing else.
std::optional<double> number_from(std::string_view text);

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/rule.hpp
//
// When a question is shown, as another program says it: by its names of questions and options, not by our codes. Three languages
// of expressions are read by one small parser; what it does not know is no rule, and is listed as lost by whoever asked.

#pragma once

#include "engine/instruments/condition.hpp"

namespace etabli::instruments::exchange {

enum class Dialect { LimeSurvey, XPath, SurveyJs };

struct Rule {
    using Kind = Condition::Kind;

    Kind kind = Kind::And;
    std::string name; // whom it asks: empty for and, or, not
    std::vector<std::string> values; // names of options; one for a comparison: an option, a number or a day
    std::vector<Rule> parts;
    /// LimeSurvey: a name without .NAOK makes the whole false while its question is hidden, even under a negation.
    bool only_while_shown = false;
};

/// A person who writes more than a page no longer knows what they ask; it also bounds our own stack.
inline constexpr std::size_t expression_bytes_max = 4000;
inline constexpr int expression_depth_max = 24;

std::optional<Rule> rule_from(std::string_view expression, Dialect dialect);

/// The rule itself when there is only one.
inline Rule joined(Rule::Kind kind, std::vector<Rule> parts)
{
    return parts.size() == 1 ? std::move(parts.front()) : Rule { kind, {}, {}, std::move(parts), false };
}
inline Rule all_of(std::vector<Rule> parts)
{
    return joined(Rule::Kind::And, std::move(parts));
}
inline Rule any_of(std::vector<Rule> parts)
{
    return joined(Rule::Kind::Or, std::move(parts));
}
inline Rule none_of(Rule part)
{
    return { Rule::Kind::Not, {}, {}, { std::move(part) }, false };
}

} // namespace etabli::instruments::exchange

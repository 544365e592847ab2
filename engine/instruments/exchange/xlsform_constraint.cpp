// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_constraint.cpp

#include <fmt/format.h>

#include "engine/instruments/exchange/condition_text.hpp"
#include "engine/instruments/exchange/resolve.hpp"
#include "engine/instruments/exchange/xlsform.hpp"

namespace etabli::instruments::exchange {

namespace {

std::string without_spaces(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            out.push_back(c);
    return out;
}

/// Parts joined by "and" outside any parentheses.
std::vector<std::string_view> parts_of(std::string_view text)
{
    constexpr std::string_view joint = " and ";
    std::vector<std::string_view> parts;
    int open = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (open == 0 && text.substr(at).starts_with(joint)) {
            parts.push_back(text.substr(begin, at - begin));
            begin = at + joint.size();
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// What stands between the two, of a text that begins and ends so.
std::optional<std::string_view> between(std::string_view text, std::string_view before, std::string_view after)
{
    if (!text.starts_with(before) || !text.ends_with(after) || text.size() < before.size() + after.size())
        return {};
    return text.substr(before.size(), text.size() - before.size() - after.size());
}

bool take_whole_number(std::string_view text, std::string_view before, std::optional<std::int64_t>& target)
{
    const auto digits = between(text, before, "");
    const auto number = digits ? number_from(*digits) : std::nullopt;
    if (!number || *number < 1 || *number > 1e6)
        return false;
    target = static_cast<std::int64_t>(*number);
    return true;
}

bool take_exclusive(std::string_view name, DraftQuestion& question)
{
    for (auto& option : question.options)
        if (option.name == name) {
            option.exclusive = true;
            return true;
        }
    return false;
}

bool take_part(std::string_view part, DraftQuestion& question)
{
    const auto text = without_spaces(part);
    // "more than 10" of a whole number is "11 and more"; of others there is no such bound.
    const bool is_whole = question.decimals == 0;
    const auto number_after = [&](std::string_view sign) {
        const auto digits = question.type == QuestionType::Number ? between(text, sign, "") : std::nullopt;
        return digits ? number_from(*digits) : std::nullopt;
    };
    if (const auto bound = number_after(".>="))
        question.min = bound;
    else if (const auto most = number_after(".<="))
        question.max = most;
    else if (const auto above = number_after(".>"); above && is_whole)
        question.min = *above + 1;
    else if (const auto below = number_after(".<"); below && is_whole)
        question.max = *below - 1;
    else if (question.type == QuestionType::Text)
        return take_whole_number(text, "string-length(.)<=", question.length_max);
    else if (question.type == QuestionType::Multiple) {
        const auto name = between(text, "not(selected(.,'", "')andcount-selected(.)>1)");
        return name ? take_exclusive(*name, question) : take_whole_number(text, "count-selected(.)<=", question.choices_max);
    } else
        return false;
    return true;
}

} // namespace

bool take_constraint(std::string_view constraint, DraftQuestion& question)
{
    auto taken = question;
    for (const auto part : parts_of(trimmed(constraint)))
        if (!take_part(part, taken))
            return false;
    question = std::move(taken);
    return true;
}

std::string constraint_of(const Question& question)
{
    std::vector<std::string> parts;
    if (question.min)
        parts.push_back(". >= " + number_text(*question.min));
    if (question.max)
        parts.push_back(". <= " + number_text(*question.max));
    if (question.length_max)
        parts.push_back(fmt::format("string-length(.) <= {}", *question.length_max));
    if (question.choices_max)
        parts.push_back(fmt::format("count-selected(.) <= {}", *question.choices_max));
    if (question.type == QuestionType::Multiple && question.options)
        for (const auto& option : *question.options)
            if (option.exclusive == true)
                parts.push_back(fmt::format("not(selected(., '{}') and count-selected(.) > 1)", option.code));
    return fmt::format("{}", fmt::join(parts, " and "));
}

} // namespace etabli::instruments::exchange

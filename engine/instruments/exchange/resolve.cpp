// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/resolve.cpp

#include "engine/instruments/exchange/resolve.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace etabli::instruments::exchange {

namespace {

using Kind = Rule::Kind;
enum class Sense { Plain, Negated };

json::array leaf(std::string_view word, const std::string& item)
{
    return { json::string(word), json::string(item) };
}

json::array ticked(std::string_view word, const std::string& item, const std::vector<std::string>& codes)
{
    auto made = leaf(word, item);
    made.emplace_back(to_json(codes));
    return made;
}

/// As a person writes it: 3, not 3.0.
json::value number_json(double number)
{
    constexpr double exact_max = 9e15; // beyond, not every whole number is a double
    if (number == std::floor(number) && std::abs(number) < exact_max)
        return static_cast<std::int64_t>(number);
    return number;
}

std::string_view sign_of(Kind kind)
{
    switch (kind) {
    case Kind::Less:
        return "<";
    case Kind::LessOrEqual:
        return "<=";
    case Kind::More:
        return ">";
    case Kind::MoreOrEqual:
        return ">=";
    default:
        return "=";
    }
}

bool stands(Kind kind, double value, double bound)
{
    switch (kind) {
    case Kind::Less:
        return value < bound;
    case Kind::LessOrEqual:
        return value <= bound;
    case Kind::More:
        return value > bound;
    case Kind::MoreOrEqual:
        return value >= bound;
    default:
        return value == bound;
    }
}

/// A row "Q1_SQ001" of LimeSurvey's multiple choice: "Y" when ticked, empty when not.
std::optional<json::value> of_one_option(const Rule& rule, const Target& target)
{
    const bool asks_ticked = rule.kind == Kind::Answered
        || (rule.kind == Kind::Equal && (rule.values.front() == "Y" || rule.values.front() == "true"));
    return asks_ticked ? std::optional<json::value>(ticked("in", target.item, { *target.option })) : std::nullopt;
}

/// Every option was named: it is enough that one is ticked.
json::value any_ticked(const Target& target, const std::vector<std::string>& codes)
{
    const bool is_all = std::all_of(target.options.begin(), target.options.end(),
        [&](const auto& option) { return std::find(codes.begin(), codes.end(), option.second) != codes.end(); });
    return is_all ? leaf("answered", target.item) : ticked("in", target.item, codes);
}

std::optional<json::value> of_options(const Rule& rule, const Target& target)
{
    std::vector<std::string> codes;
    for (const auto& name : rule.values) {
        const auto found = target.options.find(name);
        if (found == target.options.end())
            return {};
        if (std::find(codes.begin(), codes.end(), found->second) == codes.end())
            codes.push_back(found->second);
    }
    if (rule.kind == Kind::All && target.type == QuestionType::Multiple)
        return ticked("all", target.item, codes);
    if (rule.kind == Kind::All && codes.size() > 1)
        return {};
    return any_ticked(target, codes);
}

/// ">= 4" of options that are called by numbers: those that are.
std::optional<json::value> of_numbered_options(const Rule& rule, const Target& target)
{
    const auto bound = number_from(rule.values.front());
    std::vector<std::string> codes;
    for (const auto& [name, code] : target.options) {
        const auto number = number_from(name);
        if (!number || !bound)
            return {};
        if (stands(rule.kind, *number, *bound))
            codes.push_back(code);
    }
    return codes.empty() ? std::nullopt : std::optional(any_ticked(target, codes));
}

std::optional<json::value> of_amount(const Rule& rule, const Target& target)
{
    auto made = leaf(sign_of(rule.kind), target.item);
    if (target.type == QuestionType::Number) {
        const auto bound = number_from(rule.values.front());
        if (!bound)
            return {};
        made.push_back(number_json(*bound));
    } else if (target.type == QuestionType::Date) {
        const auto day = Date::parse(rule.values.front());
        if (!day)
            return {};
        made.emplace_back(json::string(day->text()));
    } else {
        return {};
    }
    return made;
}

std::optional<json::value> of_item(const Rule& rule, const Target& target)
{
    if (target.option)
        return of_one_option(rule, target);
    if (rule.kind == Kind::Answered)
        return leaf("answered", target.item);
    const bool is_ticked = target.type == QuestionType::Single || target.type == QuestionType::Multiple;
    if (rule.kind == Kind::In || rule.kind == Kind::All)
        return is_ticked ? of_options(rule, target) : std::nullopt;
    // "= a" of a multiple choice is "a and nothing else" here and "a among others" there: neither is taken.
    if (target.type == QuestionType::Multiple)
        return {};
    if (target.type != QuestionType::Single)
        return of_amount(rule, target);
    if (rule.kind != Kind::Equal)
        return of_numbered_options(rule, target);
    return of_options(rule, target);
}

const Target& target_of(const json::value& item, const Targets& targets)
{
    const auto found = std::find_if(targets.begin(), targets.end(),
        [&](const auto& each) { return !each.second.option && each.second.item == std::string_view(item.as_string()); });
    VERIFY(found != targets.end());
    return found->second;
}

/// ["in", item, codes] that may be said together with others of its item: in A or in B is in A, B; A ticked and B ticked is all
/// of A, B, where several can be.
bool can_gather(const json::value& part, Kind kind, const Targets& targets)
{
    const auto* each = part.if_array();
    if (each == nullptr || each->size() != 3 || each->at(0) != json::value("in"))
        return false;
    return kind == Kind::Or
        || (each->at(2).as_array().size() == 1 && target_of(each->at(1), targets).type == QuestionType::Multiple);
}

json::array gathered(const json::array& parts, Kind kind, const Targets& targets)
{
    std::vector<std::pair<json::value, bool>> kept;
    for (const auto& part : parts) {
        const bool gathers = can_gather(part, kind, targets);
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const auto& other) {
            return gathers && other.second && other.first.as_array().at(1) == part.as_array().at(1);
        });
        if (same == kept.end()) {
            kept.emplace_back(part, gathers);
            continue;
        }
        auto& before = same->first.as_array();
        before[0] = kind == Kind::Or ? "in" : "all";
        for (const auto& code : part.as_array().at(2).as_array())
            if (auto& codes = before[2].as_array(); std::find(codes.begin(), codes.end(), code) == codes.end())
                codes.push_back(code);
    }
    json::array made;
    for (auto& [part, gathers] : kept)
        if (gathers && kind == Kind::Or) {
            const auto& in = part.as_array();
            made.push_back(any_ticked(target_of(in[1], targets), from_json<std::vector<std::string>>(in[2]).value()));
        } else {
            made.push_back(std::move(part));
        }
    return made;
}

std::optional<json::value> resolved(const Rule& rule, const Targets& targets, Sense sense, int depth);

std::optional<json::value> of_parts(const Rule& rule, const Targets& targets, Sense sense, int depth)
{
    json::array parts;
    for (const auto& part : rule.parts) {
        auto made = resolved(part, targets, sense, depth + 1);
        if (!made)
            return {};
        parts.push_back(std::move(*made));
    }
    parts = gathered(parts, rule.kind, targets);
    if (parts.size() == 1)
        return std::move(parts.front());
    json::array made { json::string(rule.kind == Kind::And ? "and" : "or") };
    for (auto& part : parts)
        made.push_back(std::move(part));
    return made;
}

std::optional<json::value> resolved(const Rule& rule, const Targets& targets, Sense sense, int depth)
{
    if (depth > expression_depth_max)
        return {};
    if (rule.kind == Kind::And || rule.kind == Kind::Or)
        return rule.parts.empty() ? std::nullopt : of_parts(rule, targets, sense, depth);
    if (rule.kind == Kind::Not) {
        const auto turned = sense == Sense::Plain ? Sense::Negated : Sense::Plain;
        auto part = resolved(rule.parts.front(), targets, turned, depth + 1);
        if (!part)
            return {};
        if (auto* inner = part->if_array(); inner != nullptr && inner->front() == json::value("not"))
            return std::move((*inner)[1]);
        return json::array { "not", std::move(*part) };
    }
    const auto target = targets.find(rule.name);
    if (target == targets.end() || (rule.kind != Kind::Answered && rule.values.empty()))
        return {};
    if (rule.only_while_shown && sense == Sense::Negated && target->second.is_conditional)
        return {};
    return of_item(rule, target->second);
}

} // namespace

std::optional<json::value> condition_from(const Rule& rule, const Targets& targets)
{
    auto made = resolved(rule, targets, Sense::Plain, 1);
    return made && Condition::create(*made) ? made : std::nullopt;
}

std::optional<double> number_from(std::string_view text)
{
    const auto digits = trimmed(text);
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = read.ec == std::errc() && read.ptr == digits.data() + digits.size() && std::isfinite(number);
    return is_number ? std::optional(number) : std::nullopt;
}

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/condition.cpp

#include "engine/instruments/condition.hpp"

#include <algorithm>

namespace etabli::instruments {

namespace {

using Kind = Condition::Kind;

constexpr std::array kinds {
    std::pair { Kind::And, std::string_view("and") },
    std::pair { Kind::Or, std::string_view("or") },
    std::pair { Kind::Not, std::string_view("not") },
    std::pair { Kind::Answered, std::string_view("answered") },
    std::pair { Kind::In, std::string_view("in") },
    std::pair { Kind::All, std::string_view("all") },
    std::pair { Kind::Less, std::string_view("<") },
    std::pair { Kind::LessOrEqual, std::string_view("<=") },
    std::pair { Kind::More, std::string_view(">") },
    std::pair { Kind::MoreOrEqual, std::string_view(">=") },
    std::pair { Kind::Equal, std::string_view("=") },
};

std::optional<Kind> kind_named(const json::value& source)
{
    const auto* name = source.if_string();
    for (const auto& [kind, known] : kinds)
        if (name != nullptr && known == std::string_view(*name))
            return kind;
    return {};
}

std::optional<std::vector<std::string>> codes_of(const json::value& source)
{
    const auto* items = source.if_array();
    if (items == nullptr || items->empty())
        return {};
    std::vector<std::string> codes;
    for (const auto& item : *items) {
        if (!item.is_string())
            return {};
        codes.emplace_back(item.as_string());
    }
    return codes;
}

bool has(const Answer& answer, const std::string& code)
{
    if (const auto* one = std::get_if<std::string>(&answer))
        return *one == code;
    const auto* several = std::get_if<std::vector<std::string>>(&answer);
    return several != nullptr && std::find(several->begin(), several->end(), code) != several->end();
}

template <class Value>
bool stands(Kind kind, const Value& value, const Value& bound)
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

} // namespace

std::optional<Condition> Condition::create(const json::value& source)
{
    return read(source, 1);
}

std::optional<Condition> Condition::read(const json::value& source, int depth)
{
    const auto* parts = source.if_array();
    if (parts == nullptr || parts->size() < 2 || parts->size() > parts_max + 1 || depth > depth_max)
        return {};
    const auto kind = kind_named(parts->front());
    if (!kind)
        return {};
    Condition made(*kind);
    if (kind == Kind::And || kind == Kind::Or || kind == Kind::Not) {
        for (auto part = parts->begin() + 1; part != parts->end(); ++part) {
            auto inner = read(*part, depth + 1);
            if (!inner)
                return {};
            made.parts_.push_back(std::move(*inner));
        }
        return kind == Kind::Not && made.parts_.size() != 1 ? std::nullopt : std::optional(std::move(made));
    }
    if (!(*parts)[1].is_string() || parts->size() != (kind == Kind::Answered ? 2U : 3U))
        return {};
    made.item_ = std::string((*parts)[1].as_string());
    if (kind == Kind::Answered)
        return made;
    const auto& operand = (*parts)[2];
    if (kind == Kind::In || kind == Kind::All) {
        auto codes = codes_of(operand);
        if (!codes)
            return {};
        made.codes_ = std::move(*codes);
    } else if (operand.is_number()) {
        made.bound_ = operand.to_number<double>();
    } else if (operand.is_string() && Date::parse(std::string_view(operand.as_string()))) {
        made.bound_ = std::string(operand.as_string());
    } else {
        return {};
    }
    return made;
}

bool Condition::holds(const Answers& answers) const
{
    const auto part_holds = [&](const Condition& part) { return part.holds(answers); };
    switch (kind_) {
    case Kind::And:
        return std::all_of(parts_.begin(), parts_.end(), part_holds);
    case Kind::Or:
        return std::any_of(parts_.begin(), parts_.end(), part_holds);
    case Kind::Not:
        return !parts_.front().holds(answers);
    default:
        break;
    }
    const auto found = answers.find(item_);
    if (found == answers.end())
        return false;
    const auto is_ticked = [&](const std::string& code) { return has(found->second, code); };
    switch (kind_) {
    case Kind::Answered:
        return true;
    case Kind::In:
        return std::any_of(codes_.begin(), codes_.end(), is_ticked);
    case Kind::All:
        return std::all_of(codes_.begin(), codes_.end(), is_ticked);
    default:
        return compares(found->second);
    }
}

/// Days compare as their text does.
bool Condition::compares(const Answer& answer) const
{
    if (const auto* number = std::get_if<double>(&bound_)) {
        const auto* value = std::get_if<double>(&answer);
        return value != nullptr && stands(kind_, *value, *number);
    }
    const auto* day = std::get_if<std::string>(&answer);
    return day != nullptr && stands(kind_, *day, std::get<std::string>(bound_));
}

} // namespace etabli::instruments

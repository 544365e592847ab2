// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/condition.hpp
//
// When a section or a question is shown: a small tree over answers given before, never a string to evaluate. The page
// (web/form/condition.ts) and the program decide alike; tests/vectors/conditions.json holds both to it.
//
//     ["and", C, …]  ["or", C, …]  ["not", C]      at least one part of and, or
//     ["answered", item]                            something valid was answered, "not concerned" included
//     ["in", item, [code, …]]                       one of these is ticked
//     ["all", item, [code, …]]                      all of these are (multiple)
//     ["<", item, x]  ["<="] [">"] [">="] ["="]     x a number, or a day "2026-11-22"
//
// Nothing answered, or nothing shown: every comparison is false, so that ["not", …] of it is true.

#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/fields.hpp"

namespace etabli::instruments {

/// A code, a text or a day; several codes; a number.
using Answer = std::variant<std::string, std::vector<std::string>, double>;
/// By item.
using Answers = std::map<std::string, Answer, std::less<>>;

class Condition {
public:
    enum class Kind { And, Or, Not, Answered, In, All, Less, LessOrEqual, More, MoreOrEqual, Equal };

    /// A person who writes more no longer knows what they ask.
    static constexpr int depth_max = 6;
    static constexpr std::size_t parts_max = 20;

    /// Nothing when it is no condition.
    static std::optional<Condition> create(const json::value& source);

    bool holds(const Answers& answers) const;

    Kind kind() const { return kind_; }
    /// Whom it asks: empty for and, or, not.
    const std::string& item() const { return item_; }
    const std::vector<std::string>& codes() const { return codes_; }
    /// A number or a day, of comparisons.
    const std::variant<double, std::string>& bound() const { return bound_; }
    const std::vector<Condition>& parts() const { return parts_; }

private:
    explicit Condition(Kind kind) : kind_(kind) { }
    static std::optional<Condition> read(const json::value& source, int depth);
    bool compares(const Answer& answer) const;

    Kind kind_;
    std::string item_;
    std::vector<std::string> codes_;
    std::variant<double, std::string> bound_;
    std::vector<Condition> parts_;
};

} // namespace etabli::instruments

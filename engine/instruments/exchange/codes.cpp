// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/codes.cpp

#include "engine/instruments/exchange/codes.hpp"

#include <algorithm>

#include "engine/instruments/instrument.hpp"
#include "engine/texts/stems.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr std::size_t id_bytes_max = 80;

bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_code(std::string_view name, CodeKind kind)
{
    return !name.empty() && name.size() <= static_cast<std::size_t>(code_bounds.max)
        && (kind == CodeKind::Option || is_letter(name.front()))
        && std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

/// Small letters and digits; one `gap` for whatever stands between, none at either end.
std::string words_of(std::string_view name, std::string_view gap)
{
    std::string out;
    bool is_apart = false;
    for (const char c : texts::folded(name))
        if (is_letter(c) || is_digit(c)) {
            if (is_apart && !out.empty())
                out += gap;
            is_apart = false;
            out.push_back(c);
        } else {
            is_apart = true;
        }
    return out;
}

/// The name, or the name cut short for a number that nobody has.
std::string untaken(std::string name, std::size_t length_max, std::string_view gap, std::set<std::string, std::less<>>& taken)
{
    name = name.substr(0, length_max);
    if (taken.insert(name).second)
        return name;
    for (std::size_t number = 2;; ++number) {
        const auto end = std::string(gap) + std::to_string(number);
        const auto kept = std::min(name.size(), length_max - std::min(length_max, end.size()));
        if (auto other = name.substr(0, kept) + end; taken.insert(other).second)
            return other;
    }
}

} // namespace

std::string code_from(std::string_view name, CodeKind kind, std::set<std::string, std::less<>>& taken)
{
    auto code = is_code(name, kind) ? std::string(name) : words_of(name, "_");
    if (code.empty())
        code = kind == CodeKind::Item ? "q" : "o";
    else if (kind == CodeKind::Item && !is_letter(code.front()))
        code = "q" + code;
    return untaken(std::move(code), static_cast<std::size_t>(code_bounds.max), "_", taken);
}

std::string id_from(std::string_view name)
{
    const auto id = words_of(name, "-").substr(0, id_bytes_max);
    return id.empty() ? "questionnaire" : id;
}

std::string bare_name_from(std::string_view code, NameRules rules, std::set<std::string, std::less<>>& taken)
{
    auto name = words_of(code, "");
    if (!rules.prefix.empty() && (name.empty() || !is_letter(name.front())))
        name = std::string(rules.prefix) + name;
    if (name.empty())
        name = "o";
    return untaken(std::move(name), rules.length_max, "", taken);
}

} // namespace etabli::instruments::exchange

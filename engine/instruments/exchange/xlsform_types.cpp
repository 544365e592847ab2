// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_types.cpp

#include "engine/instruments/exchange/xlsform_types.hpp"

#include <algorithm>

namespace etabli::instruments::exchange {

namespace {

struct Word {
    std::string_view word;
    RowType type;
};
const std::vector<Word>& known_types()
{
    using Type = QuestionType;
    static const RowType text { Step::Question, Type::Text, {}, false, {}, false };
    static const RowType whole { Step::Question, Type::Number, {}, false, 0, false };
    static const RowType real { Step::Question, Type::Number, {}, false, decimals_of_a_real, false };
    static const RowType day { Step::Question, Type::Date, {}, false, {}, false };
    static const RowType near_day { Step::Question, Type::Date, {}, false, {}, true };
    static const RowType near_text { Step::Question, Type::Text, {}, false, {}, true };
    static const RowType device { Step::Metadata, Type::Text, {}, false, {}, false };
    static const std::vector<Word> all { { "text", text }, { "string", text }, { "phone number", near_text },
        { "barcode", near_text }, { "integer", whole }, { "int", whole }, { "range", real }, { "decimal", real },
        { "date", day }, { "datetime", near_day }, { "note", { Step::Note } }, { "calculate", { Step::Calculation } },
        { "begin group", { Step::Open } }, { "begin repeat", { Step::Repeat } }, { "end group", { Step::Close } },
        { "end repeat", { Step::Close } }, { "end loop", { Step::Close } }, { "start", device }, { "end", device },
        { "today", device }, { "deviceid", device }, { "subscriberid", device }, { "simserial", device },
        { "phonenumber", device }, { "username", device }, { "email", device }, { "audit", device },
        { "start geopoint", device }, { "background audio", device }, { "hidden", device } };
    return all;
}

/// Older forms say "from" before the list.
constexpr std::array selects { std::pair { std::string_view("select all that apply"), QuestionType::Multiple },
    std::pair { std::string_view("select multiple"), QuestionType::Multiple },
    std::pair { std::string_view("select one"), QuestionType::Single } };
constexpr std::string_view from = " from ";
constexpr std::array<std::string_view, 2> open_endings { " or specify other", " or other" };

std::string single_spaced(std::string_view text)
{
    std::string out;
    for (const char c : trimmed(text)) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_space)
            out.push_back(c);
        else if (out.back() != ' ')
            out.push_back(' ');
    }
    return out;
}

/// Small letters, and spaces for "_" and "-": of the same length, so that the name of a list can be cut out of what was said.
std::string spelled(std::string_view said)
{
    auto text = lower_ascii(said);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    return text;
}

} // namespace

RowType row_type_of(const std::string& cell)
{
    const auto said = single_spaced(cell);
    const auto text = spelled(said);
    for (const auto& [word, type] : known_types())
        if (text == word)
            return type;
    if (text.starts_with("begin loop"))
        return { Step::Repeat };
    if (text.find(" from file") != std::string::npos) // options in a file of their own
        return {};
    for (const auto& [opening, type] : selects) {
        if (!text.starts_with(opening))
            continue;
        RowType found { Step::Select, type };
        auto begin = opening.size();
        if (std::string_view(text).substr(begin).starts_with(from))
            begin += from.size();
        auto end = text.size();
        for (const auto ending : open_endings)
            if (text.ends_with(ending) && begin + ending.size() < end) {
                found.has_open_option = true;
                end -= ending.size();
                break;
            }
        found.list = std::string(trimmed(std::string_view(said).substr(begin, end - begin)));
        return found;
    }
    return {};
}

} // namespace etabli::instruments::exchange

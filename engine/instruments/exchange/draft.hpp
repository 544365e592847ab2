// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/draft.hpp
//
// A questionnaire as its file says it: words in any language, foreign names for codes, rules over those names. The four readers
// write it; build.hpp makes an instrument of it, so that codes, languages, bounds and losses are treated alike for all.

#pragma once

#include "engine/instruments/exchange/exchange.hpp"
#include "engine/instruments/exchange/rule.hpp"

namespace etabli::instruments::exchange {

/// By language ("fr", "en", "de"); "" where the file does not say. See language_of.
using Words = std::map<std::string, std::string, std::less<>>;

struct DraftOption {
    std::string name;
    std::vector<std::string> references; // the names by which rules ask whether it is ticked
    Words label;
    std::optional<double> value;
    std::optional<bool> favourable;
    std::optional<bool> exclusive;
};

/// What the file kept of ours; none of it is believed before it was checked.
struct DraftAbout {
    std::optional<bool> reversed;
    std::optional<std::string> dimension;
    std::optional<std::string> axis;
    std::optional<Sensitivity> sensitivity;
};

struct DraftRow {
    std::string name;
    std::vector<std::string> references; // the names by which rules ask for it
    Words text;
    DraftAbout about;
};

struct DraftQuestion {
    std::string where;
    std::string name;
    std::vector<std::string> references; // besides its name
    QuestionType type = QuestionType::Text;
    Words text;
    Words help;
    std::optional<bool> required;
    std::vector<DraftOption> options;
    std::string list; // the scale these options are, if they stand for several questions
    bool has_open_option = false;
    std::vector<DraftRow> rows;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<std::int64_t> decimals;
    Words unit;
    std::optional<std::int64_t> length_max;
    std::optional<std::int64_t> choices_max;
    std::optional<Rule> rule;
    std::string rule_source; // as the file says it, for the list of what was lost
    DraftAbout about;
};

struct DraftSection {
    std::string where;
    std::string name;
    Words title;
    Words intro;
    std::optional<Rule> rule;
    std::string rule_source;
    std::vector<DraftQuestion> questions;
};

/// Whether "&lt;" in its words is "<"; tags are taken away of both.
enum class Markup { Plain, Html };

struct Draft {
    Markup markup = Markup::Plain;
    std::string_view placeholder; // what opens an earlier answer within words: "{", "${"; empty where there is none
    std::string name;
    Words title;
    Words intro;
    Words closing;
    std::string language; // of words whose language is not said; "" when nobody says
    std::string licence;
    std::string source;
    std::optional<std::int64_t> version;
    std::vector<DraftSection> sections;
    std::vector<Score> scores; // kept of ours
};

/// More decimals than anybody types, of a number whose file says only that it is not whole.
inline constexpr std::int64_t decimals_of_a_real = 3;
/// The name under which "other, please say" becomes an option.
inline constexpr std::string_view open_option_name = "other";

} // namespace etabli::instruments::exchange

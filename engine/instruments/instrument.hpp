// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/instrument.hpp
//
// A questionnaire as data: its sections, questions, scales and scores, its languages, and what its licence allows. This is what
// packs/instruments/*.json, the editor and the importers write; troubles_of (check.hpp) says whether it holds together, and a
// Form (form.hpp) is one that does. docs/instruments.md describes each member.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"

namespace etabli::instruments {

/// A code names a thing for good: answers, conditions and scores refer to it. a-z, 0-9 and _; an item's begins with a letter.
inline constexpr Bounds code_bounds { .min = 0, .max = 40 };
/// A question that needs more is two questions.
inline constexpr Bounds wording_bounds { .min = 0, .max = 1000 };
/// About forty minutes of closed questions: nobody answers more at work.
inline constexpr std::int64_t items_max = 300;
/// Nothing yet is a draft; troubles_of wants something.
inline constexpr Bounds sections_bounds { .min = 0, .max = 40 };
inline constexpr Bounds questions_bounds { .min = 0, .max = 100 };
inline constexpr Bounds options_bounds { .min = 0, .max = 101 }; // 0 to 100
inline constexpr Bounds rows_bounds { .min = 0, .max = 50 };
inline constexpr std::int64_t options_min = 2; // one answer is no question
inline constexpr std::int64_t rows_min = 1;
/// Fewer people are never shown together, whatever a questionnaire says; colleges may only raise it.
inline constexpr std::int64_t group_min = 11;
inline constexpr Bounds scales_bounds { .min = 0, .max = 50 };
inline constexpr Bounds scores_bounds { .min = 0, .max = 60 };

/// Empty where the instrument does not speak that language.
struct Wording {
    std::string fr;
    std::string en;
};

/// One answer that can be ticked. `value` counts in scores; without one it stands apart ("not concerned", "rather not say").
struct Option {
    std::string code;
    Wording label;
    std::optional<double> value;
    std::optional<bool> favourable;
    std::optional<bool> exclusive; // multiple: ticked alone ("none of these")
};

struct Scale {
    std::string code;
    std::vector<Option> options;
};

enum class QuestionType { Single, Multiple, Grid, Number, Date, Text };
/// Sensitive: violence, harassment, discrimination (rule P3). Health: of an establishment as a whole only.
enum class Sensitivity { None, Sensitive, Health };
enum class ScoreMethod { Mean, Sum };
/// Whether the scale was tried on people as its science asks. Our own bank was not.
enum class Validation { NotValidated, Validated };

/// One line of a grid, answered on the grid's scale.
struct Row {
    std::string code;
    Wording text;
    std::optional<bool> reversed; // the scale's last option is the unfavourable one
    std::optional<std::string> dimension; // of the five (packs/references/dimensions.json)
    std::optional<std::string> axis; // of the six
};

struct Question {
    std::string code;
    QuestionType type = QuestionType::Single;
    Wording text;
    std::optional<Wording> help;
    std::optional<bool> required;
    std::optional<std::string> scale; // single, grid: options said once for several questions
    std::optional<std::vector<Option>> options; // single, multiple, grid: instead of a scale
    std::optional<std::vector<Row>> rows; // grid
    std::optional<double> min; // number
    std::optional<double> max; // number
    std::optional<std::int64_t> decimals; // number
    std::optional<Wording> unit; // number
    std::optional<std::int64_t> length_max; // text, in code points
    std::optional<std::int64_t> choices_max; // multiple
    std::optional<json::value> show_if; // condition.hpp
    std::optional<bool> reversed; // single
    std::optional<std::string> dimension;
    std::optional<std::string> axis;
    std::optional<Sensitivity> sensitivity;
};

struct Section {
    std::string code;
    Wording title;
    std::optional<Wording> intro;
    std::optional<json::value> show_if;
    std::vector<Question> questions;
};

/// A number computed of one person's answers: the mean or sum of the values of its items, when enough of them have one.
struct Score {
    std::string code;
    Wording title;
    ScoreMethod method = ScoreMethod::Mean;
    std::vector<std::string> items;
    std::int64_t answered_min = 1;
};

/// What may be done with the words, and who said so.
struct Rights {
    std::string licence; // SPDX, or the words of its owner
    std::string source; // who wrote it, where it stands
    bool permission_needed = false;
    std::optional<std::string> permission_proof; // a reference: a letter and its date, a contract
    bool may_edit = true;
    bool may_export_items = true;
};

struct Instrument {
    std::string id; // a-z, 0-9 and -
    std::int64_t version = 1;
    Wording title;
    std::optional<Wording> intro;
    std::optional<Wording> closing;
    std::vector<std::string> languages; // "fr", "en"
    Rights rights;
    Validation validation = Validation::NotValidated;
    bool health_data = false;
    std::int64_t min_group = 11;
    std::int64_t minutes = 5; // what answering takes, said before beginning
    std::vector<Scale> scales;
    std::vector<Section> sections;
    std::vector<Score> scores;
};

/// The options of a question that is ticked: its own, or its scale's. Empty when it has none.
const std::vector<Option>& options_of(const Instrument& instrument, const Question& question);

/// Refused with every member that cannot be read, by JSON pointer; `troubles_of` looks at the rest.
Result<Instrument> instrument_from(const json::value& source);

/// Members that say nothing are left out, so that what was written by hand comes back as it was.
json::value instrument_json(const Instrument& instrument);

} // namespace etabli::instruments

namespace etabli {

template <>
struct Names<instruments::QuestionType> {
    using Type = instruments::QuestionType;
    static constexpr std::array table {
        std::pair { Type::Single, std::string_view("single") },
        std::pair { Type::Multiple, std::string_view("multiple") },
        std::pair { Type::Grid, std::string_view("grid") },
        std::pair { Type::Number, std::string_view("number") },
        std::pair { Type::Date, std::string_view("date") },
        std::pair { Type::Text, std::string_view("text") },
    };
};

template <>
struct Names<instruments::Sensitivity> {
    static constexpr std::array table {
        std::pair { instruments::Sensitivity::None, std::string_view("none") },
        std::pair { instruments::Sensitivity::Sensitive, std::string_view("sensitive") },
        std::pair { instruments::Sensitivity::Health, std::string_view("health") },
    };
};

template <>
struct Names<instruments::ScoreMethod> {
    static constexpr std::array table {
        std::pair { instruments::ScoreMethod::Mean, std::string_view("mean") },
        std::pair { instruments::ScoreMethod::Sum, std::string_view("sum") },
    };
};

template <>
struct Names<instruments::Validation> {
    static constexpr std::array table {
        std::pair { instruments::Validation::NotValidated, std::string_view("not_validated") },
        std::pair { instruments::Validation::Validated, std::string_view("validated") },
    };
};

template <>
struct Describe<instruments::Wording> {
    using T = instruments::Wording;
    static constexpr std::string_view name = "Wording";
    static constexpr auto fields
        = std::tuple { field("fr", &T::fr, instruments::wording_bounds), field("en", &T::en, instruments::wording_bounds) };
};

template <>
struct Describe<instruments::Option> {
    using T = instruments::Option;
    static constexpr std::string_view name = "InstrumentOption";
    static constexpr auto fields = std::tuple { field("code", &T::code, instruments::code_bounds), field("label", &T::label),
        field("value", &T::value), field("favourable", &T::favourable), field("exclusive", &T::exclusive) };
};

template <>
struct Describe<instruments::Scale> {
    using T = instruments::Scale;
    static constexpr std::string_view name = "InstrumentScale";
    static constexpr auto fields = std::tuple { field("code", &T::code, instruments::code_bounds),
        field("options", &T::options, instruments::options_bounds) };
};

template <>
struct Describe<instruments::Row> {
    using T = instruments::Row;
    static constexpr std::string_view name = "InstrumentRow";
    static constexpr auto fields = std::tuple { field("code", &T::code, instruments::code_bounds), field("text", &T::text),
        field("reversed", &T::reversed), field("dimension", &T::dimension, one_line), field("axis", &T::axis, one_line) };
};

template <>
struct Describe<instruments::Question> {
    using T = instruments::Question;
    static constexpr std::string_view name = "InstrumentQuestion";
    static constexpr auto fields = std::tuple { field("code", &T::code, instruments::code_bounds), field("type", &T::type),
        field("text", &T::text), field("help", &T::help), field("required", &T::required), field("scale", &T::scale, one_line),
        field("options", &T::options, instruments::options_bounds), field("rows", &T::rows, instruments::rows_bounds),
        field("min", &T::min), field("max", &T::max), field("decimals", &T::decimals, { .min = 0, .max = 6 }),
        field("unit", &T::unit), field("length_max", &T::length_max, { .min = 1, .max = 2000 }),
        field("choices_max", &T::choices_max, { .min = 1, .max = instruments::options_bounds.max }),
        field("show_if", &T::show_if), field("reversed", &T::reversed), field("dimension", &T::dimension, one_line),
        field("axis", &T::axis, one_line), field("sensitivity", &T::sensitivity) };
};

template <>
struct Describe<instruments::Section> {
    using T = instruments::Section;
    static constexpr std::string_view name = "InstrumentSection";
    static constexpr auto fields
        = std::tuple { field("code", &T::code, instruments::code_bounds), field("title", &T::title), field("intro", &T::intro),
              field("show_if", &T::show_if), field("questions", &T::questions, instruments::questions_bounds) };
};

template <>
struct Describe<instruments::Score> {
    using T = instruments::Score;
    static constexpr std::string_view name = "InstrumentScore";
    static constexpr auto fields = std::tuple { field("code", &T::code, instruments::code_bounds), field("title", &T::title),
        field("method", &T::method), field("items", &T::items, { .min = 0, .max = instruments::items_max }),
        field("answered_min", &T::answered_min, { .min = 1, .max = instruments::items_max }) };
};

template <>
struct Describe<instruments::Rights> {
    using T = instruments::Rights;
    static constexpr std::string_view name = "InstrumentRights";
    static constexpr auto fields
        = std::tuple { field("licence", &T::licence, { .min = 0, .max = 200 }), field("source", &T::source, any_text),
              field("permission_needed", &T::permission_needed), field("permission_proof", &T::permission_proof, one_line),
              field("may_edit", &T::may_edit), field("may_export_items", &T::may_export_items) };
};

template <>
struct Describe<instruments::Instrument> {
    using T = instruments::Instrument;
    static constexpr std::string_view name = "Instrument";
    static constexpr auto fields = std::tuple { field("id", &T::id, { .min = 1, .max = 80 }),
        field("version", &T::version, { .min = 1, .max = 9999 }), field("title", &T::title), field("intro", &T::intro),
        field("closing", &T::closing), field("languages", &T::languages, { .min = 0, .max = 2 }), field("rights", &T::rights),
        field("validation", &T::validation), field("health_data", &T::health_data),
        field("min_group", &T::min_group, { .min = instruments::group_min, .max = 1000 }),
        field("minutes", &T::minutes, { .min = 1, .max = 60 }), field("scales", &T::scales, instruments::scales_bounds),
        field("sections", &T::sections, instruments::sections_bounds),
        field("scores", &T::scores, instruments::scores_bounds) };
};

} // namespace etabli

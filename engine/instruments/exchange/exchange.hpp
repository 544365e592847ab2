// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/exchange.hpp
//
// Questionnaires from elsewhere and to elsewhere: LimeSurvey, XLSForm, FHIR R4 and SurveyJS. What cannot be carried over is
// listed, never dropped silently; docs/instruments-exchange.md says for each format what that is. An imported questionnaire holds
// together (check.hpp), and claims nothing its file cannot prove: it is not validated, and permission is still to be asked.

#pragma once

#include "engine/instruments/instrument.hpp"

namespace etabli::instruments {

enum class Format { LimeSurvey, XlsForm, Fhir, SurveyJs };

/// A questionnaire of forty minutes in four languages is a tenth of it.
inline constexpr std::size_t import_bytes_max = 5'000'000;

enum class LossKind {
    QuestionType, // there is no such question on the other side
    TypeChanged, // asked as something near: an e-mail address as a text, a time of day as a day
    QuestionInvalid, // left out: too few options, nothing to answer
    Condition, // could not be said exactly: shown always
    Calculation,
    Default, // an answer already given when the page opens
    Constraint, // a check of what is answered
    Repeat, // asked once
    Nesting, // groups within groups stand one after the other
    Note, // words between two questions
    Media,
    Html, // the words remain
    ComputedWords, // words that hold an earlier answer
    Cut, // words beyond our bounds
    Language,
    LanguageAssumed, // words in no language we speak, or in none that is named, taken for French
    Translation, // missing in one language, taken from the other
    CodeRenamed, // "old -> new"
    OpenOption, // "other, please say": only "other" remains
    OptionTwice,
    OptionValue, // what it counts in scores, or that it counts in none
    ChoiceFilter, // options that depend on an earlier answer: all are offered
    Quota,
    Order, // drawn at random there
    Coding, // codes of a terminology
    Metadata, // what a device notes without asking
    Member, // something of ours for which they have no place; `what` names it
};

struct Lost {
    std::string where; // as the file says it: a sheet and row, the code of a question, a JSON pointer
    LossKind kind = LossKind::Member;
    std::string what; // what was there, in the file's own terms: no words for people
};

struct Imported {
    Instrument instrument;
    std::vector<Lost> lost;
};

struct Exported {
    std::string bytes;
    std::string file_name;
    std::vector<Lost> lost;
};

/// By the end of its name, and by what the file itself says where names do not tell (.json, .xml, none).
std::optional<Format> guess_format(std::string_view file_name, std::string_view bytes);

/// `request.too_large`, `file.unreadable`, or `request.invalid` whose detail names the sheet and column, element or pointer.
Result<Imported> import_instrument(std::string_view bytes, Format format, std::string_view file_name);

/// `instrument.may_not_export` when its owner does not allow it, `request.invalid` when it does not hold together.
Result<Exported> export_instrument(const Instrument& instrument, Format format);

} // namespace etabli::instruments

namespace etabli {

template <>
struct Names<instruments::Format> {
    using Type = instruments::Format;
    static constexpr std::array table {
        std::pair { Type::LimeSurvey, std::string_view("limesurvey") },
        std::pair { Type::XlsForm, std::string_view("xlsform") },
        std::pair { Type::Fhir, std::string_view("fhir") },
        std::pair { Type::SurveyJs, std::string_view("surveyjs") },
    };
};

template <>
struct Names<instruments::LossKind> {
    using Type = instruments::LossKind;
    static constexpr std::array table {
        std::pair { Type::QuestionType, std::string_view("question_type") },
        std::pair { Type::TypeChanged, std::string_view("type_changed") },
        std::pair { Type::QuestionInvalid, std::string_view("question_invalid") },
        std::pair { Type::Condition, std::string_view("condition") },
        std::pair { Type::Calculation, std::string_view("calculation") },
        std::pair { Type::Default, std::string_view("default") },
        std::pair { Type::Constraint, std::string_view("constraint") },
        std::pair { Type::Repeat, std::string_view("repeat") },
        std::pair { Type::Nesting, std::string_view("nesting") },
        std::pair { Type::Note, std::string_view("note") },
        std::pair { Type::Media, std::string_view("media") },
        std::pair { Type::Html, std::string_view("html") },
        std::pair { Type::ComputedWords, std::string_view("computed_words") },
        std::pair { Type::Cut, std::string_view("cut") },
        std::pair { Type::Language, std::string_view("language") },
        std::pair { Type::LanguageAssumed, std::string_view("language_assumed") },
        std::pair { Type::Translation, std::string_view("translation") },
        std::pair { Type::CodeRenamed, std::string_view("code_renamed") },
        std::pair { Type::OpenOption, std::string_view("open_option") },
        std::pair { Type::OptionTwice, std::string_view("option_twice") },
        std::pair { Type::OptionValue, std::string_view("option_value") },
        std::pair { Type::ChoiceFilter, std::string_view("choice_filter") },
        std::pair { Type::Quota, std::string_view("quota") },
        std::pair { Type::Order, std::string_view("order") },
        std::pair { Type::Coding, std::string_view("coding") },
        std::pair { Type::Metadata, std::string_view("metadata") },
        std::pair { Type::Member, std::string_view("member") },
    };
};

template <>
struct Describe<instruments::Lost> {
    using T = instruments::Lost;
    static constexpr std::string_view name = "InstrumentLost";
    static constexpr auto fields
        = std::tuple { field("where", &T::where, one_line), field("kind", &T::kind), field("what", &T::what, any_text) };
};

} // namespace etabli

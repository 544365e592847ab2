// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_types.hpp
//
// The letters by which LimeSurvey calls its types of question, and the options it offers by itself.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

/// What a type of question is here, and where its options come from.
enum class Options { None, Answers, Subquestions, YesNo, Gender, Rates5, Rates10, YesUncertainNo, LessSameMore };
struct LimeType {
    char letter;
    QuestionType type;
    Options options;
    bool is_split; // each of its fields becomes a question
    bool has_comment;
};

/// Nothing for those we lack: rankings, grids of texts or numbers, two scales at once, files.
const LimeType* lime_type(const std::string& letter);

/// Options that LimeSurvey names by itself, in the language of whoever answers.
std::vector<DraftOption> own_options(Options options);

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_types.hpp
//
// What the first column of an XLSForm asks for, in the spellings of fifteen years.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

enum class Step { Nothing, Open, Close, Repeat, Select, Note, Question, Calculation, Metadata };

/// What the first column says, in any of its spellings.
struct RowType {
    Step step = Step::Nothing;
    QuestionType type = QuestionType::Text;
    std::string list;
    bool has_open_option = false;
    std::optional<std::int64_t> decimals;
    bool is_changed = false; // asked as something near
};

RowType row_type_of(const std::string& cell);

} // namespace etabli::instruments::exchange

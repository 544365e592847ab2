// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/departure.hpp
//
// What all four writers do before and beside writing: whether the words may leave, and what of ours has no place over there.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

/// Words as a writer needs them: by language, those the instrument speaks.
std::vector<std::pair<std::string, std::string>> said_in(const Instrument& instrument, const Wording& wording);

/// What the format has a place for.
struct Carries {
    bool scores = false;
    bool version = false;
    bool rights = false;
};
/// Of the instrument as a whole: what cannot be carried, and what an import never believes.
void lose_terms(const Instrument& instrument, Carries carries, std::vector<Lost>& lost);

/// Dimension, axis, reversed and sensitivity of a question and its rows.
void lose_about(const Question& question, std::vector<Lost>& lost);

/// What its options count, and which is favourable.
void lose_values(const Question& question, const std::vector<Option>& options, std::vector<Lost>& lost);

/// A member of ours that is there and has no place over there.
void lose_member(const std::string& where, std::string_view member, bool is_there, std::vector<Lost>& lost);

} // namespace etabli::instruments::exchange

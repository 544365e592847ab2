// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_tables.hpp
//
// The tables of a LimeSurvey file, with words gathered by language whichever version wrote them.

#pragma once

#include <pugixml.hpp>

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

/// One row: its columns by name.
using LimeRow = std::map<std::string, std::string, std::less<>>;

std::vector<LimeRow> lime_rows(pugi::xml_node document, const char* table);
/// Empty when there is none.
const std::string& cell_of(const LimeRow& row, std::string_view column);
/// 0 when it is no number.
int order_of(const LimeRow& row, std::string_view column);

/// A group, question or answer: one row for all its languages, and its words.
struct LimeThing {
    LimeRow row;
    std::map<std::string, Words, std::less<>> words; // by column
};

/// What stands in a table and in its table of words, by order. `key` is what both call it by.
struct LimeTable {
    const char* name;
    const char* words; // the table of words, since DBVersion 400
    std::string_view key;
    std::string_view order;
    std::vector<std::string_view> columns; // that hold words
};
std::vector<LimeThing> lime_things(pugi::xml_node document, const LimeTable& table);

/// Attributes of a question: by name, by language ("" where it is the same for all).
using LimeAttributes = std::map<std::string, Words, std::less<>>;
/// By question.
std::map<std::string, LimeAttributes, std::less<>> lime_attributes(pugi::xml_node document);

const Words& words_in(const LimeThing& thing, std::string_view column);

} // namespace etabli::instruments::exchange

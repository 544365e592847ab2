// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/questions.hpp
//
// Which of a questionnaire's items a release counts, and what each person's answer is among its options. Items that are ticked
// are counted, each option of a multiple choice by itself. Words are read apart (comments.hpp); numbers and days are asked as classes.

#pragma once

#include "engine/instruments/form.hpp"
#include "engine/publication/answers.hpp"

namespace etabli::tabulation {

/// One thing that is counted. Its options stand from the least favourable value to the most, turned over for a reversed item;
/// answers without a value ("not concerned") count as no answer.
struct CountedItem {
    publication::Item item; // its id is the item's code, and "code:option" of a multiple choice
    std::string code;
    std::vector<std::string> options; // codes, in the order of counting; of a multiple choice the one it is about
    bool is_ticked_or_not = false; // one option of a multiple choice: 1 not ticked, 2 ticked
};

/// People of whom health answers are shown together at the least, of the establishment as a whole.
inline constexpr std::int64_t health_group_min = 30;

/// People on either side when a place is set against the rest of its establishment.
inline constexpr std::int64_t comparison_people_min = 30;

std::vector<CountedItem> counted_items(const instruments::Form& form);

/// One byte per counted item, as publication::Answers has them.
std::vector<std::uint8_t> counted_answers(
    const instruments::Form& form, const std::vector<CountedItem>& items, const instruments::Answers& kept);

/// Numbers and days point at people, and a count of them would show nobody anything: they are asked as classes that one ticks. Words
/// are asked of everybody, on no sensitive subject, and decide about no other question.
bool reads_everything(const instruments::Form& form);
bool asks_for_words(const instruments::Form& form);

/// The longest JSON text that could be kept of somebody's answers, in bytes.
std::size_t answers_bytes_max(const instruments::Form& form);

} // namespace etabli::tabulation

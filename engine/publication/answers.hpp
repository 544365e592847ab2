// SPDX-License-Identifier: EUPL-1.2
// engine/publication/answers.hpp
//
// What people answered, in columns: where each stands in the lattice, and one byte per question.

#pragma once

#include "engine/disclosure/lattice.hpp"
#include "engine/statistics/ordinal.hpp"

namespace etabli::publication {

/// One question with ordered options.
struct Item {
    std::string id;
    int options = 0; // 1 to statistics::options_max
    std::optional<int> first_favourable; // this option and those above are counted together
    bool is_sensitive = false; // violence, harassment, health: what a whole group answered alike stays closed (P3)
    /// Shown of everybody together alone, from so many answers (health).
    std::optional<std::int64_t> of_all_from {};
    std::optional<std::size_t> asked_if; // an earlier question, whose answer decided who was asked this one
};

/// The byte of an answer is its option from 1 up, or one of these.
inline constexpr std::uint8_t no_answer = 0;
inline constexpr std::uint8_t not_asked = 255;

struct Answers {
    std::vector<std::uint32_t> cell; // by person: the number of their category's cell in their smallest place
    std::vector<std::vector<std::uint8_t>> by_item; // then by person

    std::size_t people() const { return cell.size(); }
};

/// The same places with those who answered counted in them.
disclosure::Lattice respondents_of(const disclosure::Lattice& places, const Answers& answers);
/// Among them those whom one question was asked, and of these those who answered it: a cell in which nobody was asked is
/// presumed to be known.
disclosure::Lattice answered_of(const disclosure::Lattice& respondents, const Answers& answers, std::size_t item);

/// A row per question: `item,options,favourable_from,sensitive,asked_if`, the three last ones empty or left out; sensitive is 1,
/// as is whoever depends on a sensitive question; asked_if names a question above. `request.invalid` with line and column.
Result<std::vector<Item>> read_items(std::string_view text);

/// Names of columns in a file of answers, one row per person. An answer is an option's number; empty: no answer; `-`: not
/// asked.
struct AnswersColumns {
    std::string place; // a smallest place of the lattice
    std::string category;
};
Result<Answers> read_answers(
    std::string_view text, const AnswersColumns& columns, const std::vector<Item>& items, const disclosure::Lattice& places);

} // namespace etabli::publication

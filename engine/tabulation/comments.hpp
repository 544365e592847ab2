// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/comments.hpp
//
// What people wrote in their own words: of the establishment as a whole, without place, occupation or anything else they answered,
// and only where enough wrote. Two colleges read it before anybody else (domain/surveys/comments.hpp). docs/anonymity.md, section 9.

#pragma once

#include "base/random.hpp"
#include "engine/tabulation/tabulate.hpp"

namespace etabli::tabulation {

/// Comments on one question below which none is read by anybody.
inline constexpr std::int64_t comments_min = 25;
/// People who could answer below which no question of words is asked.
inline constexpr std::int64_t commenting_people_min = 50;

/// What was written on one question, each question in an order of its own that says nothing.
struct Comments {
    std::string item;
    std::vector<std::string> texts; // none when fewer than comments_min wrote
};
/// Of each question of words, in the order of the form. `answers`: the texts of the second envelopes, by ballot.
std::vector<Comments> comments_of(
    const Placed& placed, const instruments::Form& form, const std::vector<std::string>& answers, Random& random);

/// The mark that stands where words were hidden.
inline constexpr std::string_view hidden_words = "[…]";
/// Whether `shown` is `written` with whole words hidden, each mark for one or more, and nothing added or put elsewhere.
bool hides_only(std::string_view written, std::string_view shown);

} // namespace etabli::tabulation

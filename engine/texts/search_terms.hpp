// SPDX-License-Identifier: EUPL-1.2
// engine/texts/search_terms.hpp
//
// What somebody typed in the search box, as search understands it: every word must be found, by its French stem;
// the last word may still be unfinished.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace etabli::texts {

/// Words beyond these add nothing people expect and cost a look-up each.
inline constexpr std::size_t search_words_max = 8;

struct SearchTerms {
    /// The stems of the words, each once, in order.
    std::vector<std::string> stems;
    /// The last word as typed, folded: anything whose stem begins with it is found too. Empty with no word, or
    /// when it is too short to mean one thing rather than another.
    std::string unfinished;
};

SearchTerms search_terms(std::string_view typed);

} // namespace etabli::texts

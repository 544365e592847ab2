// SPDX-License-Identifier: EUPL-1.2
// engine/texts/search_terms.cpp

#include "engine/texts/search_terms.hpp"

#include <algorithm>

#include "engine/texts/stems.hpp"

namespace etabli::texts {

namespace {

/// Two letters begin half the dictionary.
constexpr std::size_t unfinished_min = 3;

} // namespace

SearchTerms search_terms(std::string_view typed)
{
    auto typed_words = words(typed);
    if (typed_words.size() > search_words_max)
        typed_words.resize(search_words_max);
    SearchTerms terms;
    for (const auto& word : typed_words) {
        auto root = stem(word);
        if (std::find(terms.stems.begin(), terms.stems.end(), root) == terms.stems.end())
            terms.stems.push_back(std::move(root));
    }
    if (!typed_words.empty() && typed_words.back().size() >= unfinished_min && terms.stems.back() == stem(typed_words.back()))
        terms.unfinished = typed_words.back();
    return terms;
}

} // namespace etabli::texts

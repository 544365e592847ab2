// SPDX-License-Identifier: EUPL-1.2
// engine/texts/search_terms_test.cpp

#include "engine/texts/search_terms.hpp"

#include <gtest/gtest.h>

namespace etabli::texts {

namespace {

void check(std::string_view typed, const std::vector<std::string>& stems, std::string_view unfinished)
{
    const auto terms = search_terms(typed);
    EXPECT_EQ(terms.stems, stems) << typed;
    EXPECT_EQ(terms.unfinished, unfinished) << typed;
}

} // namespace

TEST(SearchTerms, accents_and_case_do_not_matter)
{
    check("La RELÈVE", { "relev" }, "releve");
    check("relevé", { "relev" }, "releve");
}

TEST(SearchTerms, every_word_counts_once)
{
    check("relève gardée relèves", { "relev", "garde" }, "");
    check("qui garde la relève", { "gard", "relev" }, "releve");
}

TEST(SearchTerms, words_that_match_everything_are_left_out)
{
    check("de la et", {}, "");
    check("", {}, "");
    check("« ’ »", {}, "");
}

TEST(SearchTerms, two_letters_are_not_yet_the_beginning_of_a_word)
{
    check("re", { "re" }, "");
}

TEST(SearchTerms, no_more_words_than_the_bound)
{
    EXPECT_EQ(search_terms("aaa bbb ccc ddd eee fff ggg hhh iii jjj").stems.size(), search_words_max);
}

} // namespace etabli::texts

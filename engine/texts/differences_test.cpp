// SPDX-License-Identifier: EUPL-1.2
// engine/texts/differences_test.cpp

#include "engine/texts/differences.hpp"

#include <gtest/gtest.h>

namespace etabli::texts {
namespace {

/// "kept[-taken-]{+given+}": the usual way to print a difference on one line.
std::string printed(std::string_view before, std::string_view after)
{
    std::string line;
    for (const auto& piece : differences(before, after))
        line += piece.change == Change::Same ? piece.text
            : piece.change == Change::Added  ? "{+" + piece.text + "+}"
                                             : "[-" + piece.text + "-]";
    return line;
}

void check(std::string_view before, std::string_view after, std::string_view expected)
{
    EXPECT_EQ(printed(before, after), expected);
    std::string old_again;
    std::string new_again;
    for (const auto& piece : differences(before, after)) {
        old_again += piece.change == Change::Added ? "" : piece.text;
        new_again += piece.change == Change::Removed ? "" : piece.text;
    }
    EXPECT_EQ(old_again, before);
    EXPECT_EQ(new_again, after);
}

TEST(Differences, a_word_changed_is_one_taken_and_one_given)
{
    check("médecin le lundi", "médecin le mardi", "médecin le [-lundi-]{+mardi+}");
}

TEST(Differences, a_mark_does_not_change_the_word_before_it)
{
    check("la relève assise", "la relève assise.", "la relève assise{+.+}");
}

TEST(Differences, what_was_added_in_the_middle_stands_in_the_middle)
{
    check("une relève gardée", "une relève assise et gardée", "une relève {+assise et +}gardée");
}

TEST(Differences, a_non_breaking_space_is_a_blank)
{
    check("« qui garde\u00a0?\u00a0»", "« qui répond\u00a0?\u00a0»", "« qui [-garde-]{+répond+}\u00a0?\u00a0»");
}

TEST(Differences, nothing_and_something)
{
    check("", "", "");
    check("", "un mot", "{+un mot+}");
    check("un mot", "", "[-un mot-]");
}

TEST(Differences, two_very_long_texts_are_shown_whole)
{
    std::string before;
    for (int word = 0; word < 1500; ++word)
        before += "mot ";
    EXPECT_EQ(differences(before, before + "fin").size(), 2U);
    EXPECT_EQ(differences(before, before).size(), 1U);
}

} // namespace
} // namespace etabli::texts

// SPDX-License-Identifier: EUPL-1.2
// engine/texts/stems_test.cpp

#include "engine/texts/stems.hpp"

#include <gtest/gtest.h>

namespace etabli::texts {

TEST(Stems, find_a_word_whatever_its_accents_and_number)
{
    EXPECT_EQ(stems("Relèves"), stems("relève"));
    EXPECT_EQ(stems("transmission"), stems("TRANSMISSIONS"));
    EXPECT_EQ(folded("Cœur à Noël"), "coeur a noel");
}

TEST(Stems, leave_out_what_would_match_everything)
{
    EXPECT_EQ(stems("la relève de la nuit").size(), 2U);
    EXPECT_TRUE(stems("« à l’ » !").empty());
}

TEST(Stems, bytes_that_are_no_text_do_no_harm)
{
    EXPECT_NO_THROW(stems("\x97\xC3\xC3\xAB")); // found by tests/fuzz/fuzz_texts.cpp
}

} // namespace etabli::texts

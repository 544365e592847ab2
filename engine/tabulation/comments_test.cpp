// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/comments_test.cpp
//
// What may become of words: hidden, never changed.

#include <gtest/gtest.h>

#include "engine/tabulation/comments.hpp"

namespace etabli::tabulation {

TEST(Comments, hiding_words_is_all_that_is_done_to_them)
{
    const std::string written = "Le Dr Martin crie le mardi, et le mardi seulement.";
    for (const auto* shown :
        { "Le Dr Martin crie le mardi, et le mardi seulement.", "Le […] crie le mardi, et le mardi seulement.",
            "Le […] crie le […] et le […] seulement.", "[…]", "[…] seulement.", "Le Dr […]", "[…] […]", "Le […] mardi […]" })
        EXPECT_TRUE(hides_only(written, shown)) << shown;
    for (const auto* shown :
        { "", "Le Dr Martin ne crie pas", "Le […] rit le […]", "Le […] crie le mardi, et le mardi […] ment.",
            "[…] seulement. crie […]", "Docteur […]", "[…] !", "Le Dr Martin crie le mardi, et le mardi seulement. […] Bravo",
            "Le Dr Martin crie le mardi, et le mardi seulement. […]" })
        EXPECT_FALSE(hides_only(written, shown)) << shown;
    EXPECT_FALSE(hides_only("a b a", "a b […] b a")); // a word is not used twice
    EXPECT_TRUE(hides_only("à 14\u00a0h, ou\u202fnon", "à […]\u00a0h, […]\u202fnon"));
}

TEST(Comments, letters_of_words_make_no_other_word)
{
    const std::string written = "Le Dr Martin crie le mardi seulement.";
    for (const auto* shown : { "Le Dr Martin […]ment.", "Le Dr […]ment.", "L[…]", "[…].", "Le Dr Mar[…]" })
        EXPECT_FALSE(hides_only(written, shown)) << shown;
}

TEST(Comments, whatever_is_hidden_of_drawn_words_is_still_them)
{
    SeededRandom random(11);
    for (int round = 0; round < 5000; ++round) {
        std::string written;
        std::string shown;
        for (std::uint64_t left = random.below(12); left > 0; --left) {
            const auto word = std::string(1 + random.below(3), "ab"[random.below(2)]);
            written += word + " ";
            shown += (random.below(3) == 0 ? std::string(hidden_words) : word) + " ";
        }
        EXPECT_TRUE(hides_only(written, shown)) << written << " | " << shown;
        EXPECT_FALSE(hides_only(written, shown + "x")) << written << " | " << shown;
    }
}

} // namespace etabli::tabulation

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
            "Le […] crie le […], et le […] seulement.", "[…]", "[…] seulement.", "Le Dr […]", "[…][…]", "Le […][…]." })
        EXPECT_TRUE(hides_only(written, shown)) << shown;
    for (const auto* shown :
        { "", "Le Dr Martin ne crie pas", "Le […] rit le […]", "Le […] crie le mardi, et le mardi […] ment.",
            "[…] mardi […] crie […]", "Docteur […]", "[…] !", "Le Dr Martin crie le mardi, et le mardi seulement. […] Bravo" })
        EXPECT_FALSE(hides_only(written, shown)) << shown;
    EXPECT_FALSE(hides_only("aba", "ab[…]ba")); // a letter is not used twice
}

TEST(Comments, whatever_is_hidden_of_drawn_words_is_still_them)
{
    SeededRandom random(11);
    for (int round = 0; round < 5000; ++round) {
        std::string written;
        std::string shown;
        for (std::uint64_t left = random.below(12); left > 0; --left) {
            const auto piece = std::string(1 + random.below(3), "ab "[random.below(3)]);
            written += piece;
            shown += random.below(3) == 0 ? std::string(hidden_words) : piece;
        }
        EXPECT_TRUE(hides_only(written, shown)) << written << " | " << shown;
        EXPECT_FALSE(hides_only(written, shown + "x")) << written << " | " << shown;
    }
}

} // namespace etabli::tabulation

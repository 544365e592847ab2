// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/reading_test.cpp
//
// The reading aids themselves: were they wrong, every check built on them would pass in silence.

#include <gtest/gtest.h>

#include "tidy.hpp"

namespace etabli::tidy {

TEST(Reading, the_tree_is_found_and_holds_this_file)
{
    EXPECT_NE(find_file(repository(), "tests/tidy/reading_test.cpp"), nullptr);
    EXPECT_EQ(find_file(repository(), "build/dev/CMakeCache.txt"), nullptr);
}

TEST(Reading, comments_and_literals_are_told_from_code)
{
    const auto cpp = take_apart("int a = 1'000; // \"no\"\n/* \"no\" */ f(\"one \\\" two\", '\"', R\"x(three)\")x\");\n");
    ASSERT_EQ(cpp.literals.size(), 2U);
    EXPECT_EQ(cpp.literals[0].content, "one \\\" two");
    EXPECT_EQ(cpp.literals[0].line, 2);
    EXPECT_EQ(cpp.literals[1].content, "three)\"");
    EXPECT_EQ(cpp.code.find("no"), std::string::npos);
    EXPECT_NE(cpp.code.find("1'000;"), std::string::npos);
}

TEST(Reading, includes_have_their_line)
{
    const auto includes = includes_of({ "a.cpp", "#include \"base/ids.hpp\"\n\n#include <vector>\n" });
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].target, "base/ids.hpp");
    EXPECT_EQ(includes[1].line, 3);
}

TEST(Reading, a_word_inside_another_does_not_stand_alone)
{
    EXPECT_TRUE(stands_alone("a word here", 2, 4));
    EXPECT_FALSE(stands_alone("swordfish", 1, 4));
}

} // namespace etabli::tidy

// SPDX-License-Identifier: EUPL-1.2
// server/content/words_test.cpp

#include "server/content/words.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace etabli::content {

class WordsOfAFolder : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = std::filesystem::temp_directory_path() / ("etabli-words-" + SystemRandom().id_text());
        write("fr/one.json",
            R"({"a.hello":"Bonjour {name}","a.votes":"{n, plural, one {# voix} other {# voix en tout}}","a.only":"seul"})");
        write("en/one.json", R"({"a.hello":"Hello {name}","a.votes":"{n, plural, one {# vote} other {# votes}}"})");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
    }

    std::filesystem::path folder_;
};

TEST_F(WordsOfAFolder, a_name_is_replaced_in_the_language_asked_for)
{
    const auto words = Words::read(folder_.string());
    ASSERT_TRUE(words.ok());
    EXPECT_EQ(words.value().text("fr", "a.hello", { { "name", "Éloïse" } }), "Bonjour Éloïse");
    EXPECT_EQ(words.value().text("en", "a.hello", { { "name", "Éloïse" } }), "Hello Éloïse");
    EXPECT_EQ(words.value().text("en", "a.votes", { { "n", std::int64_t { 1 } } }), "1 vote");
    EXPECT_EQ(words.value().text("en", "a.votes", { { "n", std::int64_t { 3 } } }), "3 votes");
}

TEST_F(WordsOfAFolder, french_stands_in_for_what_is_not_translated_and_a_key_for_what_nobody_said)
{
    const auto words = Words::read(folder_.string());
    ASSERT_TRUE(words.ok());
    EXPECT_EQ(words.value().text("en", "a.only"), "seul");
    EXPECT_EQ(words.value().text("de", "a.only"), "seul");
    EXPECT_EQ(words.value().text("fr", "a.nothing"), "a.nothing");
    EXPECT_EQ(words.value().keys_without_translation(), std::vector<std::string> { "en: a.only" });
}

TEST_F(WordsOfAFolder, a_broken_text_a_key_given_twice_and_a_missing_folder_stop_the_start)
{
    write("fr/two.json", R"({"b.broken":"{name"})");
    EXPECT_EQ(Words::read(folder_.string()).problem().code(), "pack.invalid");
    write("fr/two.json", R"({"a.only":"encore"})");
    EXPECT_EQ(Words::read(folder_.string()).problem().code(), "pack.invalid");
    EXPECT_EQ(Words::read((folder_ / "nowhere").string()).problem().code(), "pack.missing");
}

} // namespace etabli::content

// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/wording_test.cpp
//
// Words and codes of files made ours.

#include <gtest/gtest.h>

#include "engine/instruments/exchange/codes.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

TEST(ExchangeWording, languages_go_by_one_name)
{
    for (const auto* name : { "fr", "fr-FR", "fr_CA", "French", "Français (fr)", "francais" })
        EXPECT_EQ(language_of(name), "fr") << name;
    for (const auto* name : { "en", "en-GB", "English", "English (en)" })
        EXPECT_EQ(language_of(name), "en") << name;
    EXPECT_EQ(language_of("Deutsch (de)"), "de");
    EXPECT_EQ(language_of("from"), "from");
}

TEST(ExchangeWording, html_becomes_lines_and_its_entities_letters)
{
    const auto check
        = [](std::string_view html, std::string_view expected) { EXPECT_EQ(without_markup(html).text, expected) << html; };
    check("<p>Une <strong>question</strong></p>", "Une question");
    check("<p>Une</p><p>Deux</p>", "Une\n\nDeux");
    check("Une<br />deux", "Une\ndeux");
    check("l&rsquo;&eacute;t&eacute; &amp; l&#39;hiver &#x2014; &unknown;", "l’été & l'hiver — &unknown;");
    check("a < b, et b > a", "a < b, et b > a");
    check("<script>alert(1)</script>Bonjour<!-- non -->", "Bonjour");
    check("<b", "<b");
    check("&#0;&#55296;", "&#0;&#55296;");
}

TEST(ExchangeWording, what_markup_meant_is_told_from_mere_paragraphs)
{
    EXPECT_FALSE(without_markup("<p>Une</p>").had_meaning);
    EXPECT_TRUE(without_markup("<em>Une</em>").had_meaning);
    EXPECT_TRUE(without_markup("<img src='x'>").had_media);
    EXPECT_FALSE(without_markup("a < b").had_markup);
}

TEST(ExchangeWording, what_was_escaped_comes_back)
{
    const std::string words = "a < b & {c}\n« d » > e";
    EXPECT_EQ(without_markup(escaped_html(words)).text, words);
}

TEST(ExchangeWording, any_bytes_become_plain_text)
{
    EXPECT_EQ(plain(" a\x01\tb\n"), "a\tb");
    EXPECT_EQ(plain("\xE9t\xE9"), "été"); // Windows-1252
    EXPECT_EQ(cut("été", 2), std::pair(std::string("ét"), true));
    EXPECT_EQ(cut("été", 3), std::pair(std::string("été"), false));
}

TEST(ExchangeCodes, a_code_stays_and_any_other_name_becomes_one)
{
    const auto check = [](std::string_view name, std::string_view expected, CodeKind kind = CodeKind::Item) {
        std::set<std::string, std::less<>> taken;
        EXPECT_EQ(code_from(name, kind, taken), expected) << name;
    };
    check("climat_1", "climat_1");
    check("G01Q01", "g01q01");
    check("Été / hiver", "ete_hiver");
    check("1a", "q1a");
    check("_1", "q1");
    check("1", "1", CodeKind::Option);
    check("您好", "q");
    check("", "o", CodeKind::Option);
    check(std::string(60, 'a'), std::string(40, 'a'));
}

TEST(ExchangeCodes, no_two_are_the_same)
{
    std::set<std::string, std::less<>> taken;
    EXPECT_EQ(code_from("q", CodeKind::Item, taken), "q");
    EXPECT_EQ(code_from("Q", CodeKind::Item, taken), "q_2");
    EXPECT_EQ(code_from("q", CodeKind::Item, taken), "q_3");
    const std::string longest(40, 'z');
    code_from(longest, CodeKind::Item, taken);
    EXPECT_EQ(code_from(longest, CodeKind::Item, taken), std::string(38, 'z') + "_2");
}

TEST(ExchangeCodes, limesurvey_gets_letters_and_digits)
{
    std::set<std::string, std::less<>> taken;
    const NameRules five { 5, "" };
    EXPECT_EQ(bare_name_from("plutot_oui", five, taken), "pluto");
    EXPECT_EQ(bare_name_from("plutot_non", five, taken), "plut2");
    EXPECT_EQ(bare_name_from("1_a", { 20, "q" }, taken), "q1a");
}

TEST(ExchangeCodes, an_id_has_no_underscores)
{
    EXPECT_EQ(id_from("Climat d’équipe (2026)"), "climat-d-equipe-2026");
    EXPECT_EQ(id_from("…"), "questionnaire");
}

} // namespace etabli::instruments::exchange

// SPDX-License-Identifier: EUPL-1.2
// engine/texts/identifiers_test.cpp

#include "engine/texts/identifiers.hpp"

#include <gtest/gtest.h>

namespace etabli::texts {
namespace {

void check(std::string_view text, std::string_view expected)
{
    std::string found;
    for (const auto& each : identifiers(text))
        found += (found.empty() ? "" : " | ") + std::string(name_of(each.kind)) + ": " + each.words;
    EXPECT_EQ(found, expected) << text;
}

TEST(Identifiers, a_health_number_is_known_by_its_key)
{
    // 2 55 08 14 168 025 38 is the example of INSEE's own page on the number.
    EXPECT_TRUE(is_health_number("255081416802538"));
    EXPECT_FALSE(is_health_number("255081416802539"));
    EXPECT_TRUE(is_health_number("2550814168025"));
    EXPECT_FALSE(is_health_number("2551314168025"));
    // Corsica: 2A counts as 19; 97 − 1850619004031 modulo 97 is 67.
    EXPECT_EQ(97 - 1850619004031 % 97, 67);
    EXPECT_TRUE(is_health_number("185062A00403167"));
    EXPECT_FALSE(is_health_number("185062A00403168"));
    check("son numéro, 2 55 08 14 168 025 38, était sur la porte", "health_number: 2 55 08 14 168 025 38");
    check("appeler le 06 12 34 56 78 avant 14 h", "");
}

TEST(Identifiers, a_day_of_birth_is_found_in_figures_and_in_words)
{
    check("une dame née le 12/03/1948 attendait", "birth_date: née le 12/03/1948");
    check("Né le 3 mars 1951, il vivait seul", "birth_date: Né le 3 mars 1951");
    check("DDN : 04.07.1939", "birth_date: DDN : 04.07.1939");
    check("le 12/03/1948", "birth_date: 12/03/1948");
    check("la relève du 12/03/2026 s’est tenue debout", "");
    check("le diagnostic est né en salle de pause", "");
}

TEST(Identifiers, a_name_after_a_title_is_found)
{
    check("Mme Dupont attendait son taxi", "person_name: Mme Dupont");
    check("M. D. s’est levé seul", "person_name: M. D.");
    check("le docteur Énard était là", "person_name: docteur Énard");
    check("monsieur de La Tour", "person_name: monsieur de La");
    check("M.\u00a0Lefèvre-Aubry", "person_name: M.\u00a0Lefèvre-Aubry");
    check("Madame la directrice a répondu ; un monsieur attendait", "");
    check("M. X attendait", "");
    check("Le 4 attend son taxi.", "");
}

TEST(Identifiers, a_record_number_is_found)
{
    check("IPP 800123456 sur le bracelet", "record_number: IPP 800123456");
    check("dossier n° 45 1287", "record_number: dossier n° 45 1287");
    check("le dossier de soins, 12 pages", "");
}

TEST(Identifiers, a_sentence_that_looks_for_who_is_found)
{
    check("c’est la faute de l’infirmière", "person_fault: la faute de l’infirmière");
    check("l’équipe de nuit était fautive", "person_fault: était fautive");
    check("faute de temps, nous avons fait debout", "");
    check("l’interruption n’était pas un défaut d’attention", "");
}

TEST(Identifiers, each_is_told_in_the_order_of_the_text)
{
    check("Mme Martin, née le 01/02/1940, IPP 123456",
        "person_name: Mme Martin | birth_date: née le 01/02/1940 | record_number: IPP 123456");
}

} // namespace
} // namespace etabli::texts

// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/journal_words_test.cpp
//
// Whatever the audit journal can say was done, it says in a sentence, in both languages. That nothing else can be
// recorded, the compiler sees to.

#include <gtest/gtest.h>

#include "tidy.hpp"

namespace etabli::tidy {
namespace {

Violations check_action_words(const SourceFiles& files)
{
    Violations violations;
    const auto* catalogue = find_file(files, "domain/programmes/audit_actions.hpp");
    if (catalogue == nullptr)
        return { { "domain/programmes/audit_actions.hpp", 0, "not found" } };
    for (const std::string language : { "fr", "en" }) {
        const auto path = "locales/" + language + "/audit.json";
        const auto* texts = find_file(files, path);
        for (const auto& literal : take_apart(catalogue->text).literals) {
            const bool is_action = literal.content.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string::npos
                && literal.content.find('.') != std::string::npos;
            if (!is_action)
                continue;
            const auto key = "\"audit.action." + literal.content + "\": \"";
            const auto at = texts == nullptr ? std::string::npos : texts->text.find(key);
            if (at == std::string::npos || texts->text[at + key.size()] == '"')
                violations.push_back({ path, 0, "no sentence for " + literal.content });
        }
    }
    return violations;
}

} // namespace

TEST(JournalWords, an_action_without_a_sentence_is_found)
{
    const SourceFile actions { "domain/programmes/audit_actions.hpp", "x({ \"gate.asked\", \"gate.passed\" });\n" };
    const SourceFile french { "locales/fr/audit.json",
        R"({ "audit.action.gate.asked": "Demandé", "audit.action.gate.passed": "" })" };
    const SourceFile english { "locales/en/audit.json",
        R"({ "audit.action.gate.asked": "Asked", "audit.action.gate.passed": "Passed" })" };
    EXPECT_EQ(
        report(check_action_words({ actions, french, english })), "locales/fr/audit.json:0: no sentence for gate.passed\n");
    EXPECT_EQ(check_action_words({ english }).size(), 1U);
}

TEST(JournalWords, every_action_of_the_tree_has_its_sentence)
{
    EXPECT_EQ(report(check_action_words(repository())), "");
}

} // namespace etabli::tidy

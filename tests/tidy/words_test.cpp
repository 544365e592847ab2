// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/words_test.cpp
//
// Words for people stand in locales/ and packs/, SQL in store/, and every problem the server can name has a
// sentence in both languages.

#include <array>
#include <gtest/gtest.h>
#include <optional>

#include "tidy.hpp"

namespace etabli::tidy {
namespace {

/// The product is called the same in every language.
std::string without_our_name(std::string text)
{
    constexpr std::string_view name = "Établi";
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
        text.erase(at, name.size());
    return text;
}

/// Letters that French has and code does not: À to ÿ in UTF-8 (but × and ÷), Œ, œ and Ÿ.
bool has_french_letter(std::string_view text)
{
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (first == 0xC3 && second >= 0x80 && second <= 0xBF && second != 0x97 && second != 0xB7)
            return true;
        if (first == 0xC5 && (second == 0x92 || second == 0x93 || second == 0xB8))
            return true;
    }
    return false;
}

bool may_hold_words(const SourceFile& file)
{
    return is_test_code(file) || file.path.find("demo") != std::string::npos;
}

Violations check_words_in_code(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        if (!is_cpp(file) || may_hold_words(file))
            continue;
        for (const auto& literal : take_apart(file.text).literals)
            if (has_french_letter(without_our_name(literal.content)))
                violations.push_back({ file.path, literal.line, "words for people belong in locales/: " + literal.content });
    }
    return violations;
}

/// `select a from b`: the words in this order, each standing alone.
bool holds_in_order(std::string_view text, std::initializer_list<std::string_view> words)
{
    std::size_t at = 0;
    for (const auto word : words) {
        for (at = text.find(word, at); at != std::string_view::npos && !stands_alone(text, at, word.size());)
            at = text.find(word, at + 1);
        if (at == std::string_view::npos)
            return false;
        at += word.size();
    }
    return true;
}

bool looks_like_sql(const std::string& literal)
{
    const auto text = lower(literal);
    const auto begin = text.find_first_not_of(" \n\t");
    if (begin == std::string::npos)
        return false;
    const auto rest = std::string_view(text).substr(begin);
    return (rest.starts_with("select ") && holds_in_order(rest, { "select", "from" }))
        || (rest.starts_with("update ") && holds_in_order(rest, { "update", "set" }))
        || starts_with_any(rest,
            { "insert into ", "delete from ", "create table ", "create index ", "alter table ", "drop table ", "pragma " });
}

Violations check_sql_outside_store(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        if (!is_cpp(file) || starts_with_any(file.path, { "store/", "tests/", "bench/" }))
            continue;
        for (const auto& literal : take_apart(file.text).literals)
            if (looks_like_sql(literal.content))
                violations.push_back({ file.path, literal.line, "SQL outside store/" });
    }
    return violations;
}

constexpr std::string_view catalogue_path = "base/problem_catalogue.hpp";
constexpr std::array<std::string_view, 2> languages { "fr", "en" };

std::vector<StringLiteral> codes_of_catalogue(const SourceFile& catalogue)
{
    std::vector<StringLiteral> codes;
    for (const auto& literal : take_apart(catalogue.text).literals)
        if (literal.content.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string::npos)
            codes.push_back(literal);
    return codes;
}

/// The text that stands under a key, if any. The files are flat: one code, one sentence.
std::optional<std::string> text_under(const std::string& json, const std::string& code)
{
    const auto key = "\"" + code + "\"";
    const auto at = json.find(key);
    const auto colon = at == std::string::npos ? at : json.find_first_not_of(" \n\t", at + key.size());
    if (colon == std::string::npos || json[colon] != ':')
        return std::nullopt;
    const auto open = json.find_first_not_of(" \n\t", colon + 1);
    if (open == std::string::npos || json[open] != '"')
        return std::nullopt;
    auto close = open + 1;
    while (close < json.size() && json[close] != '"')
        close += json[close] == '\\' ? 2 : 1;
    return json.substr(open + 1, close - open - 1);
}

Violations check_problem_texts(const SourceFiles& files)
{
    Violations violations;
    const auto* catalogue = find_file(files, catalogue_path);
    if (catalogue == nullptr)
        return violations;
    for (const auto language : languages) {
        const auto path = "locales/" + std::string(language) + "/problems.json";
        const auto* texts = find_file(files, path);
        for (const auto& code : codes_of_catalogue(*catalogue)) {
            const auto text = texts == nullptr ? std::nullopt : text_under(texts->text, "problems." + code.content);
            if (!text || text->empty())
                violations.push_back({ path, 0, "no text for " + code.content });
        }
    }
    return violations;
}

SourceFile cpp_with(std::string path, std::string_view literal)
{
    return { std::move(path), "auto x = \"" + std::string(literal) + "\"; // déjà\n" };
}

} // namespace

TEST(Words, french_in_code_is_found)
{
    EXPECT_EQ(check_words_in_code({ cpp_with("server/resources/a.cpp", "Espace fermé") }).size(), 1U);
    EXPECT_EQ(check_words_in_code({ cpp_with("server/resources/a.cpp", "un cœur") }).size(), 1U);
    EXPECT_EQ(check_words_in_code({ cpp_with("server/resources/a.cpp", "space.closed") }).size(), 0U);
    EXPECT_EQ(check_words_in_code({ cpp_with("server/resources/a.cpp", "Établi: {}") }).size(), 0U);
    EXPECT_EQ(check_words_in_code({ cpp_with("tests/scenarios/a.cpp", "Espace fermé") }).size(), 0U);
}

TEST(Words, sql_outside_the_store_is_found)
{
    EXPECT_EQ(check_sql_outside_store({ cpp_with("server/a.cpp", "select id from space") }).size(), 1U);
    EXPECT_EQ(check_sql_outside_store({ cpp_with("cli/a.cpp", "  INSERT INTO space") }).size(), 1U);
    EXPECT_EQ(check_sql_outside_store({ cpp_with("cli/a.cpp", "select a format") }).size(), 0U);
    EXPECT_EQ(check_sql_outside_store({ cpp_with("store/a.cpp", "select id from space") }).size(), 0U);
}

TEST(Words, a_problem_without_a_sentence_is_found)
{
    const SourceFile catalogue { std::string(catalogue_path), "{ \"space.closed\", 409 }, { \"duplicate\", 409 }\n" };
    const SourceFile french { "locales/fr/problems.json",
        R"({ "problems.space.closed": "fermé", "problems.duplicate": "déjà \"là\"" })" };
    const SourceFile english { "locales/en/problems.json",
        R"({ "problems.space.closed": "closed", "problems.duplicate": "" })" };
    EXPECT_EQ(check_problem_texts({ catalogue }).size(), 4U);
    EXPECT_EQ(
        report(check_problem_texts({ catalogue, french, english })), "locales/en/problems.json:0: no text for duplicate\n");
}

TEST(Words, the_tree_keeps_words_out_of_code)
{
    EXPECT_EQ(report(check_words_in_code(repository())), "");
}

TEST(Words, the_tree_keeps_sql_in_the_store)
{
    EXPECT_EQ(report(check_sql_outside_store(repository())), "");
}

TEST(Words, every_problem_of_the_tree_has_a_sentence_in_both_languages)
{
    EXPECT_EQ(report(check_problem_texts(repository())), "");
}

} // namespace etabli::tidy

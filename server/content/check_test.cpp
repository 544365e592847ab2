// SPDX-License-Identifier: EUPL-1.2
// server/content/check_test.cpp

#include "server/content/check.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "server/content/schema.hpp"

namespace etabli::content {

namespace {

std::size_t found(const char* schema, const char* document)
{
    return schema_findings(json::parse(schema), json::parse(document)).size();
}

/// Our packs, with one word of one file changed.
std::string first_finding_after(const std::string& file, const std::string& from, const std::string& to)
{
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("etabli-packs-" + SystemRandom().id_text());
    fs::copy(ETABLI_SOURCE_DIR "/packs", folder, fs::copy_options::recursive);
    auto text = read_file((folder / file).string()).value();
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    text.replace(at, from.size(), to);
    std::ofstream(folder / file) << text;
    const auto packs = Packs::read(folder.string());
    const auto findings = packs.ok() ? check_packs(packs.value()) : std::vector<PackFinding> { { file, "not JSON" } };
    fs::remove_all(folder);
    return findings.empty() ? std::string() : findings.front().file + " " + findings.front().what;
}

} // namespace

TEST(PackSchema, each_keyword_holds_and_refuses)
{
    struct Case {
        const char* schema;
        const char* holds;
        const char* refused;
    };
    for (const auto& [schema, holds, refused] : std::vector<Case> {
             { R"({"type":"integer"})", "3", "3.5" },
             { R"({"type":["string","null"]})", "null", "3" },
             { R"({"required":["a"]})", R"({"a":1})", "{}" },
             { R"({"properties":{"a":{"type":"string"}},"additionalProperties":false})", R"({"a":"x"})", R"({"b":"x"})" },
             { R"({"properties":{"a":false}})", "{}", R"({"a":1})" },
             { R"({"items":{"minimum":2,"maximum":3}})", "[2,3]", "[2,4]" },
             { R"({"minItems":1,"maxItems":2})", "[1]", "[1,2,3]" },
             { R"({"uniqueItems":true})", "[1,2]", "[1,1]" },
             { R"({"minLength":2,"maxLength":3})", R"("été")", R"("étés")" },
             { R"({"pattern":"^« .+ »$"})", R"("« oui »")", R"("oui")" },
             { R"({"enum":["a","b"]})", R"("a")", R"("c")" },
             { R"({"const":true})", "true", "false" },
             { R"({"oneOf":[{"type":"integer"},{"minimum":5}]})", "3", "7" },
             { R"({"allOf":[{"minimum":1},{"maximum":2}]})", "2", "3" },
             { R"({"if":{"minimum":5},"then":{"const":7},"else":{"const":1}})", "7", "2" },
             { R"({"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}})", R"("x")", "1" },
             { R"({"type":"integer"})", "1", "true" },
         }) {
        EXPECT_EQ(found(schema, holds), 0U) << schema << holds;
        EXPECT_GT(found(schema, refused), 0U) << schema << refused;
    }
    EXPECT_GT(found(R"({"minProperties":1})", "{}"), 0U) << "a keyword nobody checks is a finding";
    EXPECT_GT(found(R"({"$ref":"#"})", "{}"), 0U) << "a schema that turns in a circle ends";
}

TEST(Packs, ours_hold_and_a_wrong_word_is_found_where_it_stands)
{
    const auto packs = Packs::read(ETABLI_SOURCE_DIR "/packs");
    ASSERT_TRUE(packs.ok());
    for (const auto& finding : check_packs(packs.value()))
        ADD_FAILURE() << finding.file << finding.what;
    EXPECT_EQ(first_finding_after("references/ewcs.json", "\"physical_hardship\": 3", "\"physical_hardship\": 4"),
        "references/ewcs physical_hardship: the ranks are not 1 to 15, each once");
    EXPECT_EQ(
        first_finding_after("references/ewcs.json", "\"id\": \"ewcs\"", "\"id\": \"other\"").substr(0, 16), "references/ewcs ");
    EXPECT_NE(first_finding_after("references/waves.json", "\"seed\": \"003\"", "\"seed\": null"), "")
        << "each value has its source";
    EXPECT_NE(first_finding_after("sheets/charter.json", "\"id\": \"charter\",", "\"id\": \"charter\", \"score\": 3,"), "");
    EXPECT_NE(first_finding_after("sheets/charter.json", "\"en\": ", "\"de\": "), "");
}

} // namespace etabli::content

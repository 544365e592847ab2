// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/instruments_test.cpp
//
// A questionnaire is begun from one that ships, written by several, fixed; and what is fixed never changes.

#include "tests/support/story.hpp"

#include <sodium.h>

#include "engine/instruments/form.hpp"

namespace etabli::tests {

class Instruments : public Story {
protected:
    Reply begin(const std::string& person, const char* from = "etabli-pouls-6")
    {
        json::object body { { "establishment_id", hospital_id() } };
        if (from != nullptr)
            body["from"] = from;
        return as(person).post("/api/instruments", body);
    }
    static std::string at(const Reply& reply)
    {
        return "/api/instruments/" + std::string(reply.data().at("line").at("id").as_string());
    }
    static json::value content(const Reply& reply) { return reply.data().at("content"); }
    static json::object writing(json::value content, std::int64_t version)
    {
        return { { "content", std::move(content) }, { "version", version } };
    }
    static std::string base64(const std::string& bytes)
    {
        std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
            sodium_base64_VARIANT_ORIGINAL);
        text.resize(text.find('\0'));
        return text;
    }
    /// As somebody who looks at what is written now.
    static json::value fixing(Browser reader, const std::string& here)
    {
        return json::object { { "version", reader.get(here).data().at("version") } };
    }
    static json::value& first_question(json::value& content)
    {
        return content.as_object()["sections"].as_array()[0].as_object()["questions"].as_array()[0];
    }
    static json::value reworded(json::value content, const char* words)
    {
        first_question(content).as_object()["text"].as_object()["fr"] = words;
        return content;
    }
};
STORIES(Instruments);

TEST_P(Instruments, those_that_ship_can_be_read_and_answered)
{
    const auto listed = as("infirmiere").get("/api/instruments");
    ASSERT_EQ(listed.status, 200) << listed.body;
    const auto data = listed.data();
    std::size_t shipped = 0;
    for (const auto& line : data.at("items").as_array()) {
        shipped += line.at("shipped").as_bool() ? 1 : 0;
        EXPECT_TRUE(line.at("holds_together").as_bool()) << line;
        EXPECT_EQ(line.at("validation"), "not_validated");
        const auto shown = as("infirmiere").get("/api/instruments/shipped/" + std::string(line.at("id").as_string()));
        EXPECT_EQ(shown.status, 200);
        EXPECT_TRUE(instruments::Form::create(instruments::instrument_from(content(shown)).value()).ok());
    }
    EXPECT_EQ(shipped, packs().all("instruments").size());
    EXPECT_GE(shipped, 5U);
    EXPECT_EQ(as("infirmiere").get("/api/instruments/shipped/autre").status, 404);
    EXPECT_EQ(somebody().get("/api/instruments").status, 401);
}

TEST_P(Instruments, one_is_written_by_several_then_fixed)
{
    const auto begun = begin("representante");
    ASSERT_EQ(begun.status, 201) << begun.body;
    const auto here = at(begun);
    const auto mine = as("representante").put(here, writing(reworded(content(begun), "Hier, avez-vous fini à l’heure ?"), 1));
    ASSERT_EQ(mine.status, 200) << mine.body;
    const auto late = as("directrice").put(here, writing(reworded(content(begun), "Autrement ?"), 1));
    EXPECT_EQ(late.code(), "version.stale");
    EXPECT_NE(late.body.find("fini à l’heure"), std::string::npos);

    const auto fixed = as("directrice").post(here + "/versions", fixing(as("directrice"), here));
    ASSERT_EQ(fixed.status, 201) << fixed.body;
    EXPECT_EQ(fixed.data().at("versions").as_array().size(), 1U);
    const auto again = as("representante").put(here, writing(reworded(content(fixed), "Et demain ?"), 3));
    ASSERT_EQ(again.status, 200) << again.body;
    const auto first = as("infirmiere").get(here + "/versions/1");
    EXPECT_NE(first.body.find("fini à l’heure"), std::string::npos);
    EXPECT_EQ(first.body.find("Et demain"), std::string::npos);
    EXPECT_EQ(
        as("representante").post(here + "/versions", fixing(as("directrice"), here)).data().at("versions").as_array().size(),
        2U);
    EXPECT_EQ(as("infirmiere").get(here + "/versions/3").status, 404);
    EXPECT_EQ(as("directrice").remove(here).code(), "instrument.in_use");
}

TEST_P(Instruments, a_draft_need_not_hold_together_but_says_what_it_lacks)
{
    const auto blank = begin("cadre", nullptr);
    ASSERT_EQ(blank.status, 201) << blank.body;
    EXPECT_FALSE(blank.data().at("troubles").as_array().empty());
    EXPECT_EQ(as("cadre").post(at(blank) + "/versions", { { "version", 1 } }).code(), "instrument.not_ready");
    auto twice = content(begin("cadre"));
    auto& section = twice.as_object()["sections"].as_array()[0].as_object();
    section["questions"].as_array().push_back(section["questions"].as_array()[0]);
    const auto kept = as("cadre").put(at(blank), writing(twice, 1));
    ASSERT_EQ(kept.status, 200) << kept.body;
    EXPECT_NE(kept.body.find("instrument.code_twice"), std::string::npos);
    EXPECT_EQ(as("cadre").remove(at(blank)).status, 200);
    EXPECT_EQ(as("cadre").get(at(blank)).status, 404);
}

TEST_P(Instruments, what_cannot_be_read_is_refused_with_its_place)
{
    const auto begun = begin("cadre");
    auto wrong = content(begun);
    first_question(wrong).as_object()["type"] = "slider";
    const auto refused = as("cadre").put(at(begun), writing(wrong, 1));
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("/content/sections/0/questions/0/type"), std::string::npos) << refused.body;
}

TEST_P(Instruments, words_that_may_not_change_stay)
{
    const auto begun = begin("cadre");
    auto theirs = content(begun);
    theirs.as_object()["rights"].as_object()["may_edit"] = false;
    theirs.as_object()["rights"].as_object()["permission_needed"] = true;
    ASSERT_EQ(as("cadre").put(at(begun), writing(theirs, 1)).status, 200);
    EXPECT_EQ(as("cadre").put(at(begun), writing(reworded(theirs, "Autre chose ?"), 2)).code(), "instrument.may_not_edit");
    auto freed = theirs;
    freed.as_object()["rights"].as_object()["may_edit"] = true;
    EXPECT_EQ(as("cadre").put(at(begun), writing(freed, 2)).code(), "instrument.may_not_edit");
    theirs.as_object()["rights"].as_object()["permission_proof"] = "Lettre du 3 mars 2026";
    EXPECT_EQ(as("cadre").put(at(begun), writing(theirs, 2)).status, 200);
}

TEST_P(Instruments, a_draft_loosens_nothing_that_protects)
{
    const auto begun = begin("cadre");
    auto raised = content(begun);
    raised.as_object()["min_group"] = 40;
    raised.as_object()["health_data"] = true;
    raised.as_object()["validation"] = "validated";
    raised.as_object()["rights"].as_object()["permission_needed"] = true;
    ASSERT_EQ(as("cadre").put(at(begun), writing(raised, 1)).status, 200);
    const auto loosened = as("cadre").put(at(begun), writing(content(begun), 2));
    ASSERT_EQ(loosened.status, 200) << loosened.body;
    const auto now = content(loosened);
    EXPECT_EQ(now.at("min_group"), 40);
    EXPECT_TRUE(now.at("health_data").as_bool());
    EXPECT_EQ(now.at("validation"), "not_validated");
    EXPECT_TRUE(now.at("rights").at("permission_needed").as_bool());
    auto few = content(begun);
    few.as_object()["min_group"] = 5;
    EXPECT_EQ(as("cadre").put(at(begun), writing(few, 3)).status, 422);
}

TEST_P(Instruments, nobody_fixes_words_they_have_not_seen)
{
    const auto begun = begin("representante");
    ASSERT_EQ(as("directrice").put(at(begun), writing(reworded(content(begun), "Vu ?"), 1)).status, 200);
    EXPECT_EQ(as("representante").post(at(begun) + "/versions", { { "version", 1 } }).code(), "version.stale");
    EXPECT_EQ(as("representante").post(at(begun) + "/versions", { { "version", 2 } }).status, 201);
}

TEST_P(Instruments, another_house_neither_reads_nor_writes_them)
{
    const auto begun = begin("directrice");
    EXPECT_EQ(as("voisine").get(at(begun)).status, 404);
    EXPECT_EQ(as("voisine").put(at(begun), writing(content(begun), 1)).status, 404);
    EXPECT_EQ(begin("voisine").status, 422);
    EXPECT_EQ(as("usagers").put(at(begun), writing(content(begun), 1)).code(), "right.missing");
    EXPECT_EQ(as("directrice").get(at(begun)).data_text(), as("representante").get(at(begun)).data_text());
}

TEST_P(Instruments, one_leaves_for_another_program_and_comes_back)
{
    const auto begun = begin("cadre");
    for (const std::string format : { "limesurvey", "xlsform", "fhir", "surveyjs" }) {
        const auto file = as("cadre").get(at(begun) + "/file?format=" + format);
        ASSERT_EQ(file.status, 200) << format << file.body;
        EXPECT_TRUE(file.headers.at("content-disposition").starts_with("attachment"));
        EXPECT_EQ(as("cadre").get(at(begun) + "/file/lost?format=" + format).status, 200);
        const auto back = as("representante")
                              .post("/api/instruments/files",
                                  { { "establishment_id", hospital_id() },
                                      { "file_name",
                                          format == "xlsform"          ? "a.xlsx"
                                              : format == "limesurvey" ? "a.lss"
                                                                       : "a.json" },
                                      { "content_base64", base64(file.body) } });
        ASSERT_EQ(back.status, 201) << format << back.body;
        const auto shown = as("cadre").get("/api/instruments/" + std::string(back.data().at("id").as_string()));
        EXPECT_TRUE(shown.data().at("line").at("holds_together").as_bool()) << shown.body;
        EXPECT_EQ(shown.data().at("line").at("items"), begun.data().at("line").at("items")) << format;
        EXPECT_TRUE(shown.data().at("content").at("rights").at("permission_needed").as_bool());
    }
    EXPECT_EQ(as("cadre").get(at(begun) + "/file?format=word").status, 422);
    EXPECT_EQ(as("voisine").get(at(begun) + "/file?format=fhir").status, 404);
}

TEST_P(Instruments, a_file_that_cannot_be_read_is_refused_in_words)
{
    const auto given = [&](const char* name, const std::string& bytes) {
        return as("cadre")
            .post("/api/instruments/files",
                { { "establishment_id", hospital_id() }, { "file_name", name }, { "content_base64", base64(bytes) } })
            .body;
    };
    EXPECT_NE(given("a.doc", "word").find("file.unknown_format"), std::string::npos);
    EXPECT_NE(given("a.lss", "<document><LimeSurveyDocType>Survey").find("instrument.file_not_understood"), std::string::npos);
    EXPECT_NE(
        given("a.json", "{\"resourceType\":\"Questionnaire\"}").find("instrument.file_not_understood"), std::string::npos);
}

} // namespace etabli::tests

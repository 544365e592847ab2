// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/diagnoses_test.cpp
//
// One page, what helps first, readings side by side, two or three axes; passed by the colleges. And whoever would
// write another college's reading, or pass a list of defects.

#include "tests/support/story.hpp"

namespace etabli::tests {

class Diagnoses : public Story {
protected:
    static json::object text(const char* key, const char* words)
    {
        return { { "key", key }, { "text", words }, { "items", json::array() }, { "readings", json::array() } };
    }
    static json::object list(const char* key, json::array items)
    {
        return { { "key", key }, { "text", "" }, { "items", std::move(items) }, { "readings", json::array() } };
    }
    static json::object contents(json::array axes, json::array helps = { "L’ancienneté des équipes" })
    {
        json::array context;
        for (const auto* key : { "place", "moment", "sources" })
            context.push_back(json::object { { "key", key }, { "text", "dit" } });
        return { { "title", "Ce qui se transmet" }, { "authors", "le comité" },
            { "sections",
                json::array { text("sentence", "Le soin tient par des ajustements que personne ne voit."),
                    list("helps", std::move(helps)),
                    list("hinders", { "Des heures écrites qui ne sont pas celles du travail" }), list("axes", std::move(axes)),
                    text("perimeter", "Trois lieux, pas davantage."),
                    text("undecided", "Articulation ou manque : les deux restent."),
                    text("who_was_not_heard", "Les remplaçants de nuit.") } },
            { "context", context } };
    }
    std::string begun(json::object written)
    {
        const auto reply = as("cadre").post("/api/diagnoses",
            { { "template_id", "diagnosis" }, { "place_id", hospital_id() }, { "programme_id", nullptr },
                { "written_with", json::array() }, { "contents", std::move(written) }, { "sources", json::array() } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return "/api/sheets/" + std::string(reply.data().at("id").as_string());
    }
    Reply reading(
        const std::string& person, const std::string& path, const char* college, const char* words, const char* replaces = "")
    {
        return as(person).put(path + "/readings",
            { { "key", "readings" }, { "college", college }, { "words", words }, { "replaces", replaces } });
    }
    Reply ask(const std::string& path)
    {
        return as("cadre").post(
            "/api/diagnoses/" + path.substr(path.rfind('/') + 1) + "/passage", { { "to", "establishment" }, { "note", "" } });
    }
};
STORIES(Diagnoses);

TEST_P(Diagnoses, each_college_writes_its_own_reading_and_none_other)
{
    const auto path = begun(contents({ "Un", "Deux" }));
    EXPECT_EQ(reading("directrice", path, "staff_representatives", "Tout va bien.").code(), "sheet.reading_of_another_college");
    EXPECT_EQ(reading("voisine", path, "direction", "Chez vous.").status, 404);
    ASSERT_EQ(reading("representante", path, "staff_representatives", "Il manque du monde.").status, 200);
    ASSERT_EQ(reading("directrice", path, "direction", "Un problème d’articulation.").status, 200);
    EXPECT_EQ(reading("representant", path, "staff_representatives", "Autre chose.", "").code(), "version.stale");

    // By the back door: a whole version that puts the other's reading differently.
    auto page = as("directrice").get(path).data();
    const auto version = page.at("version");
    auto written = page.at("contents").as_object();
    for (auto& section : written.at("sections").as_array())
        for (auto& each : section.at("readings").as_array())
            if (each.at("college").as_string() == "staff_representatives")
                each.as_object()["words"] = "Rien ne manque.";
    EXPECT_EQ(
        as("directrice").post(path + "/versions", { { "version", version }, { "note", "" }, { "contents", written } }).code(),
        "sheet.reading_of_another_college");
    for (auto& section : written.at("sections").as_array())
        section.as_object()["readings"] = json::array();
    EXPECT_EQ(
        as("directrice").post(path + "/versions", { { "version", version }, { "note", "" }, { "contents", written } }).code(),
        "sheet.reading_of_another_college");
    EXPECT_EQ(as("directrice").get(path).data_text(), as("representante").get(path).data_text());
}

TEST_P(Diagnoses, a_list_of_defects_does_not_pass)
{
    auto path = begun(contents({ "Un", "Deux" }, {}));
    EXPECT_EQ(ask(path).code(), "diagnosis.without_helps");
    path = begun(contents({ "Un seul" }));
    EXPECT_EQ(ask(path).code(), "diagnosis.two_or_three_axes");
    path = begun(contents({ "Un", "Deux" }));
    EXPECT_EQ(ask(path).code(), "diagnosis.without_readings");
    const auto four = as("cadre").post("/api/diagnoses",
        { { "template_id", "diagnosis" }, { "place_id", hospital_id() }, { "programme_id", nullptr },
            { "written_with", json::array() }, { "contents", contents({ "Un", "Deux", "Trois", "Quatre" }) },
            { "sources", json::array() } });
    EXPECT_EQ(four.status, 422);
}

TEST_P(Diagnoses, passed_by_the_colleges_its_axes_can_be_tried)
{
    const auto path = begun(contents({ "Faire de la relève un travail", "Faire entrer ceux qui feront le travail" }));
    ASSERT_EQ(reading("representante", path, "staff_representatives", "Il manque du monde.").status, 200);
    ASSERT_EQ(reading("directrice", path, "direction", "Un problème d’articulation.").status, 200);
    const auto asked = ask(path);
    ASSERT_EQ(asked.status, 201) << asked.body;
    const auto gate = std::string(asked.data().at("passages").at(0).at("gate_id").as_string());
    const auto id = path.substr(path.rfind('/') + 1);
    EXPECT_EQ(as("cadre").get("/api/thread/axis/" + id + "-1").status, 404);
    Reply last;
    for (const auto& [person, college] : std::vector<std::pair<std::string, std::string>> { { "directrice", "direction" },
             { "cadre", "management" }, { "medecin", "medical" }, { "representante", "staff_representatives" },
             { "representant", "staff_representatives" }, { "infirmiere", "professionals" } })
        last = as(person).put("/api/gates/" + gate + "/answer",
            { { "college_id", college_id(college) }, { "answer", "yes" }, { "reason", "" },
                { "met_on", college == "professionals" ? json::value(day()) : json::value(nullptr) } });
    ASSERT_EQ(last.status, 200) << last.body;
    EXPECT_EQ(as("usagers").get(path).data().at("state").as_string(), "settled");
    const auto beginning = as("infirmiere").get("/api/experiment-beginnings?from_kind=axis&from_id=" + id + "-1");
    ASSERT_EQ(beginning.status, 200) << beginning.body;
    EXPECT_EQ(beginning.data().at("from_title").as_string(), "Faire de la relève un travail");
    EXPECT_EQ(as("cadre").get("/api/thread/axis/" + id + "-2").status, 200);
    EXPECT_EQ(ask(path).code(), "sheet.nothing_new");
}

} // namespace etabli::tests

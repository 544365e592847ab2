// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/places_test.cpp
//
// The tree of places: who shapes it, what it was, and imports that say beforehand what they will do.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <sodium.h>

#include "tests/support/story.hpp"

namespace etabli::tests {

class Places : public Story {
protected:
    static json::value file(const std::string& bytes)
    {
        std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
            sodium_base64_VARIANT_ORIGINAL);
        text.resize(text.find('\0'));
        return { { "content_base64", text } };
    }
    json::value inside(const std::string& bytes, const std::string& establishment)
    {
        auto body = file(bytes);
        body.as_object()["under"] = establishment;
        return body;
    }
    std::string tree(const std::string& on = {})
    {
        return "/api/places/" + hospital_id() + "/tree" + (on.empty() ? "" : "?on=" + on);
    }
    json::value place_named(Browser& browser, const std::string& name, const std::string& on = {})
    {
        const auto seen = browser.get(tree(on)).data();
        for (const auto& line : seen.at("places").as_array())
            if (line.at("place").at("name").as_string() == name)
                return line;
        return nullptr;
    }
};
STORIES(Places);

TEST_P(Places, a_renamed_unit_keeps_its_old_name_on_the_old_days)
{
    auto manager = as("cadre");
    const json::value change { { "name", "Gériatrie" }, { "parent_id", hospital_id() }, { "on", day(1) },
        { "reason", "fusion" }, { "version", 1 } };
    ASSERT_EQ(manager.put("/api/places/" + unit_id(), change).status, 200);
    EXPECT_EQ(place_named(manager, "Gériatrie", day(1)).at("past").as_array()[0].at("name").as_string(), "Long séjour");
    EXPECT_TRUE(place_named(manager, "Gériatrie", day()).is_null());
    EXPECT_FALSE(place_named(manager, "Long séjour", day()).is_null());
    EXPECT_EQ(manager.put("/api/places/" + unit_id(), change).code(), "version.stale");
}

TEST_P(Places, a_unit_moves_and_old_facts_keep_the_old_chart)
{
    auto direction = as("directrice");
    const auto pole
        = direction.post("/api/places", { { "kind", "pole" }, { "name", "Pôle âge" }, { "parent_id", hospital_id() } });
    ASSERT_EQ(pole.status, 201) << pole.body;
    const auto pole_id = pole.data().at("id");
    ASSERT_EQ(
        direction
            .put("/api/places/" + unit_id(),
                { { "name", "Long séjour" }, { "parent_id", pole_id }, { "on", day() }, { "reason", "" }, { "version", 1 } })
            .status,
        200);
    EXPECT_EQ(place_named(direction, "Long séjour").at("place").at("parent_id"), pole_id);
    EXPECT_EQ(place_named(direction, "Long séjour", day(-1)).at("place").at("parent_id").as_string(), hospital_id());
    EXPECT_EQ(direction
                  .put("/api/places/" + unit_id(),
                      { { "name", "Long séjour" }, { "parent_id", other_hospital_id() }, { "on", day() }, { "reason", "" },
                          { "version", 2 } })
                  .code(),
        "place.not_in_this_establishment");
}

TEST_P(Places, the_inside_of_another_establishment_is_not_there)
{
    EXPECT_EQ(as("voisine").get(tree()).status, 404);
    EXPECT_EQ(as("voisine")
                  .put("/api/places/" + unit_id(), { { "name", "X" }, { "on", day() }, { "reason", "" }, { "version", 1 } })
                  .status,
        404);
    EXPECT_EQ(as("infirmiere")
                  .put("/api/places/" + unit_id(), { { "name", "X" }, { "on", day() }, { "reason", "" }, { "version", 1 } })
                  .code(),
        "right.missing");
    EXPECT_EQ(
        as("directrice").post("/api/places", { { "kind", "establishment" }, { "name", "Annexe" } }).code(), "right.missing");
    EXPECT_EQ(as("voisine").get("/api/places").body.find("Long séjour"), std::string::npos);
    EXPECT_EQ(as("voisine").get("/api/places").body.find("Hôpital des Essais"), std::string::npos);
    EXPECT_EQ(somebody().get(tree()).status, 401);
}

TEST_P(Places, an_import_says_first_what_it_will_do_then_does_just_that)
{
    const std::string paste
        = "nom\ttype\trattachement\teffectif\nPôle âge\tpôle\t\t80\nUnité protégée\tservice\tPôle âge\t22\nBloc\tatelier\t\t\n";
    auto direction = as("directrice");
    auto body = inside(paste, hospital_id());
    const auto seen = direction.post("/api/places/import/preview", body);
    ASSERT_EQ(seen.status, 201) << seen.body;
    EXPECT_EQ(seen.data().at("created").as_int64(), 2);
    EXPECT_EQ(seen.data().at("lines").as_array()[2].at("reason").as_string(), "kind_unknown");
    EXPECT_TRUE(place_named(direction, "Pôle âge").is_null()); // nothing yet
    body.as_object()["preview"] = seen.data().at("preview");
    ASSERT_EQ(direction.post("/api/places/import", body).status, 201);
    EXPECT_EQ(place_named(direction, "Unité protégée").at("place").at("headcount").as_int64(), 22);
    // The tree is no longer what the preview saw: what was agreed to is not done twice.
    EXPECT_EQ(direction.post("/api/places/import", body).code(), "import.changed_since_preview");
    EXPECT_EQ(direction.post("/api/places/import/preview", inside(paste, hospital_id())).data().at("unchanged").as_int64(), 2);
}

TEST_P(Places, imports_stay_in_their_part)
{
    const std::string directory = "name;kind;parent\nAutre région;region;France\n";
    EXPECT_EQ(as("directrice").post("/api/places/import/preview", file(directory)).code(), "right.missing");
    EXPECT_EQ(as("infirmiere").post("/api/places/import", inside(directory, hospital_id())).code(), "right.missing");
    EXPECT_EQ(as("voisine").post("/api/places/import", inside(directory, hospital_id())).code(), "not_found");
    EXPECT_EQ(as("directrice")
                  .post("/api/places/import", inside(directory, hospital_id()))
                  .data()
                  .at("lines")
                  .as_array()[0]
                  .at("reason")
                  .as_string(),
        "not_in_your_part");
    EXPECT_EQ(as("administration").post("/api/places/import", file(directory)).data().at("created").as_int64(), 1);
    EXPECT_EQ(as("administration").post("/api/places/import", file("ceci n’est pas un tableau")).code(), "file.unknown_format");
}

TEST_P(Places, the_published_layout_comes_in_twice_as_once)
{
    std::ifstream published(ETABLI_SOURCE_DIR "/tests/data/places/sae_synthetic.csv", std::ios::binary);
    std::stringstream bytes;
    bytes << published.rdbuf();
    const auto first = as("administration").post("/api/places/import", file(bytes.str()));
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(first.data().at("created").as_int64(), 3); // Bretagne and two sites; France was there
    EXPECT_EQ(first.data().at("not_taken").as_int64(), 4);
    const auto again = as("administration").post("/api/places/import", file(bytes.str()));
    EXPECT_EQ(again.data().at("created").as_int64(), 0);
    EXPECT_EQ(again.data().at("unchanged").as_int64(), 2);
}

TEST_P(Places, five_thousand_rows_come_in_at_once)
{
    std::string rows = "name;kind;parent\n";
    for (int unit = 0; unit < 5000; ++unit)
        rows += "Unité " + std::to_string(unit) + ";unit;Hôpital des Essais\n";
    EXPECT_EQ(as("administration").post("/api/places/import", file(rows)).data().at("created").as_int64(), 5000);
}

} // namespace etabli::tests

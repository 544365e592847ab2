// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/figures_in_the_journal_test.cpp
//
// What could turn the verdict of an experiment after it was seen stands in the audit journal.

#include <gmock/gmock.h>

#include "tests/support/figures.hpp"

namespace etabli::tests {

using ::testing::HasSubstr;

class FiguresInTheJournal : public Figures {
protected:
    /// What the journal says of it since it began, in order.
    std::vector<std::string> told(const std::string& experiment)
    {
        std::vector<std::string> all;
        const auto journal = as("directrice").get("/api/audit/" + hospital_id()).data();
        for (const auto& line : journal.at("entries").as_array()) {
            const auto& entry = line.at("entry").as_object();
            const auto& details = entry.at("details").as_object();
            if (!experiment.ends_with(std::string_view(entry.at("object_id").as_string())))
                continue;
            std::string said(entry.at("action").as_string());
            if (said == "experiment.begun")
                continue;
            if (const auto* changed = details.if_contains("changed"))
                said += fmt::format(" {}", changed->to_number<int>());
            if (const auto* created = details.if_contains("created"))
                said += fmt::format(" +{}", created->to_number<int>());
            if (details.contains("removed"))
                said += " removed";
            if (const auto* aside = details.if_contains("aside"))
                said += aside->as_bool() ? " aside" : " back";
            all.insert(all.begin(), said);
        }
        return all;
    }
};
STORIES(FiguresInTheJournal);

TEST_P(FiguresInTheJournal, what_could_turn_a_verdict_stands_in_the_journal)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "count", "hand");
    auto nurse = as("infirmiere");
    const auto counted = [&](int days, int numerator) {
        const auto reply = nurse.put(
            indicator + "/values", { { "counted_on", day(days) }, { "numerator", numerator }, { "base", nullptr } });
        EXPECT_EQ(reply.status, 200) << reply.body;
    };
    counted(-14, 15);
    counted(-7, 16);
    counted(-7, 16);
    EXPECT_TRUE(told(here).empty()) << "what is counted in its time, or again the same, turns nothing";
    counted(-21, 15); // a baseline that comes once the chart was seen

    counted(-7, 9);
    const std::string week(shown(here).at("values").at(2).at("counted_on").as_string());
    for (const auto* why : { "Canicule.", "Canicule, deux lits fermés.", "" })
        EXPECT_EQ(nurse.put(indicator + "/set-aside", { { "counted_on", week }, { "why", why } }).status, 200);
    const auto text = file(fmt::format("jour\tnombre\n{}\t15\n{}\t8\n", day(-14), day(-7)));
    const json::object columns { { "day", "jour" }, { "numerator", "nombre" }, { "base", "" } };
    EXPECT_EQ(nurse.post(indicator + "/figures", { { "content_base64", text }, { "columns", columns } }).status, 201);
    for (const bool begins : { false, true })
        EXPECT_EQ(
            nurse
                .post(here + "/events",
                    { { "kind", "adaptation" }, { "happened_on", day() }, { "words", "À deux." }, { "begins_part", begins } })
                .status,
            201);
    auto canvas = nurse.get(here).data().at("experiment").as_object();
    for (const auto* fixed : { "id", "establishment_id", "place_id", "programme_id", "from_kind", "from_id" })
        canvas.erase(fixed);
    canvas["starts_on"] = day(-7);
    EXPECT_EQ(nurse.put(here, canvas).status, 200);

    EXPECT_THAT(told(here),
        ::testing::ElementsAre("experiment.figures_changed +1", "experiment.figures_changed 1",
            "experiment.figure_set_aside aside", "experiment.figure_set_aside back", "experiment.figures_changed 1",
            "experiment.part_begun", "experiment.page_changed", "experiment.start_moved"));
    // Written by mistake: taken out, told, and not twice.
    EXPECT_EQ(nurse.remove(indicator + "/values/" + week).status, 200);
    EXPECT_EQ(shown(here).at("values").as_array().size(), 2U);
    EXPECT_EQ(nurse.remove(indicator + "/values/" + week).status, 404);
    EXPECT_EQ(nurse.remove(indicator + "/values/hier").status, 404);
    EXPECT_EQ(as("voisine").remove(indicator + "/values/" + week).status, 404);
    EXPECT_EQ(told(here).back(), "experiment.figures_changed removed");
    const auto journal = as("directrice").get("/api/audit/" + hospital_id()).data();
    EXPECT_THAT(json_text(journal.at("names")), HasSubstr("Interruptions du matin"));
    EXPECT_THAT(json_text(journal.at("names")), HasSubstr("La relève gardée"));
}

} // namespace etabli::tests

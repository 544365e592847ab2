// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/sheet_figures_test.cpp
//
// What an experiment has counted goes with a version of its sheet, when its authors want it: as it was that day, to the circle
// that reads that version, without what stays at home.

#include <gmock/gmock.h>

#include "tests/support/figures.hpp"

namespace etabli::tests {

using ::testing::HasSubstr;
using ::testing::Not;

class FiguresOfSheets : public Figures {
protected:
    static json::object section(const char* key, const char* text)
    {
        return { { "key", key }, { "text", text }, { "items", json::array() }, { "readings", json::array() } };
    }
    static json::object context(const char* key, const char* text) { return { { "key", key }, { "text", text } }; }
    static json::object contents(json::value with_figures, const char* what = "À 13 h 45, la relève se fait debout.")
    {
        return { { "title", "La relève debout" }, { "authors", "l’équipe de long séjour" },
            { "sections",
                json::array { section("what_happens", what), section("what_we_do", "Nous rattrapons l’après-midi.") } },
            { "context", json::array { context("place", "Long séjour, quarante lits"), context("team", "Équipe stable") } },
            { "with_figures", std::move(with_figures) } };
    }
    /// An experiment that began six weeks ago and was adapted three weeks ago, counted before and since, with its link up and a
    /// line in its journal.
    void SetUp() override
    {
        Figures::SetUp();
        experiment_ = begun();
        indicator_ = with_indicator(experiment_, "count", "tally");
        link_ = link(indicator_);
        later(weeks_since * 7);
        count(15);
        note("event", 0, "La chaudière est tombée en panne.");
        note("adaptation", -21, "Quatre yeux.");
    }
    void note(const char* kind, int on, const char* words)
    {
        EXPECT_EQ(as("infirmiere")
                      .post(experiment_ + "/events",
                          { { "kind", kind }, { "happened_on", day(on) }, { "words", words },
                              { "begins_part", std::string_view(kind) == "adaptation" } })
                      .status,
            201);
    }
    void count(int numerator)
    {
        auto nurse = as("infirmiere");
        for (int week = -points; week < 0; ++week)
            EXPECT_EQ(nurse
                          .put(indicator_ + "/values",
                              { { "counted_on", day(7 * week) }, { "numerator", numerator + (points + week) % 3 },
                                  { "base", nullptr } })
                          .status,
                200);
    }
    /// Begun from the experiment, and shared at home.
    std::string told(json::value with_figures)
    {
        auto nurse = as("infirmiere");
        const auto source = experiment_.substr(experiment_.rfind('/') + 1);
        const auto reply = nurse.post("/api/sheets",
            { { "template_id", "work-situation" }, { "place_id", unit_id() }, { "programme_id", nullptr },
                { "written_with", json::array { "professionals", "management" } },
                { "contents", contents(std::move(with_figures)) },
                { "sources", json::array { json::object { { "kind", "experiment" }, { "object_id", source } } } } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        auto path = "/api/sheets/" + std::string(reply.data().at("id").as_string());
        EXPECT_EQ(nurse.post(path + "/share", json::object()).status, 201);
        return path;
    }
    void released(const std::string& sheet, const char* to)
    {
        const auto asked = as("cadre").post(sheet + "/widening", { { "to", to }, { "note", "" } });
        ASSERT_EQ(asked.status, 201) << asked.body;
        const std::string gate(asked.data().at("passages").at(0).at("gate_id").as_string());
        for (const auto& [person, college] : std::vector<std::pair<std::string, std::string>> { { "directrice", "direction" },
                 { "cadre", "management" }, { "medecin", "medical" }, { "representante", "staff_representatives" },
                 { "representant", "staff_representatives" }, { "infirmiere", "professionals" } })
            EXPECT_EQ(as(person)
                          .put("/api/gates/" + gate + "/answer",
                              { { "college_id", college_id(college) }, { "answer", "yes" }, { "reason", "" },
                                  { "met_on", college == "professionals" ? json::value(day()) : json::value(nullptr) } })
                          .status,
                200);
    }

    static constexpr int weeks_since = 6;
    static constexpr int points = 16;
    std::string experiment_;
    std::string indicator_;
    std::string link_;
};
STORIES(FiguresOfSheets);

TEST_P(FiguresOfSheets, a_neighbour_reads_what_was_counted_that_day_and_nothing_of_the_house)
{
    const auto sheet = told(true);
    EXPECT_EQ(as("directrice").get(sheet).data_text(), as("representante").get(sheet).data_text());
    ASSERT_EQ(as("voisine").get(sheet).status, 404);
    released(sheet, "cluster");
    released(sheet, "region");

    const auto first = as("voisine").get(sheet);
    ASSERT_EQ(first.status, 200) << first.body;
    const auto figures = first.data().at("figures").as_object();
    EXPECT_EQ(figures.at("taken_on").as_string(), json::string_view(day()));
    const auto counted = figures.at("experiments").at(0).at("indicators").at(0).as_object();
    EXPECT_EQ(counted.at("indicator").at("title").as_string(), "Interruptions du matin");
    EXPECT_EQ(counted.at("indicator").at("people").to_number<int>(), 31);
    EXPECT_EQ(counted.at("follow_up").at("points").as_array().size(), std::size_t { points });
    EXPECT_THAT(first.body, Not(HasSubstr(link_.substr(link_.rfind('/') + 1)))) << "whoever reads could count";
    EXPECT_THAT(first.body, Not(HasSubstr("chaudière"))) << "the journal stays at home";
    EXPECT_THAT(as("cadre").get(experiment_).body, HasSubstr("Quatre yeux"));
    EXPECT_EQ(counted.at("follow_up").at("parts").as_array().size(), 3U);
    EXPECT_THAT(first.body, Not(HasSubstr("Quatre yeux"))) << "and so do its words on the chart";
    EXPECT_EQ(as("voisine").get(experiment_).status, 404);

    // What is counted, or written again, afterwards is another version's: released by its own gate.
    count(3);
    EXPECT_EQ(as("voisine").get(sheet).data_text(), first.data_text());
    ASSERT_EQ(as("infirmiere")
                  .post(sheet + "/versions",
                      { { "version", 1 }, { "note", "" }, { "contents", contents(true, "Debout, dans l’embrasure.") } })
                  .status,
        201);
    const auto drawn = [&](const char* person) {
        const auto read = as(person).get(sheet).data();
        return read.at("figures").at("experiments").at(0).at("indicators").at(0).at("follow_up").at("points");
    };
    EXPECT_NE(drawn("cadre"), drawn("voisine"));
    EXPECT_EQ(drawn("cadre").as_array().size(), std::size_t { points });
    EXPECT_EQ(as("voisine").get(sheet).data().at("figures"), first.data().at("figures"));
}

TEST_P(FiguresOfSheets, a_figure_that_names_somebody_leaves_with_no_sheet)
{
    auto given = definition("count", "hand");
    given["entered_by"] = "Mme Durand, cadre de nuit";
    EXPECT_EQ(as("infirmiere").post(experiment_ + "/indicators", given).first_error(), "/entered_by text.person_name");
    // One that was written before, or by somebody else's program, is looked at again as it leaves.
    must(database().write([&](store::Transaction& transaction) {
        return transaction.execute("update indicator set source = 'Le cahier de Mme Durand'");
    }));
    const auto source = experiment_.substr(experiment_.rfind('/') + 1);
    const auto reply
        = as("infirmiere")
              .post("/api/sheets",
                  { { "template_id", "work-situation" }, { "place_id", unit_id() }, { "programme_id", nullptr },
                      { "written_with", json::array { "professionals" } }, { "contents", contents(true) },
                      { "sources", json::array { json::object { { "kind", "experiment" }, { "object_id", source } } } } });
    EXPECT_EQ(reply.first_error(), "/contents/with_figures text.person_name");
}

TEST_P(FiguresOfSheets, colleges_read_what_their_yes_would_let_out)
{
    const auto sheet = told(true);
    ASSERT_EQ(as("cadre").post(sheet + "/widening", { { "to", "cluster" }, { "note", "" } }).status, 201);
    ASSERT_EQ(as("infirmiere")
                  .post(sheet + "/versions", { { "version", 1 }, { "note", "" }, { "contents", contents(nullptr) } })
                  .status,
        201);
    const auto read = as("directrice").get(sheet).data();
    EXPECT_TRUE(read.at("figures").is_null());
    EXPECT_EQ(read.at("passages").at(0).at("figures").at("number").to_number<int>(), 1);
}

TEST_P(FiguresOfSheets, without_its_authors_wish_no_figure_leaves_the_experiment)
{
    for (const auto& wish : { json::value(nullptr), json::value(false) }) {
        const auto sheet = told(wish);
        released(sheet, "cluster");
        released(sheet, "region");
        const auto read = as("voisine").get(sheet);
        ASSERT_EQ(read.status, 200) << read.body;
        EXPECT_TRUE(read.data().at("figures").is_null());
        EXPECT_THAT(read.body, Not(HasSubstr("Interruptions")));
    }
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/experiment_figures_test.cpp
//
// Counting together: ten weeks on telephones, a table that is pasted, a week put aside, a question to each; the chart on the
// page, as a picture and as a file. And those who count for others, twice, too late, or what would show somebody.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sodium.h>

#include "store/figures.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

using ::testing::HasSubstr;
using ::testing::Not;

class ExperimentFigures : public Story {
protected:
    /// The change begins today; counting may begin twenty weeks before.
    std::string begun(json::value programme = nullptr)
    {
        const auto reply = as("cadre").post("/api/experiments",
            { { "title", "La relève gardée" }, { "hypothesis", "On transmet ce qu’il faut faire." },
                { "care_stake", "Ne plus refaire un soin." }, { "work_stake", "Partir à l’heure." },
                { "perimeter", "Relève de la mi-journée." }, { "with_whom", "Infirmières, aides-soignantes." },
                { "measured_from", day(-140) }, { "starts_on", day() }, { "ends_on", day(90) },
                { "way_back", "Reprendre debout." },
                { "means", json::object { { "time", "" }, { "replaced", "" }, { "money", "" }, { "until_on", nullptr } } },
                { "works_if", "On n’appelle plus les gens chez eux." }, { "harms_if", "Toujours la même personne garde." },
                { "place_id", unit_id() }, { "programme_id", std::move(programme) }, { "from_kind", nullptr },
                { "from_id", nullptr } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return "/api/experiments/" + std::string(reply.data().at("experiment").at("id").as_string());
    }
    std::string begun_programme()
    {
        const auto reply
            = as("representante")
                  .post("/api/programmes",
                      { { "title", "Tenir la relève" }, { "care_stake", "Que l’information arrive entière" },
                          { "work_stake", "Partir à l’heure" }, { "perimeter", "Long séjour" }, { "outside_perimeter", "" },
                          { "committee", "Huit personnes" }, { "openness", "participate" }, { "openness_text", "" },
                          { "who_decides", "" }, { "still_open", "" }, { "place_id", hospital_id() },
                          { "template_id", "demarche-quatre-phases" }, { "started_on", nullptr } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("programme").at("id").as_string());
    }
    json::object definition(const char* counting, const char* entry) const
    {
        return { { "title", "Interruptions du matin" }, { "purpose", "Savoir si la relève est gardée" },
            { "definition", "Interruptions pendant la relève" }, { "counting", counting }, { "unit", "interruptions" },
            { "base_unit", std::string(counting) == "count" ? "" : "relèves" }, { "field", "activity" }, { "source", "Bâtons" },
            { "entered_by", "Qui écrit la synthèse" }, { "rhythm", "week" }, { "entry", entry }, { "hoped", "less" },
            { "people", 31 }, { "library_code", "" }, { "expires_on", day(120) } };
    }
    /// Its path.
    std::string with_indicator(const std::string& experiment, const char* counting, const char* entry)
    {
        const auto reply = as("infirmiere").post(experiment + "/indicators", definition(counting, entry));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return experiment + "/indicators/"
            + std::string(reply.data().at("indicators").at(0).at("indicator").at("id").as_string());
    }
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
            if (const auto* aside = details.if_contains("aside"))
                said += aside->as_bool() ? " aside" : " back";
            all.insert(all.begin(), said);
        }
        return all;
    }
    json::object shown(const std::string& experiment, const char* person = "infirmiere")
    {
        return as(person).get(experiment).data().at("indicators").at(0).as_object();
    }
    /// Where telephones count.
    std::string link(const std::string& indicator)
    {
        const auto reply = as("infirmiere").post(indicator + "/link", json::object {});
        EXPECT_EQ(reply.status, 201) << reply.body;
        const std::string address(reply.data().at("indicators").at(0).at("link").as_string());
        return "/api/tallies/" + address.substr(address.rfind('/') + 1);
    }
    json::object tally(const std::string& on, double numerator, json::value base = nullptr)
    {
        return { { "id", fmt::format("{:032x}", ++tallies_) }, { "counted_on", on }, { "numerator", numerator },
            { "base", std::move(base) } };
    }
    Reply send(const std::string& where, json::array entries)
    {
        return somebody().post(where, { { "entries", std::move(entries) } });
    }
    static std::string first_error(const Reply& reply)
    {
        const auto body = reply.json();
        const auto& errors = body.at("errors").as_array();
        return errors.empty()
            ? reply.code()
            : std::string(errors[0].at("pointer").as_string()) + " " + std::string(errors[0].at("code").as_string());
    }
    static std::string file(const std::string& text)
    {
        std::string written(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(written.data(), written.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
            sodium_base64_VARIANT_ORIGINAL);
        written.resize(written.find('\0'));
        return written;
    }

private:
    int tallies_ = 0;
};
STORIES(ExperimentFigures);

TEST_P(ExperimentFigures, ten_weeks_of_tallies_on_telephones_are_a_chart_with_its_sentence)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "count", "tally");
    std::string pasted = "Semaine;Interruptions\n";
    for (int week = 0; week < 10; ++week)
        pasted += fmt::format("{};{}\n", day(-70 + 7 * week), 18 + week % 4);
    const auto kept = as("infirmiere").post(indicator + "/figures", { { "content_base64", file(pasted) } });
    ASSERT_EQ(kept.status, 201) << kept.body;
    EXPECT_EQ(kept.data().at("periods").to_number<int>(), 10);

    const auto where = link(indicator);
    for (int week = 0; week < 10; ++week) {
        for (int shift = 0; shift < 3; ++shift) {
            const auto sent = send(where, { tally(day(), 2 + shift) });
            ASSERT_EQ(sent.status, 201) << sent.body;
            EXPECT_EQ(sent.data().at("taken").as_array().size(), 1U);
        }
        later(7);
    }
    const auto item = shown(here);
    const auto& follow_up = item.at("follow_up").as_object();
    EXPECT_EQ(follow_up.at("points").as_array().size(), 20U);
    EXPECT_EQ(follow_up.at("points").at(12).at("numerator").to_number<int>(), 9);
    EXPECT_EQ(follow_up.at("points").at(12).at("entries").to_number<int>(), 3);
    EXPECT_EQ(follow_up.at("change").at("reading").as_string(), "beyond_chance");
    EXPECT_EQ(follow_up.at("change").at("hoped").as_string(), "as_hoped");
    EXPECT_EQ(follow_up.at("parts").as_array().size(), 2U);
}

TEST_P(ExperimentFigures, what_a_telephone_sends_twice_is_added_once)
{
    const auto here = begun();
    const auto where = link(with_indicator(here, "rate", "tally"));
    const auto first = tally(day(-7), 3, 1);
    ASSERT_EQ(send(where, { first, tally(day(-7), 0, 1) }).status, 201);
    const auto again = send(where, { first });
    EXPECT_EQ(again.data().at("taken").at(0).as_string(), first.at("id").as_string());
    const auto point = shown(here).at("follow_up").at("points").at(0);
    EXPECT_EQ(point.at("numerator").to_number<int>(), 3);
    EXPECT_EQ(point.at("base").to_number<int>(), 2);
    later(110); // even when its week is closed
    EXPECT_EQ(send(where, { first }).data().at("taken").as_array().size(), 1U);
}

TEST_P(ExperimentFigures, what_cannot_be_added_is_refused_one_by_one_in_words)
{
    const auto here = begun();
    const auto where = link(with_indicator(here, "ratio", "tally"));
    const auto sent = send(where,
        { tally(day(-100), 1, 2), tally(day(1), 1, 2), tally(day(), 3, 2), tally(day(), 1, nullptr), tally(day(), -5, 2),
            tally(day(), 1e300, 2), tally(day(), 1, 2) });
    ASSERT_EQ(sent.status, 201) << sent.body;
    std::vector<std::string> problems;
    const auto answer = sent.data();
    for (const auto& refused : answer.at("refused").as_array())
        problems.emplace_back(refused.at("problem").as_string());
    EXPECT_THAT(problems,
        ::testing::ElementsAre("tally.too_late", "date.in_the_future", "figure.base_too_small", "figure.without_base",
            "number.out_of_range", "number.out_of_range"));
    EXPECT_EQ(sent.data().at("taken").as_array().size(), 1U);
    EXPECT_EQ(send("/api/tallies/nobody", { tally(day(), 1, 2) }).code(), "tally.link_not_valid");
}

TEST_P(ExperimentFigures, a_link_renewed_or_closed_leads_nowhere_any_more)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "count", "tally");
    const auto first = link(indicator);
    EXPECT_EQ(somebody().get(first).status, 200);
    const auto second = link(indicator);
    EXPECT_EQ(somebody().get(first).code(), "tally.link_not_valid");
    EXPECT_EQ(somebody().get(second).data().at("title").as_string(), "Interruptions du matin");
    ASSERT_EQ(as("cadre").remove(indicator + "/link").status, 200);
    EXPECT_EQ(send(second, { tally(day(), 1) }).status, 404);
    EXPECT_EQ(as("voisine").post(indicator + "/link", json::object {}).status, 404);
    EXPECT_EQ(as("infirmiere").post(with_indicator(begun(), "count", "hand") + "/link", json::object {}).code(),
        "indicator.not_by_link");
}

TEST_P(ExperimentFigures, a_pulse_shows_a_week_when_it_is_over_and_five_answered)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "ratio", "pulse");
    const auto where = link(indicator);
    EXPECT_EQ(
        as("infirmiere").put(indicator + "/values", { { "counted_on", day() }, { "numerator", 1 }, { "base", 1 } }).code(),
        "indicator.by_pulse");
    for (int person = 0; person < 5; ++person)
        ASSERT_EQ(send(where, { tally(day(), person % 2, 1) }).data().at("taken").as_array().size(), 1U);
    auto item = shown(here);
    EXPECT_EQ(item.at("values").as_array().size(), 0U) << "a week under way";
    later(14);
    item = shown(here);
    EXPECT_EQ(item.at("follow_up").at("points").at(0).at("numerator").to_number<int>(), 2);
    EXPECT_EQ(send(where, { tally(day(-14), 1, 1) }).data().at("refused").at(0).at("problem").as_string(), "tally.too_late");
    for (int person = 0; person < 4; ++person)
        ASSERT_EQ(send(where, { tally(day(), 1, 1) }).data().at("taken").as_array().size(), 1U);
    later(14);
    item = shown(here);
    EXPECT_EQ(item.at("values").as_array().size(), 1U);
    EXPECT_EQ(item.at("follow_up").at("withheld").to_number<int>(), 1);
    const auto picture = as("infirmiere").get(indicator + "/chart.csv").body;
    EXPECT_EQ(std::count(picture.begin(), picture.end(), '\n'), 2);
}

TEST_P(ExperimentFigures, of_what_was_sent_only_the_sum_is_kept)
{
    const auto here = begun();
    const auto where = link(with_indicator(here, "ratio", "pulse"));
    ASSERT_EQ(send(where, { tally(day(), 1, 1) }).status, 201);
    ASSERT_EQ(send(where, { tally(day(), 0, 1) }).status, 201);
    const auto columns = must(database().read([&](store::Reader& reader) -> Result<std::vector<std::string>> {
        const auto rows = TRY(reader.query("select * from indicator_tally"));
        EXPECT_EQ(rows.size(), 2U);
        return rows.columns;
    }));
    EXPECT_THAT(columns, ::testing::UnorderedElementsAre("id", "indicator_id", "counted_on"));
    EXPECT_EQ(must(database().read([&](store::Reader& reader) {
        return reader.count("select count(*) from indicator_figure where numerator = 1 and base = 2 and entries = 2");
    })),
        1);
}

TEST_P(ExperimentFigures, a_pasted_table_is_looked_at_first_and_its_columns_are_remembered)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "ratio", "hand");
    auto nurse = as("infirmiere");
    const auto text = file(fmt::format("a\tb\tc\n{}\t3\t7\n{}\t2\t7\n{}\ttrois\t7\n", day(-21), day(-14), day(-7)));
    const auto asked = nurse.post(indicator + "/figures/preview", { { "content_base64", text } });
    ASSERT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(asked.data().at("preview").as_string(), "");
    EXPECT_EQ(asked.data().at("header").as_array().size(), 3U);
    EXPECT_EQ(
        first_error(nurse.post(indicator + "/figures", { { "content_base64", text } })), "/columns figures.column_missing");

    const json::object columns { { "day", "a" }, { "numerator", "b" }, { "base", "c" } };
    const auto preview = nurse.post(indicator + "/figures/preview", { { "content_base64", text }, { "columns", columns } });
    ASSERT_EQ(preview.status, 201) << preview.body;
    EXPECT_EQ(preview.data().at("periods").to_number<int>(), 2);
    EXPECT_EQ(preview.data().at("rows").at(2).at("reason").as_string(), "not_a_number");
    EXPECT_EQ(preview.data().at("rows").at(2).at("line").to_number<int>(), 4);
    ASSERT_EQ(nurse.put(indicator + "/values", { { "counted_on", day(-21) }, { "numerator", 6 }, { "base", 7 } }).status, 200);
    const json::object confirmed { { "content_base64", text }, { "columns", columns },
        { "preview", preview.data().at("preview") } };
    EXPECT_EQ(nurse.post(indicator + "/figures", confirmed).code(), "import.changed_since_preview");
    const auto second = nurse.post(indicator + "/figures/preview", { { "content_base64", text }, { "columns", columns } });
    EXPECT_EQ(second.data().at("replaced").to_number<int>(), 1);
    auto again = confirmed;
    again["preview"] = second.data().at("preview");
    ASSERT_EQ(nurse.post(indicator + "/figures", again).status, 201);
    EXPECT_EQ(shown(here).at("values").as_array().size(), 2U);
    const auto next = nurse.post(indicator + "/figures/preview", { { "content_base64", text } });
    EXPECT_EQ(next.data().at("columns").at("base").as_string(), "c");
    EXPECT_NE(next.data().at("preview").as_string(), "");
}

TEST_P(ExperimentFigures, a_week_is_put_aside_with_its_reason_and_taken_back)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "count", "hand");
    auto nurse = as("infirmiere");
    for (int week = 0; week < 12; ++week)
        ASSERT_EQ(nurse
                      .put(indicator + "/values",
                          { { "counted_on", day(-140 + 7 * week) }, { "numerator", week == 5 ? 90 : 15 + week % 3 },
                              { "base", nullptr } })
                      .status,
            200);
    const std::string week(shown(here).at("follow_up").at("points").at(5).at("from").as_string());
    const auto aside = nurse.put(indicator + "/set-aside", { { "counted_on", week }, { "why", "Canicule." } });
    ASSERT_EQ(aside.status, 200) << aside.body;
    EXPECT_EQ(shown(here).at("follow_up").at("points").at(5).at("set_aside").as_string(), "Canicule.");
    EXPECT_LT(shown(here).at("follow_up").at("points").at(4).at("centre").to_number<double>(), 20);
    ASSERT_EQ(
        nurse.put(indicator + "/values", { { "counted_on", week }, { "numerator", 91 }, { "base", nullptr } }).status, 200);
    EXPECT_EQ(shown(here).at("follow_up").at("points").at(5).at("set_aside").as_string(), "Canicule.") << "a correction";
    ASSERT_EQ(nurse.put(indicator + "/set-aside", { { "counted_on", week }, { "why", "" } }).status, 200);
    EXPECT_GT(shown(here).at("follow_up").at("points").at(4).at("centre").to_number<double>(), 20);
    EXPECT_EQ(first_error(nurse.put(indicator + "/set-aside", { { "counted_on", day() }, { "why", "Rien." } })),
        "/counted_on figure.not_counted");
}

TEST_P(ExperimentFigures, what_could_turn_a_verdict_stands_in_the_journal)
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
    EXPECT_TRUE(told(here).empty()) << "what is counted for the first time, or again the same, turns nothing";

    counted(-7, 9);
    const std::string week(shown(here).at("values").at(1).at("counted_on").as_string());
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
        ::testing::ElementsAre("experiment.figures_changed 1", "experiment.figure_set_aside aside",
            "experiment.figure_set_aside back", "experiment.figures_changed 1", "experiment.part_begun",
            "experiment.start_moved"));
    const auto journal = as("directrice").get("/api/audit/" + hospital_id()).data();
    EXPECT_THAT(json_text(journal.at("names")), HasSubstr("Interruptions du matin"));
    EXPECT_THAT(json_text(journal.at("names")), HasSubstr("La relève gardée"));
}

TEST_P(ExperimentFigures, the_picture_and_the_file_say_the_numbers_of_the_page)
{
    const auto here = begun();
    const auto indicator = with_indicator(here, "ratio", "hand");
    auto nurse = as("infirmiere");
    EXPECT_EQ(nurse.get(indicator + "/chart.svg").code(), "series.too_short");
    for (int week = 0; week < 12; ++week)
        ASSERT_EQ(nurse
                      .put(indicator + "/values",
                          { { "counted_on", day(-140 + 7 * week) }, { "numerator", 3 + week % 4 }, { "base", 7 } })
                      .status,
            200);
    const auto picture = nurse.get(indicator + "/chart.svg");
    ASSERT_EQ(picture.status, 200) << picture.body;
    EXPECT_THAT(picture.body, HasSubstr("<svg"));
    EXPECT_THAT(picture.body, HasSubstr("Interruptions"));
    EXPECT_THAT(picture.body, Not(HasSubstr("charts."))) << "a key instead of words";
    const auto table = nurse.get(indicator + "/chart.csv");
    EXPECT_THAT(table.body, ::testing::StartsWith("x,y,n\r\n"));
    const auto item = shown(here);
    for (const auto& point : item.at("follow_up").at("points").as_array())
        EXPECT_THAT(table.body,
            HasSubstr(fmt::format(
                "{},{},7\r\n", std::string_view(point.at("from").as_string()), point.at("numerator").to_number<int>())));
    EXPECT_EQ(as("voisine").get(indicator + "/chart.svg").status, 404);
    EXPECT_EQ(somebody().get(indicator + "/chart.csv").status, 401);
}

TEST_P(ExperimentFigures, three_fields_side_by_side_say_what_went_each_way)
{
    const auto programme = begun_programme();
    const auto here = begun(json::value(programme));
    auto nurse = as("infirmiere");
    for (const auto* field : { "activity", "practices" }) {
        auto given = definition("count", "hand");
        given["title"] = field;
        given["field"] = field;
        given["hoped"] = std::string(field) == "activity" ? "less" : "more"; // both fall: good for one, not for the other
        ASSERT_EQ(nurse.post(here + "/indicators", given).status, 201);
    }
    later(84);
    nurse = as("infirmiere");
    const auto page = nurse.get(here).data();
    for (const auto& item : page.at("indicators").as_array()) {
        const auto values = here + "/indicators/" + std::string(item.at("indicator").at("id").as_string()) + "/values";
        for (int week = 0; week < 22; ++week)
            ASSERT_EQ(nurse
                          .put(values,
                              { { "counted_on", day(-84 - 77 + 7 * week) }, { "numerator", (week < 11 ? 20 : 10) + week % 3 },
                                  { "base", nullptr } })
                          .status,
                200);
    }
    const auto fields = as("directrice").get("/api/programmes/" + programme + "/fields");
    ASSERT_EQ(fields.status, 200) << fields.body;
    const auto experiment = fields.data().at("experiments").at(0);
    EXPECT_EQ(experiment.at("joint").at("activity").as_string(), "as_hoped");
    EXPECT_EQ(experiment.at("joint").at("practices").as_string(), "contrary");
    EXPECT_EQ(experiment.at("joint").at("methods").as_string(), "not_counted");
    EXPECT_TRUE(experiment.at("joint").at("is_mixed").as_bool());
    EXPECT_EQ(fields.data_text(), as("representante").get("/api/programmes/" + programme + "/fields").data_text());
    EXPECT_EQ(as("voisine").get("/api/programmes/" + programme + "/fields").status, 404);
}

TEST_P(ExperimentFigures, an_indicator_of_few_people_is_refused)
{
    const auto here = begun();
    auto few = definition("count", "hand");
    few["people"] = 4;
    EXPECT_EQ(first_error(as("infirmiere").post(here + "/indicators", few)), "/people indicator.shows_few");
    few["people"] = 5;
    EXPECT_EQ(as("infirmiere").post(here + "/indicators", few).status, 201);
}

TEST_P(ExperimentFigures, another_experiment_s_indicator_is_not_found_under_this_one)
{
    const auto here = begun();
    const auto indicator = with_indicator(begun(), "count", "hand");
    const auto id = indicator.substr(indicator.rfind('/'));
    EXPECT_EQ(
        as("infirmiere")
            .put(here + "/indicators" + id + "/values", { { "counted_on", day(-7) }, { "numerator", 3 }, { "base", nullptr } })
            .status,
        404);
}

} // namespace etabli::tests

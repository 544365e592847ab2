// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/experiment_figures_test.cpp
//
// Counting together: ten weeks on telephones, a table that is pasted, a week put aside, a question to each; the chart on the
// page, as a picture and as a file. And those who count for others, twice, too late, or what would show somebody.

#include <gmock/gmock.h>

#include "store/figures.hpp"
#include "tests/support/figures.hpp"

namespace etabli::tests {

using ::testing::HasSubstr;
using ::testing::Not;

class ExperimentFigures : public Figures { };
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
        nurse.post(indicator + "/figures", { { "content_base64", text } }).first_error(), "/columns figures.column_missing");

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
    EXPECT_EQ(nurse.put(indicator + "/set-aside", { { "counted_on", day() }, { "why", "Rien." } }).first_error(),
        "/counted_on figure.not_counted");
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
    EXPECT_EQ(as("infirmiere").post(here + "/indicators", few).first_error(), "/people indicator.shows_few");
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

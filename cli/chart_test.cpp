// SPDX-License-Identifier: EUPL-1.2
// cli/chart_test.cpp
//
// The commands as somebody types them: JSON in full precision, sentences in two languages, a drawing, and a refusal that
// points at its line.

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include "base/fields.hpp"
#include "base/text.hpp"
#include "engine/charts/test_support.hpp"
#include "tests/support/command.hpp"

namespace etabli::cli {

namespace {

/// `words` with @ for a file that holds `csv`.
tests::Ran run_on(const std::string& csv, const std::string& words)
{
    const auto path = testing::TempDir() + fmt::format("chart-{}.csv", ::getpid());
    std::ofstream(path, std::ios::binary) << csv;
    std::vector<std::string> parts { "chart" };
    for (const auto word : split(words, ' '))
        parts.emplace_back(word == "@" ? path : word);
    auto ran = tests::run_command(parts);
    std::remove(path.c_str());
    return ran;
}

json::object body_of(const tests::Ran& ran)
{
    EXPECT_EQ(ran.code, 0) << ran.err;
    auto read = parse_json(ran.out);
    VERIFY(read.ok());
    return read.value().as_object();
}

json::object group(const std::string& csv, const std::string& words, std::size_t at = 0)
{
    return body_of(run_on(csv, words + " --format json @")).at("groups").at(at).as_object();
}

void check_refused(const std::string& csv, const std::string& words, const std::string& why)
{
    const auto ran = run_on(csv, words + " @");
    EXPECT_EQ(ran.code, 2) << ran.out;
    EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
}

std::string csv_of(const std::vector<double>& values, const std::string& group = {})
{
    std::string made;
    for (std::size_t at = 0; at < values.size(); ++at)
        made += fmt::format("{},{}{}\n", at + 1, values[at], group.empty() ? "" : "," + group);
    return made;
}

const std::string thirty_six = "x,y\n" + csv_of(charts::tests::thirty_six);

} // namespace

TEST(ChartCommand, says_what_it_can_do)
{
    for (const auto* words : { "--help", "its --help", "did --help" })
        EXPECT_EQ(run_on("", words).code, 0) << words;
    check_refused("x,y\n1,2\n", "--style own", "etabli chart --type TYPE SERIES.csv");
    EXPECT_EQ(run_on("", "--type w @").code, 2);
    EXPECT_EQ(run_on("", "--type i --rules anhoej,nhs @").code, 2);
}

TEST(ChartCommand, gives_one_value_per_point_and_says_how)
{
    const auto body = group(thirty_six, "--type i --style qicharts2");
    EXPECT_TRUE(body.at("group").is_null());
    for (const auto* name : { "centre", "lower", "upper", "x", "y" })
        EXPECT_EQ(body.at(name).as_array().size(), 36U) << name;
    EXPECT_NEAR(body.at("upper").at(0).as_double(), 26.3320817688778, 1e-12);
    EXPECT_EQ(body.at("longest_run"), 17);
    EXPECT_EQ(body.at("longest_run_max"), 8);
    EXPECT_EQ(body.at("crossings"), 5);
    EXPECT_EQ(body.at("crossings_min"), 13);
    EXPECT_EQ(body.at("runs_signal"), true);
    EXPECT_EQ(body.at("signals"),
        (json::array { { { "point", 9 }, { "rule", "above_upper" } }, { { "point", 32 }, { "rule", "below_lower" } } }));
    EXPECT_EQ(body.at("screened"), true);
    EXPECT_EQ(body.at("parts").at(0).at("screened_points"), (json::array { 21 }));
    EXPECT_EQ(body.at("explanation").at("constants").at("range_per_sigma"), 1.128);
    EXPECT_EQ(group(thirty_six, "--type i --screen off").at("screened"), false);
    EXPECT_EQ(group(thirty_six, "--type c").at("screened"), false);
}

TEST(ChartCommand, takes_its_lists_with_commas_before_the_file)
{
    const auto body = group(thirty_six, "--type c --split 12,24 --exclude 3,7");
    EXPECT_EQ(body.at("parts").as_array().size(), 3U);
    EXPECT_EQ(body.at("explanation").at("excluded"), (json::array { 3, 7 }));
    EXPECT_EQ(group(thirty_six, "--type c --freeze 24").at("parts").at(0).at("baseline"), 24);
}

TEST(ChartCommand, the_style_of_the_nhs_brings_its_rules_unless_told_otherwise)
{
    const auto body = group(thirty_six, "--type i --style nhs");
    EXPECT_EQ(body.at("explanation").at("rules"), "nhs");
    EXPECT_TRUE(body.at("longest_run").is_null());
    EXPECT_EQ(group(thirty_six, "--type i --style nhs --rules anhoej").at("longest_run"), 17);
    EXPECT_EQ(group(thirty_six, "--type i --rules none").at("signals"), json::array());
}

TEST(ChartCommand, makes_a_chart_per_group_and_a_short_one_speaks_for_itself)
{
    const auto csv = "x,y,unit\n" + csv_of(charts::tests::thirty_six, "jour") + csv_of({ 1, 2 }, "nuit");
    EXPECT_EQ(group(csv, "--type i --group unit", 0).at("group"), "jour");
    const auto night = group(csv, "--type i --group unit", 1);
    EXPECT_EQ(night.at("group"), "nuit");
    EXPECT_EQ(night.at("problem"), "series.too_short");
    EXPECT_EQ(group(csv, "--type i --group unit --only jour").at("points"), 36);
    check_refused(csv, "--type i --group unit --only nuit", "series.too_short: 2 points");
    check_refused(csv, "--type i --group unit --only soir", "no row of the file is of the group");
    check_refused(csv, "--type i", "line 38, column x: stands on line 2 already");
}

TEST(ChartCommand, gives_the_limits_of_few_points_only_when_another_style_is_asked_for)
{
    const auto csv = "x,y\n" + csv_of({ 3, 1, 2, 5, 4, 9 });
    EXPECT_TRUE(group(csv, "--type i").at("upper").at(0).is_null());
    EXPECT_EQ(group(csv, "--type i").at("parts").at(0).at("limits"), "plain_run");
    EXPECT_FALSE(group(csv, "--type i --style qicharts2").at("upper").at(0).is_null());
}

TEST(ChartCommand, refuses_bad_series_with_their_line)
{
    check_refused("x,y\n1,5\n", "--type i", "series.too_short: 1 point (line 2), where a chart needs 5 at least");
    check_refused("x,y\n1,5\n", "--type i --style qicharts2", "series.too_short");
    check_refused("x,y\n1,5\n2,5\n3,5\n4,5\n5,5\n", "--type i", "series.all_equal: lines 2 to 6 all make points of 5");
    check_refused("x,y\n1,5\n2,five\n", "--type i", "line 3, column y: is not a number");
    check_refused("x,y\n1,5\n2,\n", "--type i", "line 3, column y: there is no number");
    check_refused("x,y,n\n1,5,10\n2,5,0\n", "--type p", "line 3, column n: is not above zero");
    check_refused("x,y\n2026-01-05,5\n12/01/2026,6\n", "--type run", "line 3, column x");
}

TEST(ChartCommand, speaks_both_languages_and_never_says_why)
{
    const auto french = run_on(thirty_six, "--type i @").out;
    EXPECT_NE(french.find("17 points de suite du même côté"), std::string::npos) << french;
    EXPECT_NE(french.find("Écarts entre voisins hors limites : écartés une fois (1)"), std::string::npos) << french;
    EXPECT_NE(french.find("La carte ne dit pas pourquoi"), std::string::npos);
    const auto english = run_on(thirty_six, "--type i --language en @").out;
    EXPECT_NE(english.find("17 points in a row on the same side"), std::string::npos) << english;
    const auto provisional = run_on("x,y\n" + csv_of({ 3, 1, 2, 5, 4, 9, 3, 4, 5, 6 }), "--type i --language en @").out;
    EXPECT_NE(provisional.find("Provisional limits, from 10 points"), std::string::npos) << provisional;
    for (const auto& text : { french, english, provisional })
        EXPECT_EQ(text.find("charts."), std::string::npos) << text;
}

TEST(ChartCommand, draws_one_group)
{
    const auto svg = run_on(thirty_six, "--type i --format svg @").out;
    EXPECT_TRUE(svg.starts_with("<svg "));
    EXPECT_NE(svg.find("environ 14,8"), std::string::npos);
    const auto few = run_on("x,y\n" + csv_of({ 3, 1, 2, 5, 4, 9, 3, 4, 5, 6 }), "--type i --format svg --language en @").out;
    EXPECT_NE(few.find(">Provisional limits, from 10 points"), std::string::npos);
    const auto csv = "x,y,unit\n" + csv_of(charts::tests::thirty_six, "jour") + csv_of(charts::tests::thirty_six, "nuit");
    check_refused(csv, "--type i --group unit --format svg", "chart.options_clash");
}

TEST(ChartCommand, warns_of_ratios_that_vary_more_than_counts)
{
    std::string csv = "x,y,n\n";
    for (int at = 1; at <= 24; ++at)
        csv += fmt::format("{},{},20000\n", at, at % 3 == 0 ? 19'400 : 18'800 + 10 * at);
    EXPECT_NE(run_on(csv, "--type p --language en @").out.find("this one cries wolf"), std::string::npos);
    EXPECT_EQ(run_on(csv, "--type pp --language en @").out.find("this one cries wolf"), std::string::npos);
}

TEST(ChartStudies, of_a_series_give_corrected_errors_and_their_footing)
{
    const auto body = body_of(run_on(thirty_six, "its --change 25 --errors newey-west --lag 3 --format json @"));
    EXPECT_EQ(body.at("points_before"), 24);
    EXPECT_EQ(body.at("points_after"), 12);
    EXPECT_TRUE(body.at("people_most").is_null());
    EXPECT_NEAR(body.at("coefficients").at(2).at("estimate").as_double(), -5.8018394648829, 1e-9);
    EXPECT_NEAR(body.at("coefficients").at(2).at("error").as_double(), 2.2732014516226, 1e-9);
    EXPECT_EQ(body_of(run_on(thirty_six, "its --change 25 --format json @")).at("errors"), "ar1_reml");
}

TEST(ChartStudies, have_no_sentence_without_people)
{
    const auto without = run_on(thirty_six, "its --change 25 --language en @").out;
    EXPECT_NE(without.find("no sentence on the change"), std::string::npos) << without;
    EXPECT_EQ(without.find("the series"), std::string::npos) << without;
    std::string csv = "x,y,n\n";
    for (std::size_t at = 0; at < 36; ++at)
        csv += fmt::format("{},{},{}\n", at + 1, charts::tests::thirty_six[at] + (at < 24 ? 0 : 20), 28 + at % 4);
    const auto with = run_on(csv, "its --change 25 --effect level --language en @").out;
    EXPECT_NE(with.find("From 25 on, the series is higher by"), std::string::npos) << with;
    EXPECT_NE(with.find("24 points before, 12 after; from 28 to 31 people"), std::string::npos) << with;
    EXPECT_NE(with.find("do not say that the change is the cause"), std::string::npos) << with;
}

TEST(ChartStudies, of_units_compare_them)
{
    std::string csv = "unit,x,y,n\n";
    for (const char unit : { 'a', 'b', 'c', 'd' })
        for (int x = 1; x <= 8; ++x)
            csv += fmt::format("{},{},{},25\n", unit, x, (unit * 7 + x * x * unit) % 5 + (unit < 'c' && x >= 5 ? 9 : 0));
    const auto body = body_of(run_on(csv, "did --change 5 --changed a,b --format json @"));
    EXPECT_EQ(body.at("units_changed"), 2);
    EXPECT_EQ(body.at("is_few_units"), true);
    EXPECT_FALSE(body.at("effect").at("low").is_null());
    const auto lone = body_of(run_on(csv, "did --change 5 --changed a --format json @"));
    EXPECT_TRUE(lone.at("effect").at("error").is_null());
    EXPECT_NE(
        run_on(csv, "did --change 5 --changed a --language en @").out.find("A single unit on one side"), std::string::npos);
    check_refused(csv, "did --change 5 --changed z", "no row of the file is of unit z");
    check_refused(csv, "did --change soon --changed a", "--change is neither");
}

} // namespace etabli::cli

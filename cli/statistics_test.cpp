// SPDX-License-Identifier: EUPL-1.2
// cli/statistics_test.cpp
//
// The commands as somebody types them: a file in, JSON in full precision out, and a refusal that points at its line.
// Values are those of the engine's own tests.

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include "base/fields.hpp"
#include "tests/support/command.hpp"
#include "tests/support/known_tables.hpp"

namespace etabli::cli {

namespace {

/// `words` with @ for a file that holds `csv`.
tests::Ran run_on(const std::string& csv, const std::string& words)
{
    const auto path = testing::TempDir() + fmt::format("statistics-{}.csv", ::getpid());
    std::ofstream(path, std::ios::binary) << csv;
    std::vector<std::string> parts { "statistics" };
    for (const auto word : split(words, ' '))
        parts.emplace_back(word == "@" ? path : word);
    auto ran = tests::run_command(parts);
    std::remove(path.c_str());
    return ran;
}

json::object report(const std::string& csv, const std::string& words, int code = 0)
{
    const auto ran = run_on(csv, words + " --answers @ --format json");
    EXPECT_EQ(ran.code, code) << ran.err;
    auto read = parse_json(ran.out);
    VERIFY(read.ok());
    return read.value().as_object();
}

void check_refused(const std::string& csv, const std::string& words, const std::string& why)
{
    const auto ran = run_on(csv, words + " --answers @");
    EXPECT_EQ(ran.code, 2) << ran.out;
    EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
}

template <std::size_t rows, std::size_t columns>
std::string csv_of(const std::string& header, const double (&table)[rows][columns])
{
    auto text = header + "\n";
    for (const auto& row : table)
        for (std::size_t at = 0; at < columns; ++at)
            text += fmt::format("{}{}", row[at], at + 1 < columns ? "," : "\n");
    return text;
}

double value_of(const json::value& value)
{
    return value.to_number<double>();
}

const std::string attitude_csv = csv_of("rating,complaints,privileges,learning,raises,critical,advance", tests::attitude);
const std::string drawn_csv = "s,N,y,x,g\na,12,3,4,n\na,12,5,6,d\na,12,4,6,n\na,12,4.5,5,d\nb,5,2,3,d\nb,5,2.5,4,n\nb,5,4,4,d\n"
                              "c,40,1,3,n\nc,40,3,3,n\nc,40,2,4,d\nc,40,5,6,d\nc,40,3,4,d\n";

} // namespace

TEST(StatisticsCommand, says_what_it_can_do)
{
    for (const auto* words : { "--help", "describe --help", "reliability --help", "icc --help", "compare --help",
             "strata --help", "cluster --help", "polychoric --help" }) {
        const auto ran = run_on("", words);
        EXPECT_EQ(ran.code, 0) << words;
        EXPECT_FALSE(ran.out.empty()) << words;
    }
    EXPECT_EQ(run_on("", "rank").code, 2);
}

TEST(StatisticsCommand, describes_questions)
{
    const auto body = report("q1,q2\n4,1\n5,\n2,1\n,1\n", "describe --options 5 --favourable 4 --population 6");
    const auto& first = body.at("items").at(0);
    EXPECT_EQ(first.at("base"), 4);
    EXPECT_EQ(first.at("no_answer"), 1);
    EXPECT_EQ(first.at("counts"), (json::array { 0, 1, 0, 1, 1 }));
    EXPECT_DOUBLE_EQ(value_of(first.at("favourable")), 2.0 / 3);
    EXPECT_DOUBLE_EQ(value_of(first.at("mean")), 11.0 / 3);
    EXPECT_FALSE(first.at("favourable_exact_low").is_null());
    EXPECT_EQ(value_of(body.at("items").at(1).at("mean")), 1);
    EXPECT_TRUE(body.at("items").at(1).at("mean_low").is_null());
}

TEST(StatisticsCommand, prints_reliability_in_full_precision)
{
    const auto body = report(attitude_csv, "reliability");
    EXPECT_NEAR(value_of(body.at("alpha")), 0.8431427695647599, 1e-13);
    EXPECT_NEAR(value_of(body.at("items").at(5).at("rest_correlation")), 0.265034339196676, 1e-13);
    EXPECT_EQ(body.at("items").at(6).at("item"), "advance");
}

TEST(StatisticsCommand, adds_omega_where_factors_are_named)
{
    const auto body = report(attitude_csv, "reliability --factors 3");
    EXPECT_NEAR(value_of(body.at("omega_total")), 0.906229, 1e-5);
    EXPECT_EQ(body.at("omega_is_improper"), true);
    EXPECT_TRUE(report("a,b\n1,2\n2,2.5\n3,1\n", "reliability --factors 3").at("omega_total").is_null());
    EXPECT_FALSE(report(attitude_csv, "reliability").contains("omega_total"));
}

TEST(StatisticsCommand, says_why_there_is_no_alpha)
{
    const auto body = report("q1,q2\n1,3\n2,3\n4,3\n", "reliability", 1);
    EXPECT_EQ(body.at("undefined"), "item_without_variance");
    EXPECT_EQ(body.at("item"), "q2");
}

TEST(StatisticsCommand, prints_six_correlations_of_judges)
{
    const auto body = report(csv_of("a,b,c,d", tests::shrout_fleiss), "icc");
    EXPECT_NEAR(value_of(body.at("forms").at(1).at("value")), 0.289763779527559, 1e-13);
    EXPECT_EQ(body.at("forms").at(5).at("form"), "icc_3_k");
}

TEST(StatisticsCommand, keeps_units_in_the_order_of_the_file)
{
    const auto body = report(
        "u,q\nz,3\nz,4\nz,5\nz,4\na,2\na,3\nm,5\nm,5\nm,4\nm,5\nm,3\nm,4\nb,1\nb,2\nb,3\nc,4\n", "icc --unit u --score q");
    std::string order;
    for (const auto& unit : body.at("units").as_array())
        order += unit.at("unit").as_string();
    EXPECT_EQ(order, "zambc");
    EXPECT_NEAR(value_of(body.at("units").at(1).at("estimate")), 2.74624074583991, 1e-9);
}

TEST(StatisticsCommand, compares_two_groups_without_a_word_for_a_direction_it_does_not_know)
{
    const auto body = report("w,q\n1,1.1\n2,2.5\n1,2.2\n2,3.6\n1,3.3\n2,4.7\n1,4.4\n2,5.8\n2,6.9\n3,9\n",
        "compare --score q --by w --first 1 --second 2");
    EXPECT_NEAR(value_of(body.at("rank_sum_p")), 1.0 / 9, 1e-13);
    EXPECT_EQ(body.at("rank_sum_is_exact"), true);
    EXPECT_EQ(body.at("reading"), "not_told_apart");
    EXPECT_NEAR(value_of(body.at("difference")), 1.95, 1e-13);
    const auto again = report("a,b\n1,2\n3,2\n2,2\n", "compare --score a --again b");
    EXPECT_EQ(again.at("n"), 3);
    EXPECT_EQ(value_of(again.at("p")), 1);
}

TEST(StatisticsCommand, estimates_from_strata)
{
    const auto body = report(drawn_csv, "strata --stratum s --size N --mean y --ratio y/x");
    EXPECT_NEAR(value_of(body.at("estimates").at(0).at("error")), 0.442825614447779, 1e-13);
    EXPECT_NEAR(value_of(body.at("estimates").at(1).at("value")), 0.727900552486188, 1e-13);
    const auto parts = report(drawn_csv, "strata --stratum s --size N --mean y --by g");
    EXPECT_EQ(parts.at("estimates").at(1).at("g"), "d");
    EXPECT_NEAR(value_of(parts.at("estimates").at(1).at("error")), 0.558752624154912, 1e-13);
}

TEST(StatisticsCommand, puts_rows_together)
{
    const auto body = report(csv_of("murder,assault,urban,rape", tests::us_arrests), "cluster --scale --groups 4");
    EXPECT_NEAR(value_of(body.at("merges").at(48).at("height")), 13.516242350693959, 1e-11);
    EXPECT_EQ(body.at("rows").at(2).at("group"), 2);
}

TEST(StatisticsCommand, correlates_what_stands_behind_two_questions)
{
    std::string csv = "a,b\n";
    for (const auto& [row, people] :
        std::vector<std::pair<std::string, int>> { { "1,1", 30 }, { "1,2", 5 }, { "2,1", 10 }, { "2,2", 25 } })
        for (int person = 0; person < people; ++person)
            csv += row + "\n";
    EXPECT_NEAR(value_of(report(csv, "polychoric --items a,b --options 2").at("correlation")), 0.794718704624835, 1e-9);
}

TEST(StatisticsCommand, prints_a_table_for_people)
{
    const auto ran = run_on(attitude_csv, "reliability --answers @");
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.out.find("\nalpha               0.843143\n"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("\ncritical    30  74.7667  "), std::string::npos) << ran.out;
}

TEST(StatisticsCommand, points_at_what_it_refuses)
{
    check_refused("q1\n6\n", "describe --options 5", "line 2, column q1: is not from 1 to 5");
    check_refused("q1,q2\n1,2\n2,x\n", "reliability", "line 3, column q2: is not a number");
    check_refused("q1,q2\n1,2\n", "reliability --items q1,q3", "line 1: there is no column q3");
    check_refused("", "reliability", "line 1: the file is empty");
    check_refused("q1\n3\n", "describe --options 5 --population 0", "more answered than there are people");
    check_refused("u,q,h\na,1,3\na,2,4\n", "icc --unit u --score q --headcount h", "line 3, column h: differs");
    check_refused("s,N,y\na,1,3\na,1,4\n", "strata --stratum s --size N --mean y", "more people drawn than people");
    check_refused("s,w,y\na,0,3\n", "strata --stratum s --weight w --mean y", "line 2, column w: is not above zero");
    check_refused("s,N,y\na,1,3\n", "strata --stratum s --size N", "ask for a --total");
    check_refused("a,b\n1,\n", "cluster", "a number is missing");
    check_refused("a\n1\n2\n", "cluster --groups 3", "3 groups of 2 rows");
    check_refused("g,q\n1,1\n2,2\n", "compare --score q --by g --first 1 --second 2", "a group has 1 answers: at least 2");
    EXPECT_EQ(run_on("a\n1\n", "cluster --answers @ --format xml").code, 2);
    EXPECT_EQ(run_on("a\n1\n", "cluster --answers @ --confidence 1").code, 2);
}

} // namespace etabli::cli

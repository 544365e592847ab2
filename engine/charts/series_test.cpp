// SPDX-License-Identifier: EUPL-1.2
// engine/charts/series_test.cpp
//
// Files as people save them, and a refusal that names its line for each that cannot be read.

#include "engine/charts/series.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace etabli::charts {

namespace {

Series read(const std::string& text, const SeriesColumns& columns = {})
{
    auto made = read_series(text, columns);
    EXPECT_TRUE(made.ok()) << made.problem().detail();
    return made.ok() ? made.value().front() : Series();
}

void check_refused(const std::string& text, const std::string& why, Shape shape = Shape::Values)
{
    const auto made = read_series(text, { shape, {} });
    ASSERT_FALSE(made.ok()) << text;
    EXPECT_NE(made.problem().detail().find(why), std::string::npos) << made.problem().detail();
}

} // namespace

TEST(Series, comes_out_in_the_order_of_x)
{
    const auto series = read("x,y\n3,30\n1,10\n2,20\n");
    EXPECT_EQ(series.values, (std::vector<double> { 10, 20, 30 }));
    EXPECT_EQ(series.lines, (std::vector { 3, 4, 2 }));
    EXPECT_EQ(read("x,y\n10,1\n9,2\n").values, (std::vector<double> { 2, 1 }));
}

TEST(Series, reads_days_as_both_countries_write_them)
{
    EXPECT_EQ(read("x,y\n2026-02-01,1\n2026-01-05,2\n").values, (std::vector<double> { 2, 1 }));
    EXPECT_EQ(read("x,y\n01/02/2026,1\n05/01/2026,2\n").values, (std::vector<double> { 2, 1 }));
    EXPECT_EQ(read("x,y\n01/02/2026,1\n").order, read("x,y\n2026-02-01,1\n").order);
}

TEST(Series, reads_what_a_french_spreadsheet_writes)
{
    const auto series = read("\xEF\xBB\xBFx;y;n\r\n23/11/2026;3,5;10\r\n30/11/2026;4;12,5\r\n", { Shape::Ratios, {} });
    EXPECT_EQ(series.values, (std::vector { 3.5, 4.0 }));
    EXPECT_EQ(series.sizes, (std::vector { 10.0, 12.5 }));
}

TEST(Series, of_subgroups_takes_the_rows_of_one_x_together)
{
    const auto series = read("x,y\n1,2\n2,5\n1,4\n2,5\n3,1\n", { Shape::Subgroups, {} });
    EXPECT_EQ(series.values, (std::vector<double> { 3, 5, 1 }));
    EXPECT_EQ(series.sizes, (std::vector<double> { 2, 2, 1 }));
    EXPECT_NEAR(series.deviations[0], std::sqrt(2), 1e-15);
    EXPECT_EQ(series.deviations[1], 0);
    EXPECT_TRUE(std::isnan(series.deviations[2]));
}

TEST(Series, are_told_apart_by_a_column_in_the_order_of_the_file)
{
    const auto made = read_series("x,unit,y\n1,nuit,5\n1,jour,6\n2,nuit,7\n", { Shape::Values, "unit" });
    ASSERT_TRUE(made.ok());
    ASSERT_EQ(made.value().size(), 2U);
    EXPECT_EQ(made.value()[0].group, "nuit");
    EXPECT_EQ(made.value()[0].values, (std::vector<double> { 5, 7 }));
    EXPECT_EQ(made.value()[1].group, "jour");
}

TEST(Series, refuses_what_is_no_number_with_its_line)
{
    check_refused("x,y\n1,5\n2,beaucoup\n", "line 3, column y: is not a number");
    check_refused("x,y\n1,5\n2,\n", "line 3, column y: there is no number");
    check_refused("x,y\n1,NA\n", "line 2, column y: there is no number");
    check_refused("x,y\n1,inf\n", "line 2, column y: is not a number");
    check_refused("x,y\n1,1e300\n", "line 2, column y: is beyond 1e+15");
    check_refused("x;y\n1;1 234,5\n", "line 2, column y: is not a number");
    check_refused("x;y\n1;1.234,5\n", "line 2, column y: is not a number");
}

TEST(Series, says_what_to_do_about_a_decimal_comma)
{
    check_refused("x,y\n1,\"3,5\"\n", "line 2, column y: a comma within a number");
    check_refused("x,y\n1,4\n2,3,5\n", "line 3: more or fewer columns than the first line has; numbers with a comma");
}

TEST(Series, refuses_a_denominator_of_nothing_with_its_line)
{
    check_refused("x,y,n\n1,0,10\n2,0,0\n", "line 3, column n: is not above zero", Shape::Ratios);
    check_refused("x,y\n1,0\n", "line 1: there is no column n", Shape::Ratios);
}

TEST(Series, refuses_an_x_that_is_written_otherwise_than_above)
{
    check_refused("x,y\n2026-01-05,1\n12/01/2026,2\n",
        "line 3, column x: is a day as 23/11/2026, where the rows above have a day as 2026-11-23");
    check_refused(
        "x,y\n1,1\n2026-01-05,2\n", "line 3, column x: is a day as 2026-11-23, where the rows above have an order number");
    check_refused("x,y\njanvier,1\n", "line 2, column x: is neither an order number nor a day");
    check_refused("x,y\n2026-01-05,1\n2026-02-30,1\n", "line 3, column x: is not a day as 2026-11-23");
    check_refused("x,y\n11/23/2026,1\n", "line 2, column x: is neither");
}

TEST(Series, refuses_an_x_that_stands_twice_with_both_lines)
{
    check_refused("x,y\n1,5\n2,6\n1,7\n", "line 4, column x: stands on line 2 already");
    check_refused("x,y\n1,5\n1.0,7\n", "line 3, column x: stands on line 2 already");
}

TEST(Series, refuses_a_file_that_holds_none)
{
    check_refused("", "line 1: the file is empty");
    check_refused("x,y\n", "line 2: there is no row below the header");
    check_refused("date,valeur\n1,2\n", "line 1: there is no column x");
    check_refused("x,y,y\n1,2,3\n", "line 1: two columns are called y");
    check_refused("x,y\n1,\xE9\n", "line 2: not UTF-8 text");
}

} // namespace etabli::charts

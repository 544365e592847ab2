// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/figure_import_test.cpp

#include "domain/experiments/figure_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace etabli::experiments {
namespace {

using ::testing::SizeIs;

Indicator of_weeks(Counting counting)
{
    Indicator indicator;
    indicator.purpose = "a purpose";
    indicator.expires_on = Date::parse("2026-12-31");
    indicator.counting = counting;
    indicator.unit = "interruptions";
    indicator.base_unit = "relèves";
    return indicator;
}

const auto today = *Date::parse("2026-06-30");

FigureTable read(const char* text, const Indicator& indicator)
{
    const auto table = read_table(text);
    VERIFY(table.ok());
    auto made = read_figures(table.value(), guess_columns(table.value().header, indicator), indicator, today);
    EXPECT_TRUE(made.ok());
    return made.ok() ? std::move(made).value() : FigureTable {};
}

void expect_reason(const char* row, FigureReason reason, Counting counting = Counting::Ratio)
{
    const auto figures = read((std::string("Date\tInterruptions\tRelèves\n") + row + "\n").c_str(), of_weeks(counting));
    ASSERT_THAT(figures.rows, SizeIs(1)) << row;
    EXPECT_EQ(name_of(figures.rows[0].reason), name_of(reason)) << row;
}

TEST(FigureImport, days_of_a_week_are_one_figure)
{
    const auto figures
        = read("Date;Interruptions;Relèves\n01/06/2026;3;7\n03/06/2026;2;7\n08/06/2026;4;6\n", of_weeks(Counting::Ratio));
    ASSERT_THAT(figures.values, SizeIs(2));
    EXPECT_EQ(figures.values[0].counted_on.text(), "2026-06-01");
    EXPECT_EQ(figures.values[0].numerator, 5);
    EXPECT_EQ(figures.values[0].base, 14);
    EXPECT_EQ(figures.values[0].entries, 2);
    EXPECT_EQ(figures.values[1].entries, 1);
}

TEST(FigureImport, numbers_are_read_as_french_and_english_spreadsheets_write_them)
{
    const auto figures
        = read("Jour\tValeur\n2026-06-01\t18,5\n2026-06-08\t1 234,25\n2026-06-15\t7.5\n", of_weeks(Counting::Measure));
    ASSERT_THAT(figures.values, SizeIs(3));
    EXPECT_DOUBLE_EQ(figures.values[0].numerator, 18.5);
    EXPECT_DOUBLE_EQ(figures.values[1].numerator, 1234.25);
    EXPECT_DOUBLE_EQ(figures.values[2].numerator, 7.5);
    EXPECT_EQ(figures.values[0].base, 1);
}

TEST(FigureImport, every_row_that_cannot_be_taken_says_why)
{
    expect_reason("01/06/2026\t3\t7", FigureReason::None);
    expect_reason("1/6/2026 08:00\t3\t7", FigureReason::None);
    expect_reason("2026-06-01T08:00\t3\t7", FigureReason::None);
    expect_reason("01/06/0206\t3\t7", FigureReason::DayUnclear);
    expect_reason("\t3\t7", FigureReason::NoDay);
    expect_reason("06/13/2026\t3\t7", FigureReason::DayUnclear);
    expect_reason("mardi\t3\t7", FigureReason::DayUnclear);
    expect_reason("01/07/2026\t3\t7", FigureReason::InTheFuture);
    expect_reason("01/06/2026\t\t7", FigureReason::NoNumber);
    expect_reason("01/06/2026\ttrois\t7", FigureReason::NotANumber);
    expect_reason("01/06/2026\t30 %\t7", FigureReason::NotANumber);
    expect_reason("01/06/2026\t-3\t7", FigureReason::BelowZero);
    expect_reason("01/06/2026\t2,5\t7", FigureReason::NotWhole);
    expect_reason("01/06/2026\t3\t", FigureReason::NoBase);
    expect_reason("01/06/2026\t3\t0", FigureReason::BaseTooSmall);
    expect_reason("01/06/2026\t8\t7", FigureReason::BaseTooSmall);
    expect_reason("01/06/2026\t8\t7", FigureReason::None, Counting::Rate);
    expect_reason("01/06/2026\t8000000\t9000000", FigureReason::TooLarge);
}

TEST(FigureImport, one_file_writes_its_days_in_one_way)
{
    const auto figures = read("Date;Interruptions\n2026-06-01;3\n08/06/2026;4\n", of_weeks(Counting::Count));
    EXPECT_EQ(figures.rows[1].reason, FigureReason::DayUnclear);
    EXPECT_THAT(figures.values, SizeIs(1));
}

TEST(FigureImport, columns_are_found_by_the_names_they_had_last_time)
{
    auto indicator = of_weeks(Counting::Rate);
    EXPECT_EQ(guess_columns({ "Semaine", "Total", "Sur" }, indicator).base, "Sur");
    EXPECT_EQ(guess_columns({ "Semaine", "Nombre", "Sur" }, indicator).numerator, "Nombre");
    EXPECT_EQ(guess_columns({ "Semaine", "Nombre", "Sur" }, indicator).base, "Sur");
    EXPECT_EQ(guess_columns({ "Semaine", "Nombre", "Note" }, indicator).base, "");
    EXPECT_EQ(guess_columns({ "a", "b", "c" }, indicator).day, "");
    indicator.columns = FigureColumns { "a", "b", "c" };
    EXPECT_EQ(guess_columns({ "c", "b", "a" }, indicator).base, "c");
    EXPECT_EQ(guess_columns({ "Date", "Interruptions", "n" }, indicator).numerator, "Interruptions");
}

TEST(FigureImport, a_column_that_is_missing_is_asked_for)
{
    const auto table = read_table("a;b\n1;2\n");
    const auto figures = read_figures(table.value(), { "a", "c", "" }, of_weeks(Counting::Count), today);
    ASSERT_FALSE(figures.ok());
    EXPECT_EQ(figures.problem().fields().front().code.text(), "figures.column_missing");
}

} // namespace
} // namespace etabli::experiments

// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/tables_test.cpp

#include "engine/statistics/tables.hpp"

#include <gtest/gtest.h>

namespace etabli::statistics {

namespace {

AnswerTable table(std::string_view text)
{
    auto made = AnswerTable::read(text);
    VERIFY(made.ok());
    return made.value();
}

template <class T>
void check_refused(const Result<T>& read, const std::string& why)
{
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.problem().detail(), why);
    EXPECT_EQ(read.problem().status(), 422);
}

} // namespace

TEST(AnswerTables, take_an_empty_field_and_na_for_no_answer)
{
    const auto read = table("unit,q1\na,4\nb,\nc,NA\n\nd,2\n");
    const auto answers = read.answers(1, 5);
    ASSERT_TRUE(answers.ok());
    EXPECT_EQ(answers.value(), (std::vector<Answer> { 4, std::nullopt, std::nullopt, 2 }));
    EXPECT_EQ(read.text(3, 0), "d");
}

TEST(AnswerTables, are_taken_as_french_spreadsheets_write_them)
{
    const auto read = table("\xEF\xBB\xBFunit;q1\r\na;4,25\r\n");
    EXPECT_EQ(read.number(0, 1).value(), 4.25);
}

TEST(AnswerTables, are_refused_with_their_line_and_column)
{
    check_refused(AnswerTable::read(""), "line 1: the file is empty");
    check_refused(AnswerTable::read("a,b\n1\n"), "line 2: 1 columns, where the first line has 2");
    check_refused(AnswerTable::read("a\n\"1\n"), "line 2: a quote is not closed where its field ends");
    check_refused(AnswerTable::read("a\n1\n\n2\n\n"), "line 3, column a: no answer is written NA where there is one column");
    EXPECT_EQ(table("a\n1\nNA\n2\n\n").rows(), 3);
    const auto read = table("a,a,b,c\n1,1,x,6\n\n1,1,1.5,7\n");
    check_refused(read.column("d"), "line 1: there is no column d");
    check_refused(read.column("a"), "line 1: two columns are called a");
    check_refused(read.number(0, 2), "line 2, column b: is not a number");
    check_refused(read.answers(3, 6), "line 4, column c: is not from 1 to 6");
    check_refused(read.whole_number(1, 2, 0, 9), "line 4, column b: is not a whole number");
    for (const auto* field : { "inf", "nan", "1e999", "0x10", "1 ", "+1" })
        check_refused(table(std::string("a\n") + field + "\n").number(0, 0), "line 2, column a: is not a number");
}

} // namespace etabli::statistics

// SPDX-License-Identifier: EUPL-1.2
// base/csv_test.cpp

#include "base/csv.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

/// Rows as "line: [a][b]", one after the other.
void check(std::string_view text, const std::string& expected)
{
    CsvReader csv(text);
    std::string read;
    for (std::vector<std::string_view> fields; csv.next(fields);) {
        read += (read.empty() ? "" : " ") + std::to_string(csv.line()) + ": ";
        for (const auto field : fields)
            read += "[" + std::string(field) + "]";
    }
    EXPECT_EQ(read + (csv.is_broken() ? " broken" : ""), expected) << text;
}

} // namespace

TEST(Csv, is_read_as_it_is_written)
{
    check("", "");
    check("a,b\n1,2\n", "1: [a][b] 2: [1][2]");
    check("a;\"name, first\"\n1;2\n", "1: [a][name, first] 2: [1][2]");
    check("\r\n\na;b\n1,5;2\n", "3: [a][b] 4: [1,5][2]");
    check("a,b\r\n\r\n1,\r\n", "1: [a][b] 3: [1][]");
    check("\xEF\xBB\xBF"
          "a;b\n1,5;2",
        "1: [a][b] 2: [1,5][2]");
    check("\"a\"\"b\",\"c,\nd\",\"e\"\nf", "1: [a\"b][c,\nd][e] 3: [f]");
    check("\"a", "1: [a] broken");
    check("\"a\"b,c", "1: [a][c] broken");
}

TEST(Csv, what_needs_quotes_is_quoted)
{
    EXPECT_EQ(csv_field("plain"), "plain");
    EXPECT_EQ(csv_field("a,\"b\""), "\"a,\"\"b\"\"\"");
}

} // namespace etabli

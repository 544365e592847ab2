// SPDX-License-Identifier: EUPL-1.2
// domain/places/table_test.cpp

#include "domain/places/table.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

/// "line:cell|cell" for each row, "line:!" where a quote was not closed.
std::string cut(std::string_view bytes)
{
    const auto table = read_table(bytes);
    if (!table.ok())
        return std::string(table.problem().code());
    std::string seen;
    for (const auto& row : table.value().rows) {
        seen += (seen.empty() ? "" : " / ") + std::to_string(row.line) + ":" + (row.quote_not_closed ? "!" : "");
        for (std::size_t at = 0; at < row.cells.size() && !row.quote_not_closed; ++at)
            seen += (at == 0 ? "" : "|") + row.cells[at];
    }
    return seen;
}

} // namespace

TEST(TableReading, finds_the_separator_and_keeps_the_line_numbers)
{
    EXPECT_EQ(cut("name;kind\nA;unit\n\nB;team\n"), "2:A|unit / 4:B|team");
    EXPECT_EQ(cut("name\tkind\r\nA, B\tunit\r\n"), "2:A, B|unit");
    EXPECT_EQ(cut("name,kind\nA,unit"), "2:A|unit");
    EXPECT_EQ(cut("name\nA\nB\n"), "2:A / 3:B");
}

TEST(TableReading, quotes_hold_separators_quotes_and_line_ends)
{
    EXPECT_EQ(cut("name;kind\n\"A; \"\"B\"\"\";unit\nC;team\n"), "2:A; \"B\"|unit / 3:C|team");
    EXPECT_EQ(cut("name;kind\n\"A\nB\";unit\nC;team\n"), "2:A\nB|unit / 4:C|team");
    EXPECT_EQ(cut("name;kind\nA \"B\";unit\n"), "2:A \"B\"|unit");
}

TEST(TableReading, a_quote_left_open_costs_one_line_not_the_file)
{
    EXPECT_EQ(cut("name;kind\n\"A;unit\nB;team\n"), "2:! / 3:B|team");
}

TEST(TableReading, reads_what_spreadsheets_save)
{
    EXPECT_EQ(cut("\xEF\xBB\xBFnom;type\nH\xC3\xB4pital;p\xC3\xB4le\n"), "2:Hôpital|pôle");
    EXPECT_EQ(cut("nom;type\nH\xF4pital;p\xF4le\n"), "2:Hôpital|pôle");
    EXPECT_EQ(cut(std::string_view("\xFF\xFEn\0;\0t\0\n\0\xF4\0;\0u\0", 16)), "2:ô|u");
    EXPECT_EQ(cut(std::string_view("\xFE\xFF\0n\0;\0t\0\n\0\xF4\0;\0u", 16)), "2:ô|u");
}

TEST(TableReading, refuses_what_is_no_table)
{
    EXPECT_EQ(cut(""), "file.unknown_format");
    EXPECT_EQ(cut(" \n\n"), "file.unknown_format");
    EXPECT_EQ(cut(std::string_view("PK\x03\x04\0\0", 6)), "file.unknown_format");
    EXPECT_EQ(cut("a" + std::string(500, ';') + "\n"), "file.unknown_format");
    std::string long_table = "name\n";
    for (std::size_t row = 0; row <= table_rows_max; ++row)
        long_table += "A\n";
    EXPECT_EQ(cut(long_table), "list.too_long");
}

} // namespace etabli

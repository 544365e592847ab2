// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/workbook_test.cpp
//
// Zip files and sheets, and those made to fill a memory.

#include <gtest/gtest.h>

#include "engine/instruments/exchange/archive.hpp"
#include "engine/instruments/exchange/workbook.hpp"
#include "engine/instruments/exchange/xml.hpp"

namespace etabli::instruments::exchange {

TEST(ExchangeArchive, files_come_back_and_the_bytes_are_always_the_same)
{
    const std::map<std::string, std::string> files { { "a.xml", "<a/>" }, { "b/c.xml", std::string(100'000, 'x') } };
    const auto bytes = archive_of(files).value();
    EXPECT_EQ(bytes, archive_of(files).value());
    auto archive = Archive::open(bytes);
    ASSERT_TRUE(archive.ok());
    EXPECT_EQ(archive.value().read("a.xml").value(), "<a/>");
    EXPECT_EQ(archive.value().read("b/c.xml").value(), std::string(100'000, 'x'));
    EXPECT_FALSE(archive.value().read("none").value().has_value());
}

TEST(ExchangeArchive, what_is_no_zip_file_is_unreadable)
{
    EXPECT_EQ(Archive::open("PK but no more").problem().code(), "file.unreadable");
}

TEST(ExchangeArchive, a_file_that_unpacks_to_too_much_is_refused)
{
    std::string bomb;
    bomb.resize(archive_file_bytes_max + 1, '0');
    const auto bytes = archive_of({ { "bomb", bomb } }).value();
    ASSERT_LT(bytes.size(), 100'000U);
    auto archive = Archive::open(bytes);
    ASSERT_TRUE(archive.ok());
    EXPECT_EQ(archive.value().read("bomb").problem().code(), "request.too_large");
}

TEST(ExchangeArchive, what_is_read_of_one_archive_in_all_is_bounded)
{
    std::string large;
    large.resize(archive_file_bytes_max - 1, '0');
    std::map<std::string, std::string> files;
    for (const auto* name : { "1", "2", "3", "4", "5", "6" })
        files.emplace(name, large);
    const auto bytes = archive_of(files).value();
    auto archive = Archive::open(bytes);
    ASSERT_TRUE(archive.ok());
    for (const auto* name : { "1", "2", "3", "4", "5" })
        EXPECT_TRUE(archive.value().read(name).ok());
    EXPECT_EQ(archive.value().read("6").problem().code(), "request.too_large");
}

TEST(ExchangeXml, what_is_too_deep_or_broken_is_unreadable)
{
    std::string deep;
    for (int level = 0; level < 40; ++level)
        deep += "<a>";
    for (int level = 0; level < 40; ++level)
        deep += "</a>";
    EXPECT_EQ(xml_from(deep, "test").problem().detail(), "test: more than 32 elements within one another");
    EXPECT_EQ(xml_from("<a>", "test").problem().code(), "file.unreadable");
}

TEST(ExchangeXml, no_entity_of_a_document_is_followed)
{
    const auto read
        = xml_from(R"(<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY l "lol">]><a>&e;&l;&amp;</a>)", "test");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(text_within(read.value()), "&e;&l;&");
}

TEST(ExchangeWorkbook, a_sheet_comes_back_as_it_was_written)
{
    const Sheet sheet { "survey", { { "type", "name" }, { "", "b & <c>" }, {}, { "été", "1" } } };
    const auto book = workbook_from_xlsx(xlsx_of({ sheet, { "other", { { "x" } } } }).value(), { "survey" });
    ASSERT_TRUE(book.ok()) << book.problem().detail();
    EXPECT_EQ(book.value().names, (std::vector<std::string> { "survey", "other" }));
    ASSERT_EQ(book.value().sheets.size(), 1U);
    EXPECT_EQ(book.value().sheets.front().rows, sheet.rows);
}

TEST(ExchangeWorkbook, shared_texts_truth_values_and_gaps_are_read)
{
    const auto bytes = archive_of(
        { { "xl/workbook.xml", R"(<workbook xmlns:r="x"><sheets><sheet name=" Survey " r:id="r1"/></sheets></workbook>)" },
            { "xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="r1" Target="/xl/s.xml"/></Relationships>)" },
            { "xl/sharedStrings.xml",
                "<sst><si><t>un</t></si><si><r><t>de</t></r><r><t>ux</t></r><rPh><t>no</t></rPh></si></sst>" },
            { "xl/s.xml", R"(<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="b"><v>1</v></c></row>
                                          <row r="3"><c><v>2.5</v></c><c t="s"><v>9</v></c></row></sheetData></worksheet>)" } })
                           .value();
    const auto book = workbook_from_xlsx(bytes, { "survey" });
    ASSERT_TRUE(book.ok()) << book.problem().detail();
    const std::vector<std::vector<std::string>> expected { {}, { "", "deux", "", "TRUE" }, { "2.5" } };
    EXPECT_EQ(book.value().sheets.at(0).rows, expected);
}

TEST(ExchangeWorkbook, a_row_far_away_is_refused_rather_than_filled_up_to)
{
    const auto with_row = [](const std::string& row) {
        return workbook_from_xlsx(
            archive_of({ { "xl/workbook.xml", R"(<workbook><sheets><sheet name="survey" r:id="r1"/></sheets></workbook>)" },
                           { "xl/_rels/workbook.xml.rels",
                               R"(<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>)" },
                           { "xl/s.xml", "<worksheet><sheetData>" + row + "</sheetData></worksheet>" } })
                .value(),
            { "survey" });
    };
    EXPECT_EQ(with_row(R"(<row r="4000000000"/>)").problem().code(), "request.too_large");
    EXPECT_EQ(with_row(R"(<row r="1"><c r="ZZZ1"><v>1</v></c></row>)").problem().code(), "request.too_large");
    EXPECT_EQ(with_row(R"(<row r="2"/><row r="2"/>)").problem().code(), "file.unreadable");
}

TEST(ExchangeWorkbook, sheets_of_a_csv_file_are_told_apart)
{
    const auto book
        = workbook_from_csv("\"survey\",,\n,\"type\",\"name\"\n,text,a\n\"choices\",\n,\"list name\"\n", { "survey" });
    ASSERT_TRUE(book.ok());
    const std::vector<std::vector<std::string>> expected { { "type", "name" }, { "text", "a" } };
    EXPECT_EQ(book.value().sheets.at(0).rows, expected);
    EXPECT_EQ(book.value().names.size(), 2U);
    EXPECT_EQ(workbook_from_csv("survey\n,\"open", {}).problem().code(), "file.unreadable");
}

TEST(ExchangeWorkbook, columns_are_called_as_spreadsheets_call_them)
{
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(702), "AAA");
}

} // namespace etabli::instruments::exchange

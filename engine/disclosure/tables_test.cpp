// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/tables_test.cpp
//
// Counts and masks as text: what is taken, what is refused, and where the refusal points.

#include "engine/disclosure/tables.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

void check_refused(const std::string& text, const std::string& why)
{
    const auto read = read_counts(text, house_columns);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.problem().detail(), why);
    EXPECT_EQ(read.problem().status(), 422);
}

void check_mask_refused(const std::string& rows, const std::string& why)
{
    const auto lattice = lattice_of("h0,t0,a,12\n");
    const auto read = read_mask("level,node,category,n,state,reason\n" + rows, lattice);
    ASSERT_FALSE(read.ok()) << rows;
    EXPECT_EQ(read.problem().detail(), why);
}

} // namespace

TEST(Counts, are_refused_with_their_line_and_column)
{
    const std::string header = "house,team,occ,n\n";
    check_refused("", "line 1: the file is empty");
    check_refused("house,team,n\nh,t,1\n", "line 1: there is no column occ");
    check_refused("house,team,occ,n,n\nh,t,a,1,1\n", "line 1: two columns are called n");
    check_refused(header + "h0,t0,a,-1\n", "line 2, column n: is below zero");
    check_refused(header + "h0,t0,a,1.5\n", "line 2, column n: is not a whole number");
    check_refused(header + "h0,t0,a,\n", "line 2, column n: is not a whole number");
    check_refused(header + "h0,t0,a,99999999999999\n", "line 2, column n: is too large");
    check_refused(header + "h0,t0,a,1\n\nh0,,a,1\n", "line 4, column team: is empty");
    check_refused(header + "h0,t0,,1\n", "line 2, column occ: is empty");
    check_refused(header + "h0,t0,Total,1\n", "line 2, column occ: is the name of the total, which is computed");
    check_refused(header + "h0,t0,a,1\nh1,t0,a,1\n", "line 3, column team: stands under two places");
    check_refused(header + "h0,t0,a,1\nh0,t1,a,1\nh0,t0,a,2\n", "line 4, column occ: was counted already for this place");
    check_refused(header + "h0,t0,a\n", "line 2: 3 columns, where the first line has 4");
    check_refused(header + "h0,\"t0,a,1\n", "line 2: a quote is not closed where its field ends");
}

TEST(Counts, are_taken_as_spreadsheets_write_them)
{
    const auto read = read_counts("\xEF\xBB\xBFn;occ;team;house\r\n3;\"a;b\";t0;h0\r\n4;c;t0;h0\r\n", house_columns);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().categories(), (std::vector<std::string> { "a;b", "c" }));
    EXPECT_EQ(read.value().count(0, 0), 7);
}

TEST(Masks, are_read_as_they_were_written)
{
    const auto lattice = lattice_of("h0,t0,a,12\nh0,t0,b,30\nh0,t1,a,3\nh0,t1,b,0\n");
    const auto made = protect(lattice, { .k = 11 });
    const auto text = mask_text(lattice, made);
    EXPECT_NE(text.find("\nnation,,Total,45,open,\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\nteam,t1,a,,closed,primary\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\nteam,t1,b,,closed,\n"), std::string::npos) << text;
    const auto read = read_mask(text, lattice);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().open, made.mask.open);
}

TEST(Masks, are_refused_when_they_do_not_say_everything_once)
{
    check_mask_refused("nation,,Total,,open,\n", "the mask has no row for level nation, node , category a");
    check_mask_refused("nation,x,Total,,open,\n", "line 2, column node: is in no count");
    check_mask_refused("nation,,b,,open,\n", "line 2, column category: is in no count");
    check_mask_refused("nation,,Total,,ajar,\n", "line 2, column state: is neither open nor closed");
    check_mask_refused(
        "nation,,Total,,open,\nnation,,Total,,closed,\n", "line 3, column category: was said already for this node");
}

} // namespace etabli::disclosure

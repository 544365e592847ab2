// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/insiders_test.cpp

#include "engine/disclosure/insiders.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

void check(const std::string& rows, const Rules& rules, std::int64_t groups, std::int64_t learn_more, std::int64_t together = 1)
{
    const auto lattice = lattice_of(rows);
    SeededRandom random(1);
    const auto found
        = ask_insiders(lattice, protect(lattice, rules).mask, rules.k, { .asked_max = 100, .people_max = together }, random);
    EXPECT_EQ(found.groups, groups);
    EXPECT_EQ(found.asked, groups);
    EXPECT_EQ(found.learn_more, learn_more);
}

} // namespace

TEST(Insiders, one_of_two_who_are_hidden_together_knows_the_other)
{
    // Without the residual rule the house shows all but c and d: five people, of whom d is one.
    check("h0,t0,a,50\nh0,t0,b,40\nh0,t0,c,4\nh0,t0,d,1\n", { .k = 11, .residual = false }, 1, 1);
    // With it they hide among forty more.
    check("h0,t0,a,50\nh0,t0,b,40\nh0,t0,c,4\nh0,t0,d,1\n", { .k = 11 }, 1, 0);
}

TEST(Insiders, somebody_alone_everywhere_learns_only_of_themselves)
{
    check("h0,t0,a,1\nh1,t1,a,30\nh1,t1,b,30\nh0,t0,b,0\nh2,t2,b,40\nh2,t2,a,20\n", { .k = 11 }, 1, 0);
}

TEST(Insiders, several_who_tell_each_other_learn_what_one_does_not)
{
    // Hidden: b (2), c (3) and d (7), twelve together. Whoever is b and c knows d by what is left.
    const std::string rows = "h0,t0,a,50\nh0,t0,b,2\nh0,t0,c,3\nh0,t0,d,7\n";
    check(rows, { .k = 11 }, 0, 0);
    check(rows, { .k = 11 }, 2, 0, 4); // b alone, c alone
    check(rows, { .k = 11 }, 2, 2, 5); // b with c, c with b
}

TEST(Unions, of_several_levels_are_found_where_the_residual_rule_does_not_look)
{
    // House: total known; service s0 (14) hidden but its team t0 (11) is not, service s1 (4) hidden: t1 and s1 are seven.
    const auto lattice = lattice_of("h0,t0,a,11\nh0,t1,a,3\nh1,t2,a,4\nh2,t3,a,30\n");
    // all, h0, h1, h2, t0, t1, t2, t3
    const std::vector<Cells> known { total_cell, no_cell, no_cell, total_cell, total_cell, no_cell, no_cell, total_cell };
    EXPECT_EQ(small_unions_across_levels(lattice, known, 11), 1);
    EXPECT_EQ(small_unions_across_levels(lattice, known, 7), 0);
}

} // namespace etabli::disclosure

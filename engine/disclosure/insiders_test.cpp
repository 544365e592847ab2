// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/insiders_test.cpp

#include "engine/disclosure/insiders.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

void check(const std::string& rows, const Rules& rules, std::int64_t alone, std::int64_t learn_more)
{
    const auto lattice = lattice_of(rows);
    SeededRandom random(1);
    const auto found = ask_insiders(lattice, protect(lattice, rules).mask, rules.k, 100, random);
    EXPECT_EQ(found.alone, alone);
    EXPECT_EQ(found.asked, alone);
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

} // namespace etabli::disclosure

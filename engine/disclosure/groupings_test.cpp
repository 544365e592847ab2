// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/groupings_test.cpp
//
// Unions declared beforehand, shown where nobody can be subtracted from them.

#include "engine/disclosure/groupings.hpp"

#include <gtest/gtest.h>

#include "engine/disclosure/elimination.hpp"
#include "engine/disclosure/sums.hpp"
#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

constexpr Rules rules { .k = 11 };

/// What is shown of the groupings beside the lattice's own mask: "name n" each, or "name withheld".
std::string shown(const Lattice& lattice, const std::string& declared, const Rules& by = rules)
{
    const auto groupings = read_groupings("grouping,level,node,category\n" + declared, lattice);
    VERIFY(groupings.ok());
    const auto own = protect(lattice, by);
    const auto made = show_groupings(lattice, { own.mask, own.primary }, groupings.value(), by);
    EXPECT_EQ(made.value().recovered, 0);
    std::string text;
    for (std::size_t number = 0; number < groupings.value().size(); ++number)
        text += (text.empty() ? "" : ", ") + groupings.value()[number].name
            + (made.value().open[number] ? fmt::format(" {}", groupings.value()[number].people) : " withheld");
    return text;
}

void check_refused(const std::string& declared, const std::string& why)
{
    const auto read
        = read_groupings("grouping,level,node,category\n" + declared, lattice_of("h0,t0,a,20\nh0,t0,b,4\nh0,t1,a,30\n"));
    ASSERT_FALSE(read.ok()) << declared;
    EXPECT_NE(read.problem().detail().find(why), std::string::npos) << read.problem().detail();
}

} // namespace

TEST(Groupings, small_teams_together_are_shown)
{
    const auto lattice = lattice_of("h0,t0,a,6\nh0,t1,a,7\nh0,t2,a,40\nh0,t3,a,50\n");
    EXPECT_EQ(shown(lattice, "night,team,t0,Total\nnight,team,t1,Total\n"), "night 13");
}

TEST(Groupings, whoever_is_left_of_a_larger_one_is_not_given_away)
{
    // The house less the grouping would be the four of t1.
    const auto lattice = lattice_of("h0,t0,a,20\nh0,t1,a,4\nh0,t2,a,40\n");
    EXPECT_EQ(shown(lattice, "two,team,t0,Total\ntwo,team,t2,Total\n"), "two withheld");
    // Two groupings that differ by four people: the larger one is shown.
    const auto other = lattice_of("h0,t0,a,20\nh0,t1,a,4\nh0,t2,a,9\nh0,t3,a,8\nh0,t4,a,30\n");
    EXPECT_EQ(shown(other,
                  "small,team,t2,Total\nsmall,team,t3,Total\nlarge,team,t1,Total\nlarge,team,t2,Total\nlarge,team,t3,Total\n"),
        "small withheld, large 21");
}

TEST(Groupings, what_is_left_of_a_place_or_of_the_grouping_itself_is_not_given_away)
{
    // t0's open category and the grouping would leave d and e: seven people.
    const auto of_place
        = lattice_of("h0,t0,a,40\nh0,t0,b,12\nh0,t0,c,8\nh0,t0,d,3\nh0,t0,e,4\nh0,t0,f,13\nh0,t1,a,40\nh0,t1,b,9\n"
                     "h0,t1,c,30\nh0,t1,d,14\nh0,t1,e,13\nh0,t1,f,7\n");
    EXPECT_EQ(shown(of_place, "g,team,t0,b\ng,team,t0,c\ng,team,t0,f\n"), "g withheld");
    // Two open teams and seven people of two others.
    const auto of_itself
        = lattice_of("h0,t0,a,20\nh0,t1,a,20\nh0,t2,a,3\nh0,t2,b,30\nh0,t3,a,4\nh0,t3,b,30\nh0,t4,a,50\nh0,t4,b,5\n"
                     "h0,t5,a,40\nh0,t5,b,8\n");
    EXPECT_EQ(shown(of_itself, "g,team,t0,Total\ng,team,t1,Total\ng,team,t2,a\ng,team,t3,a\n"), "g withheld");
}

TEST(Groupings, a_mask_s_own_reasons_are_kept_and_its_numbers_looked_at)
{
    const auto lattice = lattice_of("h0,t0,a,20\nh0,t1,a,30\nh0,t2,a,40\n");
    const std::string head
        = "level,node,category,n,state,reason\nnation,,Total,90,open,\nnation,,a,90,open,\nhouse,h0,Total,90,open,\n"
          "house,h0,a,90,open,\nteam,t2,Total,40,open,\nteam,t2,a,40,open,\nteam,t1,Total,,closed,secondary\n"
          "team,t1,a,,closed,secondary\n";
    const auto closed = read_shown_mask(head + "team,t0,Total,,closed,primary\nteam,t0,a,,closed,primary\n", lattice, rules.k);
    ASSERT_TRUE(closed.ok()) << closed.problem().detail();
    const auto groupings = read_groupings("grouping,level,node,category\ng,team,t0,Total\n", lattice).value();
    EXPECT_FALSE(show_groupings(lattice, closed.value(), groupings, rules).value().open.front());
    EXPECT_FALSE(read_shown_mask(head + "team,t0,Total,21,open,\nteam,t0,a,20,open,\n", lattice, rules.k).ok());
    EXPECT_FALSE(read_shown_mask(head + "team,t0,Total,20,open,\nteam,t0,a,20,open,\n", lattice, 25).ok());
}

TEST(Groupings, too_few_people_are_withheld_and_two_establishments_too)
{
    const auto lattice = lattice_of("h0,t0,a,4\nh0,t1,a,5\nh0,t2,a,40\nh1,t3,a,30\nh2,t4,a,25\nh3,t5,a,25\n");
    EXPECT_EQ(shown(lattice, "few,team,t0,Total\nfew,team,t1,Total\n"), "few withheld");
    Rules p2 = rules;
    p2.establishment_level = 1;
    EXPECT_EQ(shown(lattice, "pair,house,h1,Total\npair,house,h2,Total\n", p2), "pair withheld");
    EXPECT_EQ(shown(lattice, "three,house,h1,Total\nthree,house,h2,Total\nthree,house,h3,Total\n", p2), "three 80");
}

TEST(Groupings, no_cell_and_no_part_under_k_follows_from_them)
{
    SeededRandom random(8);
    int open = 0;
    int told_without_care = 0;
    for (int table = 0; table < 300; ++table) {
        const auto lattice = lattice_of(drawn_rows(random, 16));
        const auto [mask, primary, settled] = protect(lattice, rules);
        std::vector<Grouping> groupings(3);
        for (auto& grouping : groupings)
            for (int node = 0; node < lattice.node_count(); ++node)
                if (lattice.node(node).child_count == 0 && random.below(2) == 0) {
                    grouping.parts.push_back({ node, 0 });
                    grouping.people += lattice.count(node, 0);
                }
        const auto made = show_groupings(lattice, { mask, primary }, groupings, rules).value();
        ASSERT_EQ(made.recovered, 0) << "table " << table;
        const Sums sums(lattice);
        Elimination careful(sums.unknowns());
        Elimination careless(sums.unknowns());
        for (int node = 0; node < lattice.node_count(); ++node)
            each_cell(mask.open[index(node)], [&](int cell) {
                careful.publish(sums.members(node, cell));
                careless.publish(sums.members(node, cell));
            });
        for (std::size_t number = 0; number < groupings.size(); ++number) {
            std::vector<int> members;
            for (const auto& [node, cell] : groupings[number].parts) {
                const auto part = sums.members(node, cell);
                members.insert(members.end(), part.begin(), part.end());
            }
            open += made.open[number] ? 1 : 0;
            if (made.open[number])
                careful.publish(members);
            if (groupings[number].people >= rules.k)
                careless.publish(members);
        }
        int told = 0;
        for (int node = 0; node < lattice.node_count(); ++node)
            each_cell(lattice.cells_with_people(node) & ~mask.open[index(node)], [&](int cell) {
                if (lattice.count(node, cell) >= rules.k)
                    return;
                ASSERT_FALSE(careful.is_derivable(sums.members(node, cell))) << "table " << table;
                told += careless.is_derivable(sums.members(node, cell)) ? 1 : 0;
            });
        told_without_care += told > 0 ? 1 : 0;
    }
    EXPECT_GT(open, 50);
    EXPECT_GT(told_without_care, 20);
}

TEST(Groupings, declarations_that_cannot_be_are_refused)
{
    check_refused("x,team,t9,Total\n", "line 2, column node: is in no count");
    check_refused("x,team,t0,z\n", "line 2, column category: is in no count");
    check_refused("x,team,t0,Total\nx,team,t0,a\n", "line 3, column grouping: holds people of this row already");
    check_refused(",team,t0,Total\n", "line 2, column grouping");
}

} // namespace etabli::disclosure

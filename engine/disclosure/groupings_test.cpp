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
    const auto made = show_groupings(lattice, protect(lattice, by).mask, groupings.value(), by);
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
        const auto mask = protect(lattice, rules).mask;
        std::vector<Grouping> groupings(3);
        for (auto& grouping : groupings)
            for (int node = 0; node < lattice.node_count(); ++node)
                if (lattice.node(node).child_count == 0 && random.below(2) == 0) {
                    grouping.parts.push_back({ node, 0 });
                    grouping.people += lattice.count(node, 0);
                }
        const auto made = show_groupings(lattice, mask, groupings, rules).value();
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

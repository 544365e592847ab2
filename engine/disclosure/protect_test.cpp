// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/protect_test.cpp
//
// What is opened, what stays closed, and the laws that hold of it, on tables small enough to be checked in every way.

#include "engine/disclosure/protect.hpp"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/elimination.hpp"
#include "engine/disclosure/sums.hpp"
#include "tests/support/small_lattices.hpp"
#include "tests/support/staff_counts.hpp"

namespace etabli::disclosure {

namespace {

constexpr Rules plain { .k = 11, .residual = false };
constexpr Rules with_residual { .k = 11 };

/// "house h0: Total o0 | team t1: Total": the open cells with people.
std::string open_cells(const Lattice& lattice, const Mask& mask)
{
    std::string text;
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto open = mask.open[index(node)];
        if (open == no_cell)
            continue;
        text += text.empty() ? "" : " | ";
        text += node == 0 ? "all:" : lattice.node(node).name + ":";
        each_cell(open, [&](int cell) { text += cell == 0 ? " Total" : " " + lattice.categories()[index(cell - 1)]; });
    }
    return text;
}

void check(const std::string& rows, const Rules& rules, const std::string& expected)
{
    const auto lattice = lattice_of(rows);
    EXPECT_EQ(open_cells(lattice, protect(lattice, rules).mask), expected);
}

/// Calls back with many drawn tables.
template <class Visit>
void each_drawn(std::uint64_t seed, int tables, Visit&& visit)
{
    SeededRandom random(seed);
    for (int table = 0; table < tables; ++table) {
        const auto most = std::uint64_t { 4 } << random.below(4);
        visit(lattice_of(drawn_rows(random, most)), random);
    }
}

/// Unions of closed categories of one place, of 1 to k - 1 people, whose sum follows from what is open: every subset is tried.
int unions_told(const Lattice& lattice, const Mask& mask, std::int64_t k)
{
    const Sums sums(lattice);
    Elimination elimination(sums.unknowns());
    for (int node = lattice.node_count() - 1; node >= 0; --node)
        each_cell(mask.open[index(node)] & lattice.cells_with_people(node),
            [&](int cell) { elimination.publish(sums.members(node, cell)); });
    int told = 0;
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto closed = lattice.cells_with_people(node) & ~mask.open[index(node)] & ~total_cell;
        for (Cells cells = closed; cells != no_cell; cells = (cells - 1) & closed) {
            std::int64_t people = 0;
            std::vector<int> members;
            each_cell(cells, [&](int cell) {
                people += lattice.count(node, cell);
                const auto of = sums.members(node, cell);
                members.insert(members.end(), of.begin(), of.end());
            });
            std::sort(members.begin(), members.end());
            told += people < k && elimination.is_derivable(members) ? 1 : 0;
        }
    }
    return told;
}

/// How many secondary cells there are, and how many of them, opened again, would expose no primary one.
std::pair<int, int> reopened_one_by_one(const Lattice& lattice)
{
    const auto made = protect(lattice, plain);
    std::pair<int, int> found;
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(made.secondary(lattice, node), [&](int cell) {
            auto mask = made.mask;
            mask.open[index(node)] |= cell_at(cell);
            const auto known = attack(lattice, mask, plain.k).known;
            bool exposes = false;
            for (int other = 0; other < lattice.node_count(); ++other)
                exposes = exposes || (known[index(other)] & made.primary[index(other)]) != no_cell;
            found.first += 1;
            found.second += exposes ? 0 : 1;
        });
    return found;
}

} // namespace

TEST(Protect, no_union_of_a_place_is_told_whatever_it_is_made_of)
{
    int told_without_the_rule = 0;
    each_drawn(77, 3'000, [&](const Lattice& lattice, Random&) {
        const auto made = protect(lattice, with_residual);
        const auto found = attack(lattice, made.mask, with_residual.k);
        ASSERT_EQ(unions_told(lattice, made.mask, with_residual.k), 0);
        ASSERT_EQ(found.recovered, 0);
        ASSERT_TRUE(found.small_groups.empty());
        // The tree's attack finds some whenever elimination does.
        const auto plainly = protect(lattice, plain).mask;
        const bool is_told = unions_told(lattice, plainly, plain.k) > 0;
        ASSERT_TRUE(!is_told || !attack(lattice, plainly, plain.k).small_groups.empty());
        told_without_the_rule += is_told ? 1 : 0;
    });
    EXPECT_GT(told_without_the_rule, 30);
}

TEST(Protect, what_is_left_of_a_known_total_beside_a_block_is_a_group)
{
    // Found by drawing: opening h1's total would tell h1's two small categories together, 7 people of 18.
    const auto lattice = lattice_of("h0,t0,o0,16\nh0,t1,o1,16\nh1,t2,o0,6\nh1,t2,o1,1\nh1,t2,o2,10\nh1,t2,o3,1\n");
    const auto made = protect(lattice, with_residual);
    EXPECT_EQ(unions_told(lattice, made.mask, with_residual.k), 0);
    EXPECT_EQ(attack(lattice, made.mask, with_residual.k).recovered, 0);
}

TEST(Protect, opens_everything_when_nobody_is_alone)
{
    check("h0,t0,a,20\nh0,t0,b,30\nh0,t1,a,15\nh0,t1,b,12\n", with_residual,
        "all: Total a b | h0: Total a b | t0: Total a b | t1: Total a b");
}

TEST(Protect, a_lone_small_team_takes_another_with_it)
{
    // t0 has five people: with the total of the house, t1 would give it away.
    check("h0,t0,a,5\nh0,t1,a,20\nh0,t2,a,30\n", plain, "all: Total a | h0: Total a | t2: Total a");
}

TEST(Protect, two_small_teams_hide_each_other_unless_together_they_are_under_k)
{
    const std::string rows = "h0,t0,a,5\nh0,t1,a,4\nh0,t2,a,30\nh0,t3,a,40\n";
    check(rows, plain, "all: Total a | h0: Total a | t2: Total a | t3: Total a");
    check(rows, with_residual, "all: Total a | h0: Total a | t3: Total a");
}

TEST(Protect, a_small_occupation_is_not_left_over_from_the_total)
{
    const std::string rows = "h0,t0,a,50\nh0,t0,b,40\nh0,t0,c,3\n";
    check(rows, plain, "all: Total a | h0: Total a | t0: Total a");
    check("h0,t0,a,50\nh0,t0,b,40\nh0,t0,c,3\nh0,t0,d,2\n", plain, "all: Total a b | h0: Total a b | t0: Total a b");
    check("h0,t0,a,50\nh0,t0,b,40\nh0,t0,c,3\nh0,t0,d,2\n", with_residual, "all: Total a | h0: Total a | t0: Total a");
}

TEST(Protect, nobody_may_be_enough_people_for_nothing)
{
    check("h0,t0,a,3\nh0,t0,b,2\n", with_residual, "");
    check("h0,t0,a,0\nh0,t0,b,12\n", with_residual, "all: Total b | h0: Total b | t0: Total b");
}

TEST(Protect, nothing_closed_can_be_derived_by_either_attacker)
{
    each_drawn(1, 400, [](const Lattice& lattice, Random&) {
        for (const auto& rules : { plain, with_residual }) {
            const auto mask = protect(lattice, rules).mask;
            EXPECT_EQ(attack(lattice, mask, rules.k).recovered, 0);
            EXPECT_EQ(attack_independently(lattice, mask, rules.k).recovered, 0);
            if (rules.residual) {
                EXPECT_EQ(attack(lattice, mask, rules.k).derivable_groups_under_k, 0);
            }
        }
    });
}

TEST(Protect, each_secondary_cell_of_a_survey_reopened_alone_exposes_a_primary_one)
{
    const CountsColumns columns { { "region", "est", "pole", "serv", "team" }, "occ", "n", {} };
    const auto lattice = read_counts(tests::staff_counts(2000, 1), columns);
    ASSERT_TRUE(lattice.ok());
    const auto [reopened, for_nothing] = reopened_one_by_one(lattice.value());
    EXPECT_GT(reopened, 30);
    EXPECT_EQ(for_nothing, 0);
}

TEST(Protect, in_whatever_table_a_cell_is_hardly_ever_closed_for_nothing)
{
    // What would tell a union of categories upwards stays closed, so that stars do not depend on one another; once in a
    // thousand times that union would have exposed nobody.
    int reopened = 0;
    int for_nothing = 0;
    each_drawn(2, 300, [&](const Lattice& lattice, Random&) {
        const auto found = reopened_one_by_one(lattice);
        reopened += found.first;
        for_nothing += found.second;
    });
    EXPECT_GT(reopened, 500);
    EXPECT_LE(for_nothing * 300, reopened);
}

TEST(Protect, a_total_below_is_not_told_as_a_sum_of_categories_above)
{
    // t1 alone has a and b in its house: their sum, known of the house from the other house, would be t1's closed total.
    const auto lattice = lattice_of("h0,t0,c,9\nh0,t1,a,9\nh0,t1,b,1\nh0,t2,c,13\nh1,t3,a,34\nh1,t3,b,5\nh1,t3,c,38\n");
    EXPECT_EQ(attack(lattice, protect(lattice, plain).mask, 11).recovered, 0);
}

TEST(Protect, the_order_of_rows_changes_nothing)
{
    SeededRandom random(3);
    for (int table = 0; table < 50; ++table) {
        std::vector<std::string> rows;
        const auto text = drawn_rows(random, 20);
        for (std::size_t start = 0; start < text.size();) {
            const auto end = text.find('\n', start) + 1;
            rows.push_back(text.substr(start, end - start));
            start = end;
        }
        const auto written = [](const Lattice& lattice) { return mask_text(lattice, protect(lattice, with_residual)); };
        const auto before = written(lattice_of(text));
        random.shuffle(rows);
        EXPECT_EQ(written(lattice_of(std::accumulate(rows.begin(), rows.end(), std::string()))), before);
    }
}

TEST(Protect, a_larger_k_may_close_fewer_cells)
{
    // At 6, b of t1 is large enough to be opened, and what it gives away of a closes totals; at 7 it closes by itself.
    const auto lattice = lattice_of("h0,t0,a,19\nh1,t1,a,5\nh1,t1,b,6\n");
    const auto closed = [&](std::int64_t k) {
        const auto open = protect(lattice, { .k = k, .residual = false }).mask.open;
        int cells = 0;
        for (int node = 0; node < lattice.node_count(); ++node)
            cells += how_many(lattice.cells_with_people(node) & ~open[index(node)]);
        return cells;
    };
    EXPECT_EQ(closed(6), 8);
    EXPECT_EQ(closed(7), 6);
}

TEST(Protect, a_question_few_answered_closes_more_and_never_less)
{
    SeededRandom random(7);
    int closed_more = 0;
    for (int table = 0; table < 200; ++table) {
        const auto rows = drawn_rows(random, 40);
        const auto lattice = lattice_of(rows);
        // Of each cell some did not answer this question.
        std::string answered;
        for (const auto line : split(rows, '\n'))
            if (const auto comma = line.rfind(','); comma != std::string_view::npos) {
                const auto people = std::stoul(std::string(line.substr(comma + 1)));
                answered += std::string(line.substr(0, comma + 1)) + std::to_string(random.below(people + 1)) + "\n";
            }
        const auto answers = lattice_of(answered);
        const auto shared = protect(lattice, with_residual);
        const std::vector<Cells> nothing(shared.mask.open.size(), no_cell);
        const auto own = protect_within(shared, answers, nothing, with_residual).mask;
        for (std::size_t node = 0; node < own.open.size(); ++node) {
            ASSERT_EQ(own.open[node] & ~shared.mask.open[node], no_cell);
            closed_more += how_many(shared.mask.open[node] & ~own.open[node]);
        }
        const auto found = attack(answers, own, with_residual.k);
        ASSERT_EQ(found.recovered, 0);
        ASSERT_EQ(found.derivable_groups_under_k, 0);
        ASSERT_EQ(found.unions_in_places_under_k, 0);
    }
    EXPECT_GT(closed_more, 100);
}

TEST(Protect, categories_whose_sum_is_told_from_beside_are_as_many_as_a_group)
{
    // Of p, b and c are closed and its total is open: with t1's b and c open, t0's b and c would be told, nine people, though
    // its total is not.
    const auto lattice
        = lattice_of("p,t0,a,1\np,t0,b,4\np,t0,c,5\np,t1,a,20\np,t1,b,12\np,t1,c,12\nq,t2,a,27\nq,t2,b,6\nq,t2,c,7\n");
    const auto weakened = attack(lattice, protect(lattice, plain).mask, plain.k);
    EXPECT_EQ(weakened.recovered, 0);
    EXPECT_EQ(weakened.unions_in_places_under_k, 1);
    const auto made = attack(lattice, protect(lattice, with_residual).mask, with_residual.k);
    EXPECT_EQ(made.unions_in_places_under_k, 0);
    EXPECT_EQ(made.derivable_groups_under_k, 0);
}

TEST(Protect, a_place_with_one_category_left_is_closed_as_it)
{
    // A question that a filter let through to t0's a and t2's b alone, where t0's total was closed and its a was not.
    const auto lattice = lattice_of("p,t0,a,20\np,t0,b,15\np,t1,b,5\nd,t2,a,25\nd,t2,b,25\n");
    auto shared = protect(lattice, with_residual);
    const auto asked = lattice_of("p,t0,a,20\np,t0,b,0\np,t1,b,0\nd,t2,a,0\nd,t2,b,25\n");
    const std::vector<Cells> nothing(shared.mask.open.size(), no_cell);
    const auto found = attack(asked, protect_within(shared, asked, nothing, with_residual).mask, with_residual.k);
    EXPECT_EQ(found.recovered, 0);
}

TEST(Protect, a_cell_closed_for_one_question_is_closed_with_enough_around_it)
{
    const auto answers = lattice_of("h0,t0,a,12\nh0,t1,a,20\nh0,t2,a,30\n");
    const auto shared = protect(answers, with_residual);
    std::vector<Cells> also_closed(shared.mask.open.size(), no_cell);
    EXPECT_EQ(protect_within(shared, answers, also_closed, with_residual).mask.open, shared.mask.open);
    also_closed[2] = total_cell; // t0
    EXPECT_EQ(open_cells(answers, protect_within(shared, answers, also_closed, with_residual).mask),
        "all: Total a | h0: Total a | t2: Total a");
}

TEST(Protect, without_secondary_closures_small_cells_are_found_again)
{
    int recovered = 0;
    each_drawn(4, 100, [&](const Lattice& lattice, Random&) {
        auto made = protect(lattice, plain);
        for (int node = 0; node < lattice.node_count(); ++node)
            made.mask.open[index(node)] |= made.secondary(lattice, node);
        recovered += static_cast<int>(attack(lattice, made.mask, plain.k).recovered);
    });
    EXPECT_GT(recovered, 50);
}

TEST(Protect, without_the_residual_rule_small_unions_are_derived)
{
    std::int64_t groups = 0;
    each_drawn(5, 200, [&](const Lattice& lattice, Random&) {
        groups += attack(lattice, protect(lattice, plain).mask, plain.k).derivable_groups_under_k;
    });
    EXPECT_GT(groups, 20);
}

TEST(Protect, a_headcount_closes_what_too_few_could_have_answered)
{
    const std::string text = "house,team,occ,n,staff\nh0,t0,a,12,10\nh0,t1,a,30,40\nh0,t2,a,20,20\n";
    auto columns = house_columns;
    columns.headcount = "staff";
    const auto lattice = read_counts(text, columns);
    ASSERT_TRUE(lattice.ok());
    EXPECT_EQ(open_cells(lattice.value(), protect(lattice.value(), plain).mask), "all: Total a | h0: Total a | t1: Total a");
}

TEST(Protect, above_establishments_one_that_dominates_closes_the_cell)
{
    const Rules rules { .k = 11, .residual = false, .establishment_level = 1 };
    check("h0,t0,a,90\nh1,t1,a,12\nh2,t2,a,12\n", rules,
        "all: Total a | h0: Total a | h1: Total a | h2: Total a | t0: Total a | t1: Total a | t2: Total a");
    check("h0,t0,a,900\nh1,t1,a,12\nh2,t2,a,12\n", rules, "h0: Total a | h1: Total a | t0: Total a | t1: Total a");
    check("h0,t0,a,90\nh1,t1,a,92\n", rules, "h1: Total a | t1: Total a");
}

} // namespace etabli::disclosure

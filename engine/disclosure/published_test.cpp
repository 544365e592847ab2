// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/published_test.cpp
//
// A nation after its establishments: nothing taken back, nothing new told.

#include "engine/disclosure/published.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "engine/disclosure/attack.hpp"
#include "tests/support/small_lattices.hpp"

namespace etabli::disclosure {

namespace {

constexpr Rules rules { .k = 11 };

/// The house's rows of the table, as it knows them itself.
std::string local_mask(const std::string& rows, const std::string& house)
{
    std::string own = "team,occ,n\n";
    for (const auto row : split(rows, '\n'))
        if (row.starts_with(house + ","))
            own += std::string(row.substr(house.size() + 1)) + "\n";
    const auto lattice = read_counts(own, { { "team" }, "occ", "n", {} });
    VERIFY(lattice.ok());
    return mask_text(lattice.value(), protect(lattice.value(), rules));
}

std::vector<NamedMask> local_masks(const Lattice& lattice, const std::string& rows)
{
    std::vector<NamedMask> masks;
    for (const auto& place : lattice.nodes())
        if (place.level == 1)
            masks.push_back({ place.name, local_mask(rows, place.name) });
    return masks;
}

std::int64_t told(const Lattice& lattice, const Mask& mask)
{
    const auto found = attack(lattice, mask, rules.k);
    EXPECT_EQ(attack_independently(lattice, mask, rules.k).known, found.known);
    return found.recovered + static_cast<std::int64_t>(found.small_groups.size());
}

void check_refused(const std::string& mask, const std::string& why)
{
    const auto lattice = lattice_of("h0,t0,a,20\nh0,t1,a,30\nh1,t2,a,40\nh2,t3,a,12\n");
    const auto read = read_published({ { "m", "level,node,category,n,state,reason\n" + mask } }, lattice);
    ASSERT_FALSE(read.ok()) << mask;
    EXPECT_NE(read.problem().detail().find(why), std::string::npos) << read.problem().detail();
}

} // namespace

TEST(Published, a_nation_takes_nothing_back_and_tells_nothing_new)
{
    SeededRandom random(5);
    int opened = 0;
    int alone_would_tell = 0;
    for (int table = 0; table < 300; ++table) {
        const auto rows = drawn_rows(random, 20);
        const auto lattice = lattice_of(rows);
        const auto published = read_published(local_masks(lattice, rows), lattice);
        ASSERT_TRUE(published.ok()) << published.problem().detail();
        const auto made = protect_beside(lattice, rules, published.value());
        ASSERT_EQ(made.given_away, 0) << "table " << table;
        ASSERT_EQ(told(lattice, made.protection.mask), 0) << "table " << table;
        for (int node = 0; node < lattice.node_count(); ++node) {
            const auto open = made.protection.mask.open[index(node)];
            ASSERT_EQ(published.value().open[index(node)] & ~open, no_cell);
            ASSERT_EQ(published.value().withheld[index(node)] & open, no_cell);
        }
        opened += how_many(made.protection.mask.open[0]);
        auto together = protect(lattice, rules).mask;
        for (std::size_t node = 0; node < together.open.size(); ++node)
            together.open[node] |= published.value().open[node];
        alone_would_tell += told(lattice, together) > 0 ? 1 : 0;
    }
    EXPECT_GT(opened, 300); // the nation still says something
    EXPECT_GT(alone_would_tell, 20); // and a release that knew nothing of the others would tell what they withheld
}

TEST(Published, each_cell_left_closed_would_tell_something)
{
    SeededRandom random(6);
    for (int table = 0; table < 60; ++table) {
        const auto rows = drawn_rows(random, 20);
        const auto lattice = lattice_of(rows);
        const auto published = read_published(local_masks(lattice, rows), lattice).value();
        const auto made = protect_beside(lattice, rules, published).protection;
        each_cell(made.secondary(lattice, 0), [&](int cell) {
            auto mask = made.mask;
            mask.open[0] |= cell_at(cell);
            EXPECT_GT(told(lattice, mask), 0) << "table " << table;
        });
    }
}

TEST(Published, what_was_given_away_already_is_said)
{
    const auto lattice = lattice_of("h0,t0,a,20\nh0,t1,a,4\nh0,t2,a,30\n");
    const auto published = read_published(
        { { "m", "level,node,category,n,state\nhouse,h0,Total,54,open\nteam,t0,Total,20,open\nteam,t2,Total,30,open\n" } },
        lattice);
    ASSERT_TRUE(published.ok());
    EXPECT_GT(protect_beside(lattice, rules, published.value()).given_away, 0);
}

TEST(Published, the_root_of_a_mask_is_the_place_whose_parts_it_names)
{
    const auto lattice = lattice_of("h0,t0,a,20\nh0,t1,a,30\nh1,t2,a,40\n");
    const auto published = read_published({ { "m",
                                              "level,node,category,n,state\nnation,,Total,50,open\nnation,,a,50,open\nteam,t1,"
                                              "Total,30,closed\nteam,t1,a,,closed\n"
                                              "team,t0,Total,20,closed\nteam,t0,a,,closed\n" } },
        lattice);
    ASSERT_TRUE(published.ok()) << published.problem().detail();
    EXPECT_EQ(
        published.value().open, (std::vector { no_cell, total_cell | category_cell(0), no_cell, no_cell, no_cell, no_cell }));
}

TEST(Published, masks_that_cannot_be_are_refused)
{
    check_refused("team,t0,Total,21,open,\n", "m: line 2, column n: is not the 20 of these counts");
    check_refused("team,t0,Total,,open,\n", "column n: holds no whole number");
    check_refused("nation,,Total,,closed,\nteam,t0,Total,,closed,\n", "none of a cell of level");
    check_refused("team,t0,Total,20,open,\nteam,t0,Total,,closed,\n", "line 3, column state");
    check_refused("team,t9,Total,20,open,\n", "line 2, column node");
    check_refused("nation,,Total,60,open,\nhouse,h0,Total,50,open,\nhouse,h1,Total,40,open,\n",
        "2 places of level house, not all those of one place");
}

} // namespace etabli::disclosure

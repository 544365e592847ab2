// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/cut_test.cpp
//
// Who is asked what where, what keeps a cut from being asked, and what it will be able to show.

#include <gtest/gtest.h>

#include "engine/tabulation/forecast.hpp"
#include "engine/tabulation/tabulate.hpp"

namespace etabli::tabulation {

namespace {

constexpr std::int64_t k = 11;

/// A house of two units, one of them in a pole.
Cut house(std::int64_t nurses, std::int64_t aides)
{
    return { { { "p0", "Maison", {}, 0, {} }, { "p1", "Pôle", "p0", 0, {} }, { "p2", "Unité", "p1", nurses + aides, {} },
                 { "p3", "Cuisine", "p0", 30, {} } },
        { { "c1", {} }, { "c2", {} } }, { { "p2", "c1", nurses }, { "p2", "c2", aides } } };
}

std::vector<std::string> codes_of(const Cut& cut)
{
    std::vector<std::string> codes;
    for (const auto& trouble : troubles_of(cut, k))
        codes.push_back(trouble.pointer + " " + std::string(trouble.code.text()));
    return codes;
}

} // namespace

TEST(Cut, an_occupation_is_asked_where_it_and_whoever_is_left_over_are_enough)
{
    const auto asked = [](std::int64_t nurses, std::int64_t aides) { return offered(house(nurses, aides), k).at("p2"); };
    using Codes = std::vector<std::string>;
    EXPECT_EQ(asked(20, 12), (Codes { "c1", "c2" }));
    EXPECT_EQ(asked(20, 0), Codes { "c1" });
    EXPECT_EQ(asked(20, 5), Codes {}); // five who could only say "none of these" would be found at once
    EXPECT_EQ(asked(10, 10), Codes {});
    auto others = house(20, 12);
    others.places[2].headcount += 3; // of neither: the smaller occupation joins them
    EXPECT_EQ(offered(others, k).at("p2"), Codes { "c1" });
}

TEST(Cut, what_does_not_hold_together_is_told_where_it_stands)
{
    EXPECT_EQ(codes_of(house(20, 12)), std::vector<std::string> {});
    auto small = house(6, 4);
    EXPECT_EQ(codes_of(small), std::vector<std::string> { "/cut/places/2/headcount campaign.place_too_small" });
    auto many = house(20, 12);
    many.people[1].headcount = 13;
    EXPECT_EQ(codes_of(many), std::vector<std::string> { "/cut/people/1/headcount campaign.people_do_not_add_up" });
    auto deep = house(20, 12);
    deep.places.push_back({ "p4", "Équipe", "p2", 20, {} });
    EXPECT_FALSE(codes_of(deep).empty());
    auto twice = house(20, 12);
    twice.places[3].code = "p2";
    EXPECT_FALSE(codes_of(twice).empty());
    EXPECT_EQ(codes_of({}), std::vector<std::string> { "/cut/places campaign.cut_invalid" });
}

TEST(Cut, a_person_stands_where_they_said_or_nowhere)
{
    const auto cut = house(20, 12);
    const auto placed = place_ballots(cut, k,
        { R"({"place":"p2","category":"c1"})", R"({"place":"p2"})", R"({"place":"p3"})", R"({"place":"p1"})",
            R"({"place":"p9"})", "", "[]", R"({"place":"p3","category":"c1"})" });
    EXPECT_TRUE(placed.cell[0].has_value());
    EXPECT_FALSE(placed.cell[1].has_value()); // everybody there has an occupation that is asked
    EXPECT_TRUE(placed.cell[2].has_value());
    EXPECT_EQ(placed.unreadable, 6);
}

TEST(Forecast, it_opens_what_enough_answer_and_nothing_that_would_tell_a_smaller_group)
{
    const auto all = forecast(house(20, 12), k, 100);
    EXPECT_EQ(all[0].headcount, 62);
    EXPECT_TRUE(all[0].cells[0].open);
    const auto few = forecast(house(20, 12), k, 60);
    EXPECT_TRUE(few[2].cells[0].open); // 19 of the unit
    EXPECT_FALSE(few[2].cells[2].open); // 7 aides
    EXPECT_TRUE(few[2].cells[2].too_small);
    EXPECT_FALSE(few[2].cells[1].open); // 12 nurses: less from 19, the aides would be told
    EXPECT_FALSE(few[2].cells[1].too_small);
    const auto none = forecast(house(20, 12), k, 10);
    for (const auto& place : none)
        EXPECT_FALSE(place.cells[0].open);
}

} // namespace etabli::tabulation

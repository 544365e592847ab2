// SPDX-License-Identifier: EUPL-1.2
// domain/places/rules_test.cpp

#include "domain/places/rules.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

Date day(const char* text)
{
    return *Date::parse(text);
}

Place unit_named(const std::string& name)
{
    Place place;
    place.id = PlaceId::trusted("unit");
    place.parent_id = PlaceId::trusted("pole");
    place.name = name;
    return place;
}

} // namespace

TEST(PlaceTree, a_level_may_be_missing_but_never_turned_over)
{
    EXPECT_TRUE(hangs_under(PlaceKind::Nation, {}).ok());
    EXPECT_TRUE(hangs_under(PlaceKind::Unit, PlaceKind::Establishment).ok());
    EXPECT_TRUE(hangs_under(PlaceKind::Team, PlaceKind::Pole).ok());
    EXPECT_FALSE(hangs_under(PlaceKind::Unit, {}).ok());
    EXPECT_FALSE(hangs_under(PlaceKind::Pole, PlaceKind::Unit).ok());
    EXPECT_FALSE(hangs_under(PlaceKind::Establishment, PlaceKind::Nation).ok());
    EXPECT_FALSE(hangs_under(PlaceKind::Nation, PlaceKind::Nation).ok());
}

TEST(PlaceTree, old_facts_keep_the_old_chart)
{
    const auto place = unit_named("Médecine gériatrique");
    const std::vector<PlacePast> past {
        { {}, place.id, day("2026-03-01"), "Médecine B", PlaceId::trusted("pole"), "fusion" },
        { {}, place.id, day("2024-01-01"), "Médecine 2", PlaceId::trusted("old_pole"), "" },
    };
    EXPECT_EQ(place_on(place, past, day("2023-12-31"))->name, "Médecine 2");
    EXPECT_EQ(place_on(place, past, day("2023-12-31"))->parent_id->text(), "old_pole");
    EXPECT_EQ(place_on(place, past, day("2024-01-01"))->name, "Médecine B");
    EXPECT_EQ(place_on(place, past, day("2026-02-28"))->name, "Médecine B");
    EXPECT_EQ(place_on(place, past, day("2026-03-01"))->name, "Médecine gériatrique");
}

TEST(PlaceTree, is_not_there_before_it_opened_nor_once_it_closed)
{
    auto place = unit_named("Aile neuve");
    place.opened_on = day("2025-01-01");
    place.closed_on = day("2026-01-01");
    EXPECT_FALSE(place_on(place, {}, day("2024-12-31")).has_value());
    EXPECT_TRUE(place_on(place, {}, day("2025-01-01")).has_value());
    EXPECT_FALSE(place_on(place, {}, day("2026-01-01")).has_value());
}

TEST(PlaceTree, a_change_of_headcount_leaves_no_past)
{
    auto after = unit_named("Médecine");
    after.headcount = 12;
    EXPECT_FALSE(past_left_by(unit_named("Médecine"), after, day("2026-01-01"), "").has_value());
    EXPECT_TRUE(past_left_by(unit_named("Médecine"), unit_named("Gériatrie"), day("2026-01-01"), "").has_value());
}

TEST(PlaceTree, the_directory_is_kept_by_the_administrator_alone)
{
    const auto hospital = PlaceId::trusted("hospital");
    Reader director;
    director.mandates.push_back({ {}, {}, CollegeKind::Direction, hospital, "Hospital", "Directrice" });
    Reader nurse;
    nurse.mandates.push_back({ {}, {}, CollegeKind::Professionals, hospital, "Hospital", "Infirmière" });
    EXPECT_TRUE(may_shape(director, PlaceKind::Unit, hospital));
    EXPECT_FALSE(may_shape(director, PlaceKind::Establishment, hospital));
    EXPECT_FALSE(may_shape(director, PlaceKind::Unit, PlaceId::trusted("other")));
    EXPECT_FALSE(may_shape(nurse, PlaceKind::Unit, hospital));
    EXPECT_TRUE(may_see_places(nurse, hospital));
    EXPECT_FALSE(may_see_places(nurse, PlaceId::trusted("other")));
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/people/people_test.cpp

#include "domain/people/people.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

const auto hospital = PlaceId::trusted("hospital");
const auto region = PlaceId::trusted("region");

HeldMandate seat(const PlaceId& place, CollegeKind kind)
{
    const std::string name(name_of(kind));
    return { MandateId::trusted(place.text() + " " + name), CollegeId::trusted(place.text() + " " + name), kind, place, "place",
        name };
}

/// Manages a unit and facilitates in the same hospital; facilitates in the region too.
Reader one_who_sits_three_times()
{
    Reader reader;
    reader.mandates = { seat(region, CollegeKind::Facilitator), seat(hospital, CollegeKind::Management),
        seat(hospital, CollegeKind::Facilitator) };
    return reader;
}

std::string writes_as(const Reader& reader, const PlaceId& place, const std::optional<CollegeId>& asked = {})
{
    const auto* held = reader.writing_mandate(place, asked);
    return held == nullptr ? "nobody" : held->mandate_id.text();
}

} // namespace

TEST(WritingMandate, is_the_first_held_at_the_place_and_never_one_held_elsewhere)
{
    const auto person = one_who_sits_three_times();
    EXPECT_EQ(writes_as(person, hospital), "hospital management");
    EXPECT_EQ(writes_as(person, region), "region facilitator");
    EXPECT_EQ(writes_as(person, PlaceId::trusted("neighbour")), "nobody");
    EXPECT_EQ(writes_as(Reader(), hospital), "nobody");
}

TEST(WritingMandate, is_the_one_of_the_college_that_was_asked_when_they_sit_in_it)
{
    const auto person = one_who_sits_three_times();
    EXPECT_EQ(writes_as(person, hospital, CollegeId::trusted("hospital facilitator")), "hospital facilitator");
    EXPECT_EQ(writes_as(person, hospital, CollegeId::trusted("hospital direction")), "hospital management");
    EXPECT_EQ(writes_as(Reader(), hospital, CollegeId::trusted("hospital direction")), "nobody");
}

} // namespace etabli

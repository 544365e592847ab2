// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/campaigns_test.cpp

#include <gtest/gtest.h>

#include "domain/surveys/campaigns.hpp"

namespace etabli::surveys {

TEST(Minutes, are_those_of_every_campaign_that_asked_the_place_within_the_year)
{
    Campaign whole;
    whole.state = CampaignState::Published;
    whole.opens_on = Date::parse("2026-03-01");
    whole.cut.places = { { "p0", "Maison", {}, 80, {} } };
    Campaign units = whole;
    units.cut.places.push_back({ "p1", "Nuit", "p0", 30, { "a", "b" } });
    const std::vector<AskedBefore> before { { whole, 4 }, { units, 7 } };
    EXPECT_EQ(minutes_asked_of({ "p0", "Maison", {}, 80, {} }, before), 11);
    EXPECT_EQ(minutes_asked_of({ "x", "Nuit, étage 2", "p0", 12, { "b" } }, before), 11);
    EXPECT_EQ(minutes_asked_of({ "x", "Jour", "p0", 50, { "c" } }, before), 4);

    EXPECT_TRUE(asked_in_the_year(whole, *Date::parse("2027-02-28")));
    EXPECT_FALSE(asked_in_the_year(whole, *Date::parse("2027-03-02")));
    EXPECT_FALSE(asked_in_the_year(whole, *Date::parse("2026-02-28"))); // it comes after
    whole.state = CampaignState::Ended;
    whole.ended_reason = CampaignEnd::Withdrawn;
    EXPECT_FALSE(asked_in_the_year(whole, *Date::parse("2026-06-01")));
}

} // namespace etabli::surveys

// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/comments_test.cpp

#include <gtest/gtest.h>

#include "domain/surveys/comments.hpp"

namespace etabli::surveys {

namespace {

const CampaignId campaign = *CampaignId::parse("01hcampa1gn000000000000001");

} // namespace

TEST(Comments, what_one_college_changes_the_other_agrees_to_again)
{
    Comment comment { campaign, 1, "words", "Madame Durand crie", "Madame Durand crie" };
    comment = settle(comment, HalfHolder::Direction, "Madame Durand crie").value();
    EXPECT_FALSE(comment.is_settled());
    comment = settle(comment, HalfHolder::StaffRepresentatives, "[…] crie").value();
    EXPECT_FALSE(comment.direction);
    EXPECT_FALSE(comment.is_settled());
    comment = settle(comment, HalfHolder::Direction, "[…] crie").value();
    EXPECT_TRUE(comment.is_settled());
    comment = settle(comment, HalfHolder::Direction, "").value(); // left out after all
    EXPECT_FALSE(comment.is_settled());
    EXPECT_EQ(comment.written, "Madame Durand crie");
}

TEST(Comments, nobody_writes_into_what_was_written)
{
    const Comment comment { campaign, 1, "words", "Il crie", "Il crie" };
    EXPECT_EQ(
        settle(comment, HalfHolder::Direction, "Il ne crie pas").problem().fields().at(0).code.text(), "campaign.words_added");
}

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

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

} // namespace etabli::surveys

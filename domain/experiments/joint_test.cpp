// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/joint_test.cpp

#include "domain/experiments/joint.hpp"

#include <gtest/gtest.h>

namespace etabli::experiments {
namespace {

FieldChange figure(EvaluationField field, ChangeReading reading, HopedReading hoped = HopedReading::Unsaid)
{
    FollowUpChange change;
    change.reading = reading;
    change.hoped = hoped;
    return { field, change };
}

const auto good = figure(EvaluationField::Activity, ChangeReading::BeyondChance, HopedReading::AsHoped);
const auto harmful = figure(EvaluationField::Practices, ChangeReading::BeyondChance, HopedReading::Contrary);

TEST(JointReading, good_for_one_field_and_harmful_to_another_is_shown_as_such)
{
    const auto reading = read_jointly({ good, harmful });
    EXPECT_EQ(reading.activity, FieldStanding::AsHoped);
    EXPECT_EQ(reading.practices, FieldStanding::Contrary);
    EXPECT_EQ(reading.methods, FieldStanding::NotCounted);
    EXPECT_TRUE(reading.is_mixed);
    EXPECT_FALSE(read_jointly({ good }).is_mixed);
    EXPECT_FALSE(read_jointly({}).is_mixed);
}

TEST(JointReading, two_figures_of_one_field_that_go_both_ways_hide_nothing)
{
    auto other = harmful;
    other.field = EvaluationField::Activity;
    for (const auto& figures :
        { std::vector { good, other }, std::vector { other, good }, std::vector { good, other, good } }) {
        const auto reading = read_jointly(figures);
        EXPECT_EQ(reading.activity, FieldStanding::Both);
        EXPECT_TRUE(reading.is_mixed);
    }
}

TEST(JointReading, a_figure_that_says_something_is_not_hidden_by_one_that_does_not)
{
    const auto few = figure(EvaluationField::Activity, ChangeReading::TooFew);
    const auto nothing = figure(EvaluationField::Activity, ChangeReading::NotToldApart);
    EXPECT_EQ(read_jointly({ few, nothing }).activity, FieldStanding::NotToldApart);
    EXPECT_EQ(read_jointly({ good, nothing, few }).activity, FieldStanding::AsHoped);
    EXPECT_EQ(read_jointly({ few }).activity, FieldStanding::TooFew);
    EXPECT_EQ(read_jointly({ { EvaluationField::Activity, {} } }).activity, FieldStanding::TooFew);
}

} // namespace
} // namespace etabli::experiments

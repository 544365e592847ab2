// SPDX-License-Identifier: EUPL-1.2
// domain/places/finess_test.cpp
//
// Numbers are made up with a right key, but for 220000012, the first of the published statistics for Bretagne.

#include "domain/places/finess.hpp"

#include <gtest/gtest.h>

namespace etabli {

TEST(Finess, has_nine_characters_and_a_key)
{
    EXPECT_EQ(finess_fault("220000012"), FinessFault::None);
    EXPECT_EQ(finess_fault("010000024"), FinessFault::None);
    EXPECT_EQ(finess_fault("2A0000014"), FinessFault::None);
    EXPECT_EQ(finess_fault("220000013"), FinessFault::WrongKey);
    EXPECT_EQ(finess_fault("22000001"), FinessFault::WrongLength);
    EXPECT_EQ(finess_fault(""), FinessFault::WrongLength);
    EXPECT_EQ(finess_fault("22000001X"), FinessFault::NotDigits);
    EXPECT_EQ(finess_fault("2C0000014"), FinessFault::NotDigits);
    EXPECT_EQ(finess_fault("22 000 012"), FinessFault::NotDigits);
}

TEST(Finess, a_zero_eaten_by_a_spreadsheet_is_recognised_and_not_guessed)
{
    EXPECT_EQ(finess_fault("10000024"), FinessFault::ZeroLost);
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/people/delegations_test.cpp

#include "domain/people/delegations.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

constexpr auto staff = CollegeKind::StaffRepresentatives;

Member member(const std::string& person, CollegeKind kind)
{
    return { MandateId::trusted(person + "/" + std::string(name_of(kind))), AccountId::trusted(person), kind };
}

std::string fits(const std::vector<Member>& members)
{
    const auto outcome = delegation_fits(members);
    return std::string(outcome.ok() ? "valid" : outcome.problem().code());
}

} // namespace

TEST(Delegation, is_never_without_somebody_who_represents_the_staff)
{
    EXPECT_EQ(fits({ member("a", CollegeKind::Direction), member("b", staff) }), "valid");
    EXPECT_EQ(fits({ member("a", CollegeKind::Direction), member("b", staff), member("c", CollegeKind::Medical) }), "valid");
    EXPECT_EQ(fits({ member("a", CollegeKind::Direction), member("b", CollegeKind::Medical) }),
        "delegation.without_staff_representative");
}

TEST(Delegation, is_two_or_three_different_people)
{
    EXPECT_EQ(fits({ member("b", staff) }), "delegation.wrong_size");
    EXPECT_EQ(fits({}), "delegation.wrong_size");
    EXPECT_EQ(fits({ member("b", CollegeKind::Medical), member("b", staff) }), "delegation.wrong_size");
    EXPECT_EQ(fits({ member("a", CollegeKind::Direction), member("b", staff), member("c", CollegeKind::Medical),
                  member("d", staff) }),
        "delegation.wrong_size");
}

TEST(Delegation, changing_who_represents_the_staff_asks_their_word_again)
{
    const std::vector before { member("a", CollegeKind::Direction), member("b", staff) };
    EXPECT_TRUE(same_staff_representatives(before, { member("z", CollegeKind::Direction), member("b", staff) }));
    EXPECT_FALSE(same_staff_representatives(before, { member("a", CollegeKind::Direction), member("c", staff) }));
}

TEST(CarenceRecord, does_not_pass_over_the_heads_of_people_who_were_elected)
{
    EXPECT_TRUE(carence_fits(0).ok());
    EXPECT_EQ(carence_fits(1).problem().code(), "carence.has_representatives");
}

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/people/mandates_test.cpp

#include "domain/people/mandates.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

const auto hospital = PlaceId::trusted("hospital");

College college_of(CollegeKind kind)
{
    return { CollegeId::trusted(std::string(name_of(kind))), hospital, kind, "college", ConsentRule::AnyHolder, {}, "", 1 };
}

Reader holder_of(CollegeKind kind)
{
    Reader reader;
    reader.mandates.push_back({ MandateId(), college_of(kind).id, kind, hospital, "Hospital", "function" });
    return reader;
}

Reader keeper_of_the_machine()
{
    Reader reader;
    reader.administrator = true;
    return reader;
}

enum class Seat { Elected, Substitute };

std::string given(const Reader& reader, CollegeKind kind, const CollegeStanding& standing, Seat seat = Seat::Elected)
{
    const auto outcome = may_give_mandate(reader, college_of(kind), standing, seat == Seat::Substitute);
    return std::string(outcome.ok() ? name_of(outcome.value()) : outcome.problem().code());
}

constexpr CollegeStanding untouched {};
constexpr CollegeStanding held { .ever_held = true, .holders_today = 2 };
constexpr CollegeStanding empty_again { .ever_held = true, .holders_today = 0 };
constexpr auto staff = CollegeKind::StaffRepresentatives;

} // namespace

TEST(GivingMandates, the_administrator_gives_the_first_and_no_other)
{
    EXPECT_EQ(given(keeper_of_the_machine(), staff, untouched), "administrator");
    EXPECT_EQ(given(keeper_of_the_machine(), staff, held), "mandate.not_given_by_its_college");
    EXPECT_EQ(given(keeper_of_the_machine(), staff, empty_again), "mandate.not_given_by_its_college");
}

TEST(GivingMandates, a_college_alone_gives_its_own)
{
    EXPECT_EQ(given(holder_of(staff), staff, held), "college");
    EXPECT_EQ(given(holder_of(CollegeKind::Direction), staff, held), "mandate.not_given_by_its_college");
    EXPECT_EQ(given(holder_of(CollegeKind::Direction), staff, untouched), "mandate.not_given_by_its_college");
    EXPECT_EQ(given(holder_of(staff), CollegeKind::Direction, held), "mandate.not_given_by_its_college");
}

TEST(GivingMandates, a_college_left_empty_is_given_again_once_another_college_said_so)
{
    auto noted = empty_again;
    noted.vacancy_noted = true;
    EXPECT_EQ(given(keeper_of_the_machine(), staff, noted), "administrator");
    EXPECT_TRUE(may_note_vacancy(holder_of(CollegeKind::Medical), college_of(staff), empty_again));
    EXPECT_FALSE(may_note_vacancy(keeper_of_the_machine(), college_of(staff), empty_again));
    EXPECT_FALSE(may_note_vacancy(holder_of(CollegeKind::Medical), college_of(staff), held));
}

TEST(GivingMandates, a_substitute_needs_a_recorded_carence_and_comes_from_the_team)
{
    auto carence = untouched;
    EXPECT_EQ(given(holder_of(CollegeKind::Professionals), staff, carence, Seat::Substitute), "carence.not_recorded");
    carence.carence = true;
    EXPECT_EQ(given(holder_of(CollegeKind::Professionals), staff, carence, Seat::Substitute), "team");
    EXPECT_EQ(given(holder_of(CollegeKind::Direction), staff, carence, Seat::Substitute), "mandate.not_given_by_its_college");
    EXPECT_EQ(
        given(holder_of(CollegeKind::Direction), CollegeKind::Direction, carence, Seat::Substitute), "carence.not_recorded");
}

TEST(GivingMandates, invitations_prepared_in_advance_do_not_outlive_the_first)
{
    EXPECT_TRUE(still_given(GivenAs::Administrator, college_of(staff), untouched, false).ok());
    EXPECT_FALSE(still_given(GivenAs::Administrator, college_of(staff), held, false).ok());
    EXPECT_TRUE(still_given(GivenAs::College, college_of(staff), held, false).ok());
}

TEST(GivingMandates, nobody_sits_on_both_sides)
{
    EXPECT_FALSE(not_both_sides(staff, { CollegeKind::Direction }).ok());
    EXPECT_FALSE(not_both_sides(CollegeKind::Direction, { CollegeKind::Medical, staff }).ok());
    EXPECT_TRUE(not_both_sides(staff, { CollegeKind::Professionals }).ok());
}

TEST(EndingMandates, the_last_of_a_college_waits_for_a_successor)
{
    EXPECT_EQ(leaves_somebody(0).problem().code(), "mandate.last_of_its_college");
    EXPECT_TRUE(leaves_somebody(1).ok());
    EXPECT_FALSE(may_end_mandate(keeper_of_the_machine(), college_of(staff)));
    EXPECT_FALSE(may_end_mandate(holder_of(CollegeKind::Direction), college_of(staff)));
}

TEST(Consent, the_two_sides_always_have_a_say)
{
    EXPECT_FALSE(consent_fits(staff, ConsentRule::NoVote, {}).ok());
    EXPECT_FALSE(consent_fits(CollegeKind::Direction, ConsentRule::Opinion, {}).ok());
    EXPECT_TRUE(consent_fits(CollegeKind::Users, ConsentRule::Opinion, {}).ok());
    EXPECT_FALSE(consent_fits(CollegeKind::Medical, ConsentRule::Count, {}).ok());
    EXPECT_TRUE(consent_fits(CollegeKind::Medical, ConsentRule::Count, 2).ok());
    for (const auto& [kind, name] : Names<CollegeKind>::table)
        EXPECT_TRUE(consent_fits(kind, first_consent_rule(kind), {}).ok()) << name;
}

TEST(Email, is_refused_only_when_it_cannot_be_one)
{
    for (const auto* good : { "a@b.fr", "cadre.nuit+1@hopital.example", "é@hôpital.fr" })
        EXPECT_TRUE(is_email(good)) << good;
    for (const auto* bad :
        { "", "a", "@b.fr", "a@b", "a@.fr", "a@b.", "a@@b.fr", "a b@c.fr", "a@b.fr\nBcc: c@d.fr", "<a@b.fr>" })
        EXPECT_FALSE(is_email(bad)) << bad;
}

} // namespace etabli

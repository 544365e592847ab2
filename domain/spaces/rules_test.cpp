// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/rules_test.cpp
//
// When words may be shown, who may own a space, what a charter must say.

#include "domain/spaces/rules.hpp"

#include <gtest/gtest.h>

namespace etabli::spaces {

namespace {

/// "p1 p1 p2 s1": a waiting contribution each; p a phone, s a sheet, n from a narrower space.
std::vector<WaitingContribution> waiting(std::string_view writers)
{
    std::vector<WaitingContribution> all;
    for (const auto writer : split(writers, ' ')) {
        WaitingContribution each;
        each.id = ContributionId::trusted(std::to_string(all.size()));
        each.writer = std::string(writer);
        each.source = writer.front() == 'p' ? Source::Phone : writer.front() == 's' ? Source::Paper : Source::NarrowerSpace;
        all.push_back(each);
    }
    return all;
}

void check_batch(std::string_view writers, std::size_t released)
{
    const auto batch = batch_of(waiting(writers));
    EXPECT_EQ(batch.released.size(), released) << writers;
    EXPECT_EQ(batch.released.size() + batch.remaining.size(), waiting(writers).size()) << writers;
}

void check_lived(std::size_t same, std::size_t different, std::size_t pass, std::optional<Lived> expected)
{
    std::vector<Reaction> reactions(same, Reaction::Same);
    reactions.insert(reactions.end(), different, Reaction::Different);
    reactions.insert(reactions.end(), pass, Reaction::Pass);
    EXPECT_EQ(lived_of(reactions), expected) << same << " " << different << " " << pass;
}

Reader holding(CollegeKind kind, const PlaceId& place)
{
    Reader reader;
    reader.account_id = AccountId::trusted("somebody");
    reader.mandates.push_back({ {}, {}, kind, place, "", "" });
    return reader;
}

Space complete()
{
    Space space;
    space.who_reads = "L’équipe.";
    space.until_when = "Le 3 décembre.";
    space.cannot_promise = "Qu’une demande sera accordée.";
    space.facilitated_by = "une cadre d’une autre unité";
    space.decided_by = "la direction des soins";
    space.still_open = "les horaires";
    space.held_on = *Date::parse("2026-11-19");
    space.destroy_on = *Date::parse("2027-01-18");
    return space;
}

} // namespace

TEST(Batch, needs_five_people_not_five_sentences)
{
    check_batch("p1 p1 p1 p1 p1", 0);
    check_batch("p1 p2 p3 p4", 0);
    check_batch("p1 p2 p3 p4 p5", 5);
    check_batch("p1 p1 p2 p3 p4 p5", 6);
}

TEST(Batch, a_typist_cannot_make_four_phones_five)
{
    check_batch("p1 p2 p3 p4 s1 s2", 0);
    check_batch("p1 s1 s2 s3 s4 s5", 5);
    check_batch("s1 s2 s3 s4", 0);
    check_batch("s1 s2 s3 s4 s5 n1", 5);
    check_batch("p1 p2 p3 p4 p5 s1", 6);
}

TEST(Batch, what_came_from_elsewhere_counts_for_nobody)
{
    check_batch("n1 n2 n3 n4 n5", 0);
    check_batch("p1 n2 n3 n4 n5", 0);
    check_batch("p1 p2 p3 p4 p5 n1", 6);
}

TEST(Lived, is_shared_when_five_answered_and_nobody_lives_it_differently)
{
    check_lived(5, 0, 0, Lived::Shared);
    check_lived(5, 0, 9, Lived::Shared);
    check_lived(9, 1, 0, Lived::Different);
    check_lived(0, 5, 0, Lived::Different);
}

TEST(Lived, says_nothing_under_five_and_passing_is_not_answering)
{
    check_lived(4, 0, 0, std::nullopt);
    check_lived(4, 0, 9, std::nullopt);
    check_lived(2, 2, 0, std::nullopt);
}

TEST(Owning, direction_never_owns_a_teams_space)
{
    const auto hospital = PlaceId::trusted("hospital");
    Place unit;
    unit.kind = PlaceKind::Unit;
    Place whole;
    whole.kind = PlaceKind::Establishment;
    EXPECT_FALSE(may_own(holding(CollegeKind::Direction, hospital), unit, hospital));
    EXPECT_TRUE(may_own(holding(CollegeKind::Direction, hospital), whole, hospital));
    EXPECT_TRUE(may_own(holding(CollegeKind::Professionals, hospital), unit, hospital));
    EXPECT_FALSE(may_own(holding(CollegeKind::Professionals, PlaceId::trusted("other")), unit, hospital));
    auto both = holding(CollegeKind::Facilitator, hospital);
    both.mandates.push_back({ {}, {}, CollegeKind::Direction, hospital, "", "" });
    EXPECT_FALSE(may_own(both, unit, hospital));
}

TEST(Driving, is_for_the_facilitator_alone)
{
    auto space = complete();
    space.establishment_id = PlaceId::trusted("hospital");
    space.facilitator_id = AccountId::trusted("somebody");
    auto reader = holding(CollegeKind::Management, space.establishment_id);
    EXPECT_TRUE(may_drive(reader, space));
    reader.account_id = AccountId::trusted("somebody else");
    EXPECT_FALSE(may_drive(reader, space));
    EXPECT_TRUE(may_read(reader, space));
}

TEST(Charter, says_who_reads_until_when_and_what_cannot_be_promised_before_anybody_enters)
{
    const auto today = *Date::parse("2026-11-19");
    EXPECT_TRUE(charter_gaps(complete(), today).empty());
    auto space = complete();
    space.who_reads = "  ";
    space.cannot_promise.clear();
    ASSERT_EQ(charter_gaps(space, today).size(), 2U);
    EXPECT_EQ(charter_gaps(space, today)[0].pointer, "/who_reads");
}

TEST(Charter, its_day_comes_after_the_last_day_and_within_a_year)
{
    const auto today = *Date::parse("2026-11-19");
    auto space = complete();
    space.open_until = *Date::parse("2026-11-26");
    space.destroy_on = *Date::parse("2026-11-26");
    ASSERT_EQ(charter_gaps(space, today).size(), 1U);
    EXPECT_EQ(charter_gaps(space, today)[0].pointer, "/destroy_on");
    space.destroy_on = *Date::parse("2028-11-26");
    EXPECT_EQ(charter_gaps(space, today).size(), 1U);
}

TEST(Charter, information_alone_leaves_nothing_open)
{
    auto space = complete();
    space.still_open.clear();
    EXPECT_EQ(charter_gaps(space, space.held_on).size(), 1U);
    space.openness = Openness::Inform;
    EXPECT_TRUE(charter_gaps(space, space.held_on).empty());
}

TEST(States, words_are_taken_from_opening_to_the_last_night)
{
    auto space = complete();
    const auto today = space.held_on;
    EXPECT_EQ(must_accept_words(space, today).problem().code(), "space.not_open_yet");
    space.state = SpaceState::Open;
    space.open_until = today.plus_days(7);
    EXPECT_TRUE(must_accept_words(space, today.plus_days(7)).ok());
    EXPECT_EQ(must_accept_words(space, today.plus_days(8)).problem().code(), "space.closed");
    space.state = SpaceState::Closed;
    EXPECT_EQ(must_accept_words(space, today).problem().code(), "space.closed");
}

TEST(Codes, forgive_how_people_type)
{
    EXPECT_EQ(normal_code(" 4kd-27p "), "4KD27P");
    EXPECT_EQ(normal_code("OIL 0 1"), "01101");
    EXPECT_EQ(shown_code("4KD27P"), "4KD-27P");
    SeededRandom random(7);
    EXPECT_EQ(make_code(random).size(), code_length);
}

TEST(Digests, of_two_purposes_or_two_spaces_cannot_be_joined)
{
    EXPECT_NE(participant_digest("salt", "writes", "s"), participant_digest("salt", "enters", "s"));
    EXPECT_NE(participant_digest("salt", "writes", "s"), participant_digest("other", "writes", "s"));
    EXPECT_EQ(participant_digest("salt", "writes", "s"), participant_digest("salt", "writes", "s"));
}

} // namespace etabli::spaces

// SPDX-License-Identifier: EUPL-1.2
// domain/thread/walk_test.cpp

#include "domain/thread/walk.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

ThreadNode node(ObjectKind kind, const char* id, const char* day, Audience audience = Audience::Establishment)
{
    return { kind, id, PlaceId::trusted("home"), {}, id, *Date::parse(day), "", audience, false };
}

ThreadLink link(ObjectKind from, const char* from_id, ObjectKind to, const char* to_id, const char* relation)
{
    return { from, from_id, to, to_id, relation, *Date::parse("2026-01-01") };
}

std::string line_of(const std::vector<ThreadKnot>& line)
{
    std::string ids;
    for (const auto& knot : line)
        ids += knot.node.object_id + " ";
    return ids;
}

} // namespace

TEST(Walk, of_one_day_the_cause_stands_before_what_came_of_it)
{
    // "b" became "a" on one day: neither the alphabet nor the kind may turn them round.
    const auto line = in_order({ ObjectKind::Idea, "b" }, {},
        { node(ObjectKind::Contribution, "a", "2026-01-02"), node(ObjectKind::Sheet, "b", "2026-01-02"),
            node(ObjectKind::Sheet, "c", "2026-01-01") },
        { link(ObjectKind::Sheet, "b", ObjectKind::Contribution, "a", "became") });
    EXPECT_EQ(line_of(line), "c b a ");
}

TEST(Walk, a_citation_and_a_part_point_back)
{
    const auto cited = step_of(link(ObjectKind::Sheet, "sheet", ObjectKind::Idea, "idea", "cites"));
    EXPECT_EQ(cited.earlier.second, "idea");
    EXPECT_FALSE(cited.contains);
    const auto held = step_of(link(ObjectKind::Idea, "idea", ObjectKind::Space, "space", "part_of"));
    EXPECT_EQ(held.earlier.second, "space");
    EXPECT_TRUE(held.contains);
    EXPECT_EQ(step_of(link(ObjectKind::Idea, "idea", ObjectKind::Proposal, "p", "became")).earlier.second, "idea");
}

TEST(Walk, links_that_turn_in_a_circle_end)
{
    const auto line = in_order({ ObjectKind::Sheet, "a" }, {},
        { node(ObjectKind::Sheet, "a", "2026-01-01"), node(ObjectKind::Sheet, "b", "2026-01-01") },
        { link(ObjectKind::Sheet, "a", ObjectKind::Sheet, "b", "became"),
            link(ObjectKind::Sheet, "b", ObjectKind::Sheet, "a", "became") });
    EXPECT_EQ(line.size(), 2U);
}

TEST(Walk, each_audience_reads_its_own_and_no_more)
{
    const auto home = PlaceId::trusted("home");
    const auto check = [&](const ReadingCircle& circle, std::vector<Audience> readable) {
        for (const auto audience :
            { Audience::Authors, Audience::Establishment, Audience::Cluster, Audience::Region, Audience::Public })
            EXPECT_EQ(may_read(circle, node(ObjectKind::Sheet, "s", "2026-01-01", audience)),
                std::find(readable.begin(), readable.end(), audience) != readable.end())
                << name_of(audience);
    };
    check({}, { Audience::Public });
    check({ .own = { home }, .cluster = {}, .region = {} },
        { Audience::Establishment, Audience::Cluster, Audience::Region, Audience::Public });
    check({ .own = {}, .cluster = { home }, .region = {} }, { Audience::Cluster, Audience::Region, Audience::Public });
    check({ .own = {}, .cluster = {}, .region = { home } }, { Audience::Region, Audience::Public });
}

TEST(Walk, a_sentence_keeps_its_place_among_those_of_the_house)
{
    const auto home = PlaceId::trusted("home");
    const auto sentence = node(ObjectKind::Contribution, "c", "2026-01-01", Audience::Authors);
    EXPECT_TRUE(may_read({ .own = { home }, .cluster = {}, .region = {} }, sentence));
    EXPECT_FALSE(may_read({ .own = {}, .cluster = { home }, .region = { home } }, sentence));
}

} // namespace etabli

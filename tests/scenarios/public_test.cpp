// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/public_test.cpp
//
// What anybody may read, and nothing more.

#include "tests/support/story.hpp"

#include "store/thread.hpp"

namespace etabli::tests {

class PublicPage : public Story {
protected:
    void put(const char* id, Audience audience)
    {
        must(database().write([&](store::Transaction& transaction) -> Result<void> {
            return store::put_node(transaction,
                { ObjectKind::Sheet, id, PlaceId::trusted(hospital_id()), {}, id, clock_.today(), "", audience, false }, id);
        }));
    }
};
STORIES(PublicPage);

TEST_P(PublicPage, shows_what_was_opened_to_everybody_and_no_more)
{
    put("authors", Audience::Authors);
    put("establishment", Audience::Establishment);
    put("cluster", Audience::Cluster);
    put("region", Audience::Region);
    put("public", Audience::Public);
    const auto page = somebody().get("/api/public");
    ASSERT_EQ(page.status, 200) << page.body;
    const auto data = page.data();
    const auto& released = data.at("released").as_array();
    ASSERT_EQ(released.size(), 1U);
    EXPECT_EQ(released.at(0).at("title").as_string(), "public");
    EXPECT_EQ(released.at(0).at("place_name").as_string(), "Hôpital des Essais");
}

TEST_P(PublicPage, says_that_the_base_of_q6_contradicts_q5)
{
    const auto data = somebody().get("/api/public").data();
    const auto& findings = data.at("findings").as_array();
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.at(0).at("key").as_string(), "q5");
    EXPECT_EQ(findings.at(0).at("fault").as_string(), "contradicts_base");
}

TEST_P(PublicPage, references_are_read_without_an_account)
{
    for (const char* id : { "waves", "timeline", "ewcs", "figures", "establishments", "dimensions", "open-questions", "quotes",
             "organisations", "themes" })
        EXPECT_EQ(somebody().get(std::string("/api/references/") + id).status, 200) << id;
}

} // namespace etabli::tests

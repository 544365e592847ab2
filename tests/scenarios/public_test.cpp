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

TEST_P(PublicPage, the_wave_of_2017_keeps_seventeen_and_sixteen_projects_each_with_its_source)
{
    const auto data = somebody().get("/api/references/waves").data();
    const auto& content = data.at("content").as_object();
    std::map<std::string, json::array> facts;
    for (const auto& fact : content.at("facts").as_array())
        facts[std::string(fact.at("code").as_string())] = fact.at("values").as_array();

    std::map<std::int64_t, std::string> projects; // how many, and by which document
    for (const auto& value : facts.at("clusters_2017"))
        if (value.at("seed").is_string())
            projects[value.at("value").as_int64()] = std::string(value.at("seed").as_string());
    EXPECT_EQ(projects, (std::map<std::int64_t, std::string> { { 17, "003" }, { 16, "004" } }));

    // Whatever is told of a wave stands beside its source, and nothing says which one to believe.
    int told = 0;
    for (const auto& wave : content.at("items").as_array())
        for (const auto& code : wave.at("facts").as_array())
            for (const auto& value : facts.at(std::string(code.as_string()))) {
                ++told;
                EXPECT_TRUE(value.at("seed").is_string() || value.at("outside_source").is_object()) << code;
                EXPECT_EQ(value.as_object().size(), 4U) << json_text(value);
            }
    EXPECT_GT(told, 10);
    EXPECT_EQ(facts.at("establishments_2017").size(), 3U);
}

TEST_P(PublicPage, references_are_read_without_an_account)
{
    for (const char* id : { "waves", "timeline", "ewcs", "figures", "establishments", "dimensions", "open-questions", "quotes",
             "organisations", "themes" })
        EXPECT_EQ(somebody().get(std::string("/api/references/") + id).status, 200) << id;
}

} // namespace etabli::tests

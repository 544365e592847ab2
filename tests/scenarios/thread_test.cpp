// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/thread_test.cpp
//
// From a sentence to what became of it, and back; and finding it again by its words.

#include "tests/support/story.hpp"

#include "store/thread.hpp"

namespace etabli::tests {

class Threads : public Story {
protected:
    struct Said {
        ObjectKind kind;
        const char* id;
        int days_ago;
        const char* title;
        Audience audience = Audience::Establishment;
    };

    void put(const Said& said, const std::string& place)
    {
        must(database().write([&](store::Transaction& transaction) -> Result<void> {
            const ThreadNode node { said.kind, said.id, PlaceId::trusted(place), {}, said.title,
                clock_.today().plus_days(-said.days_ago), "", said.audience, false };
            return store::put_node(transaction, node, said.title);
        }));
    }
    void link(ObjectKind from, const char* from_id, ObjectKind to, const char* to_id, const char* relation)
    {
        must(database().write([&](store::Transaction& transaction) -> Result<void> {
            return store::link_nodes(transaction, { from, from_id, to, to_id, relation, clock_.today() });
        }));
    }
    /// A sentence, an idea, a proposal, an experiment and a sheet of the hospital; another sentence beside.
    void tell_a_story()
    {
        for (const auto& said : std::vector<Said> {
                 { ObjectKind::Space, "space", 60, "La relève du midi" },
                 { ObjectKind::Contribution, "c1", 60, "Je dis l’essentiel à la porte, le manteau sur le bras" },
                 { ObjectKind::Contribution, "c2", 60, "On cherche toujours la même clé" },
                 { ObjectKind::Idea, "idea", 60, "La relève est un travail" },
                 { ObjectKind::Proposal, "p1", 60, "Une relève assise, gardée" },
                 { ObjectKind::Proposal, "p2", 60, "Doubler la clé de la réserve" },
                 { ObjectKind::Experiment, "e1", 40, "La relève gardée" },
                 { ObjectKind::Sheet, "f1", 10, "Qui garde ? Une relève assise", Audience::Cluster },
                 { ObjectKind::Sheet, "draft", 5, "Brouillon sur la relève", Audience::Authors },
             })
            put(said, hospital_id());
        link(ObjectKind::Contribution, "c1", ObjectKind::Idea, "idea", "became");
        link(ObjectKind::Contribution, "c2", ObjectKind::Proposal, "p2", "became");
        link(ObjectKind::Idea, "idea", ObjectKind::Proposal, "p1", "became");
        link(ObjectKind::Idea, "idea", ObjectKind::Space, "space", "part_of");
        link(ObjectKind::Proposal, "p2", ObjectKind::Space, "space", "part_of");
        link(ObjectKind::Proposal, "p1", ObjectKind::Experiment, "e1", "tried_in");
        link(ObjectKind::Experiment, "e1", ObjectKind::Sheet, "f1", "told_in");
        link(ObjectKind::Sheet, "f1", ObjectKind::Contribution, "c1", "cites");
        link(ObjectKind::Experiment, "e1", ObjectKind::Sheet, "draft", "told_in");
    }
    /// "relation:id" of each knot, in order.
    static std::string line_of(const Reply& reply)
    {
        std::string line;
        const auto data = reply.data();
        for (const auto& knot : data.at("knots").as_array())
            line += std::string(knot.at("relation").as_string()).substr(0, 1) + ":"
                + std::string(knot.at("object_id").as_string()) + " ";
        return line;
    }
    static std::string found_by(Browser& browser, const std::string& query)
    {
        const auto reply = browser.get("/api/search?q=" + query);
        if (reply.status != 200)
            return reply.code();
        std::string ids;
        const auto data = reply.data();
        for (const auto& item : data.at("items").as_array())
            ids += std::string(item.at("object_id").as_string()) + " ";
        return ids;
    }
};
STORIES(Threads);

TEST_P(Threads, a_sentence_leads_to_the_sheet_and_the_sheet_back_to_the_sentence)
{
    tell_a_story();
    auto cadre = as("cadre");
    const auto forth = cadre.get("/api/thread/contribution/c1");
    ASSERT_EQ(forth.status, 200) << forth.body;
    EXPECT_EQ(line_of(forth), "i:c1 d:idea d:p1 d:e1 d:f1 ");
    EXPECT_EQ(line_of(cadre.get("/api/thread/sheet/f1")), "a:space a:c1 a:idea a:p1 a:e1 i:f1 ");
    EXPECT_EQ(line_of(cadre.get("/api/thread/proposal/p1")), "a:space a:c1 a:idea i:p1 d:e1 d:f1 ");
}

TEST_P(Threads, a_space_leads_to_all_that_came_of_it_and_a_member_only_to_its_own)
{
    tell_a_story();
    auto cadre = as("cadre");
    EXPECT_EQ(line_of(cadre.get("/api/thread/space/space")), "i:space d:idea d:p2 d:p1 d:e1 d:f1 ");
    EXPECT_EQ(line_of(cadre.get("/api/thread/proposal/p2")), "a:space a:c2 i:p2 ");
}

TEST_P(Threads, what_was_destroyed_keeps_its_day_and_loses_its_words)
{
    tell_a_story();
    must(database().write([&](store::Transaction& transaction) -> Result<void> {
        return store::bury_node(transaction, ObjectKind::Contribution, "c1");
    }));
    auto cadre = as("cadre");
    const auto line = cadre.get("/api/thread/sheet/f1");
    EXPECT_EQ(line_of(line), "a:space a:c1 a:idea a:p1 a:e1 i:f1 ");
    const auto knots = line.data().at("knots").as_array();
    const auto& tombstone = knots.at(1);
    EXPECT_TRUE(tombstone.at("destroyed").as_bool());
    EXPECT_EQ(tombstone.at("title").as_string(), "");
    EXPECT_EQ(line.body.find("manteau"), std::string::npos);
    EXPECT_EQ(found_by(cadre, "manteau"), "");
}

TEST_P(Threads, nobody_outside_walks_or_finds)
{
    tell_a_story();
    for (const char* stranger : { "voisine", "administration" }) {
        auto browser = as(stranger);
        EXPECT_EQ(browser.get("/api/thread/contribution/c1").status, 404) << stranger;
        EXPECT_EQ(browser.get("/api/thread/sheet/draft").status, 404) << stranger;
        EXPECT_EQ(found_by(browser, "manteau"), "") << stranger;
        EXPECT_EQ(found_by(browser, "brouillon"), "") << stranger;
    }
    EXPECT_EQ(somebody().get("/api/thread/contribution/c1").status, 401);
    EXPECT_EQ(somebody().get("/api/search?q=manteau").status, 401);
}

TEST_P(Threads, a_draft_is_neither_found_nor_walked_past)
{
    tell_a_story();
    auto cadre = as("cadre");
    EXPECT_EQ(found_by(cadre, "brouillon"), "");
    const auto line = cadre.get("/api/thread/experiment/e1");
    EXPECT_EQ(line.body.find("draft"), std::string::npos);
    EXPECT_TRUE(line.data().at("goes_further").as_bool());
}

TEST_P(Threads, what_was_opened_to_the_region_is_read_there_and_its_past_stays_at_home)
{
    tell_a_story();
    put({ ObjectKind::Sheet, "f2", 3, "Une relève pour toute la région", Audience::Region }, hospital_id());
    link(ObjectKind::Experiment, "e1", ObjectKind::Sheet, "f2", "told_in");
    auto neighbour = as("voisine");
    EXPECT_EQ(found_by(neighbour, "releve"), "f2 ");
    const auto line = neighbour.get("/api/thread/sheet/f2");
    ASSERT_EQ(line.status, 200);
    EXPECT_EQ(line_of(line), "i:f2 ");
    EXPECT_TRUE(line.data().at("goes_further").as_bool());
}

TEST_P(Threads, search_wants_every_word_and_gives_the_newest_first)
{
    tell_a_story();
    auto cadre = as("cadre");
    EXPECT_EQ(found_by(cadre, "rel%C3%A8ves"), "f1 e1 idea p1 space ");
    EXPECT_EQ(found_by(cadre, "RELEVE%20assise"), "f1 p1 ");
    EXPECT_EQ(found_by(cadre, "relev%C3%A9"), "f1 e1 idea p1 space ");
    EXPECT_EQ(found_by(cadre, "assise%20rel"), "f1 p1 ");
    EXPECT_EQ(found_by(cadre, "rel%C3%A8ve%20manteau"), "");
    EXPECT_EQ(found_by(cadre, "releve&kind=proposal"), "p1 ");
    EXPECT_EQ(found_by(cadre, "de%20la"), "");
    EXPECT_EQ(found_by(cadre, "releve&kind=nothing"), "request.invalid");
    EXPECT_EQ(found_by(cadre, "releve&page=0"), "request.invalid");
    EXPECT_EQ(found_by(cadre, std::string(201, 'a')), "request.invalid");
}

TEST_P(Threads, pages_of_twenty_meet_without_a_gap)
{
    std::vector<std::string> ids;
    for (int number = 0; number < 45; ++number)
        ids.push_back("idea" + std::to_string(100 + number));
    for (int number = 0; number < 45; ++number)
        put({ ObjectKind::Idea, ids[static_cast<std::size_t>(number)].c_str(), number / 10, "Une idée de pause" },
            hospital_id());
    auto cadre = as("cadre");
    std::set<std::string> seen;
    for (const auto* page : { "1", "2", "3" }) {
        const auto reply = cadre.get(std::string("/api/search?q=pause&page=") + page);
        ASSERT_EQ(reply.status, 200);
        const auto data = reply.data();
        for (const auto& item : data.at("items").as_array())
            EXPECT_TRUE(seen.insert(std::string(item.at("object_id").as_string())).second);
        EXPECT_EQ(reply.data().at("has_more").as_bool(), std::string_view(page) != "3");
    }
    EXPECT_EQ(seen.size(), 45U);
}

TEST_P(Threads, direction_and_staff_representatives_are_sent_the_same_bytes)
{
    tell_a_story();
    for (const char* path : { "/api/home", "/api/thread/sheet/f1", "/api/search?q=releve" })
        EXPECT_EQ(as("directrice").get(path).data_text(), as("representante").get(path).data_text()) << path;
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/campaign_comments_test.cpp
//
// What people write in a campaign: who reads it, what of it is shown, and when nobody reads any. docs/anonymity.md, section 9.

#include <gmock/gmock.h>

#include "store/comments.hpp"
#include "store/destructions.hpp"
#include "tests/support/campaign.hpp"

namespace etabli::tests {

class CampaignComments : public CampaignStory {
protected:
    static constexpr const char* words
        = R"({"code":"words","type":"text","text":{"fr":"Qu’est-ce qui aiderait ?","en":"What would help?"}})";

    /// Published; the first `writers` of 36 people wrote.
    std::string published(std::size_t writers)
    {
        const auto here = draft();
        const auto asked = ask_also(here, words);
        EXPECT_TRUE(asked.may("ask")) << asked.body;
        const auto codes = ready(here);
        answer(here, codes, 12, [&](std::size_t number) {
            return number < writers ? "Madame Durand " + std::to_string(number) : std::string("  ");
        });
        later(8);
        run_jobs();
        open_together(here);
        EXPECT_EQ(stage(here), "published");
        return here;
    }
    Reply say(const std::string& here, const PlayedCollege& college, std::int64_t number, const std::string& before,
        const std::string& shown)
    {
        return as(college.person)
            .post(here + "/comments/" + std::to_string(number),
                json::object { { "college", college.name }, { "before", before }, { "shown", shown } });
    }
    Reply release(const std::string& here, const PlayedCollege& college)
    {
        return as(college.person).post(here + "/comments/release", json::object { { "college", college.name } });
    }
    json::value question(const std::string& here)
    {
        return as("infirmiere").get(here + "/results/comments").data().at("questions").at(0);
    }
};
STORIES(CampaignComments);

TEST_P(CampaignComments, two_colleges_read_them_and_everybody_reads_what_both_agreed_to)
{
    const auto here = published(30);
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(question(here).at("state"), "reading");
    EXPECT_EQ(as("infirmiere").get(here + "/comments").status, 403);
    EXPECT_EQ(as("cadre").get(here + "/comments").status, 403);
    const auto read = as("directrice").get(here + "/comments").data().at("comments").as_array();
    ASSERT_EQ(read.size(), 30);
    std::vector<std::string> texts;
    for (const auto& comment : read)
        texts.emplace_back(comment.at("written").as_string());
    auto sorted = texts;
    std::sort(sorted.begin(), sorted.end(),
        [](const auto& one, const auto& other) { return std::pair(one.size(), one) < std::pair(other.size(), other); });
    EXPECT_EQ(sorted[0], "Madame Durand 0");
    EXPECT_EQ(sorted[29], "Madame Durand 29");
    EXPECT_NE(texts, sorted); // in no order of theirs
    const std::string journal = as("representante").get("/api/audit?chain=" + hospital_id()).body;
    EXPECT_EQ(journal.find("Durand"), std::string::npos);

    const auto hidden = "[…]" + texts[0].substr(texts[0].rfind(' '));
    EXPECT_EQ(say(here, direction_, 1, texts[0], "Monsieur Durand").code(), "request.invalid");
    ASSERT_EQ(say(here, direction_, 1, texts[0], hidden).status, 201);
    EXPECT_EQ(say(here, representatives_, 1, texts[0], texts[0]).code(), "version.stale");
    ASSERT_EQ(say(here, representatives_, 1, hidden, hidden).status, 201);
    for (std::int64_t number = 2; number <= 30; ++number) {
        EXPECT_EQ(release(here, direction_).code(), "campaign.words_unsettled");
        const auto& text = texts[static_cast<std::size_t>(number - 1)];
        const auto shown = number == 2 ? "" : text; // one is left out
        ASSERT_EQ(say(here, direction_, number, text, shown).status, 201);
        ASSERT_EQ(say(here, representatives_, number, shown, shown).status, 201);
    }
    EXPECT_EQ(say(here, direction_, 31, "", "").status, 404);
    auto thief = direction_;
    thief.name = "staff_representatives";
    EXPECT_EQ(release(here, thief).status, 403);
    ASSERT_EQ(release(here, direction_).status, 201);
    EXPECT_EQ(release(here, representatives_).code(), "campaign.already_said");
    const auto shown = question(here);
    EXPECT_EQ(shown.at("state"), "released");
    EXPECT_EQ(shown.at("written"), 30);
    EXPECT_EQ(shown.at("comments").as_array().size(), 29);
    EXPECT_EQ(shown.at("comments").at(0), json::value(hidden));
    EXPECT_THAT(as("directrice").get(here + "/comments").data().at("comments").as_array(), testing::IsEmpty());
}

TEST_P(CampaignComments, what_too_few_wrote_is_read_by_nobody)
{
    const auto here = published(24);
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(question(here).at("state"), "withheld");
    EXPECT_EQ(as("infirmiere").get(here + "/results/comments").body.find("24"), std::string::npos);
    EXPECT_THAT(as("directrice").get(here + "/comments").data().at("comments").as_array(), testing::IsEmpty());
    EXPECT_EQ(release(here, direction_).code(), "campaign.already_said");
}

TEST_P(CampaignComments, what_nobody_released_is_destroyed_on_its_day)
{
    const auto here = published(30);
    ASSERT_FALSE(HasFatalFailure());
    later(60);
    run_jobs();
    EXPECT_EQ(question(here).at("state"), "withheld");
    EXPECT_EQ(as("directrice").get(here + "/comments").code(), "campaign.wrong_stage");
    EXPECT_EQ(
        must(database().read([&](store::Reader& reader) { return reader.count("select count(*) from comment_read"); })), 0);
}

TEST_P(CampaignComments, what_a_backup_brings_back_after_their_day_goes_before_anybody_reads)
{
    const auto here = published(30);
    ASSERT_FALSE(HasFatalFailure());
    const auto count = [&] {
        return must(database().read([&](store::Reader& reader) { return reader.count("select count(*) from comment_read"); }));
    };
    const auto destroy = [&] {
        must(database().write(
            [&](store::Transaction& transaction) { return store::destroy_what_is_due(transaction, context().clock.now()); }));
    };
    destroy();
    EXPECT_EQ(count(), 30);
    later(60); // no job ran meanwhile
    EXPECT_EQ(as("directrice").get(here + "/comments").code(), "campaign.wrong_stage");
    destroy();
    EXPECT_EQ(count(), 0);
}

TEST_P(CampaignComments, words_on_a_sensitive_subject_are_not_asked_nor_by_a_small_house)
{
    const auto sensitive
        = ask_also(draft(), R"({"code":"words","type":"text","sensitivity":"sensitive","text":{"fr":"Racontez","en":"Tell"}})");
    EXPECT_NE(sensitive.body.find("campaign.not_counted"), std::string::npos) << sensitive.body;
    EXPECT_FALSE(sensitive.may("ask"));
    // Who wrote would tell what they answered before.
    const auto after_another = ask_also(draft(),
        R"({"code":"words","type":"text","show_if":["in","pl_good_work",["no"]],"text":{"fr":"Pourquoi ?","en":"Why?"}})");
    EXPECT_NE(after_another.body.find("campaign.not_counted"), std::string::npos) << after_another.body;
    const auto small = ask_also(draft("sealed",
                                    parse_json(R"({"places":[{"code":"p0","name":"Maison","headcount":49,"members":[]}],
                                        "categories":[],"people":[]})")
                                        .value()),
        words);
    EXPECT_NE(small.body.find("campaign.too_few_for_words"), std::string::npos) << small.body;
    EXPECT_FALSE(small.may("ask"));
}

} // namespace etabli::tests

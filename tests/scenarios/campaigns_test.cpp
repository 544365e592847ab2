// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/campaigns_test.cpp
//
// A campaign from its draft to its release; and what never happens on the way. docs/anonymity.md.

#include <functional>

#include <gmock/gmock.h>

#include "engine/publication/publication.hpp"
#include "server/jobs/jobs.hpp"
#include "server/surveys/verify.hpp"
#include "store/ballots.hpp"
#include "store/campaigns.hpp"
#include "store/guichet.hpp"
#include "tests/support/campaign.hpp"

namespace etabli::tests {

class Campaigns : public CampaignStory { };
STORIES(Campaigns);

namespace {

std::string text(const json::value& value, std::string_view name)
{
    return std::string(value.at(name).as_string());
}

/// The cell of a place among results, everybody or one occupation.
json::value cell_of(const json::value& results, std::string_view place, std::string_view category = {})
{
    for (const auto& line : results.at("places").as_array())
        if (line.at("code").as_string() == json::string_view(place))
            for (const auto& cell : line.at("cells").as_array()) {
                const auto* named = cell.as_object().if_contains("category");
                const bool is_all = named == nullptr || named->is_null();
                if (is_all ? category.empty() : named->as_string() == json::string_view(category))
                    return cell;
            }
    return {};
}

} // namespace

TEST_P(Campaigns, a_house_answers_two_colleges_open_and_everybody_reads_the_same)
{
    const auto here = draft();
    const auto forecast = as("infirmiere").get(here + "/forecast?share=75");
    ASSERT_EQ(forecast.status, 200) << forecast.body;
    EXPECT_EQ(forecast.data().at("eligible"), 60);
    EXPECT_EQ(forecast.data().at("minutes_asked"), 60);
    const auto codes = ready(here);
    ASSERT_NO_FATAL_FAILURE();
    EXPECT_EQ(stage(here), "pickup");
    answer(here, codes, 14);
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(stage(here), "open");
    must(urn().flush());
    EXPECT_EQ(as("infirmiere").get(here).data().at("released"), 42);
    later(8);
    run_jobs();
    ASSERT_EQ(stage(here), "closed");
    open_together(here);
    ASSERT_FALSE(HasFatalFailure());
    ASSERT_EQ(stage(here), "published");

    const auto read = as("infirmiere").get(here + "/results");
    ASSERT_EQ(read.status, 200) << read.body;
    const auto results = read.data();
    EXPECT_EQ(results.at("people"), 42);
    EXPECT_EQ(results.at("headcount"), 60);
    EXPECT_EQ(results.at("items").as_array().size(), 6U);
    for (const auto* person : { "directrice", "representante", "cadre" })
        EXPECT_EQ(as(person).get(here + "/results").data_text(), read.data_text());
    EXPECT_EQ(as("voisine").get(here + "/results").status, 404);
    EXPECT_EQ(somebody().get(here + "/results").status, 401);
    EXPECT_TRUE(cell_of(results, "p2").at("open").as_bool());
    EXPECT_EQ(cell_of(results, "p2").at("people"), 14);

    // Nothing is left of what the colleges opened.
    must(database().read([&](store::Reader& reader) -> Result<void> {
        for (const auto envelope : { ballots::Envelope::Profile, ballots::Envelope::Answers })
            EXPECT_TRUE(store::openings_of(reader, CampaignId::trusted(id_of(here)), envelope).value().empty());
        return {};
    }));
}

namespace {

void each_object(const json::value& value, const std::function<void(const json::object&)>& visit)
{
    if (const auto* object = value.if_object()) {
        visit(*object);
        for (const auto& member : *object)
            each_object(member.value(), visit);
    } else if (const auto* list = value.if_array())
        for (const auto& each : *list)
            each_object(each, visit);
}

} // namespace

TEST_P(Campaigns, every_number_that_can_be_reached_is_in_the_published_file)
{
    constexpr int people = 33; // a comparison wants thirty on both sides
    const auto here = draft("sealed", three_units(people));
    const auto codes = ready(here, 3 * people);
    ASSERT_FALSE(HasFatalFailure());
    answer(here, codes, 31);
    later(8);
    run_jobs();
    open_together(here);
    ASSERT_FALSE(HasFatalFailure());
    const auto file = as("infirmiere").get(here + "/results/publication");
    ASSERT_EQ(file.status, 200);
    const auto publication = publication::Publication::read(file.body).value();
    EXPECT_EQ(publication.signers().size(), 1U);
    // Every place, occupation and question, known and unknown: what answers is a cell of the file, with its very numbers.
    std::set<std::vector<std::int64_t>> written;
    for (std::size_t rank = 0; rank < publication.open().size(); ++rank)
        for (std::size_t item = 0; item < publication.items().size(); ++item)
            if (const auto shown = publication.look_up(rank, item)) {
                auto counts = shown->by_option;
                counts.push_back(shown->no_answer);
                written.insert(counts);
            }
    const auto counts_of = [](const auto& shown) {
        std::vector<std::int64_t> counts;
        for (const auto& each : shown.at("by_option").as_array())
            counts.push_back(each.as_int64());
        counts.push_back(shown.at("no_answer").as_int64());
        return counts;
    };
    int reached = 0;
    int compared = 0;
    const auto whole = as("cadre").get(here + "/results/places/p0").data();
    for (const auto* place : { "p0", "p1", "p2", "p3", "p4", "p5", "", "..", "p2%00", "P2" })
        for (const auto* query : { "", "?category=c1", "?category=c2", "?category=c3", "?category=-", "?category=" }) {
            const auto reply = as("cadre").get(here + "/results/places/" + std::string(place) + query);
            if (reply.status != 200 || !reply.json().as_object().contains("data")
                || !reply.data().as_object().contains("items"))
                continue;
            const auto data = reply.data();
            for (const auto& line : data.at("items").as_array())
                if (const auto* shown = line.as_object().if_contains("shown"); shown != nullptr && shown->is_object()) {
                    EXPECT_TRUE(written.contains(counts_of(*shown))) << place << query << " " << line;
                    ++reached;
                }
            const auto* rest = data.as_object().if_contains("rest");
            if (rest == nullptr || !rest->is_object() || *query != '\0')
                continue;
            // The rest is the establishment less the place, and both stand in the file.
            EXPECT_GE(rest->at("people").as_int64(), 30);
            EXPECT_GE(data.at("people").as_int64(), 30);
            ++compared;
            const auto& lines = rest->at("items").as_array();
            for (std::size_t item = 0; item < lines.size(); ++item)
                if (const auto* shown = lines[item].as_object().if_contains("shown"); shown != nullptr && shown->is_object()) {
                    const auto left = counts_of(*shown);
                    const auto part = counts_of(data.at("items").as_array()[item].at("shown"));
                    const auto all = counts_of(whole.at("items").as_array()[item].at("shown"));
                    for (std::size_t at = 0; at < left.size(); ++at)
                        EXPECT_EQ(left[at] + part[at], all[at]);
                    ++reached;
                }
        }
    EXPECT_GT(reached, 30);
    EXPECT_EQ(compared, 4); // a pole and three units
    // Whatever else somebody thinks of asking, in whatever words.
    std::vector<std::string> answered { "/results", "/results/comments" };
    const auto listed = as("cadre").get(here + "/results").data();
    for (const auto& item : listed.at("items").as_array())
        answered.push_back("/results/items/" + text(item, "code"));
    const std::vector<std::string> wishes { "category=c1", "category=c2,c1", "place=p2", "places=p2,p3", "filter=c1",
        "where=x%3E1", "by=age", "group=p2", "except=p2", "minus=p3", "k=1", "threshold=1", "raw=1", "format=csv", "share=1",
        "limit=1", "item=week", "without=p4", "q=*", "date=2026-01-01" };
    for (const auto& path : answered)
        for (std::size_t wish = 0; wish <= wishes.size(); ++wish) {
            const auto query = wish == wishes.size() ? std::string() : "?" + wishes[wish];
            const auto reply = as("cadre").get(here + path + query);
            if (reply.status != 200)
                continue;
            each_object(reply.json(), [&](const json::object& object) {
                if (object.contains("by_option")) {
                    EXPECT_TRUE(written.contains(counts_of(object))) << path << query << " " << json_text(object);
                }
            });
        }
    for (const auto* item : { "nothing", "week", "week:yes" })
        EXPECT_EQ(as("cadre").get(here + "/results/items/" + item).status, 404);
}

TEST_P(Campaigns, a_light_question_needs_no_key_and_shows_the_whole_house_alone)
{
    const auto here = draft("light",
        parse_json(
            R"({"places":[{"code":"p0","name":"Hôpital des Essais","headcount":30,"members":[]}],"categories":[],"people":[]})")
            .value());
    const auto codes = ready(here, 30);
    ASSERT_FALSE(HasFatalFailure());
    answer(here, codes, 20);
    ASSERT_FALSE(HasFatalFailure());
    later(8);
    run_jobs();
    ASSERT_EQ(stage(here), "published");
    const auto results = as("infirmiere").get(here + "/results").data();
    EXPECT_EQ(results.at("people"), 20);
    EXPECT_EQ(results.at("places").as_array().size(), 1U);
    // A key ceremony is not for it.
    EXPECT_EQ(
        as("directrice")
            .post(here + "/commitments", json::object { { "college", "direction" }, { "commitment", std::string(64, 'a') } })
            .status,
        403);
}

TEST_P(Campaigns, a_draft_that_does_not_hold_together_is_not_put_to_the_colleges)
{
    const auto here = draft();
    auto edit = edit_of(here);
    auto small = three_units();
    small.as_object()["places"].as_array()[4].as_object()["headcount"] = 10;
    edit["cut"] = small;
    edit["destroy_by"] = day(400);
    const auto written = as("referente").put(here, edit);
    ASSERT_EQ(written.status, 200) << written.body;
    EXPECT_FALSE(written.may("ask"));
    EXPECT_NE(written.body.find("campaign.place_too_small"), std::string::npos);
    EXPECT_NE(written.body.find("campaign.destroyed_too_late"), std::string::npos);
    EXPECT_EQ(as("referente").post(here + "/gate", json::object { { "note", "" } }).status, 422);
    EXPECT_EQ(as("infirmiere").get(here + "/forecast").status, 422);
    EXPECT_EQ(as("usagers").put(here, edit_of(here)).status, 403);
    EXPECT_EQ(as("referente").put(here, edit).code(), "version.stale");
    // A threshold is raised, never lowered.
    auto lower = edit_of(here);
    lower["k"] = 10;
    EXPECT_EQ(as("referente").put(here, lower).status, 422);
}

TEST_P(Campaigns, what_a_refused_gate_gives_back_is_a_draft)
{
    const auto here = draft();
    const auto asked = as("referente").post(here + "/gate", json::object { { "note", "" } });
    ASSERT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(stage(here), "asked");
    EXPECT_EQ(as("referente").put(here, edit_of(here)).code(), "campaign.not_a_draft");
    const auto said = as("representante")
                          .put("/api/gates/" + text(asked.data(), "gate_id") + "/answer",
                              json::object { { "college_id", college_id("staff_representatives") }, { "answer", "no" },
                                  { "reason", "Trop de questions." } });
    ASSERT_EQ(said.status, 200) << said.body;
    EXPECT_EQ(stage(here), "draft");
}

TEST_P(Campaigns, fewer_than_k_ballots_are_destroyed_unopened)
{
    const auto here = draft();
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    answer(here, codes, 3); // nine people
    ASSERT_FALSE(HasFatalFailure());
    later(8);
    run_jobs();
    const auto view = as("infirmiere").get(here).data();
    EXPECT_EQ(view.at("stage"), "ended");
    EXPECT_EQ(view.at("ended_reason"), "too_few");
    EXPECT_EQ(as("directrice").get(here + "/ballots").code(), "campaign.wrong_stage");
    EXPECT_EQ(must(database().read([&](store::Reader& reader) { return store::count_ballots(reader, id_of(here)); })), 0);
}

TEST_P(Campaigns, a_token_is_given_once_and_a_lost_reply_loses_nothing)
{
    const auto here = draft();
    const auto codes = ready(here, 20);
    ASSERT_FALSE(HasFatalFailure());
    auto mine = phone(here);
    const auto first = take_token(here, mine, codes[0]);
    ASSERT_EQ(first.status, 201) << first.body;
    const auto ask = [&](const std::string& code, const std::string& blinded) {
        return somebody().post(
            "/api/guichet/" + id_of(here) + "/tokens", json::object { { "code", code }, { "blinded", blinded } });
    };
    EXPECT_EQ(ask(codes[0], mine.blinded).data_text(), first.data_text());
    auto other = phone(here);
    EXPECT_EQ(take_token(here, other, codes[0]).code(), "code.used");
    EXPECT_EQ(take_token(here, other, "0123456789abcdefghjkmnpqrs").code(), "code.unknown");
    // A blinded message that is no number below the modulus, or not as long.
    EXPECT_EQ(ask(codes[1], base64url(std::string(384, '\xff'))).status, 422);
    EXPECT_EQ(ask(codes[1], base64url(std::string(383, '\x01'))).status, 422);
    EXPECT_EQ(ask(codes[1], "???").status, 422);
    // What a mail gateway does to links takes nothing.
    for (int visit = 0; visit < 3; ++visit)
        EXPECT_EQ(somebody().get("/api/guichet/" + id_of(here)).status, 200);
    EXPECT_EQ(take_token(here, other, codes[1]).status, 201);
    EXPECT_EQ(as("referente").post(here + "/codes", json::object { { "count", 60 } }).code(), "campaign.too_many_codes");
    // Nothing a browser brought along is looked at, and codes are typed as people type them.
    auto typed = phone(here);
    auto spaced = codes[2];
    spaced.insert(13, " - ");
    std::transform(spaced.begin(), spaced.end(), spaced.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    EXPECT_EQ(take_token(here, typed, spaced).status, 201);
}

TEST_P(Campaigns, the_urn_takes_each_ballot_once_and_nothing_else)
{
    const auto here = draft();
    const auto codes = ready(here, 40);
    ASSERT_FALSE(HasFatalFailure());
    std::vector<PlayedPhone> phones;
    for (int number = 0; number < 10; ++number) {
        phones.push_back(phone(here));
        ASSERT_EQ(take_token(here, phones.back(), codes[static_cast<std::size_t>(number)]).status, 201);
    }
    // Tokens may be taken before, ballots not.
    EXPECT_EQ(hand_in(here, ballot(here, phones[0], { "p2", "c1" }, "{}")).code(), "campaign.not_open");
    later(2);
    EXPECT_EQ(hand_in(here, ballot(here, phones[0], { "p2", "c1" }, "{}")).code(), "campaign.too_few");
    phones.push_back(phone(here));
    ASSERT_EQ(take_token(here, phones.back(), codes[10]).status, 201);

    const auto mine = ballot(here, phones[0], { "p2", "c1" }, R"({"week_1":"a"})");
    const auto taken = hand_in(here, mine);
    ASSERT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(hand_in(here, mine).data_text(), taken.data_text()); // the same bytes again
    EXPECT_EQ(hand_in(here, ballot(here, phones[0], { "p2", "c1" }, "{}")).code(), "ballot.other"); // a second answer
    // A swapped envelope under a valid token, a forged token, another campaign's, one that is not JSON.
    auto swapped = parse_json(ballot(here, phones[1], { "p2", "c1" }, "{}")).value();
    swapped.as_object()["answers"] = parse_json(mine).value().at("answers");
    EXPECT_EQ(hand_in(here, json_text(swapped)).code(), "ballot.refused");
    auto forged = parse_json(ballot(here, phones[1], { "p2", "c1" }, "{}")).value();
    forged.as_object()["token"] = base64url(std::string(384, '\x07'));
    EXPECT_EQ(hand_in(here, json_text(forged)).code(), "ballot.refused");
    auto elsewhere = parse_json(ballot(here, phones[1], { "p2", "c1" }, "{}")).value();
    elsewhere.as_object()["campaign"] = "0123456789abcdefghjkmnpqrs";
    EXPECT_EQ(hand_in(here, json_text(elsewhere)).code(), "ballot.refused");
    EXPECT_NE(hand_in(here, "[]").status, 200);
    EXPECT_NE(hand_in(here, "").status, 200);
    EXPECT_EQ(somebody().get("/api/urn/0123456789abcdefghjkmnpqrs").status, 404);

    // Nothing is released under k, then all at once, and everybody finds their own.
    must(urn().flush());
    EXPECT_EQ(somebody().get("/api/urn/" + id_of(here)).data().at("released"), 0);
    for (std::size_t number = 1; number < phones.size(); ++number)
        ASSERT_EQ(hand_in(here, ballot(here, phones[number], { "p2", "c1" }, "{}")).status, 200);
    must(urn().flush());
    const auto urn_shown = somebody().get("/api/urn/" + id_of(here)).data();
    EXPECT_EQ(urn_shown.at("released"), 11);
    EXPECT_EQ(urn_shown.at("batches").as_array().size(), 1U);
    const auto listed = somebody().get("/api/urn/" + id_of(here) + "/receipts").data();
    const auto& receipts = listed.at("receipts").as_array();
    EXPECT_TRUE(std::is_sorted(receipts.begin(), receipts.end(),
        [](const json::value& one, const json::value& other) { return one.as_string() < other.as_string(); }));
    EXPECT_NE(std::find(receipts.begin(), receipts.end(), taken.data().at("receipt")), receipts.end());
    later(9);
    EXPECT_EQ(hand_in(here, ballot(here, phones[1], { "p2", "c1" }, "{}")).code(), "campaign.not_open");
}

} // namespace etabli::tests

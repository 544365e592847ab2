// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/two_hosts_test.cpp
//
// Guichet and urn run by two bodies, on two servers and two databases: what one hands the other, and what is refused of it.
// docs/anonymity.md, section 8.

#include <fstream>

#include <gmock/gmock.h>

#include "server/surveys/verify.hpp"
#include "store/guichet.hpp"
#include "tests/support/command.hpp"
#include "tests/support/two_hosts.hpp"

namespace etabli::tests {

class HostsApart : public TwoHosts { };
STORIES(HostsApart);

namespace {

std::string text(const json::value& value, std::string_view name)
{
    return std::string(value.at(name).as_string());
}

} // namespace

TEST_P(HostsApart, tokens_here_ballots_there_and_both_colleges_open_what_comes_back)
{
    const auto here = draft();
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(text(manifest(here), "urn"), urn_address());
    must(hand_over_manifest(here));
    run_urn_jobs();
    answer(here, codes, 14);
    ASSERT_FALSE(HasFatalFailure());
    must(database().read([&](store::Reader& reader) -> Result<void> {
        EXPECT_EQ(store::count_ballots(reader, id_of(here)).value(), 0);
        EXPECT_EQ(store::tokens_issued(reader, CampaignId::trusted(id_of(here))).value(), 60);
        return {};
    }));
    // How many answered is not known here, and is not told as nobody.
    const auto open = as("infirmiere").get(here).data();
    EXPECT_EQ(text(open, "stage"), "open");
    EXPECT_EQ(text(open, "urn"), urn_address());
    EXPECT_TRUE(open.at("released").is_null());
    EXPECT_EQ(code_of(give(here)), "urn.not_closed");

    later(8);
    run_guichet_jobs();
    const auto awaited = as("infirmiere").get(here).data();
    EXPECT_EQ(text(awaited, "stage"), "closed");
    EXPECT_EQ(text(awaited, "ballots_awaited_since"), day(0));
    EXPECT_TRUE(awaited.at("released").is_null());
    EXPECT_EQ(as("directrice").get(here + "/ballots").code(), "campaign.wrong_stage");
    run_urn_jobs();
    const auto closed = must(give(here));
    const auto taken = must(take(closed, text(at_urn().get("/api/urn/" + id_of(here)).data(), "head")));
    EXPECT_EQ(taken.ballots, 42);
    EXPECT_EQ(code_of(take(closed)), "handover.taken");
    const auto back = as("infirmiere").get(here).data();
    EXPECT_TRUE(back.at("ballots_awaited_since").is_null());
    EXPECT_EQ(back.at("released"), 42);

    const auto set = as("directrice").get(here + "/ballots").body;
    open_together(here);
    ASSERT_FALSE(HasFatalFailure());
    ASSERT_EQ(stage(here), "published");
    EXPECT_EQ(as("infirmiere").get(here + "/results").data().at("people"), 42);
    const auto checks = must(surveys::verify_campaign({ .guichet = manifest_file(here).text,
        .urn = at_urn().get("/api/urn/" + id_of(here)).body,
        .receipts = at_urn().get("/api/urn/" + id_of(here) + "/receipts").body,
        .ballots = set,
        .publication = as("cadre").get(here + "/results/publication").body,
        .hash = text(back, "manifest_sha256") }));
    EXPECT_GE(checks.size(), 12U);
    for (const auto& check : checks)
        EXPECT_TRUE(check.holds) << check.what << " " << check.detail;

    // On the declared day nothing sealed is left, here or there.
    later(50);
    run_guichet_jobs();
    run_urn_jobs();
    for (auto* either : { &database(), &urn_database() })
        EXPECT_EQ(must(either->read([&](store::Reader& reader) { return store::count_ballots(reader, id_of(here)); })), 0);
    EXPECT_EQ(must(database().read(
                  [&](store::Reader& reader) { return store::codes_drawn(reader, CampaignId::trusted(id_of(here))); })),
        0);
    EXPECT_EQ(code_of(give(here)), "urn.nothing_left");
    EXPECT_EQ(stage(here), "published");
}

TEST_P(HostsApart, what_is_meant_for_the_urn_is_refused_at_the_guichet_in_words)
{
    const auto here = draft();
    const auto codes = ready(here, 20);
    ASSERT_FALSE(HasFatalFailure());
    const auto urn = "/api/urn/" + id_of(here);
    auto mine = phone(here);
    ASSERT_EQ(take_token(here, mine, codes[0]).status, 201);
    EXPECT_EQ(somebody().send("POST", urn + "/ballots", ballot(here, mine, { "p2", "c1" }, "{}")).code(), "urn.elsewhere");
    EXPECT_EQ(somebody().get(urn).code(), "urn.elsewhere");
    EXPECT_EQ(somebody().get(urn + "/receipts").code(), "urn.elsewhere");
    // A program that is both says the same of a campaign whose urn is another's.
    ServedRole both(resources::Role::All, context(), live());
    EXPECT_EQ(Browser(both.address()).get(urn).code(), "urn.elsewhere");
    EXPECT_EQ(Browser(both.address()).send("POST", urn + "/ballots", "{}").code(), "urn.elsewhere");
    // And the urn knows no account, no code and no campaign that it was not handed.
    EXPECT_EQ(at_urn().get("/api/guichet/" + id_of(here)).status, 404);
    EXPECT_EQ(at_urn().get("/api/session").status, 404);
    EXPECT_EQ(at_urn().get(urn).status, 404);
}

TEST_P(HostsApart, the_page_may_speak_to_this_urn_alone_and_the_urn_hears_any_page)
{
    const auto here = draft();
    static_cast<void>(ready(here, 20));
    ASSERT_FALSE(HasFatalFailure());
    const auto policy_of = [&](const std::string& path) { return somebody().get(path).headers["content-security-policy"]; };
    for (const auto* way : { "", "/borne", "/papier" }) // a phone, a kiosk, the desk where paper is typed
        EXPECT_THAT(policy_of("/q/" + id_of(here) + way), testing::EndsWith("; connect-src 'self' " + urn_address())) << way;
    for (const auto* path : { "/", "/q/0123456789abcdefghjkmnpqrs", "/q/x", "/s/x" })
        EXPECT_THAT(policy_of(path), testing::Not(testing::HasSubstr("connect-src"))) << path;

    must(hand_over_manifest(here));
    auto page = at_urn();
    page.set_header("Origin", address_);
    page.set_header("Sec-Fetch-Site", "cross-site");
    page.set_header("Access-Control-Request-Method", "POST");
    const auto urn = "/api/urn/" + id_of(here);
    const auto asked = page.send("OPTIONS", urn + "/ballots", {});
    EXPECT_EQ(asked.status, 204);
    EXPECT_EQ(asked.headers.at("access-control-allow-origin"), "*");
    EXPECT_EQ(asked.headers.at("access-control-allow-methods"), "POST");
    EXPECT_EQ(asked.headers.at("access-control-allow-headers"), "content-type");
    EXPECT_EQ(asked.headers.count("access-control-allow-credentials"), 0U);
    // A refusal can be read by the page as well.
    const auto refused = page.send("POST", urn + "/ballots", "{}");
    EXPECT_EQ(refused.code(), "campaign.not_open");
    EXPECT_EQ(refused.headers.at("access-control-allow-origin"), "*");
    // The guichet keeps to its own pages.
    auto other = somebody();
    other.set_header("Origin", urn_address());
    EXPECT_EQ(other.post("/api/guichet/" + id_of(here) + "/tokens", json::object {}).code(), "request.wrong_origin");
    EXPECT_EQ(other.send("OPTIONS", "/api/guichet/" + id_of(here) + "/tokens", {}).status, 405);
    EXPECT_EQ(somebody().get("/api/guichet/" + id_of(here)).headers.count("access-control-allow-origin"), 0U);
}

TEST_P(HostsApart, fewer_than_k_are_destroyed_there_and_it_ends_here)
{
    const auto here = draft();
    answer_elsewhere(here, 3); // nine people
    ASSERT_FALSE(HasFatalFailure());
    const auto closed = must(give(here));
    EXPECT_EQ(std::count(closed.begin(), closed.end(), '\n'), 1);
    // Whoever read a head of an urn that held ballots does not believe that it was destroyed.
    EXPECT_EQ(code_of(take(closed, std::string(64, 'a'))), "handover.altered");
    EXPECT_EQ(must(take(closed)).ballots, std::nullopt);
    const auto view = as("infirmiere").get(here).data();
    EXPECT_EQ(text(view, "stage"), "ended");
    EXPECT_EQ(text(view, "ended_reason"), "too_few");
    EXPECT_EQ(code_of(take(closed)), "handover.not_awaited");
}

TEST_P(HostsApart, an_urn_that_is_never_handed_over_ends_on_the_declared_day_on_both_sides)
{
    const auto here = draft();
    answer_elsewhere(here, 4);
    ASSERT_FALSE(HasFatalFailure());
    later(50);
    run_guichet_jobs();
    run_urn_jobs();
    EXPECT_EQ(text(as("infirmiere").get(here).data(), "ended_reason"), "too_late");
    EXPECT_EQ(must(urn_database().read([&](store::Reader& reader) { return store::count_ballots(reader, id_of(here)); })), 0);
    EXPECT_EQ(code_of(give(here)), "urn.nothing_left");
}

TEST_P(HostsApart, the_commands_say_what_they_did_and_why_not)
{
    // The program has a clock of its own: the story begins no earlier than today.
    clock_.set(std::max(clock_.now(), SystemClock().now()));
    const auto here = draft();
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    const auto file = where().folder + "/manifest.json";
    std::ofstream(file) << manifest_file(here).text;
    const auto urn = [&](std::vector<std::string> words) { return run_command(urn_command(words)); };
    const auto other = urn({ "urn", "take", file, "--hash", std::string(32, '0') });
    EXPECT_EQ(other.code, 2);
    EXPECT_THAT(other.err, testing::HasSubstr("manifest.refused"));
    EXPECT_EQ(other.out, "");
    const auto hash = text(as("cadre").get(here).data(), "manifest_sha256");
    const auto taken = urn({ "urn", "take", file, "--hash", hash.substr(0, 32) });
    EXPECT_EQ(taken.code, 0) << taken.err;
    EXPECT_THAT(taken.out, testing::HasSubstr(hash));
    run_urn_jobs();
    answer(here, codes, 4);
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_THAT(urn({ "urn", "give", id_of(here) }).err, testing::HasSubstr("urn.not_closed"));
    later(8);
    run_urn_jobs();
    const auto given = urn({ "urn", "give", id_of(here) });
    EXPECT_EQ(given.code, 0) << given.err;
    EXPECT_EQ(given.out, must(give(here)));
    const auto closed = where().folder + "/closed.jsonl";
    std::ofstream(closed) << given.out;
    auto words = std::vector<std::string> { "ballots", "take", closed, "--data", where().folder };
    if (GetParam() == store::Engine::Postgres)
        words.insert(words.end(), { "--database", where().postgres_url });
    const auto early = run_command(words); // by its clock the campaign is still open
    EXPECT_EQ(early.code, 1);
    EXPECT_THAT(early.err, testing::HasSubstr("handover.not_awaited"));
    EXPECT_TRUE(as("infirmiere").get(here).data().at("released").is_null());
    words[2] = file;
    EXPECT_THAT(run_command(words).err, testing::HasSubstr("handover.unreadable"));
}

} // namespace etabli::tests

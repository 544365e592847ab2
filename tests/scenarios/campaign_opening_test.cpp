// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/campaign_opening_test.cpp
//
// Halves, the joint opening, refusals, what is destroyed and when, and a campaign checked again. docs/anonymity.md, section 7.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "engine/publication/publication.hpp"
#include "server/jobs/jobs.hpp"
#include "server/surveys/verify.hpp"
#include "store/ballots.hpp"
#include "store/campaigns.hpp"
#include "store/guichet.hpp"
#include "tests/support/campaign.hpp"

namespace etabli::tests {

class CampaignOpenings : public CampaignStory {
protected:
    /// Twelve of each unit answered; the urn is closed.
    std::string closed()
    {
        auto here = draft();
        answer(here, ready(here), 12);
        later(8);
        run_jobs();
        return here;
    }
};
STORIES(CampaignOpenings);

namespace {

std::string text(const json::value& value, std::string_view name)
{
    return std::string(value.at(name).as_string());
}

} // namespace

TEST_P(CampaignOpenings, one_college_alone_opens_nothing_and_nobody_opens_out_of_turn)
{
    const auto here = draft();
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    answer(here, codes, 12);
    EXPECT_EQ(as("directrice").get(here + "/ballots").code(), "campaign.wrong_stage");
    later(8);
    run_jobs();
    ASSERT_EQ(stage(here), "closed");
    EXPECT_EQ(as("infirmiere").get(here + "/ballots").status, 403);
    EXPECT_EQ(open_part(here, direction_, "answers").code(), "campaign.wrong_stage");
    ASSERT_EQ(open_part(here, direction_, "profile").status, 201);
    run_jobs();
    EXPECT_EQ(stage(here), "closed"); // alone
    EXPECT_EQ(open_part(here, direction_, "profile").code(), "campaign.already_said");
    EXPECT_EQ(as("directrice").get(here + "/mask").code(), "campaign.wrong_stage");
    // In the other college's name, with a half that is not its own, of another set.
    auto thief = direction_;
    thief.name = "staff_representatives";
    EXPECT_EQ(open_part(here, thief, "profile").status, 403);
    auto wrong = representatives_;
    wrong.half = ballots::SecretHalf::make(random_);
    EXPECT_EQ(open_part(here, wrong, "profile").code(), "campaign.proof_invalid");
    const auto moved = as("representante")
                           .post(here + "/openings",
                               json::object { { "college", "staff_representatives" }, { "envelope", "profile" },
                                   { "root", std::string(64, '0') }, { "openings", "" } });
    EXPECT_EQ(moved.code(), "campaign.set_moved");
    ASSERT_EQ(open_part(here, representatives_, "profile").status, 201);
    ASSERT_EQ(stage(here), "counted");
    EXPECT_EQ(open_part(here, direction_, "answers").code(), "campaign.wrong_stage"); // the mask comes first
    EXPECT_EQ(sign_mask(here, wrong).code(), "campaign.proof_invalid");
    ASSERT_EQ(sign_mask(here, direction_).status, 201);
    EXPECT_EQ(stage(here), "counted");
    EXPECT_EQ(as("infirmiere").get(here + "/results").code(), "campaign.not_published");
}

TEST_P(CampaignOpenings, a_half_that_answers_last_cannot_choose_itself)
{
    const auto here = draft();
    pass_gate(here);
    ASSERT_FALSE(HasFatalFailure());
    const auto half = ballots::SecretHalf::make(random_);
    const auto key = ballots::SigningKey::of_seed(ballots::signing_seed(half)).public_key();
    const auto proof = half.prove(ballots::half_context(id_of(here), "direction"), random_);
    const auto shown = [&](const std::string& college, const ballots::PossessionProof& by) {
        return json::object { { "college", college }, { "public_half", base64url(as_text(half.public_half())) },
            { "signing_key", base64url(key) }, { "proof", base64url(by.bytes()) } };
    };
    const auto commit = [&](const std::string& person, const std::string& college) {
        return as(person).post(here + "/commitments",
            json::object { { "college", college },
                { "commitment", ballots::commitment_of(id_of(here), college, half.public_half(), key, proof) } });
    };
    EXPECT_EQ(commit("representante", "direction").status, 403);
    ASSERT_EQ(commit("directrice", "direction").status, 201);
    EXPECT_EQ(commit("directrice", "direction").code(), "campaign.already_said");
    // Nobody shows theirs while the other may still choose.
    EXPECT_EQ(as("directrice").post(here + "/reveals", shown("direction", proof)).code(), "campaign.wrong_stage");
    ASSERT_EQ(commit("representante", "staff_representatives").status, 201);
    // A proof made for one college is none for the other; a half that was not announced is refused.
    EXPECT_EQ(
        as("representante").post(here + "/reveals", shown("staff_representatives", proof)).code(), "campaign.proof_invalid");
    const auto other_proof = half.prove(ballots::half_context(id_of(here), "staff_representatives"), random_);
    EXPECT_EQ(as("representante").post(here + "/reveals", shown("staff_representatives", other_proof)).code(),
        "campaign.commitment_other");
    EXPECT_EQ(as("directrice").post(here + "/reveals", shown("direction", proof)).status, 201);
    EXPECT_EQ(as("referente").post(here + "/codes", json::object { { "count", 5 } }).code(), "campaign.wrong_stage");
    EXPECT_EQ(somebody().get("/api/guichet/" + id_of(here)).status, 404); // nothing is asked before it is signed
}

TEST_P(CampaignOpenings, thirty_days_after_a_refusal_nothing_is_left_to_open)
{
    const auto here = closed();
    ASSERT_FALSE(HasFatalFailure());
    const auto refused
        = as("representante")
              .post(here + "/refusals",
                  json::object { { "college", "staff_representatives" }, { "reason", "La direction a relancé par équipe." } });
    ASSERT_EQ(refused.status, 201) << refused.body;
    later(29);
    run_jobs();
    EXPECT_EQ(stage(here), "closed");
    later(1);
    run_jobs();
    const auto view = as("infirmiere").get(here).data();
    EXPECT_EQ(view.at("stage"), "ended");
    EXPECT_EQ(view.at("ended_reason"), "refused");
    EXPECT_NE(as("infirmiere").get(here).body.find("La direction a relancé par équipe."), std::string::npos);
    EXPECT_EQ(must(database().read([&](store::Reader& reader) { return store::count_ballots(reader, id_of(here)); })), 0);
}

TEST_P(CampaignOpenings, on_its_day_everything_sealed_is_destroyed_and_the_release_stays)
{
    const auto here = closed();
    ASSERT_FALSE(HasFatalFailure());
    open_together(here);
    ASSERT_EQ(stage(here), "published");
    EXPECT_EQ(must(database().read([&](store::Reader& reader) { return store::count_ballots(reader, id_of(here)); })), 36);
    later(60);
    run_jobs();
    EXPECT_EQ(must(database().read([&](store::Reader& reader) { return store::count_ballots(reader, id_of(here)); })), 0);
    EXPECT_FALSE(
        database().read([&](store::Reader& reader) { return store::load_key(reader, CampaignId::trusted(id_of(here))); }).ok());
    EXPECT_EQ(as("infirmiere").get(here + "/results").status, 200);
}

TEST_P(CampaignOpenings, a_half_that_is_lost_has_thirty_days_to_be_found_again)
{
    const auto here = closed();
    ASSERT_FALSE(HasFatalFailure());
    ASSERT_EQ(as("directrice").post(here + "/losses", json::object { { "college", "direction" } }).status, 201);
    later(20);
    run_jobs();
    ASSERT_EQ(open_part(here, direction_, "profile").status, 201); // found
    later(20);
    run_jobs();
    EXPECT_EQ(stage(here), "closed");
    ASSERT_EQ(as("representante").post(here + "/losses", json::object { { "college", "staff_representatives" } }).status, 201);
    later(30);
    run_jobs();
    const auto view = as("infirmiere").get(here).data();
    EXPECT_TRUE(view.at("ended_reason") == "half_lost" || view.at("ended_reason") == "too_late") << view;
}

TEST_P(CampaignOpenings, it_is_given_up_only_before_anybody_could_answer)
{
    const auto here = draft();
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(as("usagers").post(here + "/withdrawal", json::object {}).status, 403);
    later(2);
    EXPECT_EQ(as("referente").post(here + "/withdrawal", json::object {}).code(), "campaign.wrong_stage");
    clock_.set(clock_.now().plus(std::chrono::hours(-48)));
    ASSERT_EQ(as("referente").post(here + "/withdrawal", json::object {}).status, 201);
    EXPECT_EQ(as("infirmiere").get(here).data().at("ended_reason"), "withdrawn");
    EXPECT_EQ(somebody()
                  .post("/api/guichet/" + id_of(here) + "/tokens",
                      json::object { { "code", codes[0] }, { "blinded", base64url(std::string(384, '\x01')) } })
                  .code(),
        "campaign.not_open");
}

TEST_P(CampaignOpenings, a_questionnaire_whose_answers_nobody_could_read_is_not_asked)
{
    const auto here = draft();
    const auto written
        = ask_also(here, R"({"code":"age","type":"number","min":18,"max":70,"text":{"fr":"Votre âge ?","en":"Your age?"}})");
    ASSERT_EQ(written.status, 200) << written.body;
    EXPECT_NE(written.body.find("campaign.not_counted"), std::string::npos);
    EXPECT_FALSE(written.may("ask"));
}

TEST_P(CampaignOpenings, anybody_checks_it_again_from_its_files)
{
    const auto here = draft();
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    answer(here, codes, 12);
    must(urn().flush());
    later(8);
    run_jobs();
    surveys::CampaignFiles files;
    files.guichet = somebody().get("/api/guichet/" + id_of(here)).body;
    files.urn = somebody().get("/api/urn/" + id_of(here)).body;
    files.receipts = somebody().get("/api/urn/" + id_of(here) + "/receipts").body;
    files.ballots = as("representante").get(here + "/ballots").body;
    files.hash = text(as("infirmiere").get(here).data(), "manifest_sha256").substr(0, 16);
    open_together(here);
    files.publication = as("infirmiere").get(here + "/results/publication").body;
    const auto broken = [](const surveys::CampaignFiles& given) {
        std::vector<std::string> names;
        const auto checks = surveys::verify_campaign(given).value();
        for (const auto& check : checks)
            if (!check.holds)
                names.push_back(check.what);
        return names;
    };
    EXPECT_THAT(broken(files), testing::IsEmpty());
    EXPECT_GE(surveys::verify_campaign(files).value().size(), 12U);
    using Names = std::vector<std::string>;
    // A row removed, a row added, a ballot altered, another manifest, another file.
    auto less = files;
    auto receipts = parse_json(files.receipts).value();
    receipts.at("data").at("receipts").as_array().erase(receipts.at("data").at("receipts").as_array().begin());
    less.receipts = json_text(receipts);
    EXPECT_EQ(broken(less), (Names { "receipts.root", "receipts.as_many_as_released", "ballots.are_the_receipts" }));
    auto set = parse_json(files.ballots).value();
    auto& ballots_list = set.at("data").at("ballots").as_array();
    auto missing = files;
    ballots_list.erase(ballots_list.begin());
    missing.ballots = json_text(set);
    EXPECT_EQ(
        broken(missing), (Names { "ballots.root", "ballots.are_the_receipts", "publication.counts_no_more_than_the_urn" }));
    auto swapped = files;
    set = parse_json(files.ballots).value();
    auto& two = set.at("data").at("ballots").as_array();
    std::swap(two[0].at("answers"), two[1].at("answers"));
    swapped.ballots = json_text(set);
    EXPECT_EQ(broken(swapped), Names { "ballots.each" });
    auto printed = files;
    printed.hash = "0000000000000000";
    EXPECT_EQ(broken(printed), Names { "manifest.hash" });
    auto unsigned_one = files;
    auto guichet = parse_json(files.guichet).value();
    guichet.at("data").at("signatures").as_array().pop_back();
    unsigned_one.guichet = json_text(guichet);
    EXPECT_EQ(broken(unsigned_one), Names { "manifest.signatures" });
    auto chained = files;
    auto urn = parse_json(files.urn).value();
    urn.at("data").at("batches").as_array()[0].at("count") = 35;
    chained.urn = json_text(urn);
    EXPECT_THAT(broken(chained), testing::Contains("urn.chain"));
    auto altered = files;
    altered.publication[altered.publication.size() / 2]
        = static_cast<char>(altered.publication[altered.publication.size() / 2] ^ 1);
    EXPECT_FALSE(broken(altered).empty());
}

TEST_P(CampaignOpenings, a_byte_of_the_page_that_changed_is_found_by_whoever_fetches_it)
{
    const std::filesystem::path web = testing::TempDir() + "/page-" + random_.id_text();
    const auto write = [](const std::filesystem::path& file, const std::string& bytes) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    };
    write(web / "respond.html", "<!doctype html><script src=/assets/respond-1.js></script>");
    write(web / "assets/respond-1.js", "seal(answers)");
    const auto here = draft();
    ready(here, 1);
    // The tests serve no page: the manifest is told of this one.
    auto guichet = parse_json(somebody().get("/api/guichet/" + id_of(here)).body).value();
    auto signed_for = manifest(here).as_object();
    signed_for["page"]
        = json::object { { "/respond.html", sha256_hex("<!doctype html><script src=/assets/respond-1.js></script>") },
              { "/assets/respond-1.js", sha256_hex("seal(answers)") }, { "/assets/of-another-screen.js", sha256_hex("") } };
    guichet.at("data").at("manifest") = json_text(signed_for);
    surveys::CampaignFiles files;
    files.guichet = json_text(guichet);
    files.page_folder = web.string();
    const auto page = [&] {
        const auto checks = surveys::verify_campaign(files).value();
        EXPECT_EQ(checks.back().what, "page.is_the_one_that_was_signed");
        return checks.back().holds ? "holds" : checks.back().detail;
    };
    EXPECT_EQ(page(), "holds");
    write(web / "assets/respond-1.js", "send(answers)");
    EXPECT_EQ(page(), "/assets/respond-1.js");
    write(web / "assets/respond-1.js", "seal(answers)");
    write(web / "assets/more.js", "");
    EXPECT_EQ(page(), "/assets/more.js");
    std::filesystem::remove_all(web);
}

} // namespace etabli::tests

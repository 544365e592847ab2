// SPDX-License-Identifier: EUPL-1.2
// tests/support/campaign.cpp

#include "tests/support/campaign.hpp"

#include "server/jobs/jobs.hpp"

namespace etabli::tests {

using ballots::Point;

namespace {

std::string text(const json::value& value, std::string_view name)
{
    return std::string(value.at(name).as_string());
}

std::string unbase64(const json::value& value, std::string_view name)
{
    return from_base64url(text(value, name)).value();
}

Point point(const json::value& value, std::string_view name)
{
    return ballots::point_in(unbase64(value, name)).value();
}

} // namespace

json::value CampaignStory::three_units(int people)
{
    auto cut = parse_json(R"json({
      "places": [ { "code": "p0", "name": "Hôpital des Essais", "headcount": 0, "members": [] },
                  { "code": "p1", "name": "Pôle gériatrie", "parent": "p0", "headcount": 0, "members": [] },
                  { "code": "p2", "name": "Long séjour", "parent": "p1", "members": [] },
                  { "code": "p3", "name": "SSR", "parent": "p1", "members": [] },
                  { "code": "p4", "name": "Médecine", "parent": "p0", "members": [] } ],
      "categories": [ { "code": "c1", "name": { "fr": "Soins infirmiers", "en": "Nurses" } },
                      { "code": "c2", "name": { "fr": "Aides-soignants", "en": "Aides" } } ],
      "people": [ { "place": "p2", "category": "c1" }, { "place": "p3", "category": "c1" },
                  { "place": "p4", "category": "c2" } ] })json")
                   .value();
    for (const auto* list : { "places", "people" })
        for (auto& line : cut.at(list).as_array())
            line.as_object().emplace("headcount", people); // where none is said yet
    return cut;
}

json::object CampaignStory::edit_of(const std::string& here)
{
    const auto view = as("referente").get(here).data();
    json::object edit;
    for (const auto* name : { "title", "purpose", "mode", "instrument_id", "instrument_number", "pickup_on", "opens_on",
             "closes_on", "destroy_by", "k", "cut", "version" })
        if (const auto* member = view.as_object().if_contains(name); member != nullptr && !member->is_null())
            edit[name] = *member;
    return edit;
}

std::string CampaignStory::draft(const std::string& mode, const json::value& cut)
{
    const auto begun
        = as("referente")
              .post("/api/instruments", json::object { { "establishment_id", hospital_id() }, { "from", "etabli-pouls-6" } });
    EXPECT_EQ(begun.status, 201) << begun.body;
    const auto instrument = text(begun.data().at("line"), "id");
    EXPECT_EQ(
        as("referente").post("/api/instruments/" + instrument + "/versions", json::object { { "version", 1 } }).status, 201);
    const auto campaign = as("referente")
                              .post("/api/campaigns",
                                  json::object { { "establishment_id", hospital_id() }, { "title", "Comment va le travail" },
                                      { "mode", mode } });
    EXPECT_EQ(campaign.status, 201) << campaign.body;
    const auto here = "/api/campaigns/" + text(campaign.data(), "id");
    auto edit = edit_of(here);
    edit["purpose"] = "Savoir ce qui aide et ce qui bloque.";
    edit["instrument_id"] = instrument;
    edit["instrument_number"] = 1;
    edit["pickup_on"] = day(1);
    edit["opens_on"] = day(3);
    edit["closes_on"] = day(10);
    edit["destroy_by"] = day(60);
    edit["cut"] = cut;
    const auto written = as("referente").put(here, edit);
    EXPECT_EQ(written.status, 200) << written.body;
    EXPECT_TRUE(written.may("ask")) << written.body;
    return here;
}

Reply CampaignStory::ask_also(const std::string& here, const std::string& question)
{
    const auto begun
        = as("referente")
              .post("/api/instruments", json::object { { "establishment_id", hospital_id() }, { "from", "etabli-pouls-6" } });
    const auto instrument = "/api/instruments/" + text(begun.data().at("line"), "id");
    auto content = begun.data().at("content");
    content.as_object()["sections"].as_array()[0].as_object()["questions"].as_array().push_back(parse_json(question).value());
    EXPECT_EQ(as("referente").put(instrument, json::object { { "content", content }, { "version", 1 } }).status, 200);
    EXPECT_EQ(as("referente").post(instrument + "/versions", json::object { { "version", 2 } }).status, 201);
    auto edit = edit_of(here);
    edit["instrument_id"] = id_of(instrument);
    return as("referente").put(here, edit);
}

void CampaignStory::pass_gate(const std::string& here)
{
    const auto asked = as("referente").post(here + "/gate", json::object { { "note", "" } });
    ASSERT_EQ(asked.status, 201) << asked.body;
    const auto gate = text(asked.data(), "gate_id");
    for (const auto& [person, college] : std::vector<std::pair<std::string, std::string>> { { "directrice", "direction" },
             { "cadre", "management" }, { "medecin", "medical" }, { "infirmiere", "professionals" },
             { "representante", "staff_representatives" }, { "representant", "staff_representatives" } }) {
        json::object body { { "college_id", college_id(college) }, { "answer", "yes" }, { "reason", "" } };
        if (college == "professionals")
            body["met_on"] = day();
        const auto said = as(person).put("/api/gates/" + gate + "/answer", body);
        ASSERT_EQ(said.status, 200) << said.body;
    }
}

void CampaignStory::rehearse(const std::string& here, const PlayedCollege& college, const char* way)
{
    const auto trial = as(college.person).get(here + "/trial").data();
    const auto sealed = point(trial, "point");
    const auto opening = ballots::open_partly(
        college.half, sealed, { "etabli.opening.1:" + id_of(here) + ":" + college.name + ":trial" }, random_)
                             .value();
    const auto said = as(college.person)
                          .post(here + "/rehearsals",
                              json::object { { "college", college.name }, { "way", way },
                                  { "opening", base64url(std::string(as_text(opening.point)) + opening.proof.bytes()) } });
    ASSERT_EQ(said.status, 201) << said.body;
}

void CampaignStory::hold_ceremony(const std::string& here)
{
    struct Shown {
        Point open;
        std::string key;
        ballots::PossessionProof proof;
    };
    std::map<std::string, Shown> shown;
    for (const auto* college : { &direction_, &representatives_ }) {
        const Shown half { college->half.public_half(),
            ballots::SigningKey::of_seed(ballots::signing_seed(college->half)).public_key(),
            college->half.prove(ballots::half_context(id_of(here), college->name), random_) };
        const auto said
            = as(college->person)
                  .post(here + "/commitments",
                      json::object { { "college", college->name },
                          { "commitment",
                              ballots::commitment_of(id_of(here), college->name, half.open, half.key, half.proof) } });
        ASSERT_EQ(said.status, 201) << said.body;
        shown.emplace(college->name, half);
    }
    for (const auto* college : { &direction_, &representatives_ }) {
        const auto& half = shown.at(college->name);
        const auto said = as(college->person)
                              .post(here + "/reveals",
                                  json::object { { "college", college->name }, { "public_half", base64url(as_text(half.open)) },
                                      { "signing_key", base64url(half.key) }, { "proof", base64url(half.proof.bytes()) } });
        ASSERT_EQ(said.status, 201) << said.body;
    }
    for (const auto* college : { &direction_, &representatives_ }) {
        const auto hash = text(as(college->person).get(here).data(), "manifest_sha256");
        const auto key = ballots::SigningKey::of_seed(ballots::signing_seed(college->half));
        const auto said = as(college->person)
                              .post(here + "/manifest_signatures",
                                  json::object { { "college", college->name },
                                      { "signature", base64url(key.sign("etabli.manifest.1:" + hash)) } });
        ASSERT_EQ(said.status, 201) << said.body;
        rehearse(here, *college, "device");
        rehearse(here, *college, "sheets");
    }
    ASSERT_EQ(stage(here), "ready");
}

std::vector<std::string> CampaignStory::draw_codes(const std::string& here, std::int64_t count)
{
    const auto drawn = as("referente").post(here + "/codes", json::object { { "count", count } });
    EXPECT_EQ(drawn.status, 201) << drawn.body;
    std::vector<std::string> codes;
    const auto data = drawn.data();
    for (const auto& code : data.at("codes").as_array())
        codes.emplace_back(code.as_string());
    return codes;
}

std::vector<std::string> CampaignStory::ready(const std::string& here, std::int64_t codes)
{
    pass_gate(here);
    if (testing::Test::HasFatalFailure())
        return {};
    if (text(as("referente").get(here).data(), "mode") == "sealed")
        hold_ceremony(here);
    else
        run_jobs();
    if (testing::Test::HasFatalFailure())
        return {};
    run_jobs();
    auto drawn = draw_codes(here, codes);
    later(1);
    return drawn;
}

json::value CampaignStory::manifest(const std::string& here)
{
    return parse_json(text(somebody().get("/api/guichet/" + id_of(here)).data(), "manifest")).value();
}

PlayedPhone CampaignStory::phone(const std::string& here)
{
    auto key = ballots::SigningKey::make(random_);
    auto prepared = ballots::prepare(
        ballots::token_message(id_of(here), ballots::nonce_of(key.public_key())), ballots::Preparation::Randomized, random_);
    return { std::move(key), std::move(prepared), {}, {} };
}

Reply CampaignStory::take_token(const std::string& here, PlayedPhone& phone, const std::string& code)
{
    const auto key = ballots::TokenPublicKey::create(unbase64(manifest(here), "token_key")).value();
    const auto blinding = ballots::Blinding::create(key, phone.prepared, random_).value();
    phone.blinded = base64url(blinding.blinded());
    auto reply = somebody().post(
        "/api/guichet/" + id_of(here) + "/tokens", json::object { { "code", code }, { "blinded", phone.blinded } });
    if (reply.status == 201)
        phone.token = { phone.prepared.substr(0, ballots::prefix_bytes),
            blinding.finalize(unbase64(reply.data(), "blind_signature")).value() };
    return reply;
}

std::string CampaignStory::ballot(
    const std::string& here, const PlayedPhone& phone, const ballots::Profile& profile, const std::string& answers)
{
    const auto shown = somebody().get("/api/guichet/" + id_of(here)).data();
    const auto manifest = parse_json(text(shown, "manifest")).value();
    const auto& sizes = manifest.at("sizes");
    const ballots::CampaignKeys keys { id_of(here), ballots::TokenPublicKey::create(unbase64(manifest, "token_key")).value(),
        { sizes.at("profile").to_number<std::size_t>(), sizes.at("answers").to_number<std::size_t>() } };
    const auto made = ballots::make_ballot(
        keys, point(manifest, "joint_key"), phone.key, phone.token, { ballots::profile_text(profile), answers }, random_);
    const auto* enough = shown.as_object().if_contains("enough");
    return ballots::submission_text({ made.value(),
        enough != nullptr && enough->is_string() ? from_base64url(std::string_view(enough->as_string())).value()
                                                 : std::string(64, '\0') });
}

Reply CampaignStory::hand_in(const std::string& here, const std::string& ballot)
{
    // As the page does: to the urn that the manifest names, or where the page came from.
    const auto read = manifest(here);
    const auto* elsewhere = read.as_object().if_contains("urn");
    auto sender = elsewhere == nullptr ? somebody() : Browser(std::string(elsewhere->as_string()));
    return sender.send("POST", "/api/urn/" + id_of(here) + "/ballots", ballot);
}

void CampaignStory::answer(const std::string& here, const std::vector<std::string>& codes, int people_per_unit,
    const std::function<std::string(std::size_t)>& words)
{
    const auto instrument = parse_json(text(somebody().get("/api/guichet/" + id_of(here)).data(), "instrument")).value();
    const auto form = instruments::Form::create(instruments::instrument_from(instrument).value()).value();
    const bool has_units = manifest(here).at("places").as_array().size() > 1;
    std::vector<PlayedPhone> phones;
    for (const auto& code : codes) {
        phones.push_back(phone(here));
        ASSERT_EQ(take_token(here, phones.back(), code).status, 201);
    }
    clock_.set(*Instant::parse(text(manifest(here), "opens_on") + "T09:00:00Z"));
    constexpr std::size_t flushed_after = 48; // the urn of these stories has few slots
    std::size_t number = 0;
    const std::vector<ballots::Profile> profiles = has_units
        ? std::vector<ballots::Profile> { { "p2", "c1" }, { "p3", "c1" }, { "p4", "c2" } }
        : std::vector<ballots::Profile> { { "p0", {} } };
    for (int person = 0; person < people_per_unit; ++person)
        for (const auto& profile : profiles) {
            json::object answers;
            for (const auto& item : form.items()) {
                const auto& options = instruments::options_of(form.instrument(), form.question_of(item));
                if (!options.empty())
                    answers[item.code] = options[number % options.size()].code;
                else if (words)
                    answers[item.code] = words(number);
            }
            const auto handed = hand_in(here, ballot(here, phones.at(number), profile, json_text(answers)));
            ASSERT_EQ(handed.status, 200) << handed.body;
            if (++number % flushed_after == 0)
                must(urn().flush());
        }
}

void CampaignStory::run_jobs()
{
    auto given = context();
    must(jobs::advance_campaigns(given));
}

Reply CampaignStory::open_part(const std::string& here, const PlayedCollege& college, const std::string& envelope)
{
    const auto set = as(college.person).get(here + "/ballots").data();
    std::string openings;
    for (const auto& ballot : set.at("ballots").as_array()) {
        const auto opening = ballots::open_partly(college.half, point(ballot.at(envelope), "point"),
            { "etabli.opening.1:" + id_of(here) + ":" + college.name + ":" + envelope }, random_)
                                 .value();
        openings += std::string(as_text(opening.point)) + opening.proof.bytes();
    }
    return as(college.person)
        .post(here + "/openings",
            json::object { { "college", college.name }, { "envelope", envelope }, { "root", text(set, "root") },
                { "openings", base64url(openings) } });
}

Reply CampaignStory::sign_mask(const std::string& here, const PlayedCollege& college)
{
    const auto hash = text(as(college.person).get(here + "/mask").data(), "sha256");
    const auto key = ballots::SigningKey::of_seed(ballots::signing_seed(college.half));
    return as(college.person)
        .post(here + "/mask_signatures",
            json::object { { "college", college.name }, { "sha256", hash },
                { "signature", base64url(key.sign("etabli.mask.1:" + id_of(here) + ":" + hash)) } });
}

void CampaignStory::open_together(const std::string& here)
{
    for (const auto* envelope : { "profile", "answers" }) {
        for (const auto* college : { &direction_, &representatives_ }) {
            const auto opened = open_part(here, *college, envelope);
            ASSERT_EQ(opened.status, 201) << envelope << " " << opened.body;
        }
        if (std::string_view(envelope) == "profile")
            for (const auto* college : { &direction_, &representatives_ }) {
                const auto agreed = sign_mask(here, *college);
                ASSERT_EQ(agreed.status, 201) << agreed.body;
            }
    }
}

std::string CampaignStory::stage(const std::string& here, const std::string& person)
{
    return text(as(person).get(here).data(), "stage");
}

} // namespace etabli::tests

// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/ballot_test.cpp
//
// A whole ballot: made, checked, opened; and everything that is refused of one.

#include "engine/ballots/ballot.hpp"

#include <functional>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace etabli::ballots {

namespace {

const std::string campaign = "0123456789abcdefghjkmnpqrs";
const std::string answers = R"({"q1":"often","q2":["a","b"]})";

/// One campaign for all tests: an RSA key takes a while.
struct Campaign {
    SeededRandom random { 1 };
    TokenSecretKey tokens = TokenSecretKey::make(2048);
    SecretHalf one = SecretHalf::make(random);
    SecretHalf other = SecretHalf::make(random);
    Point joint = *sum(one.public_half(), other.public_half());
    CampaignKeys keys { campaign, tokens.public_half(), { 64, 512 } };

    Token token(const SigningKey& key, std::string_view of_campaign)
    {
        auto prepared = prepare(token_message(of_campaign, nonce_of(key.public_key())), Preparation::Randomized, random);
        const auto blinding = Blinding::create(tokens.public_half(), prepared, random).value();
        return { prepared.substr(0, prefix_bytes), blinding.finalize(tokens.blind_sign(blinding.blinded()).value()).value() };
    }
    Ballot ballot(const SigningKey& key)
    {
        return make_ballot(keys, joint, key, token(key, campaign), { profile_text({ "p3", "c1" }), answers }, random).value();
    }
};

Campaign& the_campaign()
{
    static Campaign made;
    return made;
}

std::string why(const Ballot& ballot)
{
    const auto checked = CheckedBallot::create(ballot, the_campaign().keys);
    return checked.ok() ? "taken" : std::string(checked.problem().code()) + ": " + checked.problem().detail();
}

/// A ballot altered after it was made, then signed again by its own key, as whoever made it could.
std::string why_altered(const std::function<void(Ballot&)>& alter)
{
    const auto key = SigningKey::make(the_campaign().random);
    auto ballot = the_campaign().ballot(key);
    EXPECT_EQ(why(ballot), "taken");
    alter(ballot);
    ballot.signature = key.sign(signed_text(ballot));
    return why(ballot);
}

std::string without(const std::string& text, const std::string& member)
{
    auto object = json::parse(text).as_object();
    object.erase(member);
    return json::serialize(object);
}

} // namespace

TEST(Ballot, what_a_page_seals_is_taken_and_opens_again)
{
    auto& [random, tokens, one, other, joint, keys] = the_campaign();
    const auto ballot = the_campaign().ballot(SigningKey::make(random));
    const auto taken = CheckedBallot::create(ballot, keys).value();
    EXPECT_EQ(taken.receipt().size(), 64U);
    const auto nonce = nonce_of(ballot.key);
    for (const auto which : { Envelope::Profile, Envelope::Answers }) {
        const auto& sealed = ballot.envelope(which);
        const ProofContext direction { "etabli.opening.1:C:direction:" + std::string(name_of(which)) };
        const ProofContext staff { "etabli.opening.1:C:staff_representatives:" + std::string(name_of(which)) };
        const auto mine = CheckedOpening::create(
            open_partly(one, sealed.point, direction, random).value(), one.public_half(), sealed.point, direction);
        const auto theirs = CheckedOpening::create(
            open_partly(other, sealed.point, staff, random).value(), other.public_half(), sealed.point, staff);
        const auto text = open_together(sealed, mine.value(), theirs.value(), bound_of(campaign, nonce, which)).value();
        EXPECT_EQ(without_padding(text).value(), which == Envelope::Profile ? R"({"place":"p3","category":"c1"})" : answers);
    }
}

TEST(Ballot, it_has_one_writing)
{
    auto& made = the_campaign();
    const auto ballot = made.ballot(SigningKey::make(made.random));
    const auto record = record_of(ballot);
    EXPECT_EQ(record_of(ballot_in(record).value()), record);
    const auto sent = submission_text({ ballot, std::string(64, 'e') });
    EXPECT_EQ(record_of(submission_in(sent).value().ballot), record);
    EXPECT_EQ(submission_in(sent).value().enough, std::string(64, 'e'));
    EXPECT_EQ(sent.find(std::string(64, 'e')), std::string::npos);
    EXPECT_EQ(why(ballot_in(record).value()), "taken");
}

TEST(Ballot, what_is_no_submission_is_refused_before_anything_is_computed)
{
    auto& made = the_campaign();
    const auto sent = submission_text({ made.ballot(SigningKey::make(made.random)), std::string(64, 'e') });
    ASSERT_TRUE(submission_in(sent).ok());
    const auto members = json::parse(sent).as_object();
    for (const auto& member : members)
        EXPECT_FALSE(submission_in(without(sent, std::string(member.key()))).ok()) << member.key();
    auto more = json::parse(sent).as_object();
    more["name"] = "somebody";
    EXPECT_FALSE(submission_in(json::serialize(more)).ok());
    auto inner = json::parse(sent).as_object();
    inner["profile"].as_object()["more"] = "1";
    EXPECT_FALSE(submission_in(json::serialize(inner)).ok());
    for (const auto* member : { "key", "prefix", "token", "signature", "enough" }) {
        auto altered = json::parse(sent).as_object();
        altered[member] = std::string(altered[member].as_string()) + "=";
        EXPECT_FALSE(submission_in(json::serialize(altered)).ok()) << member;
        altered[member] = "AAAA";
        const auto read = submission_in(json::serialize(altered));
        EXPECT_TRUE(!read.ok() || !CheckedBallot::create(read.value().ballot, made.keys).ok()) << member;
    }
    for (const auto& text : { std::string(), std::string("[]"), std::string("{}"), std::string("{\"a\":[[[[1]]]]}"),
             std::string(submission_bytes_max + 1, ' ') })
        EXPECT_FALSE(submission_in(text).ok());
}

TEST(Ballot, each_alteration_is_refused_even_signed_again)
{
    auto& made = the_campaign();
    const auto another = made.ballot(SigningKey::make(made.random));
    EXPECT_EQ(why_altered([](Ballot&) {}), "taken");
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.campaign.back() = 't'; }), "ballot.refused: of another campaign");
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.profile.box += 'x'; }), "ballot.refused: of another size");
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.answers.box.pop_back(); }), "ballot.refused: of another size");
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.prefix[0] ^= 1; }), "ballot.refused: without a token of this campaign");
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.token[9] ^= 1; }), "ballot.refused: without a token of this campaign");
    EXPECT_EQ(
        why_altered([&](Ballot& ballot) { ballot.token = another.token; }), "ballot.refused: without a token of this campaign");
    // Somebody else's envelope, whole, under one's own signature: to learn at the opening what they said.
    const std::string copied = "ballot.refused: nobody proved to have drawn its point";
    EXPECT_EQ(why_altered([&](Ballot& ballot) { ballot.answers = another.answers; }), copied);
    EXPECT_EQ(why_altered([&](Ballot& ballot) { ballot.profile = another.profile; }), copied);
    EXPECT_EQ(why_altered([&](Ballot& ballot) { ballot.profile.point = ballot.answers.point; }), copied);
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.answers.box[0] ^= 1; }), copied);
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.answers.proof.answer[0] ^= 1; }), copied);
    EXPECT_EQ(why_altered([](Ballot& ballot) { ballot.answers.point = Point {}; }), copied);
}

TEST(Ballot, nobody_signs_for_another)
{
    auto& made = the_campaign();
    auto ballot = made.ballot(SigningKey::make(made.random));
    ballot.signature[5] ^= 1;
    EXPECT_EQ(why(ballot), "ballot.refused: not signed");
    ballot = made.ballot(SigningKey::make(made.random));
    ballot.signature = SigningKey::make(made.random).sign(signed_text(ballot));
    EXPECT_EQ(why(ballot), "ballot.refused: not signed");
}

TEST(Ballot, a_token_of_another_campaign_is_none)
{
    auto& made = the_campaign();
    const auto key = SigningKey::make(made.random);
    const auto token = made.token(key, "another0000000000000000000");
    const auto ballot = make_ballot(made.keys, made.joint, key, token, { "{}", "{}" }, made.random).value();
    EXPECT_EQ(why(ballot), "ballot.refused: without a token of this campaign");
}

TEST(Ballot, enough_is_said_by_the_guichet_of_one_campaign)
{
    SeededRandom random(5);
    const auto guichet = SigningKey::make(random);
    const auto said = guichet.sign(enough_text(campaign));
    EXPECT_TRUE(is_enough(campaign, guichet.public_key(), said));
    EXPECT_FALSE(is_enough("another0000000000000000000", guichet.public_key(), said));
    EXPECT_FALSE(is_enough(campaign, SigningKey::make(random).public_key(), said));
    EXPECT_FALSE(is_enough(campaign, "", said));
    EXPECT_FALSE(is_enough(campaign, guichet.public_key(), ""));
}

TEST(Ballot, a_profile_is_two_codes)
{
    EXPECT_EQ(profile_in(profile_text({ "p3", {} })).value(), (Profile { "p3", {} }));
    EXPECT_EQ(profile_in(profile_text({ "p3", "c1" })).value(), (Profile { "p3", "c1" }));
    const Profile longest { std::string(profile_code_max, 'p'), std::string(profile_code_max, 'c') };
    EXPECT_TRUE(padded_to(EnvelopeSizes {}.profile, profile_text(longest)).ok());
    for (const auto* text : { "", "{}", R"({"place":""})", R"({"place":"P3"})", R"({"place":"p3","category":null})",
             R"({"place":"p3","more":"c1"})", R"({"place":"ppppppppppppppppp"})", R"({"place":3})", R"(["p3"])" })
        EXPECT_FALSE(profile_in(text).ok()) << text;
}

} // namespace etabli::ballots

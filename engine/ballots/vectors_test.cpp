// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/vectors_test.cpp
//
// tests/vectors/ballots.json, which the answering page and the colleges' page are held to as well: made here from fixed draws,
// compared with the file. Bytes are hexadecimal; contexts, bounds, texts and sheets are themselves. With ETABLI_ACCEPT=1 the file is
// written instead, and the test fails: an accepting run is no passed one.

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "engine/ballots/ballot.hpp"
#include "engine/ballots/shares.hpp"

namespace etabli::ballots {

namespace {

const std::string campaign = "0123456789abcdefghjkmnpqrs";

template <class Bytes>
std::string in_hex(const Bytes& bytes)
{
    return hex(as_text(bytes));
}

/// What a vector draws: of its name alone.
Wiped<Scalar> scalar(std::string_view name)
{
    return Wiped<Scalar>(scalar_of({ "vectors", name }));
}

SecretHalf half(std::string_view name)
{
    return SecretHalf::create(scalar(name)).value();
}

const auto joint_point = [] { return *sum(half("one").public_half(), half("two").public_half()); };

json::object joint()
{
    return { { "half_one", in_hex(half("one").scalar()) }, { "half_two", in_hex(half("two").scalar()) },
        { "public_one", in_hex(half("one").public_half()) }, { "public_two", in_hex(half("two").public_half()) },
        { "joint", in_hex(joint_point()) } };
}

json::array possession()
{
    json::array all;
    for (const std::string context : { "", "etabli.half.1:0123456789abcdefghjkmnpqrs:direction", "contexte accentué" }) {
        const auto secret = half("possession " + context);
        const auto draw = scalar("draw " + context);
        const auto proof = prove_possession(secret.scalar(), { context }, Draw { draw });
        EXPECT_TRUE(holds(proof, secret.public_half(), { context }));
        all.push_back(json::object { { "context", context }, { "scalar", in_hex(secret.scalar()) }, { "draw", in_hex(draw) },
            { "point", in_hex(secret.public_half()) }, { "proof", hex(proof.bytes()) } });
    }
    return all;
}

json::array equality()
{
    json::array all;
    for (const std::string context : { "", "etabli.opening.1:0123456789abcdefghjkmnpqrs:staff_representatives:profile" }) {
        const auto secret = half("equality " + context);
        const auto draw = scalar("equality draw " + context);
        const EqualityClaim claim { secret.public_half(), half("sealed " + context).public_half(),
            *times(secret.scalar(), half("sealed " + context).public_half()) };
        const auto proof = prove_equality(secret.scalar(), claim, { context }, Draw { draw });
        EXPECT_TRUE(holds(proof, claim, { context }));
        all.push_back(json::object { { "context", context }, { "scalar", in_hex(secret.scalar()) }, { "draw", in_hex(draw) },
            { "sealed_point", in_hex(claim.sealed) }, { "opened", in_hex(claim.opened) }, { "proof", hex(proof.bytes()) } });
    }
    return all;
}

/// The text is sealed as it is; padding comes before, and is in the whole ballot below.
json::array seals()
{
    json::array all;
    for (const std::string text : { "", "{\"place\":\"p3\",\"category\":\"c1\"}", "réponse, à l’identique" }) {
        const auto bound = bound_of(campaign, sha256_hex(text), Envelope::Profile);
        const SealingDraws draws { scalar("r " + text), { scalar("v " + text) } };
        const auto sealed = seal(joint_point(), text, bound, draws).value();
        all.push_back(json::object { { "joint", in_hex(joint_point()) }, { "draw", in_hex(draws.key) }, { "text", text },
            { "bound", bound }, { "point", in_hex(sealed.point) }, { "box", hex(sealed.box) },
            { "proof_draw", in_hex(draws.proof.scalar) }, { "proof", hex(sealed.proof.bytes()) } });
    }
    return all;
}

json::array signing()
{
    const auto seed = signing_seed(half("one"));
    return { json::object { { "scalar", in_hex(half("one").scalar()) }, { "seed", in_hex(seed) },
        { "key", hex(SigningKey::of_seed(seed).public_key()) } } };
}

json::array all_sheets()
{
    const auto slope = scalar("slope");
    json::array texts;
    for (const auto& share : split(half("one"), Draw { slope }))
        texts.emplace_back(share_text(share));
    return { json::object { { "scalar", in_hex(half("one").scalar()) }, { "slope", in_hex(slope) }, { "texts", texts } } };
}

json::array commitments()
{
    json::array all;
    for (const std::string college : { "direction", "staff_representatives" }) {
        const auto secret = half(college);
        const auto proof
            = prove_possession(secret.scalar(), half_context(campaign, college), Draw { scalar("commit " + college) });
        const auto key = SigningKey::of_seed(signing_seed(secret)).public_key();
        all.push_back(json::object { { "campaign", campaign }, { "college", college }, { "scalar", in_hex(secret.scalar()) },
            { "proof", hex(proof.bytes()) },
            { "commitment", commitment_of(campaign, college, secret.public_half(), key, proof) } });
    }
    return all;
}

std::string file_name()
{
    return ETABLI_SOURCE_DIR "/tests/vectors/ballots.json";
}

std::string committed()
{
    std::stringstream text;
    text << std::ifstream(file_name()).rdbuf();
    return text.str();
}

/// RSA keys are not made from a seed: the ballot that stands in the file is kept, as long as it is still taken; else one is made.
json::array ballots(const json::value& before)
{
    if (const auto* kept = before.is_object() ? before.as_object().if_contains("ballot") : nullptr)
        return kept->as_array();
    SeededRandom random(20);
    const auto tokens = TokenSecretKey::make();
    const auto guichet = SigningKey::make(random);
    const auto seed = scalar("ballot key");
    const auto key = SigningKey::of_seed(seed);
    const CampaignKeys keys { campaign, tokens.public_half(), { 64, 256 } };
    const auto prepared = prepare(token_message(campaign, nonce_of(key.public_key())), Preparation::Randomized, random);
    const auto blinding = Blinding::create(tokens.public_half(), prepared, random).value();
    const Token token { prepared.substr(0, prefix_bytes),
        blinding.finalize(tokens.blind_sign(blinding.blinded()).value()).value() };
    const BallotTexts texts { profile_text({ "p3", "c1" }), "{\"q1\":\"often\",\"q2\":\"à l’identique\"}" };
    const auto ballot = make_ballot(keys, joint_point(), key, token, texts, random).value();
    return { json::object { { "campaign", campaign }, { "token_key", base64url(tokens.public_half().spki()) },
        { "guichet_key", base64url(guichet.public_key()) }, { "joint_key", base64url(as_text(joint_point())) },
        { "sizes", json::object { { "profile", 64 }, { "answers", 256 } } }, { "seed", in_hex(seed) },
        { "profile_text", texts.profile }, { "answers_text", texts.answers }, { "nonce", nonce_of(ballot.key) },
        { "receipt", receipt_of(nonce_of(ballot.key)) }, { "signed", signed_text(ballot) },
        { "submission", json::parse(submission_text({ ballot, guichet.sign(enough_text(campaign)) })) } } };
}

void check_ballot(const json::object& vector)
{
    const auto text = [&](const char* name) { return std::string(vector.at(name).as_string()); };
    const auto& sizes = vector.at("sizes").as_object();
    const CampaignKeys keys { text("campaign"), TokenPublicKey::create(*from_base64url(text("token_key"))).value(),
        { sizes.at("profile").to_number<std::size_t>(), sizes.at("answers").to_number<std::size_t>() } };
    const auto submission = submission_in(json::serialize(vector.at("submission"))).value();
    const auto taken = CheckedBallot::create(submission.ballot, keys);
    ASSERT_TRUE(taken.ok()) << taken.problem().detail();
    EXPECT_EQ(taken.value().receipt(), text("receipt"));
    EXPECT_EQ(nonce_of(submission.ballot.key), text("nonce"));
    EXPECT_EQ(signed_text(submission.ballot), text("signed"));
    EXPECT_TRUE(is_enough(text("campaign"), *from_base64url(text("guichet_key")), submission.enough));
    for (const auto which : { Envelope::Profile, Envelope::Answers }) {
        const auto& sealed = submission.ballot.envelope(which);
        Scalar both {};
        crypto_core_ristretto255_scalar_add(both.data(), half("one").scalar().data(), half("two").scalar().data());
        const auto opened
            = open_alone(sealed, SecretHalf::create(both).value(), bound_of(campaign, nonce_of(submission.ballot.key), which));
        EXPECT_EQ(without_padding(opened.value()).value(), text(which == Envelope::Profile ? "profile_text" : "answers_text"));
    }
}

/// One vector a line: a change shows as the line it is.
std::string printed(const json::object& vectors)
{
    std::string text = "{\n";
    for (const auto& [name, value] : vectors) {
        text += text.size() > 2 ? ",\n" : "";
        text += "  \"" + std::string(name) + "\": ";
        if (!value.is_array()) {
            text += json::serialize(value);
            continue;
        }
        std::string lines;
        for (const auto& each : value.as_array())
            lines += (lines.empty() ? "\n    " : ",\n    ") + json::serialize(each);
        text += "[" + lines + "\n  ]";
    }
    return text + "\n}\n";
}

} // namespace

TEST(BallotVectors, the_committed_file_says_what_this_program_computes)
{
    const auto before = committed();
    const auto stored = before.empty() ? json::value() : json::parse(before);
    const json::object vectors { { "joint", joint() }, { "possession", possession() }, { "equality", equality() },
        { "seal", seals() }, { "signing", signing() }, { "sheets", all_sheets() }, { "commitment", commitments() },
        { "ballot", ballots(stored) } };
    for (const auto& each : vectors.at("ballot").as_array())
        check_ballot(each.as_object());
    if (std::getenv("ETABLI_ACCEPT") != nullptr && printed(vectors) != before) {
        std::ofstream(file_name()) << printed(vectors);
        FAIL() << "written: read the difference, then run again";
    }
    EXPECT_TRUE(printed(vectors) == before) << "ETABLI_ACCEPT=1 writes the file anew";
}

} // namespace etabli::ballots

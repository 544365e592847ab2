// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/sealing_test.cpp
//
// Two colleges open together; one alone, a forged half, an altered box, somebody else's point, a sheet too few do not.

#include "engine/ballots/sealing.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "engine/ballots/shares.hpp"

namespace etabli::ballots {

namespace {

const ProofContext direction { "campaign 1, direction" };
const ProofContext staff { "campaign 1, staff" };

struct Keys {
    SecretHalf one;
    SecretHalf other;
    Point joint;
};

ProvedHalf proved(const SecretHalf& half, const ProofContext& context, Random& random)
{
    return ProvedHalf::create(half.public_half(), half.prove(context, random), context).value();
}

Keys keys(Random& random)
{
    auto one = SecretHalf::make(random);
    auto other = SecretHalf::make(random);
    const auto joint = JointKey::create(proved(one, direction, random), proved(other, staff, random));
    return { one, other, joint.value().point() };
}

Result<CheckedOpening> opened(const SecretHalf& half, const Point& point, const ProofContext& context, Random& random)
{
    return CheckedOpening::create(open_partly(half, point, context, random).value(), half.public_half(), point, context);
}

/// A system whose randomness broke: the same bytes for ever.
class BrokenRandom final : public Random {
public:
    void fill(std::span<std::byte> bytes) override { std::fill(bytes.begin(), bytes.end(), std::byte { 7 }); }
};

} // namespace

TEST(Sealing, both_open_and_one_alone_does_not)
{
    SeededRandom random(1);
    const auto [one, other, joint] = keys(random);
    for (int ballot = 0; ballot < 100; ++ballot) {
        const auto text = padded_to(600, "réponse " + std::to_string(ballot)).value();
        const auto sealed = seal(joint, text, "nonce", random).value();
        EXPECT_EQ(sealed.box.size(), 600U + box_tag_bytes);
        EXPECT_TRUE(holds(sealed, "nonce"));
        const auto mine = opened(one, sealed.point, direction, random).value();
        const auto theirs = opened(other, sealed.point, staff, random).value();
        EXPECT_EQ(
            without_padding(open_together(sealed, theirs, mine, "nonce").value()).value(), "réponse " + std::to_string(ballot));
        EXPECT_FALSE(open_together(sealed, mine, mine, "nonce").ok());
        EXPECT_FALSE(open_together(sealed, mine, theirs, "another nonce").ok());
        EXPECT_FALSE(open_alone(sealed, one, "nonce").ok());
    }
    EXPECT_FALSE(seal(Point {}, "text", "nonce", random).ok());
}

TEST(Sealing, the_only_half_of_light_mode_opens_alone)
{
    SeededRandom random(9);
    const auto half = SecretHalf::make(random);
    const auto joint = JointKey::light(proved(half, direction, random));
    const auto sealed = seal(joint.point(), "texte", "nonce", random).value();
    EXPECT_EQ(open_alone(sealed, half, "nonce").value(), "texte");
    EXPECT_FALSE(open_alone(sealed, half, "another").ok());
    EXPECT_FALSE(open_alone(sealed, SecretHalf::make(random), "nonce").ok());
}

TEST(Sealing, what_was_altered_does_not_open)
{
    SeededRandom random(2);
    const auto [one, other, joint] = keys(random);
    const auto sealed = seal(joint, "texte", "", random).value();
    const auto mine = opened(one, sealed.point, direction, random).value();
    const auto theirs = opened(other, sealed.point, staff, random).value();
    for (std::size_t at = 0; at < sealed.box.size(); ++at) {
        auto altered = sealed;
        altered.box[at] = static_cast<char>(altered.box[at] ^ 1);
        EXPECT_FALSE(open_together(altered, mine, theirs, "").ok());
        EXPECT_FALSE(holds(altered, ""));
    }
    EXPECT_FALSE(open_together({ sealed.point, {}, "" }, mine, theirs, "").ok());
}

TEST(Sealing, nobody_hands_in_the_point_of_somebody_else)
{
    SeededRandom random(7);
    const auto [one, other, joint] = keys(random);
    const auto victim = seal(joint, "answers", "envelope of answers", random).value();
    // The same point under another place, another box, a proof of another point: each is refused.
    EXPECT_FALSE(holds(victim, "envelope of profiles"));
    auto copied = victim;
    copied.box = std::string(40, 'x');
    EXPECT_FALSE(holds(copied, "envelope of answers"));
    const auto own = seal(joint, "mine", "envelope of answers", random).value();
    auto mixed = own;
    mixed.point = victim.point;
    EXPECT_FALSE(holds(mixed, "envelope of answers"));
    // Openings of another point do not even meet the box.
    const auto mine = opened(one, own.point, direction, random).value();
    const auto theirs = opened(other, own.point, staff, random).value();
    EXPECT_FALSE(open_together(victim, mine, theirs, "envelope of answers").ok());
}

TEST(Sealing, a_proof_is_of_one_half_one_ballot_and_one_place)
{
    SeededRandom random(3);
    const auto [one, other, joint] = keys(random);
    const auto sealed = seal(joint, "texte", "", random).value();
    const auto next = seal(joint, "texte", "", random).value();
    const auto opening = open_partly(one, sealed.point, direction, random).value();
    const auto is_taken
        = [&](const PartialOpening& given, const SecretHalf& half, const Sealed& of, const ProofContext& place) {
              return CheckedOpening::create(given, half.public_half(), of.point, place).ok();
          };
    EXPECT_TRUE(is_taken(opening, one, sealed, direction));
    EXPECT_FALSE(is_taken(opening, other, sealed, direction));
    EXPECT_FALSE(is_taken(opening, one, next, direction));
    EXPECT_FALSE(is_taken(opening, one, sealed, staff));
    auto wrong = opening;
    wrong.point = open_partly(other, sealed.point, direction, random).value().point;
    EXPECT_FALSE(is_taken(wrong, one, sealed, direction));
    EXPECT_FALSE(open_partly(one, Point {}, direction, random).ok());
}

TEST(Sealing, a_proof_has_one_writing)
{
    SeededRandom random(8);
    const auto half = SecretHalf::make(random);
    const auto proof = half.prove(direction, random);
    EXPECT_EQ(PossessionProof::create(proof.bytes()), proof);
    EXPECT_FALSE(PossessionProof::create(proof.bytes().substr(1)).has_value());
    EXPECT_FALSE(PossessionProof::create(std::string(proof_bytes, '\xff')).has_value());
    auto wrong = proof;
    wrong.answer.front() ^= 1;
    EXPECT_FALSE(holds(wrong, half.public_half(), direction));
}

TEST(Sealing, a_random_that_repeats_itself_repeats_no_draw)
{
    BrokenRandom broken;
    SeededRandom random(10);
    const auto half = SecretHalf::make(random);
    // Two proofs of one draw, for two challenges, would give the half away: s - s' = (c - c')·x.
    const auto draw_of = [&](const PossessionProof& proof) {
        Scalar times_secret {};
        Scalar draw {};
        crypto_core_ristretto255_scalar_mul(times_secret.data(), proof.challenge.data(), half.scalar().data());
        crypto_core_ristretto255_scalar_sub(draw.data(), proof.answer.data(), times_secret.data());
        return draw;
    };
    EXPECT_NE(draw_of(half.prove(direction, broken)), draw_of(half.prove(staff, broken)));
    const auto joint = keys(random).joint;
    const auto one = seal(joint, "one text", "nonce", broken).value();
    EXPECT_NE(one.point, seal(joint, "another", "nonce", broken).value().point);
    EXPECT_NE(one.point, seal(joint, "one text", "other", broken).value().point);
}

TEST(Sealing, a_half_chosen_after_the_other_cannot_be_proved)
{
    SeededRandom random(4);
    const auto honest = SecretHalf::make(random);
    const auto wanted = SecretHalf::make(random); // whoever knows this would open alone
    Point rogue {};
    const auto open = honest.public_half();
    const auto alone = wanted.public_half();
    ASSERT_EQ(crypto_core_ristretto255_sub(rogue.data(), alone.data(), open.data()), 0);
    ASSERT_EQ(sum(open, rogue), alone); // nothing would show in the key itself
    EXPECT_FALSE(ProvedHalf::create(rogue, wanted.prove(staff, random), staff).ok());
    EXPECT_TRUE(ProvedHalf::create(open, honest.prove(staff, random), staff).ok());
    EXPECT_FALSE(ProvedHalf::create(open, honest.prove(staff, random), direction).ok());
    EXPECT_FALSE(ProvedHalf::create(Point {}, honest.prove(staff, random), staff).ok());
    Scalar minus {};
    crypto_core_ristretto255_scalar_negate(minus.data(), honest.scalar().data());
    const auto undoing = SecretHalf::create(minus).value();
    EXPECT_FALSE(JointKey::create(proved(honest, direction, random), proved(undoing, staff, random)).ok());
}

TEST(Sealing, a_half_is_a_reduced_scalar_and_not_zero)
{
    EXPECT_FALSE(SecretHalf::create(Scalar {}).ok());
    Scalar large {};
    large.fill(0xff);
    EXPECT_FALSE(SecretHalf::create(large).ok());
}

TEST(Sealing, any_two_sheets_of_three_give_the_half_back)
{
    SeededRandom random(5);
    for (int half = 0; half < 20; ++half) {
        const auto secret = SecretHalf::make(random);
        const auto open = secret.public_half();
        const auto shares = split(secret, random);
        for (const auto& [one, other] : { std::pair { 0, 1 }, { 1, 2 }, { 2, 0 } })
            EXPECT_EQ(
                join(shares[static_cast<std::size_t>(one)], shares[static_cast<std::size_t>(other)], open).value().scalar(),
                secret.scalar());
        EXPECT_FALSE(join(shares[0], shares[0], open).ok());
        const auto others = split(secret, random); // printed once more: sheets of two prints do not go together
        EXPECT_FALSE(join(shares[0], others[1], open).ok());
        EXPECT_FALSE(join(shares[0], shares[1], SecretHalf::make(random).public_half()).ok());
    }
}

TEST(Sealing, a_sheet_is_typed_again_as_it_was_printed)
{
    SeededRandom random(6);
    const auto share = split(SecretHalf::make(random), random)[1];
    const auto text = share_text(share);
    EXPECT_EQ(share_in(text).value().value, share.value);
    EXPECT_EQ(share_in(text).value().sheet, 2);
    std::string slack = " " + text + "\n";
    std::transform(slack.begin(), slack.end(), slack.begin(),
        [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : each; });
    std::replace(slack.begin(), slack.end(), '1', 'l');
    EXPECT_EQ(share_in(slack).value().value, share.value);
    int mistyped = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto wrong = text;
        if (wrong[at] == '-')
            continue;
        wrong[at] = wrong[at] == '7' ? '9' : '7';
        mistyped += share_in(wrong).ok() ? 0 : 1;
    }
    EXPECT_EQ(mistyped, static_cast<int>(std::count_if(text.begin(), text.end(), [](char each) { return each != '-'; })));
    EXPECT_FALSE(share_in("").ok());
    EXPECT_FALSE(share_in(text.substr(1)).ok());
}

TEST(Sealing, padding_hides_the_length)
{
    EXPECT_EQ(padded_to(10, "").value().size(), padded_to(10, "123456789").value().size());
    EXPECT_FALSE(padded_to(10, "1234567890").ok());
    EXPECT_EQ(without_padding(padded_to(10, std::string("a\0\0", 3)).value()).value(), std::string("a\0\0", 3));
    EXPECT_FALSE(without_padding(std::string(10, '\0')).ok());
    EXPECT_FALSE(without_padding("").ok());
}

} // namespace etabli::ballots

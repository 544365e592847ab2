// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/sealing_test.cpp
//
// Two colleges open together; one alone, a forged half, an altered box, a sheet too few do not.

#include "engine/ballots/sealing.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <sodium.h>

#include "engine/ballots/shares.hpp"

namespace etabli::ballots {

namespace {

const ProofContext direction { "campaign 1, cohort 2, direction" };
const ProofContext staff { "campaign 1, cohort 2, staff" };

struct Keys {
    SecretHalf one;
    SecretHalf other;
    Point joint;
};

Keys keys(Random& random)
{
    auto one = SecretHalf::make(random);
    auto other = SecretHalf::make(random);
    const auto joint = joint_key(one.public_half(), other.public_half());
    VERIFY(joint.has_value());
    return { one, other, *joint };
}

} // namespace

TEST(Sealing, both_open_and_one_alone_does_not)
{
    SeededRandom random(1);
    const auto [one, other, joint] = keys(random);
    for (int ballot = 0; ballot < 200; ++ballot) {
        const auto text = padded_to(600, "réponse " + std::to_string(ballot)).value();
        const auto sealed = seal(joint, text, "nonce", random);
        EXPECT_EQ(sealed.box.size(), 600U + 16U);
        const auto mine = open_partly(one, sealed.point, direction, random).value();
        const auto theirs = open_partly(other, sealed.point, staff, random).value();
        EXPECT_TRUE(holds(mine, one.public_half(), sealed.point, direction));
        EXPECT_TRUE(holds(theirs, other.public_half(), sealed.point, staff));
        EXPECT_EQ(
            without_padding(open_together(sealed, theirs, mine, "nonce").value()).value(), "réponse " + std::to_string(ballot));
        EXPECT_FALSE(open_together(sealed, mine, mine, "nonce").ok());
        EXPECT_FALSE(open_together(sealed, mine, { Point {}, {} }, "nonce").ok());
        EXPECT_FALSE(open_together(sealed, mine, theirs, "another nonce").ok());
    }
}

TEST(Sealing, what_was_altered_does_not_open)
{
    SeededRandom random(2);
    const auto [one, other, joint] = keys(random);
    const auto sealed = seal(joint, "texte", "", random);
    const auto mine = open_partly(one, sealed.point, direction, random).value();
    const auto theirs = open_partly(other, sealed.point, staff, random).value();
    for (std::size_t at = 0; at < sealed.box.size(); ++at) {
        auto altered = sealed;
        altered.box[at] = static_cast<char>(altered.box[at] ^ 1);
        EXPECT_FALSE(open_together(altered, mine, theirs, "").ok());
    }
    EXPECT_FALSE(open_together({ sealed.point, "" }, mine, theirs, "").ok());
}

TEST(Sealing, a_proof_is_of_one_half_one_ballot_and_one_place)
{
    SeededRandom random(3);
    const auto [one, other, joint] = keys(random);
    const auto sealed = seal(joint, "texte", "", random);
    const auto next = seal(joint, "texte", "", random);
    const auto opening = open_partly(one, sealed.point, direction, random).value();
    EXPECT_FALSE(holds(opening, other.public_half(), sealed.point, direction));
    EXPECT_FALSE(holds(opening, one.public_half(), next.point, direction));
    EXPECT_FALSE(holds(opening, one.public_half(), sealed.point, staff));
    auto wrong = opening;
    wrong.point = open_partly(other, sealed.point, direction, random).value().point;
    EXPECT_FALSE(holds(wrong, one.public_half(), sealed.point, direction));
    EXPECT_FALSE(open_partly(one, Point {}, direction, random).ok());
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
    ASSERT_EQ(joint_key(open, rogue), alone); // nothing shows in the key itself
    EXPECT_FALSE(holds(wanted.prove(staff, random), rogue, staff));
    EXPECT_TRUE(holds(honest.prove(staff, random), open, staff));
    EXPECT_FALSE(holds(honest.prove(staff, random), open, direction));
    Point undone {};
    crypto_core_ristretto255_sub(undone.data(), Point {}.data(), open.data());
    EXPECT_FALSE(joint_key(open, undone).has_value());
}

TEST(Sealing, any_two_sheets_of_three_give_the_half_back)
{
    SeededRandom random(5);
    for (int half = 0; half < 20; ++half) {
        const auto secret = SecretHalf::make(random);
        const auto shares = split(secret, random);
        for (const auto& [one, other] : { std::pair { 0, 1 }, { 1, 2 }, { 2, 0 } })
            EXPECT_EQ(join(shares[static_cast<std::size_t>(one)], shares[static_cast<std::size_t>(other)]).value().scalar(),
                secret.scalar());
        EXPECT_FALSE(join(shares[0], shares[0]).ok());
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

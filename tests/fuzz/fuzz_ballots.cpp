// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_ballots.cpp
//
// Whatever is handed in as a ballot is read or refused; of an honest one with bytes put elsewhere, nothing is taken but the honest one.
// Whatever is given to be signed blindly is signed within the key's bounds or refused.

#include "engine/ballots/ballot.hpp"

#include "base/random.hpp"
#include "engine/ballots/halves.hpp"

using namespace etabli;
using namespace etabli::ballots;

namespace {

struct Honest {
    TokenSecretKey token_key = TokenSecretKey::make(2048); // the smallest that is taken: made at each start
    CampaignKeys keys { "01hcampa1gn000000000000001", token_key.public_half(), { 64, 256 } };
    std::string record;
    std::string text;

    Honest()
    {
        SeededRandom random(1);
        const auto key = SigningKey::make(random);
        const auto prepared
            = prepare(token_message(keys.campaign, nonce_of(key.public_key())), Preparation::Randomized, random);
        const auto blinding = Blinding::create(keys.token_key, prepared, random).value();
        const Token token { prepared.substr(0, prefix_bytes),
            blinding.finalize(token_key.blind_sign(blinding.blinded()).value()).value() };
        const auto half = SecretHalf::make(random);
        const auto ballot
            = make_ballot(keys, half.public_half(), key, token, { profile_text({ "p1", "c1" }), R"({"q1":"a"})" }, random)
                  .value();
        record = record_of(ballot);
        text = submission_text({ ballot, std::string(64, 'e') });
    }
};

const Honest& honest()
{
    static const Honest made;
    return made;
}

void hand_in(std::string_view text)
{
    const auto read = submission_in(text);
    if (!read.ok())
        return;
    const auto again = submission_in(submission_text(read.value()));
    VERIFY(again.ok() && record_of(again.value().ballot) == record_of(read.value().ballot));
    const auto kept = ballot_in(record_of(read.value().ballot));
    VERIFY(kept.ok() && record_of(kept.value()) == record_of(read.value().ballot));
    const auto checked = CheckedBallot::create(read.value().ballot, honest().keys);
    VERIFY(!checked.ok() || checked.value().record() == honest().record);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    hand_in(text);
    static_cast<void>(profile_in(text));
    static_cast<void>(ballot_in(text));
    if (const auto blind = honest().token_key.blind_sign(text); blind.ok())
        VERIFY(blind.value().size() == honest().keys.token_key.bytes() && size == blind.value().size());
    // Three bytes a change: where, in two, and what stands there instead.
    auto changed = honest().text;
    for (std::size_t at = 0; at + 2 < size; at += 3)
        changed[(bytes[at] * 256U + bytes[at + 1]) % changed.size()] = static_cast<char>(bytes[at + 2]);
    hand_in(changed);
    return 0;
}

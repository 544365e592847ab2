// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/ballot.cpp

#include "engine/ballots/ballot.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "base/text.hpp"

namespace etabli::ballots {

namespace {

constexpr std::size_t campaign_characters = 26;
constexpr std::size_t token_bytes_max = 512; // RSA of 4096 bits
/// An object of objects, and nothing deeper.
constexpr std::size_t json_depth_max = 3;

Problem refused(std::string why)
{
    return { "ballot.refused", std::move(why) };
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const auto part : parts)
        text.append(text.empty() ? "" : ":").append(part);
    return text;
}

/// Reads the members of an object one by one; whoever asks for all of them in the end knows that there were no others.
class Members {
public:
    explicit Members(const json::object& object) : object_(object) { }

    const json::value* find(std::string_view name)
    {
        const auto* found = object_.if_contains(name);
        asked_ += found == nullptr ? 0 : 1;
        return found;
    }
    Result<std::string> text(std::string_view name)
    {
        const auto* found = find(name);
        if (found == nullptr || !found->is_string())
            return refused("without " + std::string(name));
        return std::string(found->as_string());
    }
    Result<std::string> bytes(std::string_view name)
    {
        auto bytes = from_base64url(TRY(text(name)));
        if (!bytes)
            return refused(std::string(name) + " is not base64url");
        return *std::move(bytes);
    }
    Result<std::string> bytes(std::string_view name, std::size_t size)
    {
        auto found = bytes(name);
        if (found.ok() && found.value().size() != size)
            return refused(std::string(name) + " has another size");
        return found;
    }
    Result<void> no_others() const
    {
        if (asked_ != object_.size())
            return refused("members that nobody asked for");
        return {};
    }

private:
    const json::object& object_;
    std::size_t asked_ = 0;
};

Result<json::object> object_in(std::string_view text)
{
    if (text.size() > submission_bytes_max)
        return refused("too long");
    json::parse_options options;
    options.max_depth = json_depth_max;
    boost::system::error_code error;
    auto value = json::parse(text, error, {}, options);
    if (error || !value.is_object())
        return refused("no JSON object");
    return std::move(value.as_object());
}

Result<Sealed> sealed_in(Members& members, std::string_view name)
{
    const auto* found = members.find(name);
    if (found == nullptr || !found->is_object())
        return refused("without " + std::string(name));
    Members inner(found->as_object());
    const auto point = point_in(TRY(inner.bytes("point")));
    const auto proof = PossessionProof::create(TRY(inner.bytes("proof")));
    if (!point || !proof)
        return refused("no point or no proof");
    Sealed sealed { *point, *proof, TRY(inner.bytes("box")) };
    TRY(inner.no_others());
    return sealed;
}

Result<Ballot> ballot_of(Members& members)
{
    Ballot ballot;
    ballot.campaign = TRY(members.text("campaign"));
    if (ballot.campaign.size() != campaign_characters)
        return refused("no campaign");
    ballot.key = TRY(members.bytes("key", crypto_sign_PUBLICKEYBYTES));
    ballot.prefix = TRY(members.bytes("prefix", prefix_bytes));
    ballot.token = TRY(members.bytes("token"));
    if (ballot.token.size() > token_bytes_max)
        return refused("a token of another size");
    ballot.profile = TRY(sealed_in(members, "profile"));
    ballot.answers = TRY(sealed_in(members, "answers"));
    ballot.signature = TRY(members.bytes("signature", crypto_sign_BYTES));
    return ballot;
}

json::object object_of(const Sealed& sealed)
{
    return { { "point", base64url(as_text(sealed.point)) }, { "proof", base64url(sealed.proof.bytes()) },
        { "box", base64url(sealed.box) } };
}

json::object object_of(const Ballot& ballot)
{
    return { { "campaign", ballot.campaign }, { "key", base64url(ballot.key) }, { "prefix", base64url(ballot.prefix) },
        { "token", base64url(ballot.token) }, { "profile", object_of(ballot.profile) },
        { "answers", object_of(ballot.answers) }, { "signature", base64url(ballot.signature) } };
}

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= profile_code_max && std::all_of(text.begin(), text.end(), [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    });
}

} // namespace

std::string_view name_of(Envelope envelope)
{
    return envelope == Envelope::Profile ? "profile" : "answers";
}

Result<Submission> submission_in(std::string_view json)
{
    const auto object = TRY(object_in(json));
    Members members(object);
    Submission submission { TRY(ballot_of(members)), TRY(members.bytes("enough", crypto_sign_BYTES)) };
    TRY(members.no_others());
    return submission;
}

std::string submission_text(const Submission& submission)
{
    auto object = object_of(submission.ballot);
    object["enough"] = base64url(submission.enough);
    return json::serialize(object);
}

std::string record_of(const Ballot& ballot)
{
    return json::serialize(object_of(ballot));
}

Result<Ballot> ballot_in(std::string_view record)
{
    const auto object = TRY(object_in(record));
    Members members(object);
    auto ballot = TRY(ballot_of(members));
    TRY(members.no_others());
    return ballot;
}

std::string nonce_of(std::string_view key)
{
    return sha256_hex(key);
}

std::string token_message(std::string_view campaign, std::string_view nonce)
{
    return joined({ "etabli.token.1", campaign, nonce });
}

std::string receipt_of(std::string_view nonce)
{
    return sha256_hex(joined({ "etabli.receipt.1", nonce }));
}

std::string bound_of(std::string_view campaign, std::string_view nonce, Envelope envelope)
{
    return joined({ "etabli.envelope.1", campaign, nonce, name_of(envelope) });
}

std::string signed_text(const Ballot& ballot)
{
    auto text = joined({ "etabli.ballot.1", ballot.campaign, nonce_of(ballot.key) });
    for (const auto* sealed : { &ballot.profile, &ballot.answers })
        text += ":" + joined({ hex(as_text(sealed->point)), sha256_hex(sealed->box), hex(sealed->proof.bytes()) });
    return text;
}

Result<CheckedBallot> CheckedBallot::create(Ballot ballot, const CampaignKeys& keys)
{
    if (ballot.campaign != keys.campaign)
        return refused("of another campaign");
    if (ballot.profile.box.size() != keys.sizes.profile + box_tag_bytes
        || ballot.answers.box.size() != keys.sizes.answers + box_tag_bytes)
        return refused("of another size");
    const auto nonce = nonce_of(ballot.key);
    if (!keys.token_key.verify(ballot.prefix + token_message(ballot.campaign, nonce), ballot.token))
        return refused("without a token of this campaign");
    if (!is_signed(signed_text(ballot), ballot.signature, ballot.key))
        return refused("not signed");
    for (const auto which : { Envelope::Profile, Envelope::Answers })
        if (!holds(ballot.envelope(which), bound_of(ballot.campaign, nonce, which)))
            return refused("nobody proved to have drawn its point");
    return CheckedBallot(std::move(ballot));
}

std::string enough_text(std::string_view campaign)
{
    return joined({ "etabli.enough.1", campaign });
}

bool is_enough(std::string_view campaign, std::string_view guichet_key, std::string_view signature)
{
    return is_signed(enough_text(campaign), signature, guichet_key);
}

SigningKey SigningKey::make(Random& random)
{
    return of_seed(drawn({ "etabli.signing.1" }, random));
}

SigningKey SigningKey::of_seed(const Wiped<Scalar>& seed)
{
    static_assert(std::tuple_size_v<Scalar> == crypto_sign_SEEDBYTES);
    SigningKey made;
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open {};
    VERIFY(crypto_sign_seed_keypair(open.data(), made.key_.data(), seed.data()) == 0);
    return made;
}

std::string SigningKey::public_key() const
{
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open {};
    VERIFY(crypto_sign_ed25519_sk_to_pk(open.data(), key_.data()) == 0);
    return std::string(as_text(open));
}

std::string SigningKey::sign(std::string_view text) const
{
    std::array<unsigned char, crypto_sign_BYTES> signature {};
    VERIFY(crypto_sign_detached(
               signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(), key_.data())
        == 0);
    return std::string(as_text(signature));
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key)
{
    return signature.size() == crypto_sign_BYTES && public_key.size() == crypto_sign_PUBLICKEYBYTES
        && crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.data()),
               reinterpret_cast<const unsigned char*>(text.data()), text.size(),
               reinterpret_cast<const unsigned char*>(public_key.data()))
        == 0;
}

Result<Ballot> make_ballot(const CampaignKeys& keys, const Point& joint, const SigningKey& key, const Token& token,
    const BallotTexts& texts, Random& random)
{
    Ballot ballot;
    ballot.campaign = keys.campaign;
    ballot.key = key.public_key();
    ballot.prefix = token.prefix;
    ballot.token = token.signature;
    const auto nonce = nonce_of(ballot.key);
    ballot.profile = TRY(seal(
        joint, TRY(padded_to(keys.sizes.profile, texts.profile)), bound_of(keys.campaign, nonce, Envelope::Profile), random));
    ballot.answers = TRY(seal(
        joint, TRY(padded_to(keys.sizes.answers, texts.answers)), bound_of(keys.campaign, nonce, Envelope::Answers), random));
    ballot.signature = key.sign(signed_text(ballot));
    return ballot;
}

std::string profile_text(const Profile& profile)
{
    json::object object { { "place", profile.place } };
    if (profile.category)
        object["category"] = *profile.category;
    return json::serialize(object);
}

Result<Profile> profile_in(std::string_view text)
{
    const auto object = TRY(object_in(text));
    Members members(object);
    Profile profile { TRY(members.text("place")), {} };
    if (object.contains("category"))
        profile.category = TRY(members.text("category"));
    TRY(members.no_others());
    if (!is_code(profile.place) || (profile.category && !is_code(*profile.category)))
        return refused("no code of a place or an occupation");
    return profile;
}

} // namespace etabli::ballots

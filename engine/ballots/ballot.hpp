// SPDX-License-Identifier: EUPL-1.2
// engine/ballots/ballot.hpp
//
// One sealed ballot as it travels and as the urn keeps it: a token, two envelopes, and the signature of a key that was made for it
// alone. What is checked here is all that can be before the colleges open it. docs/anonymity.md, sections 4 and 5.

#pragma once

#include "engine/ballots/blind_rsa.hpp"
#include "engine/ballots/sealing.hpp"

namespace etabli::ballots {

/// What a device posts, at most: answers of a long questionnaire with comments, in base64, and everything about them.
inline constexpr std::size_t submission_bytes_max = 65'536; // 64 KiB

/// Where somebody works, and what they answered: the first is opened before the second.
enum class Envelope { Profile, Answers };
std::string_view name_of(Envelope envelope);

struct EnvelopeSizes {
    std::size_t profile = 64;
    std::size_t answers = 2048;
};

/// What a manifest says that a ballot is held to.
struct CampaignKeys {
    std::string campaign;
    TokenPublicKey token_key;
    EnvelopeSizes sizes;
};

struct Ballot {
    std::string campaign;
    std::string key; // Ed25519, public
    std::string prefix; // of the token's message
    std::string token;
    Sealed profile;
    Sealed answers;
    std::string signature;

    const Sealed& envelope(Envelope which) const { return which == Envelope::Profile ? profile : answers; }
};

/// A ballot and what says that enough people hold a token: the same for everybody, and no part of what is kept.
struct Submission {
    Ballot ballot;
    std::string enough;
};

/// Section 5's JSON, and nothing beside it. `ballot.refused`.
Result<Submission> submission_in(std::string_view json);
std::string submission_text(const Submission& submission);

/// The ballot alone, always the same bytes for the same ballot: what the urn keeps and compares.
std::string record_of(const Ballot& ballot);
Result<Ballot> ballot_in(std::string_view record);

/// hex SHA-256 of the ballot's public key: what a token names.
std::string nonce_of(std::string_view key);
std::string token_message(std::string_view campaign, std::string_view nonce);
/// What the urn sorts and lists by.
std::string receipt_of(std::string_view nonce);
std::string bound_of(std::string_view campaign, std::string_view nonce, Envelope envelope);
std::string signed_text(const Ballot& ballot);

/// A ballot of this campaign whose token, sizes, signature and proofs were checked.
class CheckedBallot {
public:
    /// `ballot.refused`, whatever is wrong: an honest page never meets it.
    static Result<CheckedBallot> create(Ballot ballot, const CampaignKeys& keys);

    const Ballot& ballot() const { return ballot_; }
    std::string receipt() const { return receipt_of(nonce_of(ballot_.key)); }
    std::string record() const { return record_of(ballot_); }

private:
    explicit CheckedBallot(Ballot ballot) : ballot_(std::move(ballot)) { }

    Ballot ballot_;
};

/// What the guichet signs once k tokens were issued.
std::string enough_text(std::string_view campaign);
/// The guichet's Ed25519 signature of it holds.
bool is_enough(std::string_view campaign, std::string_view guichet_key, std::string_view signature);

/// Ed25519, as libsodium signs: of one ballot, of the guichet, of a college. Wiped when it goes.
class SigningKey {
public:
    static SigningKey make(Random& random);
    static SigningKey of_seed(const Wiped<Scalar>& seed);

    std::string public_key() const;
    std::string sign(std::string_view text) const;
    /// Both halves, as libsodium lays them out: for what signs in another way.
    const std::array<unsigned char, crypto_sign_SECRETKEYBYTES>& bytes() const { return key_; }

private:
    SigningKey() = default;

    Wiped<std::array<unsigned char, crypto_sign_SECRETKEYBYTES>> key_;
};
bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key);

struct Token {
    std::string prefix;
    std::string signature;
};

struct BallotTexts {
    std::string profile;
    std::string answers;
};

/// What a page does: pads, seals to the manifest's key, signs. The token is of `key`'s nonce.
Result<Ballot> make_ballot(const CampaignKeys& keys, const Point& joint, const SigningKey& key, const Token& token,
    const BallotTexts& texts, Random& random);

struct Profile {
    std::string place;
    std::optional<std::string> category;

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Of a code of places or categories: both fit the envelope.
inline constexpr std::size_t profile_code_max = 16;

std::string profile_text(const Profile& profile);
/// `ballot.refused` when it is nothing a page would have sealed.
Result<Profile> profile_in(std::string_view text);

} // namespace etabli::ballots

// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/rules.hpp
//
// Who may do what with a space, when words may be shown, and what a charter must say before anybody enters.
// Pure: who asks, the thing and the day come as arguments.

#pragma once

#include "domain/people/people.hpp"
#include "domain/places/places.hpp"
#include "domain/spaces/sentences.hpp"
#include "domain/spaces/spaces.hpp"

namespace etabli::spaces {

/// Five: with four, whoever wrote one sentence has three left to guess among.
inline constexpr std::size_t people_min = 5;
/// A large ward's whole team and its visitors; more is somebody trying numbers.
inline constexpr std::int64_t phones_max = 300;
/// Waiting words of one participant: a long evening's writing.
inline constexpr std::int64_t waiting_per_participant_max = 20;
/// Waiting words of one space: what a screen can still show and a group can still read.
inline constexpr std::int64_t waiting_max = 2000;
inline constexpr std::int64_t contributions_max = 4000;
inline constexpr std::int64_t ideas_max = 200;
inline constexpr std::int64_t situations_max = 12;
inline constexpr Bounds contribution_words { .min = 1, .max = 2000 }; // one page of a phone's screen, five times
/// Open for those who work at night: seven days and seven nights, and the day itself.
inline constexpr int open_days_max = 31;
/// The charter's day: not the day itself, nor so far that nobody remembers having been told.
inline constexpr int destroy_days_max = 366;

bool may_read(const Reader& reader, const Space& space);
/// A unit's or a team's space has no owner from direction, whatever else they hold there.
bool may_own(const Reader& reader, const Place& place, const PlaceId& establishment);
/// The facilitator alone drives: reads what is released, types, sorts, closes.
bool may_drive(const Reader& reader, const Space& space);

/// What is missing in a charter before the space may open; empty when it says all it must.
std::vector<FieldProblem> charter_gaps(const Space& space, Date today);

Result<void> must_be_open(const Space& space);
/// Open for phones: opened, not past its last day, not past the day its words are destroyed.
Result<void> must_accept_words(const Space& space, Date today);
/// Words may still be read by those who were there.
bool words_are_readable(const Space& space, Date today);

/// Which waiting words may be shown now. Phones count by people: at least five of them. Sheets of paper were read
/// by whoever typed them, so they never help phones to be five; they are five by themselves, or join enough phones.
/// What came from a narrower space counts for nobody, and joins whoever is enough.
struct Batch {
    std::vector<ContributionId> released;
    std::vector<ContributionId> remaining;
};
Batch batch_of(const std::vector<WaitingContribution>& waiting);

/// Shared when at least five answered it and nobody lives it differently; lived differently when at least five
/// answered and somebody does; otherwise nothing is said. Whoever passed answered nothing.
std::optional<Lived> lived_of(const std::vector<Reaction>& reactions);

/// A short code to read aloud and type: six characters without look-alikes.
inline constexpr std::size_t code_length = 6;
std::string make_code(Random& random);
/// As typed: case, blanks, hyphens and the usual confusions (O for 0, I and L for 1) are forgiven.
std::string normal_code(std::string_view typed);
/// "4KD-27P"
std::string shown_code(std::string_view code);

/// The digest by which one phone is known for one purpose, in one space: two purposes cannot be joined.
std::string participant_digest(const std::string& salt, std::string_view purpose, std::string_view secret);

} // namespace etabli::spaces

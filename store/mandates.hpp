// SPDX-License-Identifier: EUPL-1.2
// store/mandates.hpp
//
// Colleges, the mandates that are held, and the invitations by which they are given.

#pragma once

#include "domain/people/mandates.hpp"
#include "store/people.hpp"

namespace etabli::store {

/// An invitation serves this long: a new colleague may be on leave.
inline constexpr std::chrono::hours invitation_life { 24 * 14 };

/// A mandate with the name of who holds it.
struct Seat {
    MandateId mandate_id;
    CollegeId college_id;
    AccountId account_id;
    CollegeKind kind = CollegeKind::Direction;
    std::string name;
    std::string function_title;
    bool substitute = false;
    Date starts_on;
    std::optional<Date> ends_on;
};

/// What somebody leaving wrote for the next one: read by their own college alone.
struct Handover {
    MandateId mandate_id;
    std::string function_title;
    Date ends_on;
    std::string handover;
};
Result<std::vector<Handover>> handovers_of(Reader& reader, const CollegeId& college);

/// Every mandate ever held in the colleges of a place: in force first, then to come, then past.
Result<std::vector<Seat>> seats_of(Reader& reader, const PlaceId& place, Date today);
Result<Mandate> load_mandate(Reader& reader, const MandateId& id);
/// How many others hold this college on that day.
Result<int> others_in_force(Reader& reader, const CollegeId& college, const MandateId& except, Date day);
Result<int> elected_in_force(Reader& reader, const PlaceId& place, Date day);
/// Holds a seat there on that day or later.
Result<bool> holds_seat_from(Reader& reader, const AccountId& account, const CollegeId& college, Date day);
Result<std::vector<CollegeKind>> kinds_held(Reader& reader, const AccountId& account, const PlaceId& place, Date day);

/// Every mandate of an account that goes on after that day ends on it.
Result<void> end_mandates(Transaction& transaction, const AccountId& account, Date last_day);

Result<CollegeStanding> standing_of(Reader& reader, const College& college, Date today);
Result<void> note_vacancy(Transaction& transaction, const CollegeId& college, Date today, Random& random);

Result<std::vector<Invitation>> open_invitations(Reader& reader, const PlaceId& place, Instant now);
Result<Invitation> load_invitation(Reader& reader, const EntryId& id);
/// The invitation a secret opens, if it still does.
Result<std::optional<Invitation>> find_invitation(Reader& reader, std::string_view token, Instant now);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::Seat> {
    static constexpr std::string_view name = "Seat";
    static constexpr auto fields = std::tuple {
        field("mandate_id", &store::Seat::mandate_id),
        field("college_id", &store::Seat::college_id),
        field("account_id", &store::Seat::account_id),
        field("kind", &store::Seat::kind),
        field("name", &store::Seat::name),
        field("function_title", &store::Seat::function_title),
        field("substitute", &store::Seat::substitute),
        field("starts_on", &store::Seat::starts_on),
        field("ends_on", &store::Seat::ends_on),
    };
};

template <>
struct etabli::Describe<etabli::store::Handover> {
    static constexpr std::string_view name = "Handover";
    static constexpr auto fields = std::tuple {
        field("mandate_id", &store::Handover::mandate_id),
        field("function_title", &store::Handover::function_title),
        field("ends_on", &store::Handover::ends_on),
        field("handover", &store::Handover::handover),
    };
};

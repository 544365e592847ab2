// SPDX-License-Identifier: EUPL-1.2
// domain/people/delegations.hpp
//
// Delegations, two or three people who go to the cluster for an establishment, never without somebody who
// represents the staff; and the carence, the dated record that nobody was elected to do so.

#pragma once

#include "domain/people/people.hpp"

namespace etabli {

/// "Procès-verbal de carence": nobody stood or nobody was elected. The team then elects a substitute.
struct Carence {
    EntryId id;
    PlaceId place_id;
    Date recorded_on;
    std::string text;
    std::optional<Date> ended_on;
};

struct Delegation {
    DelegationId id;
    PlaceId place_id;
    std::string title;
    std::vector<MandateId> mandate_ids;
    Date starts_on;
    std::optional<Date> ends_on;
    /// The day the staff representatives said that theirs is the person they send; a delegation waits for it.
    std::optional<Date> confirmed_on;
    std::int64_t version = 1;
};

inline constexpr Bounds delegation_size { .min = 2, .max = 3 }; // binôme in 2016, trinôme since 2017

template <>
struct Describe<Carence> {
    static constexpr std::string_view name = "Carence";
    static constexpr auto fields = std::tuple {
        field("id", &Carence::id),
        field("place_id", &Carence::place_id),
        field("recorded_on", &Carence::recorded_on),
        field("text", &Carence::text, some_text),
        field("ended_on", &Carence::ended_on),
    };
};

template <>
struct Describe<Delegation> {
    static constexpr std::string_view name = "Delegation";
    static constexpr auto fields = std::tuple {
        field("id", &Delegation::id),
        field("place_id", &Delegation::place_id),
        field("title", &Delegation::title, one_line),
        field("mandate_ids", &Delegation::mandate_ids, delegation_size),
        field("starts_on", &Delegation::starts_on),
        field("ends_on", &Delegation::ends_on),
        field("confirmed_on", &Delegation::confirmed_on),
        field("version", &Delegation::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// Somebody who would be a member: whose mandate, of which college.
struct Member {
    MandateId mandate_id;
    AccountId account_id;
    CollegeKind kind = CollegeKind::Direction;
};

/// Two or three different people, one of whom represents the staff (elected, or substitute in a carence).
Result<void> delegation_fits(const std::vector<Member>& members);
/// Whether this person's word also confirms the delegation.
bool may_confirm_delegation(const Reader& reader, const PlaceId& place);
bool may_compose_delegation(const Reader& reader, const PlaceId& place);
/// After a change by somebody else, the staff representatives' word stands only if they are the same people.
bool same_staff_representatives(const std::vector<Member>& before, const std::vector<Member>& after);

bool may_record_carence(const Reader& reader, const PlaceId& place);
/// A carence is not recorded over the heads of people who were elected.
Result<void> carence_fits(int elected_in_force);
bool may_end_carence(const Reader& reader, const PlaceId& place);

} // namespace etabli

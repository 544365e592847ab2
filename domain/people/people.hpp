// SPDX-License-Identifier: EUPL-1.2
// domain/people/people.hpp
//
// Accounts, the colleges they sit in, the mandates by which they sit, and the Reader: who is asking, with what
// they hold today. Union membership has no field here, and never will.

#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"

namespace etabli {

enum class CollegeKind {
    Direction,
    Management,
    Medical,
    StaffRepresentatives,
    Professionals,
    Users,
    Facilitator,
    Agency,
    Visitor,
    Researcher
};

template <>
struct Names<CollegeKind> {
    static constexpr std::array table {
        std::pair { CollegeKind::Direction, std::string_view("direction") },
        std::pair { CollegeKind::Management, std::string_view("management") },
        std::pair { CollegeKind::Medical, std::string_view("medical") },
        std::pair { CollegeKind::StaffRepresentatives, std::string_view("staff_representatives") },
        std::pair { CollegeKind::Professionals, std::string_view("professionals") },
        std::pair { CollegeKind::Users, std::string_view("users") },
        std::pair { CollegeKind::Facilitator, std::string_view("facilitator") },
        std::pair { CollegeKind::Agency, std::string_view("agency") },
        std::pair { CollegeKind::Visitor, std::string_view("visitor") },
        std::pair { CollegeKind::Researcher, std::string_view("researcher") },
    };
};

/// How a college says yes, as it declared it.
enum class ConsentRule {
    AnyHolder, // one yes of anyone who holds its mandate
    Majority, // more than half of those who hold its mandate
    Count, // at least `consent_count` of them
    EachHolder, // all of them; a single no, with its reason, is a no
    TeamAgreement, // the team's agreement, recorded by whoever attended
    Opinion, // a written opinion, published with the decision; does not hold it
    NoVote
};

template <>
struct Names<ConsentRule> {
    static constexpr std::array table {
        std::pair { ConsentRule::AnyHolder, std::string_view("any_holder") },
        std::pair { ConsentRule::Majority, std::string_view("majority") },
        std::pair { ConsentRule::Count, std::string_view("count") },
        std::pair { ConsentRule::EachHolder, std::string_view("each_holder") },
        std::pair { ConsentRule::TeamAgreement, std::string_view("team_agreement") },
        std::pair { ConsentRule::Opinion, std::string_view("opinion") },
        std::pair { ConsentRule::NoVote, std::string_view("no_vote") },
    };
};

/// A college of one place: an establishment, or the region for those who facilitate a cluster.
struct College {
    CollegeId id;
    PlaceId place_id;
    CollegeKind kind = CollegeKind::Direction;
    std::string name;
    ConsentRule consent_rule = ConsentRule::AnyHolder;
    std::optional<std::int64_t> consent_count;
    std::string consent_text; // as the college itself puts it
    std::int64_t version = 1;
};

template <>
struct Describe<College> {
    static constexpr std::string_view name = "College";
    static constexpr auto fields = std::tuple {
        field("id", &College::id),
        field("place_id", &College::place_id),
        field("kind", &College::kind),
        field("name", &College::name, one_line),
        field("consent_rule", &College::consent_rule),
        field("consent_count", &College::consent_count, { .min = 1, .max = 99 }),
        field("consent_text", &College::consent_text, { .min = 0, .max = 400 }),
        field("version", &College::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// Somebody who signs in. Known by a function ("Cadre de santé"), by a name only if they wish.
struct Account {
    AccountId id;
    std::string email;
    std::string name;
    std::string locale = "fr";
    bool administrator = false; // keeps the machine; reads nothing of what people said
    Instant created_at;
    std::optional<Instant> closed_at;
};

template <>
struct Describe<Account> {
    static constexpr std::string_view name = "Account";
    static constexpr auto fields = std::tuple {
        field("id", &Account::id),
        field("email", &Account::email, { .min = 3, .max = 254 }), // RFC 5321, 4.5.3.1.3
        field("name", &Account::name, one_line),
        field("locale", &Account::locale, { .min = 2, .max = 2 }),
        field("administrator", &Account::administrator),
        field("created_at", &Account::created_at),
        field("closed_at", &Account::closed_at),
    };
};

/// One person's seat in one college, from a day to a day.
struct Mandate {
    MandateId id;
    AccountId account_id;
    CollegeId college_id;
    std::string function_title;
    bool substitute = false; // elected by the team where there is no elected representative (carence)
    Date starts_on;
    std::optional<Date> ends_on;
    std::string handover; // what the person leaving wants the next one to know
};

template <>
struct Describe<Mandate> {
    static constexpr std::string_view name = "Mandate";
    static constexpr auto fields = std::tuple {
        field("id", &Mandate::id),
        field("account_id", &Mandate::account_id),
        field("college_id", &Mandate::college_id),
        field("function_title", &Mandate::function_title, one_line),
        field("substitute", &Mandate::substitute),
        field("starts_on", &Mandate::starts_on),
        field("ends_on", &Mandate::ends_on),
        field("handover", &Mandate::handover, any_text),
    };
};

/// A mandate as it matters for a right: in force today, with where its college sits.
struct HeldMandate {
    MandateId mandate_id;
    CollegeId college_id;
    CollegeKind kind = CollegeKind::Direction;
    PlaceId place_id;
    std::string place_name;
    std::string function_title;
};

template <>
struct Describe<HeldMandate> {
    static constexpr std::string_view name = "HeldMandate";
    static constexpr auto fields = std::tuple {
        field("mandate_id", &HeldMandate::mandate_id),
        field("college_id", &HeldMandate::college_id),
        field("kind", &HeldMandate::kind),
        field("place_id", &HeldMandate::place_id),
        field("place_name", &HeldMandate::place_name),
        field("function_title", &HeldMandate::function_title),
    };
};

/// Who is asking. Rights are read off this, never off the account alone.
struct Reader {
    AccountId account_id;
    std::string name;
    std::string locale = "fr";
    bool administrator = false;
    std::vector<HeldMandate> mandates;

    /// Holds some mandate there: may read what all colleges of the place read, whichever the college.
    bool belongs_to(const PlaceId& place) const;
    /// Where they hold some mandate, each place once, in the order of the mandates: the directory's.
    std::vector<PlaceId> places() const;
    bool sits_in(const PlaceId& place, CollegeKind kind) const;
    bool sits_in(const CollegeId& college) const;
    /// Sits there for at least one of these kinds, in whatever container they come.
    bool sits_in_one_of(const PlaceId& place, const auto& kinds) const
    {
        return std::any_of(kinds.begin(), kinds.end(), [&](CollegeKind each) { return sits_in(place, each); });
    }
    /// The mandate by which they would speak for this college, if any.
    const HeldMandate* mandate_in(const CollegeId& college) const;
    /// The mandate by which they write at a place: for the college that was asked, if they sit in it; else the first they
    /// hold there, in the order of the mandates. None when they hold none.
    const HeldMandate* writing_mandate(const PlaceId& place, const std::optional<CollegeId>& asked = {}) const;
};

/// What a rule says: yes, or which problem to answer with.
Result<void> require(bool allowed);

} // namespace etabli

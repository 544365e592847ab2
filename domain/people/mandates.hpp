// SPDX-License-Identifier: EUPL-1.2
// domain/people/mandates.hpp
//
// Who may give and end a mandate, and how a college says how it says yes. After its first mandate a college alone
// gives its own: neither direction nor the keeper of the machine chooses who speaks for the staff.

#pragma once

#include "domain/people/people.hpp"

namespace etabli {

/// In what quality somebody invites; checked when they do, and again when the invitation is accepted.
enum class GivenAs { Administrator, College, Team };

template <>
struct Names<GivenAs> {
    static constexpr std::array table {
        std::pair { GivenAs::Administrator, std::string_view("administrator") },
        std::pair { GivenAs::College, std::string_view("college") },
        std::pair { GivenAs::Team, std::string_view("team") },
    };
};

/// A seat offered to an address. It counts for nothing until the person takes it.
struct Invitation {
    EntryId id;
    CollegeId college_id;
    std::string email;
    std::string function_title;
    bool substitute = false;
    Date starts_on;
    std::optional<Date> ends_on;
    GivenAs given_as = GivenAs::College;
    std::string token_hash;
    Instant expires_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> withdrawn_at;
};

template <>
struct Describe<Invitation> {
    static constexpr std::string_view name = "Invitation";
    static constexpr auto fields = std::tuple {
        field("id", &Invitation::id),
        field("college_id", &Invitation::college_id),
        field("email", &Invitation::email, { .min = 3, .max = 254 }),
        field("function_title", &Invitation::function_title, one_line),
        field("substitute", &Invitation::substitute),
        field("starts_on", &Invitation::starts_on),
        field("ends_on", &Invitation::ends_on),
        field("given_as", &Invitation::given_as),
        field("token_hash", &Invitation::token_hash, { .min = 64, .max = 64 }),
        field("expires_at", &Invitation::expires_at),
        field("accepted_at", &Invitation::accepted_at),
        field("withdrawn_at", &Invitation::withdrawn_at),
    };
};

/// What the rules need to know of a college today.
struct CollegeStanding {
    bool ever_held = false;
    int holders_today = 0;
    /// Nobody holds it any more, and somebody of another college has said so: it may be given a first time again.
    bool vacancy_noted = false;
    /// The place has recorded that nobody was elected to represent the staff.
    bool carence = false;
};

/// In what quality this person may offer a seat of this college, or why they may not.
Result<GivenAs> may_give_mandate(
    const Reader& reader, const College& college, const CollegeStanding& standing, bool substitute);
/// The same question when the seat is taken: what allowed it then must still hold.
Result<void> still_given(GivenAs given_as, const College& college, const CollegeStanding& standing, bool substitute);

bool may_end_mandate(const Reader& reader, const College& college);
/// A college that would be left without anybody could never give itself a mandate again.
Result<void> leaves_somebody(int others_in_force_that_day);
bool may_edit_consent(const Reader& reader, const College& college);
bool may_note_vacancy(const Reader& reader, const College& college, const CollegeStanding& standing);

/// Direction and staff representatives are the two sides of parity: nobody sits on both in one place.
Result<void> not_both_sides(CollegeKind wanted, const std::vector<CollegeKind>& held_there);

/// The way of saying yes that a new college starts with, until it declares its own.
ConsentRule first_consent_rule(CollegeKind kind);
/// Direction and staff representatives always have a say; a number is needed only when the rule counts.
Result<void> consent_fits(CollegeKind kind, ConsentRule rule, const std::optional<std::int64_t>& count);

/// Loose on purpose: one @, something on both sides, a dot after it, no blank. The mail itself is the proof.
bool is_email(std::string_view text);

} // namespace etabli

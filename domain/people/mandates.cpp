// SPDX-License-Identifier: EUPL-1.2
// domain/people/mandates.cpp

#include "domain/people/mandates.hpp"

#include <algorithm>

namespace etabli {

namespace {

bool may_be_given_first(const CollegeStanding& standing)
{
    return !standing.ever_held || (standing.holders_today == 0 && standing.vacancy_noted);
}

Result<void> substitute_fits(const College& college, const CollegeStanding& standing, bool substitute)
{
    if (substitute && (college.kind != CollegeKind::StaffRepresentatives || !standing.carence))
        return Problem("carence.not_recorded");
    return {};
}

} // namespace

Result<GivenAs> may_give_mandate(const Reader& reader, const College& college, const CollegeStanding& standing, bool substitute)
{
    TRY(substitute_fits(college, standing, substitute));
    if (reader.sits_in(college.id))
        return GivenAs::College;
    // The team elects its substitute: neither direction nor the machine's keeper names them.
    if (substitute && reader.sits_in(college.place_id, CollegeKind::Professionals))
        return GivenAs::Team;
    if (reader.administrator && may_be_given_first(standing))
        return GivenAs::Administrator;
    return Problem("mandate.not_given_by_its_college");
}

Result<void> still_given(GivenAs given_as, const College& college, const CollegeStanding& standing, bool substitute)
{
    TRY(substitute_fits(college, standing, substitute));
    if (given_as == GivenAs::Administrator && !may_be_given_first(standing))
        return Problem("mandate.not_given_by_its_college");
    return {};
}

bool may_end_mandate(const Reader& reader, const College& college)
{
    return reader.sits_in(college.id);
}

Result<void> leaves_somebody(int others_in_force_that_day)
{
    if (others_in_force_that_day == 0)
        return Problem("mandate.last_of_its_college");
    return {};
}

bool may_edit_consent(const Reader& reader, const College& college)
{
    return reader.sits_in(college.id);
}

bool may_note_vacancy(const Reader& reader, const College& college, const CollegeStanding& standing)
{
    return reader.belongs_to(college.place_id) && standing.ever_held && standing.holders_today == 0 && !standing.vacancy_noted;
}

Result<void> not_both_sides(CollegeKind wanted, const std::vector<CollegeKind>& held_there)
{
    const auto holds
        = [&](CollegeKind kind) { return std::find(held_there.begin(), held_there.end(), kind) != held_there.end(); };
    if ((wanted == CollegeKind::Direction && holds(CollegeKind::StaffRepresentatives))
        || (wanted == CollegeKind::StaffRepresentatives && holds(CollegeKind::Direction)))
        return Problem("mandate.both_sides");
    return {};
}

ConsentRule first_consent_rule(CollegeKind kind)
{
    switch (kind) {
    case CollegeKind::StaffRepresentatives: // unions are plural: until they say otherwise, nobody is outvoted
        return ConsentRule::EachHolder;
    case CollegeKind::Management:
    case CollegeKind::Medical:
        return ConsentRule::Majority;
    case CollegeKind::Professionals:
        return ConsentRule::TeamAgreement;
    case CollegeKind::Users:
        return ConsentRule::Opinion;
    case CollegeKind::Direction:
        return ConsentRule::AnyHolder;
    case CollegeKind::Facilitator:
    case CollegeKind::Agency:
    case CollegeKind::Visitor:
    case CollegeKind::Researcher:
        return ConsentRule::NoVote;
    }
    return ConsentRule::AnyHolder;
}

Result<void> consent_fits(CollegeKind kind, ConsentRule rule, const std::optional<std::int64_t>& count)
{
    const bool side = kind == CollegeKind::Direction || kind == CollegeKind::StaffRepresentatives;
    if (side && (rule == ConsentRule::NoVote || rule == ConsentRule::Opinion))
        return Problem::of_field("/consent_rule", "college.must_have_a_say");
    if (rule == ConsentRule::Count && !count)
        return Problem::of_field("/consent_count", "field.required");
    return {};
}

bool is_email(std::string_view text)
{
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || text.find('@', at + 1) != text.npos || text.size() > 254)
        return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return dot != domain.npos && dot > 0 && dot + 1 < domain.size() && text.find_first_of(" \t\r\n<>,;\"") == text.npos;
}

} // namespace etabli

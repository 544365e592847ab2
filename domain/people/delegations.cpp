// SPDX-License-Identifier: EUPL-1.2
// domain/people/delegations.cpp

#include "domain/people/delegations.hpp"

#include <algorithm>
#include <set>

namespace etabli {

namespace {

std::set<AccountId> staff_representatives_of(const std::vector<Member>& members)
{
    std::set<AccountId> found;
    for (const auto& member : members)
        if (member.kind == CollegeKind::StaffRepresentatives)
            found.insert(member.account_id);
    return found;
}

} // namespace

Result<void> delegation_fits(const std::vector<Member>& members)
{
    std::set<AccountId> people;
    for (const auto& member : members)
        people.insert(member.account_id);
    if (people.size() != members.size() || people.size() < static_cast<std::size_t>(delegation_size.min)
        || people.size() > static_cast<std::size_t>(delegation_size.max))
        return Problem("delegation.wrong_size");
    if (staff_representatives_of(members).empty())
        return Problem("delegation.without_staff_representative");
    return {};
}

bool may_confirm_delegation(const Reader& reader, const PlaceId& place)
{
    return reader.sits_in(place, CollegeKind::StaffRepresentatives);
}

bool may_compose_delegation(const Reader& reader, const PlaceId& place)
{
    return reader.sits_in(place, CollegeKind::Direction) || reader.sits_in(place, CollegeKind::StaffRepresentatives)
        || reader.sits_in(place, CollegeKind::Facilitator);
}

bool same_staff_representatives(const std::vector<Member>& before, const std::vector<Member>& after)
{
    return staff_representatives_of(before) == staff_representatives_of(after);
}

bool may_record_carence(const Reader& reader, const PlaceId& place)
{
    return reader.sits_in(place, CollegeKind::Direction); // the employer establishes the record
}

Result<void> carence_fits(int elected_in_force)
{
    if (elected_in_force > 0)
        return Problem("carence.has_representatives");
    return {};
}

bool may_end_carence(const Reader& reader, const PlaceId& place)
{
    return reader.sits_in(place, CollegeKind::Direction) || reader.sits_in(place, CollegeKind::StaffRepresentatives);
}

} // namespace etabli

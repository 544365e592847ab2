// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/instruments.cpp

#include "domain/surveys/instruments.hpp"

#include <algorithm>

namespace etabli::surveys {

bool may_compose(const Reader& reader, const PlaceId& establishment)
{
    constexpr std::array at_work { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical,
        CollegeKind::StaffRepresentatives, CollegeKind::Professionals, CollegeKind::Facilitator };
    return std::any_of(at_work.begin(), at_work.end(), [&](CollegeKind kind) { return reader.sits_in(establishment, kind); });
}

Result<void> check_may_become(const instruments::Instrument& before, const instruments::Instrument& after)
{
    if (before.rights.may_edit)
        return {};
    // What an establishment says of its own permission, and how it introduces the questions, are its own words.
    auto theirs = after;
    theirs.rights.permission_proof = before.rights.permission_proof;
    theirs.version = before.version;
    theirs.intro = before.intro;
    theirs.closing = before.closing;
    theirs.min_group = std::min(before.min_group, after.min_group); // raised, never lowered
    if (instruments::instrument_json(theirs) != instruments::instrument_json(before))
        return Problem("instrument.may_not_edit");
    return {};
}

} // namespace etabli::surveys

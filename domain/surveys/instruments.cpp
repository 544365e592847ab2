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

namespace {

bool says_the_same(const instruments::Instrument& one, const instruments::Instrument& other)
{
    const auto asked = [](const instruments::Instrument& instrument) {
        auto words = instruments::instrument_json(instrument).as_object();
        return std::pair(words["scales"], words["sections"]);
    };
    return asked(one) == asked(other);
}

} // namespace

Result<instruments::Instrument> become(const instruments::Instrument& before, instruments::Instrument after)
{
    // What protects people, and what somebody else's science or rights say, is not for a draft to loosen.
    after.health_data = after.health_data || before.health_data;
    after.min_group = std::max(after.min_group, before.min_group);
    after.rights.permission_needed = after.rights.permission_needed || before.rights.permission_needed;
    if (before.validation == instruments::Validation::NotValidated || !says_the_same(before, after))
        after.validation = instruments::Validation::NotValidated;
    if (before.rights.may_edit)
        return after;
    // What an establishment says of its own permission, and how it introduces the questions, are its own words.
    auto theirs = after;
    theirs.rights.permission_proof = before.rights.permission_proof;
    theirs.version = before.version;
    theirs.intro = before.intro;
    theirs.closing = before.closing;
    theirs.min_group = before.min_group;
    if (instruments::instrument_json(theirs) != instruments::instrument_json(before))
        return Problem("instrument.may_not_edit");
    return after;
}

} // namespace etabli::surveys

// SPDX-License-Identifier: EUPL-1.2
// domain/people/people.cpp

#include "domain/people/people.hpp"

#include <algorithm>

namespace etabli {

bool Reader::belongs_to(const PlaceId& place) const
{
    return std::any_of(mandates.begin(), mandates.end(), [&](const auto& held) { return held.place_id == place; });
}

std::vector<PlaceId> Reader::places() const
{
    std::vector<PlaceId> all;
    for (const auto& held : mandates)
        if (std::find(all.begin(), all.end(), held.place_id) == all.end())
            all.push_back(held.place_id);
    return all;
}

bool Reader::sits_in(const PlaceId& place, CollegeKind kind) const
{
    return std::any_of(
        mandates.begin(), mandates.end(), [&](const auto& held) { return held.place_id == place && held.kind == kind; });
}

bool Reader::sits_in(const CollegeId& college) const
{
    return mandate_in(college) != nullptr;
}

const HeldMandate* Reader::mandate_in(const CollegeId& college) const
{
    const auto found
        = std::find_if(mandates.begin(), mandates.end(), [&](const auto& held) { return held.college_id == college; });
    return found == mandates.end() ? nullptr : &*found;
}

const HeldMandate* Reader::writing_mandate(const PlaceId& place, const std::optional<CollegeId>& asked) const
{
    if (asked)
        if (const auto* held = mandate_in(*asked))
            return held;
    const auto found = std::find_if(mandates.begin(), mandates.end(), [&](const auto& held) { return held.place_id == place; });
    return found == mandates.end() ? nullptr : &*found;
}

Result<void> require(bool allowed)
{
    if (!allowed)
        return Problem("right.missing");
    return {};
}

} // namespace etabli

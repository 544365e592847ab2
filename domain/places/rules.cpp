// SPDX-License-Identifier: EUPL-1.2
// domain/places/rules.cpp

#include "domain/places/rules.hpp"

namespace etabli {

Result<void> hangs_under(PlaceKind kind, const std::optional<PlaceKind>& parent)
{
    const bool fits = [&] {
        if (!parent)
            return kind == PlaceKind::Nation;
        switch (kind) {
        case PlaceKind::Nation:
            return false;
        case PlaceKind::Region:
            return *parent == PlaceKind::Nation;
        case PlaceKind::Establishment:
            return *parent == PlaceKind::Region;
        case PlaceKind::Pole:
            return *parent == PlaceKind::Establishment;
        case PlaceKind::Unit:
            return *parent == PlaceKind::Establishment || *parent == PlaceKind::Pole;
        case PlaceKind::Team:
            return *parent == PlaceKind::Establishment || *parent == PlaceKind::Pole || *parent == PlaceKind::Unit;
        }
        return false;
    }();
    if (!fits)
        return Problem("place.kind_does_not_fit");
    return {};
}

bool may_shape(const Reader& reader, PlaceKind kind, const std::optional<PlaceId>& establishment)
{
    if (reader.administrator)
        return true;
    if (kind == PlaceKind::Nation || kind == PlaceKind::Region || kind == PlaceKind::Establishment || !establishment)
        return false;
    return reader.sits_in(*establishment, CollegeKind::Direction) || reader.sits_in(*establishment, CollegeKind::Management)
        || reader.sits_in(*establishment, CollegeKind::Facilitator);
}

bool may_see_places(const Reader& reader, const std::optional<PlaceId>& establishment)
{
    return reader.administrator || !establishment || reader.belongs_to(*establishment);
}

std::optional<PlaceThen> place_on(const Place& place, const std::vector<PlacePast>& past, Date day)
{
    if ((place.opened_on && day < *place.opened_on) || (place.closed_on && day >= *place.closed_on))
        return std::nullopt;
    const PlacePast* earliest = nullptr;
    for (const auto& each : past)
        if (day < each.until_on && (earliest == nullptr || each.until_on < earliest->until_on))
            earliest = &each;
    if (earliest == nullptr)
        return PlaceThen { place.name, place.parent_id };
    return PlaceThen { earliest->name, earliest->parent_id };
}

std::optional<PlacePast> past_left_by(const Place& before, const Place& after, Date on, const std::string& reason)
{
    if (before.name == after.name && before.parent_id == after.parent_id)
        return std::nullopt;
    return PlacePast { {}, before.id, on, before.name, before.parent_id, reason };
}

} // namespace etabli

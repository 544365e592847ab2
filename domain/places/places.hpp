// SPDX-License-Identifier: EUPL-1.2
// domain/places/places.hpp
//
// The tree of places: nation, region, establishment, pole, unit, team. A place keeps its past: what was written
// while it had another name or another parent keeps the chart of that day.

#pragma once

#include <optional>
#include <string>

#include "base/fields.hpp"
#include "domain/ids.hpp"

namespace etabli {

enum class PlaceKind { Nation, Region, Establishment, Pole, Unit, Team };

template <>
struct Names<PlaceKind> {
    static constexpr std::array table {
        std::pair { PlaceKind::Nation, std::string_view("nation") },
        std::pair { PlaceKind::Region, std::string_view("region") },
        std::pair { PlaceKind::Establishment, std::string_view("establishment") },
        std::pair { PlaceKind::Pole, std::string_view("pole") },
        std::pair { PlaceKind::Unit, std::string_view("unit") },
        std::pair { PlaceKind::Team, std::string_view("team") },
    };
};

struct Place {
    PlaceId id;
    std::optional<PlaceId> parent_id;
    /// The establishment it is, or is in; none above establishments.
    std::optional<PlaceId> establishment_id;
    PlaceKind kind = PlaceKind::Unit;
    std::string name;
    std::optional<std::string> finess_entity; // nine characters, zeros in front kept
    std::optional<std::string> finess_site;
    std::int64_t position = 0; // the directory's own order, among its siblings
    std::optional<std::int64_t> headcount; // people who work there, as declared
    std::optional<Date> closed_on;
    std::int64_t version = 1;
    /// Of a region, its own INSEE code; of an establishment, its department's.
    std::optional<std::string> insee_code;
    std::optional<Date> opened_on; // nothing: it was there before anybody wrote
};

template <>
struct Describe<Place> {
    static constexpr std::string_view name = "Place";
    static constexpr auto fields = std::tuple {
        field("id", &Place::id),
        field("parent_id", &Place::parent_id),
        field("establishment_id", &Place::establishment_id),
        field("kind", &Place::kind),
        field("name", &Place::name, one_line),
        field("finess_entity", &Place::finess_entity, { .min = 9, .max = 9 }),
        field("finess_site", &Place::finess_site, { .min = 9, .max = 9 }),
        field("position", &Place::position, { .min = 0, .max = 1'000'000 }),
        field("headcount", &Place::headcount, { .min = 0, .max = 200'000 }),
        field("closed_on", &Place::closed_on),
        field("version", &Place::version, { .min = 1, .max = INT64_MAX }),
        field("insee_code", &Place::insee_code, { .min = 2, .max = 3 }),
        field("opened_on", &Place::opened_on),
    };
};

/// What a place was called and where it hung until that day (the first day of the new state).
struct PlacePast {
    EntryId id;
    PlaceId place_id;
    Date until_on;
    std::string name;
    std::optional<PlaceId> parent_id;
    std::string reason;
};

template <>
struct Describe<PlacePast> {
    static constexpr std::string_view name = "PlacePast";
    static constexpr auto fields = std::tuple {
        field("id", &PlacePast::id),
        field("place_id", &PlacePast::place_id),
        field("until_on", &PlacePast::until_on),
        field("name", &PlacePast::name, one_line),
        field("parent_id", &PlacePast::parent_id),
        field("reason", &PlacePast::reason, { .min = 0, .max = 400 }),
    };
};

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/places/rules.hpp
//
// Which place may hang under which, who may shape the tree, and what the tree was on a day. Old facts keep the old
// chart: a change of name or of parent leaves the former state behind, dated.

#pragma once

#include <vector>

#include "domain/people/people.hpp"
#include "domain/places/places.hpp"

namespace etabli {

/// Nation > region > establishment > pole > unit > team, where a pole or a unit may be missing.
Result<void> hangs_under(PlaceKind kind, const std::optional<PlaceKind>& parent);

/// The directory (nations, regions, establishments) is kept by the administrator alone; what is inside an
/// establishment also by its direction, its management and whoever carries its démarche.
bool may_shape(const Reader& reader, PlaceKind kind, const std::optional<PlaceId>& establishment);
/// Names of places, not what people said in them: the administrator keeps the directory and reads it.
bool may_see_places(const Reader& reader, const std::optional<PlaceId>& establishment);

/// The name and parent a place had on that day; nothing when it was not there.
struct PlaceThen {
    std::string name;
    std::optional<PlaceId> parent_id;
};
/// `past` is this place's own, in any order.
std::optional<PlaceThen> place_on(const Place& place, const std::vector<PlacePast>& past, Date day);

/// The past that a change leaves behind; nothing when neither name nor parent changed.
std::optional<PlacePast> past_left_by(const Place& before, const Place& after, Date on, const std::string& reason);

} // namespace etabli

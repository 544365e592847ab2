// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/places.cpp
//
// The tree: a country, a region, six establishments with their units and teams, in the directory's order; and whom one of them
// says to go to.

#include "store/places.hpp"
#include "server/content/demo/story.hpp"
#include "store/contacts.hpp"

namespace etabli::content::demo {

Result<void> load_places(Story& story)
{
    std::map<std::string, std::int64_t> children; // how many each parent has so far
    for (const auto& record : TRY(story.file("places")).list("items")) {
        Place place;
        place.id = PlaceId::make(story.random);
        const auto kind = enum_from<PlaceKind>(record.code("kind"));
        if (!kind)
            return Problem("pack.invalid", "demo places: kind " + record.code("kind"));
        place.kind = *kind;
        place.name = record.text("name");
        if (record.has("professionals"))
            place.headcount = record.number("professionals");
        const auto parent = record.code("parent");
        place.position = children[parent]++;
        if (!parent.empty()) {
            const auto above = TRY(story.place(parent));
            place.parent_id = above.id;
            place.establishment_id = above.establishment_id;
        }
        if (place.kind == PlaceKind::Establishment)
            place.establishment_id = place.id;
        TRY(store::insert_place(story.transaction, place));
        for (const auto& contact : record.list("contacts"))
            TRY(store::keep_contact(story.transaction, { place.id, contact.code("code"), contact.text("words"), 1 }));
        story.places.emplace(record.code("key"), place);
    }
    return {};
}

} // namespace etabli::content::demo

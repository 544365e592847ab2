// SPDX-License-Identifier: EUPL-1.2
// server/resources/places.cpp
//
// The tree of places: the directory, the inside of an establishment, and what it was on a day. Somebody without a
// mandate in an establishment does not see its inside.

#include "store/places.hpp"
#include "domain/places/finess.hpp"
#include "domain/places/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"

namespace etabli::resources {

/// A place as it is, or as it was on the day asked, with what it was before.
struct PlaceLine {
    Place place;
    std::vector<PlacePast> past;
};

struct PlaceTree {
    PlaceId root_id;
    Date on;
    std::vector<Place> above; // nation first
    std::vector<PlaceLine> places; // the root, then all that is in it
};

struct NewPlace {
    PlaceKind kind = PlaceKind::Unit;
    std::string name;
    std::optional<PlaceId> parent_id;
    std::optional<std::string> finess_entity;
    std::optional<std::string> finess_site;
    std::optional<std::int64_t> headcount;
    std::optional<std::string> insee_code;
    std::optional<Date> opened_on;
};

struct ChangePlace {
    std::string name;
    std::optional<PlaceId> parent_id;
    std::optional<std::int64_t> headcount;
    Date on; // from which day it is so
    std::string reason;
    std::int64_t version = 1;
};

struct ClosePlace {
    Date closed_on;
    std::int64_t version = 1;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::PlaceLine> {
    static constexpr std::string_view name = "PlaceLine";
    static constexpr auto fields = std::tuple {
        field("place", &resources::PlaceLine::place),
        field("past", &resources::PlaceLine::past),
    };
};
template <>
struct Describe<resources::PlaceTree> {
    static constexpr std::string_view name = "PlaceTree";
    static constexpr auto fields = std::tuple {
        field("root_id", &resources::PlaceTree::root_id),
        field("on", &resources::PlaceTree::on),
        field("above", &resources::PlaceTree::above),
        field("places", &resources::PlaceTree::places, { .min = 0, .max = store::rows_max }),
    };
};
template <>
struct Describe<resources::NewPlace> {
    static constexpr std::string_view name = "NewPlace";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::NewPlace::kind),
        field("name", &resources::NewPlace::name, one_line),
        field("parent_id", &resources::NewPlace::parent_id),
        field("finess_entity", &resources::NewPlace::finess_entity, { .min = 1, .max = 20 }),
        field("finess_site", &resources::NewPlace::finess_site, { .min = 1, .max = 20 }),
        field("headcount", &resources::NewPlace::headcount, { .min = 0, .max = 200'000 }),
        field("insee_code", &resources::NewPlace::insee_code, { .min = 2, .max = 3 }),
        field("opened_on", &resources::NewPlace::opened_on),
    };
};
template <>
struct Describe<resources::ChangePlace> {
    static constexpr std::string_view name = "ChangePlace";
    static constexpr auto fields = std::tuple {
        field("name", &resources::ChangePlace::name, one_line),
        field("parent_id", &resources::ChangePlace::parent_id),
        field("headcount", &resources::ChangePlace::headcount, { .min = 0, .max = 200'000 }),
        field("on", &resources::ChangePlace::on),
        field("reason", &resources::ChangePlace::reason, { .min = 0, .max = 400 }),
        field("version", &resources::ChangePlace::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::ClosePlace> {
    static constexpr std::string_view name = "ClosePlace";
    static constexpr auto fields = std::tuple {
        field("closed_on", &resources::ClosePlace::closed_on),
        field("version", &resources::ClosePlace::version, { .min = 1, .max = INT64_MAX }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// A place the caller may know of; anything else is not there.
Result<Place> load_known_place(Call& call, store::Reader& reader, const PlaceId& id)
{
    auto place = TRY(store::load_place(reader, id));
    if (!may_see_places(call.reader(), place.establishment_id))
        return Problem("not_found");
    return place;
}

/// Without `parent`: nation, regions, and the establishments where the caller holds a mandate. With it: its children.
Result<Answer<ListOf<Place>>> list_places(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<Place>>> {
        Answer<ListOf<Place>> answer;
        if (call.reader().administrator)
            answer.abilities = { "create_place", "import_places" };
        std::vector<Place> found;
        if (const auto parent = call.query("parent")) {
            const auto id = PlaceId::parse(*parent);
            if (!id)
                return Problem("not_found");
            TRY(load_known_place(call, reader, *id));
            found = TRY(store::places_under(reader, id));
        } else {
            found = TRY(store::nations_and_regions(reader));
            for (const auto& held : call.reader().mandates)
                if (std::none_of(found.begin(), found.end(), [&](const auto& known) { return known.id == held.place_id; }))
                    found.push_back(TRY(store::load_place(reader, held.place_id)));
        }
        for (auto& place : found)
            if (may_see_places(call.reader(), place.establishment_id))
                answer.data.items.push_back(std::move(place));
        return answer;
    });
}

Result<std::vector<Place>> above(store::Reader& reader, const Place& place)
{
    std::vector<Place> found;
    for (auto parent = place.parent_id; parent && found.size() < Names<PlaceKind>::table.size();) {
        found.insert(found.begin(), TRY(store::load_place(reader, *parent)));
        parent = found.front().parent_id;
    }
    return found;
}

/// The place as it was that day, with the past that was behind it already; nothing when it was not there.
std::optional<PlaceLine> line_on(const Place& place, const std::vector<PlacePast>& all_past, Date day)
{
    std::vector<PlacePast> own;
    for (const auto& each : all_past)
        if (each.place_id == place.id)
            own.push_back(each);
    const auto then = place_on(place, own, day);
    if (!then)
        return std::nullopt;
    PlaceLine line { place, {} };
    line.place.name = then->name;
    line.place.parent_id = then->parent_id;
    for (const auto& each : own)
        if (each.until_on <= day)
            line.past.push_back(each);
    return line;
}

Result<Answer<PlaceTree>> show_tree(Call& call)
{
    const auto id = TRY(call.id<PlaceId>("place"));
    const auto asked = call.query("on");
    const auto day = asked ? Date::parse(*asked) : std::optional(call.today());
    if (!day)
        return Problem::of_field("/on", "date.invalid");
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<PlaceTree>> {
        const auto root = TRY(load_known_place(call, reader, id));
        const bool inside = root.establishment_id.has_value();
        Answer<PlaceTree> answer { { inside ? *root.establishment_id : id, *day, TRY(above(reader, root)), {} }, {} };
        if (inside && root.id != *root.establishment_id)
            answer.data.above = TRY(above(reader, TRY(store::load_place(reader, *root.establishment_id))));
        const auto places = inside ? TRY(store::places_of_establishment(reader, *root.establishment_id)) : std::vector { root };
        const auto past
            = inside ? TRY(store::past_of_establishment(reader, *root.establishment_id)) : TRY(store::past_of(reader, id));
        for (const auto& place : places)
            if (auto line = line_on(place, past, *day))
                answer.data.places.push_back(*std::move(line));
        if (inside && may_shape(call.reader(), PlaceKind::Unit, root.establishment_id))
            answer.abilities = { "shape", "import_places" };
        if (call.reader().administrator)
            answer.abilities.emplace_back("shape_directory");
        return answer;
    });
}

Result<void> finess_fits(const std::optional<std::string>& number, const char* pointer)
{
    if (number && finess_fault(*number) != FinessFault::None)
        return Problem::of_field(pointer, "place.finess_invalid");
    return {};
}

Result<Answer<Place>> create_place(Call& call, const NewPlace& given)
{
    TRY(finess_fits(given.finess_site, "/finess_site"));
    TRY(finess_fits(given.finess_entity, "/finess_entity"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Place>> {
        std::optional<Place> parent;
        if (given.parent_id)
            parent = TRY(load_known_place(call, transaction, *given.parent_id));
        TRY(require(may_shape(call.reader(), given.kind, parent ? parent->establishment_id : std::nullopt)));
        TRY(hangs_under(given.kind, parent ? std::optional(parent->kind) : std::nullopt));
        if (parent && parent->closed_on)
            return Problem("place.closed");
        if (given.finess_site && !TRY(store::places_with_finess(transaction, { *given.finess_site })).empty())
            return Problem("place.finess_taken");
        Place made { PlaceId::make(call.context.random), given.parent_id, {}, given.kind, given.name, given.finess_entity,
            given.finess_site, 0, given.headcount, {}, 1, given.insee_code, given.opened_on };
        if (made.kind == PlaceKind::Establishment)
            made.establishment_id = made.id;
        else if (parent)
            made.establishment_id = parent->establishment_id;
        for (const auto& sibling : TRY(store::places_under(transaction, given.parent_id)))
            made.position = std::max(made.position, sibling.position + 1);
        TRY(store::insert_place(transaction, made));
        TRY(record(transaction, call, made.establishment_id.value_or(made.id), "place.created", "place", made.id.text(),
            { { "kind", to_json(made.kind) } }));
        return Answer<Place> { made, {} };
    });
}

/// The new parent: of the right kind, in the same establishment, and not under the place itself.
Result<void> may_hang_under(store::Reader& reader, const Place& place, const std::optional<PlaceId>& parent_id)
{
    if (!parent_id)
        return hangs_under(place.kind, {});
    const auto parent = TRY(store::load_place(reader, *parent_id));
    TRY(hangs_under(place.kind, parent.kind)); // kinds only go down: a place can never come under itself
    if (place.kind != PlaceKind::Establishment && parent.establishment_id != place.establishment_id)
        return Problem("place.not_in_this_establishment");
    return {};
}

Result<Answer<Place>> change_place(Call& call, const ChangePlace& given)
{
    const auto id = TRY(call.id<PlaceId>("place"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Place>> {
        const auto before = TRY(load_known_place(call, transaction, id));
        TRY(require(may_shape(call.reader(), before.kind, before.establishment_id)));
        if (before.version != given.version)
            return Problem::stale(to_json(before));
        TRY(may_hang_under(transaction, before, given.parent_id));
        auto after = before;
        after.name = given.name;
        after.parent_id = given.parent_id;
        after.headcount = given.headcount;
        ++after.version;
        // A change dated before one that is already written would rewrite what was.
        for (const auto& past : TRY(store::past_of(transaction, id)))
            if (given.on < past.until_on)
                return Problem::of_field("/on", "date.before_start");
        TRY(store::change_place(transaction, before, after, given.on, given.reason, call.context.random));
        TRY(record(transaction, call, after.establishment_id.value_or(id), "place.changed", "place", id.text(),
            { { "on", given.on.text() }, { "renamed", before.name != after.name },
                { "moved", before.parent_id != after.parent_id } }));
        return Answer<Place> { after, {} };
    });
}

Result<Answer<Place>> close_place(Call& call, const ClosePlace& given)
{
    const auto id = TRY(call.id<PlaceId>("place"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Place>> {
        auto place = TRY(load_known_place(call, transaction, id));
        TRY(require(may_shape(call.reader(), place.kind, place.establishment_id)));
        if (place.version != given.version)
            return Problem::stale(to_json(place));
        for (const auto& child : TRY(store::places_under(transaction, id)))
            if (!child.closed_on)
                return Problem("still_referred_to");
        place.closed_on = given.closed_on;
        ++place.version;
        TRY(transaction.update("place", place));
        TRY(record(transaction, call, place.establishment_id.value_or(id), "place.closed", "place", id.text(),
            { { "closed_on", given.closed_on.text() } }));
        return Answer<Place> { place, {} };
    });
}

} // namespace

RouteTable place_routes()
{
    return {
        get("/api/places", Access::SignedIn, "The directory, or the children of ?parent", list_places),
        get("/api/places/{place}/tree", Access::SignedIn, "An establishment and its inside, as it was ?on a day", show_tree),
        post("/api/places", Access::SignedIn, "Make a place", create_place),
        put("/api/places/{place}", Access::SignedIn, "Rename or move a place; what it was stays behind", change_place),
        put("/api/places/{place}/closing", Access::SignedIn, "Close a place", close_place),
    };
}

} // namespace etabli::resources

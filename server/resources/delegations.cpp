// SPDX-License-Identifier: EUPL-1.2
// server/resources/delegations.cpp
//
// Delegations of two or three, confirmed by the staff representatives; and the carence.

#include "store/delegations.hpp"
#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// The caller belongs there, or the place is unknown to them.
Result<PlaceId> known_place(Call& call)
{
    const auto place = TRY(call.id<PlaceId>("place"));
    if (!call.reader().belongs_to(place))
        return Problem("not_found");
    return place;
}

Result<Answer<PeopleView>> compose_delegation(Call& call, const ComposeDelegation& given)
{
    const auto place = TRY(known_place(call));
    TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<void> {
        TRY(require(may_compose_delegation(call.reader(), place)));
        TRY(delegation_fits(TRY(store::members_of(transaction, place, given.mandate_ids, call.today()))));
        Delegation made { DelegationId::make(call.context.random), place, given.title, given.mandate_ids, given.starts_on, {},
            {}, 1 };
        if (may_confirm_delegation(call.reader(), place))
            made.confirmed_on = call.today();
        TRY(transaction.insert("delegation", made));
        return record(transaction, call, place, "delegation.composed", "delegation", made.id.text(),
            { { "mandates", to_json(made.mandate_ids) }, { "confirmed", made.confirmed_on.has_value() } });
    }));
    return people_after(call, place);
}

/// A delegation of a place the caller belongs to, still in force.
Result<Delegation> load_known_delegation(Call& call, store::Reader& reader)
{
    auto delegation = TRY(store::load_delegation(reader, TRY(call.id<DelegationId>("delegation"))));
    if (!call.reader().belongs_to(delegation.place_id))
        return Problem("not_found");
    return delegation;
}

Result<Answer<PeopleView>> change_delegation(Call& call, const ComposeDelegation& given)
{
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        auto delegation = TRY(load_known_delegation(call, transaction));
        TRY(require(may_compose_delegation(call.reader(), delegation.place_id)));
        if (given.version != delegation.version)
            return Problem::stale(to_json(delegation));
        const auto before = TRY(store::members_then(transaction, delegation.mandate_ids));
        const auto after = TRY(store::members_of(transaction, delegation.place_id, given.mandate_ids, call.today()));
        TRY(delegation_fits(after));
        delegation.title = given.title;
        delegation.mandate_ids = given.mandate_ids;
        delegation.starts_on = given.starts_on;
        ++delegation.version;
        if (may_confirm_delegation(call.reader(), delegation.place_id))
            delegation.confirmed_on = call.today();
        else if (!same_staff_representatives(before, after))
            delegation.confirmed_on.reset();
        TRY(transaction.update("delegation", delegation));
        TRY(record(transaction, call, delegation.place_id, "delegation.changed", "delegation", delegation.id.text(),
            { { "mandates", to_json(delegation.mandate_ids) }, { "confirmed", delegation.confirmed_on.has_value() } }));
        return delegation.place_id;
    }));
    return people_after(call, place);
}

Result<Answer<PeopleView>> confirm_delegation(Call& call, const Nothing&)
{
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        auto delegation = TRY(load_known_delegation(call, transaction));
        TRY(require(may_confirm_delegation(call.reader(), delegation.place_id)));
        delegation.confirmed_on = call.today();
        ++delegation.version;
        TRY(transaction.update("delegation", delegation));
        TRY(record(transaction, call, delegation.place_id, "delegation.confirmed", "delegation", delegation.id.text()));
        return delegation.place_id;
    }));
    return people_after(call, place);
}

Result<Answer<PeopleView>> end_delegation(Call& call, const EndDelegation& given)
{
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        auto delegation = TRY(load_known_delegation(call, transaction));
        TRY(require(may_compose_delegation(call.reader(), delegation.place_id)));
        if (given.version != delegation.version)
            return Problem::stale(to_json(delegation));
        if (given.ends_on < delegation.starts_on)
            return Problem::of_field("/ends_on", "date.before_start");
        delegation.ends_on = given.ends_on;
        ++delegation.version;
        TRY(transaction.update("delegation", delegation));
        TRY(record(transaction, call, delegation.place_id, "delegation.ended", "delegation", delegation.id.text(),
            { { "ends_on", given.ends_on.text() } }));
        return delegation.place_id;
    }));
    return people_after(call, place);
}

Result<Answer<PeopleView>> record_carence(Call& call, const RecordCarence& given)
{
    const auto place = TRY(known_place(call));
    TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<void> {
        TRY(require(may_record_carence(call.reader(), place)));
        TRY(carence_fits(TRY(store::elected_in_force(transaction, place, call.today()))));
        for (const auto& known : TRY(store::carences_of(transaction, place)))
            if (!known.ended_on)
                return Problem("duplicate");
        const Carence made { EntryId::make(call.context.random), place, given.recorded_on, given.text, {} };
        TRY(transaction.insert("carence", made));
        return record(transaction, call, place, "carence.recorded", "carence", made.id.text(),
            { { "recorded_on", given.recorded_on.text() } });
    }));
    return people_after(call, place);
}

Result<Answer<PeopleView>> end_carence(Call& call, const EndCarence& given)
{
    const auto id = TRY(call.id<EntryId>("carence"));
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        auto carence = TRY(store::load_carence(transaction, id));
        if (!call.reader().belongs_to(carence.place_id))
            return Problem("not_found");
        TRY(require(may_end_carence(call.reader(), carence.place_id)));
        if (given.ended_on < carence.recorded_on)
            return Problem::of_field("/ended_on", "date.before_start");
        // Somebody was elected, or the college would be left without anybody.
        if (TRY(store::elected_in_force(transaction, carence.place_id, given.ended_on)) == 0)
            return Problem("carence.nobody_elected");
        carence.ended_on = given.ended_on;
        TRY(transaction.update("carence", carence));
        TRY(store::end_substitutes(transaction, carence.place_id, given.ended_on));
        TRY(record(transaction, call, carence.place_id, "carence.ended", "carence", id.text(),
            { { "ended_on", given.ended_on.text() } }));
        return carence.place_id;
    }));
    return people_after(call, place);
}

} // namespace

RouteTable delegation_routes()
{
    return {
        post("/api/places/{place}/delegations", Access::SignedIn, "Compose a delegation of two or three", compose_delegation),
        put("/api/delegations/{delegation}", Access::SignedIn, "Change a delegation", change_delegation),
        post("/api/delegations/{delegation}/confirmation", Access::SignedIn, "The staff representatives confirm it",
            confirm_delegation),
        put("/api/delegations/{delegation}/end", Access::SignedIn, "End a delegation", end_delegation),
        post("/api/places/{place}/carences", Access::SignedIn, "Record that nobody was elected to represent the staff",
            record_carence),
        put("/api/carences/{carence}/end", Access::SignedIn, "End a carence: somebody was elected", end_carence),
    };
}

} // namespace etabli::resources

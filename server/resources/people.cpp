// SPDX-License-Identifier: EUPL-1.2
// server/resources/people.cpp
//
// The people of a place, college by college: who holds what since when, and how each college says yes.

#include <algorithm>

#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"
#include "store/audit.hpp"
#include "store/delegations.hpp"
#include "store/places.hpp"

namespace etabli::resources {

using namespace http;

namespace {

bool carence_today(const std::vector<Carence>& carences, Date today)
{
    return std::any_of(carences.begin(), carences.end(),
        [&](const auto& each) { return each.recorded_on <= today && (!each.ended_on || *each.ended_on > today); });
}

/// "edit_consent:ID" and the like: what this reader may do with one college.
void add_college_abilities(
    std::vector<std::string>& abilities, const etabli::Reader& reader, const College& college, const CollegeStanding& standing)
{
    const auto add = [&](bool may, const char* what) {
        if (may)
            abilities.push_back(std::string(what) + ":" + college.id.text());
    };
    add(may_give_mandate(reader, college, standing, false).ok(), "give_mandate");
    add(may_give_mandate(reader, college, standing, true).ok(), "give_substitute_mandate");
    add(may_end_mandate(reader, college), "end_mandate");
    add(may_edit_consent(reader, college), "edit_consent");
    add(reader.sits_in(college.id), "read_handovers");
    add(may_note_vacancy(reader, college, standing), "note_vacancy");
}

void add_place_abilities(std::vector<std::string>& abilities, const etabli::Reader& reader, const PeopleView& view)
{
    const auto add = [&](bool may, const char* what) {
        if (may)
            abilities.emplace_back(what);
    };
    const bool carence = carence_today(view.carences, view.today);
    add(may_record_carence(reader, view.place_id) && !carence, "record_carence");
    add(may_end_carence(reader, view.place_id) && carence, "end_carence");
    add(may_compose_delegation(reader, view.place_id), "compose_delegation");
    add(may_confirm_delegation(reader, view.place_id), "confirm_delegation");
}

CollegeView college_view(const College& college, const CollegeStanding& standing, const std::vector<store::Seat>& seats,
    const std::vector<Invitation>& offered)
{
    CollegeView view { college, {}, {}, standing.ever_held, standing.vacancy_noted };
    for (const auto& seat : seats)
        if (seat.college_id == college.id)
            view.seats.push_back(seat);
    for (const auto& each : offered)
        if (each.college_id == college.id)
            view.offered.push_back(
                { each.id, each.function_title, each.substitute, each.starts_on, each.ends_on, each.given_as });
    return view;
}

/// Direction and staff representatives stand side by side; the others follow in the order of the list of kinds.
int rank_on_screen(CollegeKind kind)
{
    if (kind == CollegeKind::Direction)
        return -2;
    return kind == CollegeKind::StaffRepresentatives ? -1 : static_cast<int>(kind);
}

Result<Answer<PeopleView>> show_people(Call& call)
{
    const auto place = TRY(call.id<PlaceId>("place"));
    return call.context.database.read([&](store::Reader& reader) { return people_view(call, reader, place); });
}

Result<Answer<PeopleView>> edit_consent(Call& call, const EditConsent& given)
{
    const auto id = TRY(call.id<CollegeId>("college"));
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        auto college = TRY(store::load_college(transaction, id));
        if (!call.reader().belongs_to(college.place_id))
            return Problem("not_found");
        TRY(require(may_edit_consent(call.reader(), college)));
        if (college.version != given.version)
            return Problem::stale(to_json(college));
        TRY(consent_fits(college.kind, given.consent_rule, given.consent_count));
        const auto before = college.consent_rule;
        college.consent_rule = given.consent_rule;
        college.consent_count = given.consent_rule == ConsentRule::Count ? given.consent_count : std::nullopt;
        college.consent_text = given.consent_text;
        ++college.version;
        TRY(transaction.update("college", college));
        TRY(record(transaction, call, college.place_id, "college.consent_edited", "college", id.text(),
            { { "before", to_json(before) }, { "after", to_json(college.consent_rule) } }));
        return college.place_id;
    }));
    return people_after(call, place);
}

Result<Answer<PeopleView>> note_vacancy(Call& call, const Nothing&)
{
    const auto id = TRY(call.id<CollegeId>("college"));
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        const auto college = TRY(store::load_college(transaction, id));
        if (!call.reader().belongs_to(college.place_id))
            return Problem("not_found");
        TRY(require(may_note_vacancy(call.reader(), college, TRY(store::standing_of(transaction, college, call.today())))));
        TRY(store::note_vacancy(transaction, id, call.today(), call.context.random));
        TRY(record(transaction, call, college.place_id, "college.vacancy_noted", "college", id.text()));
        return college.place_id;
    }));
    return people_after(call, place);
}

Result<Answer<ListOf<store::Handover>>> list_handovers(Call& call)
{
    const auto id = TRY(call.id<CollegeId>("college"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<store::Handover>>> {
        const auto college = TRY(store::load_college(reader, id));
        if (!call.reader().belongs_to(college.place_id))
            return Problem("not_found");
        TRY(require(call.reader().sits_in(id)));
        return Answer<ListOf<store::Handover>> { { TRY(store::handovers_of(reader, id)) }, {} };
    });
}

} // namespace

Result<Answer<PeopleView>> people_view(Call& call, store::Reader& reader, const PlaceId& id)
{
    if (!call.reader().belongs_to(id))
        return Problem("not_found");
    const auto place = TRY(store::load_place(reader, id));
    Answer<PeopleView> answer {
        { id, place.name, call.today(), {}, TRY(store::carences_of(reader, id)), TRY(store::delegations_of(reader, id)) }, {}
    };
    const auto seats = TRY(store::seats_of(reader, id, call.today()));
    const auto offered = TRY(store::open_invitations(reader, id, call.now()));
    auto colleges = TRY(store::colleges_of(reader, id));
    std::stable_sort(colleges.begin(), colleges.end(),
        [](const auto& a, const auto& b) { return rank_on_screen(a.kind) < rank_on_screen(b.kind); });
    for (const auto& college : colleges) {
        const auto standing = TRY(store::standing_of(reader, college, call.today()));
        answer.data.colleges.push_back(college_view(college, standing, seats, offered));
        add_college_abilities(answer.abilities, call.reader(), college, standing);
    }
    add_place_abilities(answer.abilities, call.reader(), answer.data);
    return answer;
}

Result<Answer<PeopleView>> people_after(Call& call, const PlaceId& place)
{
    // What the write changed may be what the caller holds: ask anew who they are.
    const auto account = call.reader().account_id;
    call.signed_in = TRY(
        call.context.database.read([&](store::Reader& reader) { return store::load_person(reader, account, call.today()); }));
    return call.context.database.read([&](store::Reader& reader) { return people_view(call, reader, place); });
}

Result<void> record(store::Transaction& transaction, Call& call, const PlaceId& place, AuditAction action,
    std::string object_kind, const std::string& object_id, json::object details)
{
    transaction.announce("people:" + place.text());
    return store::record_audit(transaction,
        { place.text(), call.signed_in ? std::optional(call.signed_in->account_id) : std::nullopt, action,
            std::move(object_kind), object_id, std::move(details) },
        call.now());
}

RouteTable people_routes()
{
    return {
        get("/api/places/{place}/people", Access::SignedIn, "Who holds which mandate, college by college", show_people),
        put("/api/colleges/{college}/consent", Access::SignedIn, "A college says how it says yes", edit_consent),
        post("/api/colleges/{college}/vacancy", Access::SignedIn, "Say that nobody holds this college any more", note_vacancy),
        get("/api/colleges/{college}/handovers", Access::SignedIn, "What those who left wrote for the next", list_handovers),
    };
}

} // namespace etabli::resources

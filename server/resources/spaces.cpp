// SPDX-License-Identifier: EUPL-1.2
// server/resources/spaces.cpp
//
// Preparing a discussion, finding one again, opening it, handing it over, attaching it to a démarche. Driving it
// stands in space_session.cpp; the page of those who have no account in respond.cpp.

#include "store/spaces.hpp"
#include "domain/spaces/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/space_views.hpp"
#include "store/people.hpp"
#include "store/places.hpp"
#include "store/programmes.hpp"

namespace etabli::resources {

/// A subject, a place and a date are enough to begin; the charter may come later, before opening.
struct SpaceDraft {
    PlaceId place_id;
    std::string title;
    Date held_on;
    std::optional<ProgrammeId> programme_id;
    std::optional<Occasion> occasion;
    std::optional<Openness> openness;
    std::optional<std::string> still_open;
    std::optional<std::string> decided_by;
    std::optional<AccountId> facilitator_id;
    std::optional<std::string> facilitated_by;
    std::optional<Hierarchy> hierarchy;
    std::optional<std::string> hierarchy_words;
    std::optional<std::int64_t> minutes;
    std::optional<Date> open_until;
    std::optional<std::string> who_reads;
    std::optional<std::string> until_when;
    std::optional<std::string> cannot_promise;
    std::optional<Date> destroy_on;
    std::optional<Remainder> remainder;
    std::optional<SpaceId> wider_space_id;
    std::optional<bool> situations_kept;
    std::optional<std::int64_t> answer_delay_days;
    std::optional<std::int64_t> version;
};

struct SpaceHandover {
    AccountId facilitator_id;
    std::string facilitated_by;
};

struct SpaceAttachment {
    std::optional<ProgrammeId> programme_id;
};

/// What one may choose from while preparing, in one establishment.
struct SpaceChoices {
    PlaceId establishment_id;
    std::string establishment_name;
    std::vector<SpaceChoice> places;
    std::vector<SpaceChoice> colleges;
    std::vector<SpaceChoice> people;
    std::vector<SpaceChoice> open_spaces;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::SpaceDraft> {
    static constexpr std::string_view name = "SpaceDraft";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::SpaceDraft::place_id),
        field("title", &resources::SpaceDraft::title, one_line),
        field("held_on", &resources::SpaceDraft::held_on),
        field("programme_id", &resources::SpaceDraft::programme_id),
        field("occasion", &resources::SpaceDraft::occasion),
        field("openness", &resources::SpaceDraft::openness),
        field("still_open", &resources::SpaceDraft::still_open, { .min = 0, .max = 600 }),
        field("decided_by", &resources::SpaceDraft::decided_by, { .min = 0, .max = 200 }),
        field("facilitator_id", &resources::SpaceDraft::facilitator_id),
        field("facilitated_by", &resources::SpaceDraft::facilitated_by, { .min = 0, .max = 200 }),
        field("hierarchy", &resources::SpaceDraft::hierarchy),
        field("hierarchy_words", &resources::SpaceDraft::hierarchy_words, { .min = 0, .max = 200 }),
        field("minutes", &resources::SpaceDraft::minutes, { .min = 5, .max = 480 }),
        field("open_until", &resources::SpaceDraft::open_until),
        field("who_reads", &resources::SpaceDraft::who_reads, { .min = 0, .max = 600 }),
        field("until_when", &resources::SpaceDraft::until_when, { .min = 0, .max = 600 }),
        field("cannot_promise", &resources::SpaceDraft::cannot_promise, { .min = 0, .max = 600 }),
        field("destroy_on", &resources::SpaceDraft::destroy_on),
        field("remainder", &resources::SpaceDraft::remainder),
        field("wider_space_id", &resources::SpaceDraft::wider_space_id),
        field("situations_kept", &resources::SpaceDraft::situations_kept),
        field("answer_delay_days", &resources::SpaceDraft::answer_delay_days, { .min = 1, .max = 365 }),
        field("version", &resources::SpaceDraft::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::SpaceHandover> {
    static constexpr std::string_view name = "SpaceHandover";
    static constexpr auto fields = std::tuple {
        field("facilitator_id", &resources::SpaceHandover::facilitator_id),
        field("facilitated_by", &resources::SpaceHandover::facilitated_by, one_line),
    };
};
template <>
struct Describe<resources::SpaceAttachment> {
    static constexpr std::string_view name = "SpaceAttachment";
    static constexpr auto fields = std::tuple { field("programme_id", &resources::SpaceAttachment::programme_id) };
};
template <>
struct Describe<resources::SpaceChoices> {
    static constexpr std::string_view name = "SpaceChoices";
    static constexpr auto fields = std::tuple {
        field("establishment_id", &resources::SpaceChoices::establishment_id),
        field("establishment_name", &resources::SpaceChoices::establishment_name),
        field("places", &resources::SpaceChoices::places, { .min = 0, .max = 2000 }),
        field("colleges", &resources::SpaceChoices::colleges, { .min = 0, .max = 100 }),
        field("people", &resources::SpaceChoices::people, { .min = 0, .max = 2000 }),
        field("open_spaces", &resources::SpaceChoices::open_spaces, { .min = 0, .max = 500 }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// What a charter announces when nobody said otherwise (the story's own: sixty days).
constexpr int destroy_after_days = 60;

void write_over(const SpaceDraft& draft, Space& space)
{
    const auto given = [](const auto& from, auto& to) {
        if (from)
            to = *from;
    };
    space.title = draft.title;
    space.held_on = draft.held_on;
    space.programme_id = draft.programme_id;
    given(draft.occasion, space.occasion);
    given(draft.openness, space.openness);
    given(draft.still_open, space.still_open);
    given(draft.decided_by, space.decided_by);
    given(draft.facilitated_by, space.facilitated_by);
    given(draft.hierarchy, space.hierarchy);
    given(draft.hierarchy_words, space.hierarchy_words);
    given(draft.minutes, space.minutes);
    space.open_until = draft.open_until;
    given(draft.who_reads, space.who_reads);
    given(draft.until_when, space.until_when);
    given(draft.cannot_promise, space.cannot_promise);
    space.destroy_on = draft.destroy_on.value_or(draft.open_until.value_or(draft.held_on).plus_days(destroy_after_days));
    given(draft.remainder, space.remainder);
    space.wider_space_id = draft.wider_space_id;
    given(draft.situations_kept, space.situations_kept);
    given(draft.answer_delay_days, space.answer_delay_days);
}

/// The place of the draft and its establishment; hidden from whoever has no mandate there.
Result<Place> place_of(const Reader& reader, store::Reader& database, const SpaceDraft& draft)
{
    auto place = TRY(store::load_place(database, draft.place_id));
    if (!place.establishment_id || !reader.belongs_to(*place.establishment_id))
        return Problem::of_field("/place_id", "not_found");
    return place;
}

/// Whoever prepares and whoever facilitates: neither owns a team's space from direction.
Result<void> may_be_owned(Call& call, store::Reader& database, const Place& place, const AccountId& facilitator)
{
    if (!spaces::may_own(call.reader(), place, *place.establishment_id))
        return Problem("space.direction_cannot_own");
    if (facilitator == call.reader().account_id)
        return {};
    const auto person = TRY(store::load_person(database, facilitator, call.today()));
    if (!person.belongs_to(*place.establishment_id))
        return Problem::of_field("/facilitator_id", "not_found");
    if (!spaces::may_own(person, place, *place.establishment_id))
        return Problem("space.direction_cannot_own");
    return {};
}

Result<void> wider_space_exists(const Reader& reader, store::Reader& database, const SpaceDraft& draft)
{
    if (!draft.wider_space_id)
        return {};
    const auto wider = store::load_space(database, *draft.wider_space_id);
    if (!wider.ok() || !spaces::may_read(reader, wider.value()))
        return Problem::of_field("/wider_space_id", "not_found");
    return {};
}

Result<Answer<SpaceView>> answer_with(Call& call, store::Reader& database, const Space& space)
{
    return Answer<SpaceView> { TRY(view_of(database, space)), abilities_on(call.reader(), space, call.today()) };
}

Result<Answer<ListOf<SpaceLine>>> list_spaces(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<SpaceLine>>> {
        Answer<ListOf<SpaceLine>> answer;
        for (const auto& establishment : call.reader().places())
            for (const auto& space : TRY(store::spaces_of(reader, establishment)))
                answer.data.items.push_back({ space.id, space.title, TRY(store::load_place(reader, space.place_id)).name,
                    space.occasion, space.openness, space.facilitated_by, space.facilitator_id, space.held_on, space.minutes,
                    space.open_until, space.state, space.return_on, space.returned_on, space.destroy_on, space.programme_id });
        if (!call.reader().mandates.empty())
            answer.abilities.emplace_back("prepare");
        return answer;
    });
}

Result<SpaceChoices> choices_in(Call& call, store::Reader& reader, const PlaceId& establishment)
{
    SpaceChoices choices { establishment, TRY(store::load_place(reader, establishment)).name, {}, {}, {}, {} };
    for (const auto& place : TRY(store::places_of_establishment(reader, establishment)))
        if (!place.closed_on)
            choices.places.push_back({ place.id.text(), place.name, std::string(name_of(place.kind)) });
    for (const auto& college : TRY(store::colleges_of(reader, establishment)))
        choices.colleges.push_back({ college.id.text(), college.name, std::string(name_of(college.kind)) });
    for (const auto& seat : TRY(store::seated_people(reader, establishment, call.today())))
        choices.people.push_back({ seat.account_id.text(), seat.function_title, std::string(name_of(seat.kind)) });
    for (const auto& space : TRY(store::spaces_of(reader, establishment)))
        if (space.state == SpaceState::Open)
            choices.open_spaces.push_back({ space.id.text(), space.title, "space" });
    return choices;
}

Result<Answer<ListOf<SpaceChoices>>> show_choices(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<SpaceChoices>>> {
        Answer<ListOf<SpaceChoices>> answer;
        for (const auto& id : call.reader().places())
            if (TRY(store::load_place(reader, id)).kind == PlaceKind::Establishment)
                answer.data.items.push_back(TRY(choices_in(call, reader, id)));
        return answer;
    });
}

Result<Answer<SpaceView>> prepare_space(Call& call, const SpaceDraft& draft)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SpaceView>> {
        const auto place = TRY(place_of(call.reader(), transaction, draft));
        const auto facilitator = draft.facilitator_id.value_or(call.reader().account_id);
        TRY(may_be_owned(call, transaction, place, facilitator));
        TRY(wider_space_exists(call.reader(), transaction, draft));
        auto& random = call.context.random;
        Space space;
        space.id = SpaceId::make(random);
        space.establishment_id = *place.establishment_id;
        space.place_id = place.id;
        space.facilitator_id = facilitator;
        TRY(store::programme_is_of(transaction, draft.programme_id, space.establishment_id));
        write_over(draft, space);
        TRY(store::insert_space(
            transaction, space, { TRY(store::free_code(transaction, random)), random.token(), random.token() }));
        return answer_with(call, transaction, space);
    });
}

Result<Answer<SpaceView>> show_space(Call& call)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<SpaceView>> {
        return answer_with(call, reader, TRY(space_for(call.reader(), reader, id)));
    });
}

Result<Answer<SpaceView>> edit_space(Call& call, const SpaceDraft& draft)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SpaceView>> {
        auto space = TRY(space_to_drive(call.reader(), transaction, id));
        if (space.state != SpaceState::Prepared)
            return Problem("space.charter_fixed");
        if (draft.version != space.version)
            return Problem::stale(to_json(TRY(view_of(transaction, space))));
        const auto place = TRY(place_of(call.reader(), transaction, draft));
        const auto facilitator = draft.facilitator_id.value_or(space.facilitator_id);
        TRY(may_be_owned(call, transaction, place, facilitator));
        TRY(wider_space_exists(call.reader(), transaction, draft));
        space.place_id = place.id;
        space.establishment_id = *place.establishment_id;
        space.facilitator_id = facilitator;
        TRY(store::programme_is_of(transaction, draft.programme_id, space.establishment_id));
        write_over(draft, space);
        ++space.version;
        TRY(store::keep_space(transaction, space));
        return answer_with(call, transaction, space);
    });
}

Result<Answer<SpaceView>> open_space(Call& call, const Nothing&)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SpaceView>> {
        auto space = TRY(space_to_drive(call.reader(), transaction, id));
        if (space.state != SpaceState::Prepared)
            return Problem("space.already_open");
        if (auto gaps = spaces::charter_gaps(space, call.today()); !gaps.empty())
            return Problem::of_fields(std::move(gaps));
        space.state = SpaceState::Open;
        ++space.version;
        TRY(store::keep_space(transaction, space));
        TRY(note_space(call, transaction, space, "space.opened", { { "destroy_on", space.destroy_on.text() } }));
        transaction.announce("spaces/" + id.text());
        return answer_with(call, transaction, space);
    });
}

Result<Answer<SpaceView>> hand_over_space(Call& call, const SpaceHandover& given)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SpaceView>> {
        auto space = TRY(space_to_drive(call.reader(), transaction, id));
        const auto place = TRY(store::load_place(transaction, space.place_id));
        TRY(may_be_owned(call, transaction, place, given.facilitator_id));
        space.facilitator_id = given.facilitator_id;
        space.facilitated_by = given.facilitated_by;
        ++space.version;
        TRY(store::keep_space(transaction, space));
        TRY(note_space(call, transaction, space, "space.handed_over", { { "to", given.facilitator_id.text() } }));
        return answer_with(call, transaction, space);
    });
}

Result<Answer<SpaceView>> attach_space(Call& call, const SpaceAttachment& given)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SpaceView>> {
        auto space = TRY(space_to_drive(call.reader(), transaction, id));
        TRY(store::programme_is_of(transaction, given.programme_id, space.establishment_id));
        space.programme_id = given.programme_id;
        ++space.version;
        TRY(store::keep_space(transaction, space));
        TRY(note_space(call, transaction, space, "space.attached"));
        return answer_with(call, transaction, space);
    });
}

} // namespace

RouteTable space_routes()
{
    return {
        get("/api/spaces", Access::SignedIn, "Discussions of the establishments one has a mandate in", list_spaces),
        post("/api/spaces", Access::SignedIn, "Prepare a discussion", prepare_space),
        get("/api/spaces/choices", Access::SignedIn, "Places, colleges and people to choose from while preparing",
            show_choices),
        get("/api/spaces/{space}", Access::SignedIn, "A discussion, and what came out of it once it is closed", show_space),
        put("/api/spaces/{space}", Access::SignedIn, "Change what was prepared, until it opens", edit_space),
        post("/api/spaces/{space}/open", Access::SignedIn, "Open it, once its charter says all it must", open_space),
        put("/api/spaces/{space}/facilitator", Access::SignedIn, "Hand it over to somebody else", hand_over_space),
        put("/api/spaces/{space}/programme", Access::SignedIn, "Attach it to a programme", attach_space),
    };
}

} // namespace etabli::resources

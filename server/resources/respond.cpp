// SPDX-License-Identifier: EUPL-1.2
// server/resources/respond.cpp
//
// The side of those who have no account: come in by a short code, read the charter, write, take one's words back,
// say "chez moi aussi". No cookie is read here, nobody is looked up, nothing is logged; a phone is known by the
// digest of a secret drawn for this space, a different one for each purpose (docs/discussions.md).

#include "domain/spaces/rules.hpp"
#include "server/resources/all.hpp"
#include "store/places.hpp"
#include "store/sentences.hpp"
#include "store/spaces.hpp"

namespace etabli::resources {

struct OwnWords {
    ContributionId id;
    ContributionKind kind = ContributionKind::Situation;
    std::string words;
};

struct Sentence {
    std::string id;
    std::string words;
    std::optional<Lived> lived;
};

/// What a phone shows: the charter to whoever has the code, the rest to whoever came in.
struct PhoneView {
    std::string topic;
    std::string title;
    std::string place_name;
    PlaceId establishment_id; // whose contacts to show, for what this is not for
    Occasion occasion = Occasion::Regular;
    Openness openness = Openness::Participate;
    std::string still_open;
    std::string decided_by;
    std::string facilitated_by;
    Hierarchy hierarchy = Hierarchy::Absent;
    std::string hierarchy_words;
    std::string who_reads;
    std::string until_when;
    std::string cannot_promise;
    Date destroy_on;
    Remainder remainder = Remainder::Destroyed;
    std::optional<Date> open_until;
    SpaceState state = SpaceState::Open;
    std::int64_t step = 1;
    bool entered = false;
    std::string follow_token;
    std::vector<OwnWords> own;
    std::vector<Sentence> sentences;
    std::string minutes;
};

struct Entered {
    std::string participant;
};

struct ReactionDraft {
    Reaction answer = Reaction::Pass;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::OwnWords> {
    static constexpr std::string_view name = "OwnWords";
    static constexpr auto fields = std::tuple {
        field("id", &resources::OwnWords::id),
        field("kind", &resources::OwnWords::kind),
        field("words", &resources::OwnWords::words, spaces::contribution_words),
    };
};
template <>
struct Describe<resources::Sentence> {
    static constexpr std::string_view name = "Sentence";
    static constexpr auto fields = std::tuple {
        field("id", &resources::Sentence::id),
        field("words", &resources::Sentence::words),
        field("lived", &resources::Sentence::lived),
    };
};
template <>
struct Describe<resources::PhoneView> {
    static constexpr std::string_view name = "PhoneView";
    static constexpr auto fields = std::tuple {
        field("topic", &resources::PhoneView::topic),
        field("title", &resources::PhoneView::title),
        field("place_name", &resources::PhoneView::place_name),
        field("establishment_id", &resources::PhoneView::establishment_id),
        field("occasion", &resources::PhoneView::occasion),
        field("openness", &resources::PhoneView::openness),
        field("still_open", &resources::PhoneView::still_open),
        field("decided_by", &resources::PhoneView::decided_by),
        field("facilitated_by", &resources::PhoneView::facilitated_by),
        field("hierarchy", &resources::PhoneView::hierarchy),
        field("hierarchy_words", &resources::PhoneView::hierarchy_words),
        field("who_reads", &resources::PhoneView::who_reads),
        field("until_when", &resources::PhoneView::until_when),
        field("cannot_promise", &resources::PhoneView::cannot_promise),
        field("destroy_on", &resources::PhoneView::destroy_on),
        field("remainder", &resources::PhoneView::remainder),
        field("open_until", &resources::PhoneView::open_until),
        field("state", &resources::PhoneView::state),
        field("step", &resources::PhoneView::step, { .min = 1, .max = steps }),
        field("entered", &resources::PhoneView::entered),
        field("follow_token", &resources::PhoneView::follow_token),
        field("own", &resources::PhoneView::own),
        field("sentences", &resources::PhoneView::sentences),
        field("minutes", &resources::PhoneView::minutes, { .min = 0, .max = 8000 }),
    };
};
template <>
struct Describe<resources::Entered> {
    static constexpr std::string_view name = "Entered";
    static constexpr auto fields = std::tuple { field("participant", &resources::Entered::participant) };
};
template <>
struct Describe<resources::ReactionDraft> {
    static constexpr std::string_view name = "ReactionDraft";
    static constexpr auto fields = std::tuple { field("answer", &resources::ReactionDraft::answer) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

constexpr std::size_t participant_length = 43; // Random::token

/// A space found by its code, and the phone that asks, if it came in.
struct Seat {
    Space space;
    std::string salt;
    std::optional<std::string> secret;

    std::string digest(std::string_view purpose) const { return spaces::participant_digest(salt, purpose, *secret); }
};

/// Wrong codes are counted, so that trying them all takes years; a phone that is in is never held up by others.
Result<Seat> seat_of(Call& call, store::Reader& reader)
{
    const bool may_try = call.context.guesses->may_try(call.now(), call.request.peer);
    auto found = store::space_by_code(reader, spaces::normal_code(call.text("code")));
    if (!found.ok()) {
        call.context.guesses->was_wrong(call.now(), call.request.peer);
        return may_try ? std::move(found).problem() : Problem("request.too_many");
    }
    Seat seat { std::move(found).value(), "", {} };
    seat.salt = TRY(store::space_keys(reader, seat.space.id)).salt;
    if (const auto secret = call.request.header("x-participant"); secret.size() == participant_length) {
        seat.secret = std::string(secret);
        if (!TRY(store::phone_has_entered(reader, seat.space.id, seat.digest("enters"))))
            seat.secret.reset();
    }
    if (!seat.secret && !may_try)
        return Problem("request.too_many"); // the same as for a wrong code: it says nothing of this one
    TRY(spaces::must_accept_words(seat.space, call.today()));
    return seat;
}

Result<Seat> taken_seat(Call& call, store::Reader& reader)
{
    auto seat = TRY(seat_of(call, reader));
    if (!seat.secret)
        return Problem("space.participant_unknown");
    return seat;
}

/// Contributions shown, and ideas the scribe wrote; in the order of their random names.
Result<std::vector<Sentence>> sentences_in(store::Reader& reader, const SpaceId& space)
{
    std::vector<Sentence> all;
    for (const auto& each : TRY(store::contributions_of(reader, space)))
        if (each.state == ContributionState::Shown)
            all.push_back({ each.id.text(), each.words, each.lived });
    for (const auto& idea : TRY(store::ideas_of(reader, space)))
        if (!idea.taken_from)
            all.push_back({ idea.id.text(), idea.words, idea.lived });
    return all;
}

Result<Answer<PhoneView>> shown_to(store::Reader& reader, const Seat& seat)
{
    const auto& space = seat.space;
    PhoneView view { "spaces/" + space.id.text(), space.title, TRY(store::load_place(reader, space.place_id)).name,
        space.establishment_id, space.occasion, space.openness, space.still_open, space.decided_by, space.facilitated_by,
        space.hierarchy, space.hierarchy_words, space.who_reads, space.until_when, space.cannot_promise, space.destroy_on,
        space.remainder, space.open_until, space.state, space.step, false, "", {}, {}, "" };
    if (!seat.secret)
        return Answer<PhoneView> { view, { "enter" } };
    view.entered = true;
    view.follow_token = TRY(store::space_keys(reader, space.id)).follow_token;
    for (const auto& own : TRY(store::waiting_of_writer(reader, space.id, seat.digest("writes"))))
        view.own.push_back({ own.id, own.kind, own.words });
    view.sentences = TRY(sentences_in(reader, space.id));
    const auto versions = TRY(store::minutes_of(reader, space.id));
    if (!versions.empty())
        view.minutes = versions.back().words;
    return Answer<PhoneView> { view, { "write", "react" } };
}

Result<Answer<PhoneView>> look_in(Call& call)
{
    return call.context.database.read(
        [&](store::Reader& reader) -> Result<Answer<PhoneView>> { return shown_to(reader, TRY(seat_of(call, reader))); });
}

Result<Answer<Entered>> enter(Call& call, const Nothing&)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Entered>> {
        auto seat = TRY(seat_of(call, transaction));
        seat.secret = call.context.random.token();
        TRY(store::enter_space(transaction, seat.space.id, seat.digest("enters")));
        return Answer<Entered> { { *seat.secret }, {} };
    });
}

Result<Answer<PhoneView>> write_words(Call& call, const OwnWords& given)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<PhoneView>> {
        const auto seat = TRY(taken_seat(call, transaction));
        TRY(store::keep_waiting(transaction,
            { given.id, seat.space.id, seat.digest("writes"), Source::Phone, given.kind, given.words },
            spaces::participant_digest(seat.salt, "spends", given.id.text())));
        return shown_to(transaction, seat);
    });
}

Result<Answer<PhoneView>> withdraw_words(Call& call)
{
    const auto id = TRY(call.id<ContributionId>("contribution"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<PhoneView>> {
        const auto seat = TRY(taken_seat(call, transaction));
        TRY(store::withdraw_waiting(
            transaction, seat.space.id, id, seat.digest("writes"), spaces::participant_digest(seat.salt, "spends", id.text())));
        return shown_to(transaction, seat);
    });
}

Result<Answer<Nothing>> keep_answer(Call& call, std::optional<Reaction> answer)
{
    const auto sentence = TRY(call.id<IdeaId>("sentence")).text();
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Nothing>> {
        const auto seat = TRY(taken_seat(call, transaction));
        // One digest per sentence: two answers of one phone cannot be joined.
        TRY(store::keep_reaction(transaction, seat.space.id, sentence, seat.digest("answers " + sentence), answer));
        return Answer<Nothing> {};
    });
}

Result<Answer<Nothing>> react(Call& call, const ReactionDraft& given)
{
    return keep_answer(call, given.answer);
}

Result<Answer<Nothing>> take_back_reaction(Call& call)
{
    return keep_answer(call, std::nullopt);
}

} // namespace

RouteTable respond_routes()
{
    constexpr auto open = Access::WithoutAccount;
    return {
        get("/api/s/{code}", open, "The charter; and, once inside, what a phone shows", look_in),
        post("/api/s/{code}/enter", open, "Come in, without account and without name", enter),
        post("/api/s/{code}/contributions", open, "Give one's words to the group; sent twice, heard once", write_words),
        remove(
            "/api/s/{code}/contributions/{contribution}", open, "Take one's own words back, while they wait", withdraw_words),
        put("/api/s/{code}/reactions/{sentence}", open, "Say that one lives it too, or differently, or pass", react),
        remove("/api/s/{code}/reactions/{sentence}", open, "Take that answer back", take_back_reaction),
    };
}

} // namespace etabli::resources

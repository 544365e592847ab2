// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiments.cpp
//
// Trying: from a proposal or an axis to an experiment, put to the colleges where the charter wants it; its page, its end and
// its journal.

#include <algorithm>
#include <tuple>

#include "domain/experiments/rules.hpp"
#include "domain/programmes/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/experiment_changes.hpp"
#include "server/resources/texts.hpp"
#include "store/audit.hpp"
#include "store/experiments.hpp"
#include "store/gates.hpp"
#include "store/people.hpp"
#include "store/places.hpp"
#include "store/programmes.hpp"
#include "store/thread.hpp"

namespace etabli::resources {

namespace {

using namespace http;

// ---- Lists and beginnings ---------------------------------------------------------------------------

Result<Answer<ListOf<ExperimentSummary>>> list_experiments(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<ExperimentSummary>>> {
        Answer<ListOf<ExperimentSummary>> answer;
        bool may_begin = false;
        for (const auto& place : call.reader().places()) {
            may_begin |= experiments::may_begin(call.reader(), place);
            std::map<PlaceId, std::string> names;
            for (const auto& each : TRY(store::places_of_establishment(reader, place)))
                names[each.id] = each.name;
            const auto agreements = TRY(store::agreements_of(reader, place));
            std::map<ExperimentId, SharedConclusion> conclusions;
            for (auto& each : TRY(store::conclusions_of(reader, place)))
                conclusions.emplace(each.experiment_id, std::move(each));
            for (const auto& each : TRY(store::experiments_of(reader, place))) {
                const auto found = conclusions.find(each.id);
                const auto conclusion = found == conclusions.end() ? std::nullopt : std::optional(found->second);
                const auto asked = agreements.find(each.id.text());
                const auto agreement = asked == agreements.end() ? std::nullopt : std::optional(asked->second);
                answer.data.items.push_back(
                    { each.id, each.title, each.hypothesis, state_of(each, conclusion, agreement, call.today()),
                        names[each.place_id], each.starts_on, each.ends_on, each.programme_id, each.establishment_id });
            }
        }
        // Each establishment's are in order already; somebody who sits in two reads them together.
        std::ranges::sort(answer.data.items, [](const auto& one, const auto& other) {
            return one.starts_on == other.starts_on ? one.id < other.id : one.starts_on > other.starts_on;
        });
        if (may_begin)
            answer.abilities.emplace_back("begin");
        return answer;
    });
}

Result<Answer<FieldsView>> show_fields(Call& call)
{
    const auto id = TRY(call.id<ProgrammeId>("programme"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<FieldsView>> {
        const auto programme = TRY(store::load_programme(reader, id));
        if (!call.reader().belongs_to(programme.place_id))
            return Problem("not_found");
        FieldsView view { id, programme.title, {} };
        for (const auto& each : TRY(store::experiments_of(reader, programme.place_id)))
            if (each.programme_id == id)
                view.experiments.push_back(TRY(experiment_in_fields(reader, call, each)));
        std::ranges::sort(view.experiments, [](const auto& one, const auto& other) {
            return std::tie(one.starts_on, one.id) < std::tie(other.starts_on, other.id);
        });
        return Answer<FieldsView> { std::move(view), {} };
    });
}

ObjectKind object_kind_of(ExperimentOrigin origin)
{
    return *enum_from<ObjectKind>(name_of(origin));
}

/// What is tried must be open to it: a proposal accepted or to be tried, an axis that passed, a conclusion.
Result<ThreadNode> origin_node(store::Reader& reader, const Reader& person, ExperimentOrigin kind, const std::string& id)
{
    const auto node = TRY(store::find_node(reader, object_kind_of(kind), id));
    if (!node || node->destroyed || !experiments::may_read(person, node->establishment_id))
        return Problem::of_field("/from_id", "not_found");
    const bool is_open = kind != ExperimentOrigin::Proposal || node->state == "accepted" || node->state == "tried"
        || node->state == "decided_by_team";
    if (!is_open)
        return Problem("experiment.origin_not_open");
    return *node;
}

Result<std::optional<Programme>> programme_of(store::Reader& reader, const std::optional<ProgrammeId>& id)
{
    if (!id)
        return std::optional<Programme> {};
    return std::optional(TRY(store::load_programme(reader, *id)));
}

Result<bool> is_in_wide_place(store::Reader& reader, const Experiment& experiment)
{
    return experiments::wide_places(TRY(store::places_of_establishment(reader, experiment.establishment_id)))
        .contains(experiment.place_id);
}

/// Puts the page to the colleges: the experiment waits for their yes.
Result<void> ask_colleges(store::Transaction& transaction, Call& call, const Experiment& experiment, const std::string& note)
{
    store::GateDraft draft;
    draft.establishment_id = experiment.establishment_id;
    draft.programme_id = experiment.programme_id;
    draft.subject_kind = "experiment";
    draft.subject_id = experiment.id.text();
    draft.passage = "begin";
    draft.title = experiment.title;
    draft.note = note;
    const auto gate = TRY(store::ask_gate(transaction, draft, call.reader().account_id, call.now(), call.context.random));
    TRY(store::insert_asked_page(transaction, { gate.id, experiment.id, experiment.version, experiment }));
    TRY(audit(transaction, call, experiment, "experiment.asked_for", { { "number", experiment.version } }));
    return store::refresh_experiment(transaction, experiment.id.text());
}

Result<Answer<ExperimentBeginning>> show_beginning(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ExperimentBeginning>> {
        ExperimentBeginning beginning;
        const auto kind = enum_from<ExperimentOrigin>(call.query("from_kind").value_or(""));
        if (kind) {
            beginning.from_kind = kind;
            beginning.from_id = call.query("from_id").value_or("");
            const auto node = TRY(origin_node(reader, call.reader(), *kind, *beginning.from_id));
            beginning.from_title = node.title;
            beginning.establishment_id = node.establishment_id;
            beginning.programme_id = node.programme_id;
        } else {
            const auto places = call.reader().places();
            const auto mine = std::find_if(places.begin(), places.end(),
                [&](const PlaceId& place) { return experiments::may_begin(call.reader(), place); });
            TRY(require(mine != places.end()));
            beginning.establishment_id = *mine;
        }
        TRY(require(experiments::may_begin(call.reader(), beginning.establishment_id)));
        const auto places = TRY(store::places_of_establishment(reader, beginning.establishment_id));
        const auto wide = experiments::wide_places(places);
        const auto programme = TRY(programme_of(reader, beginning.programme_id));
        for (const auto& place : places) {
            if (place.id == beginning.establishment_id)
                beginning.establishment_name = place.name;
            const bool is_wide = wide.contains(place.id);
            if (!place.closed_on)
                beginning.places.push_back(
                    { place.id, place.kind, place.name, is_wide, programme && experiment_asks_colleges(*programme, is_wide) });
        }
        return Answer<ExperimentBeginning> { std::move(beginning), { "begin" } };
    });
}

Result<Answer<ExperimentView>> begin_experiment(Call& call, const NewExperiment& given)
{
    if (given.from_kind.has_value() != given.from_id.has_value())
        return Problem::of_field("/from_id", "field.required");
    const auto id = ExperimentId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ExperimentView>> {
        const auto place = TRY(store::load_place(transaction, given.place_id));
        if (!place.establishment_id || !call.reader().belongs_to(*place.establishment_id))
            return Problem::of_field("/place_id", "not_found");
        TRY(require(experiments::may_begin(call.reader(), *place.establishment_id)));
        TRY(store::programme_is_of(transaction, given.programme_id, *place.establishment_id));
        Experiment experiment;
        static_cast<ExperimentCanvas&>(experiment) = given;
        experiment.id = id;
        experiment.establishment_id = *place.establishment_id;
        experiment.place_id = place.id;
        experiment.programme_id = given.programme_id;
        TRY(experiments::check_dates(experiment));
        if (given.from_kind) {
            const auto node = TRY(origin_node(transaction, call.reader(), *given.from_kind, *given.from_id));
            if (node.establishment_id != experiment.establishment_id)
                return Problem::of_field("/from_id", "not_found");
            experiment.from_kind = given.from_kind;
            experiment.from_id = given.from_id;
            // What it comes from says in which démarche it is tried, and by which charter.
            if (node.programme_id && experiment.programme_id && experiment.programme_id != node.programme_id)
                return Problem::of_field("/programme_id", "choice.unknown");
            if (node.programme_id)
                experiment.programme_id = node.programme_id;
        }
        const bool is_wide = TRY(is_in_wide_place(transaction, experiment));
        TRY(experiments::check_width(experiment, is_wide));
        TRY(store::insert_experiment(transaction, experiment, call.today()));
        const auto programme = TRY(programme_of(transaction, experiment.programme_id));
        if (programme && experiment_asks_colleges(*programme, is_wide))
            TRY(ask_colleges(transaction, call, experiment, ""));
        else
            TRY(audit(transaction, call, experiment, "experiment.begun", { { "ends_on", experiment.ends_on.text() } }));
        transaction.announce("experiments");
        transaction.announce("home");
        return view_of(transaction, call, experiment);
    });
}

Result<Answer<ExperimentView>> show_experiment(Call& call)
{
    const auto id = TRY(call.id<ExperimentId>("id"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ExperimentView>> {
        const auto experiment = TRY(experiment_for(reader, call.reader(), id));
        return view_of(reader, call, experiment);
    });
}

// ---- Along the way ----------------------------------------------------------------------------------

Result<Answer<ExperimentView>> change_experiment(Call& call, const ChangedExperiment& given)
{
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_follow(call.reader(), experiment, is_concluded)));
        TRY(require_not_asked(transaction, experiment));
        if (given.version != experiment.version)
            return Problem::stale(to_json(experiment));
        if (given.ends_on != experiment.ends_on)
            return Problem::of_field("/ends_on", "experiment.end_needs_reason");
        const auto started_on = experiment.starts_on;
        static_cast<ExperimentCanvas&>(experiment) = given;
        TRY(experiments::check_dates(experiment));
        TRY(experiments::check_width(experiment, TRY(is_in_wide_place(transaction, experiment))));
        ++experiment.version;
        TRY(audit(transaction, call, experiment, "experiment.page_changed", { { "number", experiment.version } }));
        if (experiment.starts_on != started_on) // before and since are told apart by that day
            TRY(audit(transaction, call, experiment, "experiment.start_moved",
                { { "before", started_on.text() }, { "after", experiment.starts_on.text() } }));
        return store::keep_experiment(transaction, experiment);
    });
}

/// After a refusal, or a withdrawal: with what has changed since.
Result<Answer<ExperimentView>> ask_again(Call& call, const ExperimentAsking& given)
{
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_follow(call.reader(), experiment, is_concluded)));
        if (!TRY(store::agreement_of(transaction, experiment.id)))
            return Problem("not_found"); // nothing asks for it
        if (given.version != experiment.version)
            return Problem::stale(to_json(experiment));
        transaction.announce("home");
        return ask_colleges(transaction, call, experiment, given.note.value_or(""));
    });
}

Result<Answer<ExperimentView>> move_end(Call& call, const NewEnd& given)
{
    const auto entry = EntryId::make(call.context.random);
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_follow(call.reader(), experiment, is_concluded)));
        TRY(require_not_asked(transaction, experiment));
        if (given.version != experiment.version)
            return Problem::stale(to_json(experiment));
        TRY(experiments::check_new_end(experiment, given.ends_on));
        TRY(store::insert_end_revision(
            transaction, { entry, experiment.id, call.today(), experiment.ends_on, given.ends_on, given.reason }));
        TRY(audit(transaction, call, experiment, "experiment.end_moved",
            { { "from_on", experiment.ends_on.text() }, { "to_on", given.ends_on.text() } }));
        experiment.ends_on = given.ends_on;
        ++experiment.version;
        transaction.announce("home");
        return store::keep_experiment(transaction, experiment);
    });
}

Result<Answer<ExperimentView>> note_event(Call& call, const NewEvent& given)
{
    TRY(refuse_identifiers(given.words, "/words"));
    const auto entry = EntryId::make(call.context.random);
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_follow(call.reader(), experiment, is_concluded)));
        if (given.happened_on > call.today())
            return Problem::of_field("/happened_on", "date.in_the_future");
        const ExperimentEvent event { entry, experiment.id, given.kind, given.happened_on, given.words,
            given.begins_part.value_or(false) && given.kind == EventKind::Adaptation };
        if (event.begins_part)
            TRY(audit(transaction, call, experiment, "experiment.part_begun", { { "on", event.happened_on.text() } }));
        return store::insert_event(transaction, event);
    });
}

Result<Answer<ExperimentView>> join_reservation(Call& call, const NewReservation& given)
{
    const auto entry = EntryId::make(call.context.random);
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_join_reservation(call.reader(), experiment, given.college_id, is_concluded)));
        const auto* mandate = call.reader().mandate_in(given.college_id);
        TRY(store::keep_reservation(
            transaction, { entry, experiment.id, given.college_id, mandate->kind, given.words, call.today() }));
        return audit(
            transaction, call, experiment, "experiment.reservation_joined", { { "college_id", given.college_id.text() } });
    });
}

} // namespace

RouteTable experiment_routes()
{
    return {
        get("/api/experiments", Access::SignedIn, "What is being tried, the latest begun first", list_experiments),
        get("/api/programmes/{programme}/fields", Access::SignedIn,
            "The three fields of a programme's experiments side by side, the first begun first", show_fields),
        get("/api/experiment-beginnings", Access::SignedIn, "What an experiment would come from, and where it may be tried",
            show_beginning),
        post("/api/experiments", Access::SignedIn, "Begin an experiment", begin_experiment),
        get("/api/experiments/{id}", Access::SignedIn, "An experiment, its events, figures and conclusion", show_experiment),
        put("/api/experiments/{id}", Access::SignedIn, "Put the canvas better; the end has its own request", change_experiment),
        post("/api/experiments/{id}/gate", Access::SignedIn, "Ask the colleges again, with what has changed", ask_again),
        put("/api/experiments/{id}/end", Access::SignedIn, "Move the end, with its reason", move_end),
        post("/api/experiments/{id}/events", Access::SignedIn, "Note a dated event, a change, or what was heard", note_event),
        put("/api/experiments/{id}/reservation", Access::SignedIn, "Join one’s own college’s reservation", join_reservation),
    };
}

} // namespace etabli::resources

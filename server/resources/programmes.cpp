// SPDX-License-Identifier: EUPL-1.2
// server/resources/programmes.cpp
//
// Programmes over HTTP: read, begun, framed; and the asking for a passage. No route sets the step under way: the
// colleges pass it, by their answers to a gate.

#include <set>

#include "server/content/packs.hpp"
#include "server/resources/all.hpp"
#include "server/resources/edit.hpp"
#include "server/resources/programme_view.hpp"
#include "store/gates.hpp"
#include "store/places.hpp"

namespace etabli::resources {

struct NewProgramme : ProgrammeFrame {
    PlaceId place_id;
    std::string template_id;
    std::optional<Date> started_on; // none: today
};

struct PassageAsked {
    std::string passage;
    std::string note; // what changed since the last time it was asked
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::NewProgramme> {
    static constexpr std::string_view name = "NewProgramme";
    static constexpr auto fields = std::tuple_cat(std::tuple { field("place_id", &resources::NewProgramme::place_id),
                                                      field("template_id", &resources::NewProgramme::template_id, one_line),
                                                      field("started_on", &resources::NewProgramme::started_on) },
        Describe<ProgrammeFrame>::fields);
};
template <>
struct Describe<resources::PassageAsked> {
    static constexpr std::string_view name = "PassageAsked";
    static constexpr auto fields = std::tuple {
        field("passage", &resources::PassageAsked::passage, one_line),
        field("note", &resources::PassageAsked::note, { .min = 0, .max = 2000 }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<ProgrammeSummary> summary_of(const Call& call, store::Reader& reader, const Programme& programme)
{
    const auto path = TRY(template_of(call, programme.template_id));
    const auto* step = path.step(programme.step);
    ProgrammeSummary summary { programme.id, programme.kind, programme.title, programme.place_id,
        TRY(store::load_place(reader, programme.place_id)).name, path.title, step ? step->title : PackText {},
        programme.started_on, {} };
    for (const auto& gate : TRY(store::gates_about(reader, "phase", programme.id.text())))
        if (gate.state == GateState::Open)
            summary.open_gate = gate;
    return summary;
}

/// The place asked for, or all those where this person holds a mandate.
Result<std::set<PlaceId>> places_asked_for(const Call& call)
{
    std::set<PlaceId> places;
    if (const auto asked = call.query("place")) {
        const auto place = PlaceId::parse(*asked);
        if (!place || !call.reader().belongs_to(*place))
            return Problem("not_found");
        places.insert(*place);
        return places;
    }
    for (const auto& held : call.reader().mandates)
        places.insert(held.place_id);
    return places;
}

Result<Answer<ListOf<ProgrammeSummary>>> list_programmes(Call& call)
{
    const auto places = TRY(places_asked_for(call));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<ProgrammeSummary>>> {
        Answer<ListOf<ProgrammeSummary>> answer;
        std::set<ProgrammeId> met;
        for (const auto& place : places) {
            for (const auto& programme : TRY(store::programmes_walked_by(reader, place)))
                if (met.insert(programme.id).second)
                    answer.data.items.push_back(TRY(summary_of(call, reader, programme)));
            const bool begins_here = TRY(store::load_place(reader, place)).kind == PlaceKind::Establishment;
            if (begins_here && may_begin_programme(call.reader(), place))
                answer.abilities.push_back("begin:" + place.text());
        }
        return answer;
    });
}

/// A démarche is walked by an establishment, a cluster by a region.
Result<void> fits_place(const ProgrammeTemplate& path, const Place& place)
{
    const auto wanted = path.kind == ProgrammeKind::Cluster ? PlaceKind::Region : PlaceKind::Establishment;
    if (place.kind != wanted)
        return Problem::of_field("/place_id", "choice.unknown");
    return {};
}

Result<Answer<ProgrammeView>> begin_programme(Call& call, const NewProgramme& wanted)
{
    if (!call.reader().belongs_to(wanted.place_id))
        return Problem("not_found");
    TRY(require(may_begin_programme(call.reader(), wanted.place_id)));
    if (call.context.packs.find("programmes", wanted.template_id) == nullptr)
        return Problem::of_field("/template_id", "choice.unknown");
    const auto path = TRY(template_of(call, wanted.template_id));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProgrammeView>> {
        TRY(fits_place(path, TRY(store::load_place(transaction, wanted.place_id))));
        Programme programme { wanted, ProgrammeId::make(call.context.random), wanted.template_id, path.kind, wanted.place_id,
            path.steps.front().key, wanted.started_on.value_or(call.today()), 1 };
        TRY(store::begin_programme(transaction, programme, call.reader().account_id, call.now()));
        return shown_programme(call, transaction, programme);
    });
}

Result<Answer<ProgrammeView>> show_programme(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ProgrammeView>> {
        return shown_programme(call, reader, TRY(readable_programme(call, reader)));
    });
}

Result<Answer<ProgrammeView>> change_frame(Call& call, const Edit<ProgrammeFrame>& edit)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProgrammeView>> {
        const auto programme = TRY(readable_programme(call, transaction));
        TRY(require(may_lead_programme(call.reader(), programme)));
        if (TRY(store::is_being_answered(transaction, programme.id)))
            return Problem("programme.gate_open");
        return shown_programme(call, transaction,
            TRY(store::change_frame(transaction, programme.id, edit, edit.version, call.reader().account_id, call.now())));
    });
}

Result<Answer<ProgrammeView>> ask_for_passage(Call& call, const PassageAsked& asked)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ProgrammeView>> {
        const auto programme = TRY(readable_programme(call, transaction));
        TRY(require(may_lead_programme(call.reader(), programme)));
        const auto path = TRY(template_of(call, programme.template_id));
        const auto* gate = path.gate(asked.passage);
        if (gate == nullptr || gate->from != programme.step)
            return Problem("programme.no_such_passage");
        TRY(may_be_passed(*gate, TRY(on_the_table(transaction, programme))));
        TRY(store::ask_gate(transaction,
            { programme.place_id, programme.id, "phase", programme.id.text(), gate->key, gate->title.fr, gate->asked_of,
                gate->opinion_of, static_cast<int>(gate->delay_days), asked.note },
            call.reader().account_id, call.now(), call.context.random));
        return shown_programme(call, transaction, programme);
    });
}

} // namespace

RouteTable programme_routes()
{
    return {
        get("/api/programmes", Access::SignedIn, "The programmes of one's places (?place=), in the order they were begun",
            list_programmes),
        post("/api/programmes", Access::SignedIn, "Begin a programme", begin_programme),
        get("/api/programmes/{programme}", Access::SignedIn, "A programme: its steps, its gates, and all that was added to it",
            show_programme),
        put("/api/programmes/{programme}", Access::SignedIn, "Write its stakes, its perimeter and its openness again",
            change_frame),
        post("/api/programmes/{programme}/ask-gate", Access::SignedIn, "Ask the colleges for the passage to the next step",
            ask_for_passage),
    };
}

} // namespace etabli::resources

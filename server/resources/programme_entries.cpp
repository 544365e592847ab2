// SPDX-License-Identifier: EUPL-1.2
// server/resources/programme_entries.cpp
//
// What people add to a programme: means, linked projects, trigger events, sessions, journal, deliverables,
// handovers. Each answers with the programme as it has become.

#include "store/programme_entries.hpp"
#include "server/content/packs.hpp"
#include "server/resources/all.hpp"
#include "server/resources/edit.hpp"
#include "server/resources/programme_view.hpp"
#include "store/gates.hpp"

namespace etabli::resources {

/// A deliverable is there since that day; no day takes it back.
struct DeliverableMark {
    std::string step_key;
    std::string deliverable_key;
    std::optional<Date> done_on;
    std::optional<SheetId> sheet_id;
};

} // namespace etabli::resources

template <>
struct etabli::Describe<etabli::resources::DeliverableMark> {
    static constexpr std::string_view name = "DeliverableMark";
    static constexpr auto fields = std::tuple {
        field("step_key", &resources::DeliverableMark::step_key, { .min = 1, .max = 60 }),
        field("deliverable_key", &resources::DeliverableMark::deliverable_key, { .min = 1, .max = 60 }),
        field("done_on", &resources::DeliverableMark::done_on),
        field("sheet_id", &resources::DeliverableMark::sheet_id),
    };
};

namespace etabli::resources {

namespace {

using namespace http;
using Shown = Result<Answer<ProgrammeView>>;

// ---- What a draft must hold beyond its fields -----------------------------------------------------------

Result<void> makes_sense(const Call&, const Programme&, const MeansDraft&)
{
    return {};
}

Result<void> makes_sense(const Call&, const Programme&, const LinkedProjectDraft& draft)
{
    if (draft.starts_on && draft.ends_on && *draft.ends_on < *draft.starts_on)
        return Problem::of_field("/ends_on", "date.before_start");
    return {};
}

Result<void> makes_sense(const Call& call, const Programme&, const TriggerEventDraft& draft)
{
    const auto* triggers = call.context.packs.find("references", "triggers");
    if (triggers == nullptr)
        return Problem("pack.missing", "references/triggers");
    for (const auto& item : triggers->at("items").as_array())
        if (item.at("code").as_string() == json::string_view(draft.code))
            return {};
    return Problem::of_field("/code", "choice.unknown");
}

Result<void> makes_sense(const Call& call, const Programme& programme, const PathSessionDraft& draft)
{
    if (TRY(template_of(call, programme.template_id)).step(draft.step_key) == nullptr)
        return Problem::of_field("/step_key", "choice.unknown");
    return hours_fit(draft);
}

// ---- Adding, changing, removing: one way for every kind of entry ----------------------------------------

/// Finds the programme, asks whether this person leads it, does, and shows what it has become.
template <class Change>
Shown led(Call& call, Change&& change)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto programme = TRY(readable_programme(call, transaction));
        TRY(require(may_lead_programme(call.reader(), programme)));
        TRY(change(transaction, programme));
        return shown_programme(call, transaction, programme);
    });
}

/// What a gate is about, means and deliverables, stays as the colleges read it while they answer.
Result<void> nobody_is_answering(store::Reader& reader, const Programme& programme)
{
    if (TRY(store::is_being_answered(reader, programme.id)))
        return Problem("programme.gate_open");
    return {};
}

template <class Draft>
Result<void> may_change_now(store::Reader& reader, const Programme& programme)
{
    return std::is_same_v<Draft, MeansDraft> ? nobody_is_answering(reader, programme) : Result<void>();
}

template <class Draft>
Shown add(Call& call, const Draft& draft)
{
    return led(call, [&](store::Transaction& transaction, const Programme& programme) -> Result<void> {
        TRY(may_change_now<Draft>(transaction, programme));
        TRY(makes_sense(call, programme, draft));
        const Kept<Draft> entry { draft, EntryId::make(call.context.random), programme.id, 1 };
        return store::add_entry(transaction, entry, call.reader().account_id, call.now());
    });
}

template <class Draft>
Shown change(Call& call, const Edit<Draft>& edit)
{
    return led(call, [&](store::Transaction& transaction, const Programme& programme) -> Result<void> {
        TRY(may_change_now<Draft>(transaction, programme));
        const Draft& draft = edit;
        TRY(makes_sense(call, programme, draft));
        return store::change_entry(transaction, programme.id, TRY(call.id<EntryId>("entry")), draft, edit.version,
            call.reader().account_id, call.now());
    });
}

template <class Draft>
Shown remove_one(Call& call)
{
    return led(call, [&](store::Transaction& transaction, const Programme& programme) -> Result<void> {
        TRY(may_change_now<Draft>(transaction, programme));
        return store::remove_entry<Kept<Draft>>(
            transaction, programme.id, TRY(call.id<EntryId>("entry")), call.reader().account_id, call.now());
    });
}

Shown mark_deliverable(Call& call, const DeliverableMark& mark)
{
    return led(call, [&](store::Transaction& transaction, const Programme& programme) -> Result<void> {
        TRY(nobody_is_answering(transaction, programme));
        const auto path = TRY(template_of(call, programme.template_id));
        const auto* step = path.step(mark.step_key);
        if (step == nullptr)
            return Problem::of_field("/step_key", "choice.unknown");
        if (std::none_of(step->deliverables.begin(), step->deliverables.end(),
                [&](const auto& each) { return each.key == mark.deliverable_key; }))
            return Problem::of_field("/deliverable_key", "choice.unknown");
        if (mark.done_on && *mark.done_on > call.today())
            return Problem::of_field("/done_on", "date.invalid");
        return store::keep_deliverable(transaction,
            { EntryId::make(call.context.random), programme.id, mark.step_key, mark.deliverable_key, mark.done_on,
                mark.sheet_id },
            call.reader().account_id, call.now());
    });
}

// ---- The journal and the handovers: written once --------------------------------------------------------

Result<CollegeKind> writing_college(const Call& call, const Programme& programme)
{
    const auto* held = call.reader().writing_mandate(programme.place_id);
    TRY(require(held != nullptr));
    return held->kind;
}

Shown write_journal(Call& call, const JournalEntryDraft& draft)
{
    if (draft.happened_on > call.today())
        return Problem::of_field("/happened_on", "date.invalid");
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto programme = TRY(readable_programme(call, transaction));
        TRY(require(may_write_journal(call.reader(), programme)));
        const ProgrammeEntry entry { draft, EntryId::make(call.context.random), programme.id,
            TRY(writing_college(call, programme)) };
        TRY(store::add_entry(transaction, entry, call.reader().account_id, call.now()));
        return shown_programme(call, transaction, programme);
    });
}

Shown hand_over(Call& call, const ProgrammeHandoverDraft& draft)
{
    return led(call, [&](store::Transaction& transaction, const Programme& programme) -> Result<void> {
        const ProgrammeHandover entry { draft, EntryId::make(call.context.random), programme.id, {} };
        return store::add_entry(transaction, entry, call.reader().account_id, call.now());
    });
}

/// Somebody read the handover, for their college.
Shown read_handover(Call& call, const Nothing&)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto programme = TRY(readable_programme(call, transaction));
        TRY(store::keep_handover_read(transaction, programme.id, TRY(call.id<EntryId>("entry")),
            TRY(writing_college(call, programme)), call.reader().account_id, call.now()));
        return shown_programme(call, transaction, programme);
    });
}

} // namespace

RouteTable programme_entry_routes()
{
    const std::string base = "/api/programmes/{programme}/";
    return {
        post(base + "means", Access::SignedIn, "Put a means on the table", add<MeansDraft>),
        put(base + "means/{entry}", Access::SignedIn, "Write a means again", change<MeansDraft>),
        remove(base + "means/{entry}", Access::SignedIn, "Take a means off the table", remove_one<MeansDraft>),
        post(base + "projects", Access::SignedIn, "Link another project", add<LinkedProjectDraft>),
        put(base + "projects/{entry}", Access::SignedIn, "Write a linked project again", change<LinkedProjectDraft>),
        remove(base + "projects/{entry}", Access::SignedIn, "Unlink a project", remove_one<LinkedProjectDraft>),
        post(base + "triggers", Access::SignedIn, "Note a trigger event", add<TriggerEventDraft>),
        put(base + "triggers/{entry}", Access::SignedIn, "Write a trigger event again", change<TriggerEventDraft>),
        remove(base + "triggers/{entry}", Access::SignedIn, "Remove a trigger event", remove_one<TriggerEventDraft>),
        post(base + "sessions", Access::SignedIn, "Add a session of the path", add<PathSessionDraft>),
        put(base + "sessions/{entry}", Access::SignedIn, "Write a session and its idea minutes again",
            change<PathSessionDraft>),
        remove(base + "sessions/{entry}", Access::SignedIn, "Remove a session", remove_one<PathSessionDraft>),
        put(base + "deliverables", Access::SignedIn, "Say that a deliverable is there, or take that back", mark_deliverable),
        post(base + "journal", Access::SignedIn, "Add to the journal, for one's college", write_journal),
        post(base + "handover", Access::SignedIn, "Write a handover: what holds, what is fragile, what was lost", hand_over),
        post(base + "handover/{entry}/read", Access::SignedIn, "Say that one's college has read a handover", read_handover),
    };
}

} // namespace etabli::resources

// SPDX-License-Identifier: EUPL-1.2
// store/programme_entries.cpp

#include "store/programme_entries.hpp"

#include <algorithm>

#include "store/gates.hpp"

namespace etabli::store {

namespace {

/// Reading what the others said and saying yes or no.
constexpr std::int64_t minutes_for_a_gate = 10;

struct ProgrammeDue {
    Date on;
    std::string title;
    ProgrammeId programme_id;
};

} // namespace

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::ProgrammeDue> {
    static constexpr std::string_view name = "ProgrammeDue";
    static constexpr auto fields = std::tuple {
        field("due_on", &store::ProgrammeDue::on),
        field("title", &store::ProgrammeDue::title),
        field("programme_id", &store::ProgrammeDue::programme_id),
    };
};

namespace etabli::store {

Result<void> note_entry(Transaction& transaction, const ProgrammeId& programme, std::string_view object_kind,
    AuditAction action, const EntryId& id, const AccountId& actor, Instant now)
{
    TRY(record_audit(transaction, { programme.text(), actor, action, std::string(object_kind), id.text(), {} }, now));
    transaction.announce("programmes/" + programme.text());
    transaction.announce("home");
    return {};
}

Result<void> keep_deliverable(Transaction& transaction, const DeliverableState& state, const AccountId& actor, Instant now)
{
    TRY(transaction.execute(R"sql(
        insert into deliverable_state (id, programme_id, step_key, deliverable_key, done_on, sheet_id)
        values (:id, :programme_id, :step_key, :deliverable_key, :done_on, :sheet_id)
        on conflict (programme_id, step_key, deliverable_key)
        do update set done_on = excluded.done_on, sheet_id = excluded.sheet_id
    )sql",
        { { "id", state.id }, { "programme_id", state.programme_id }, { "step_key", state.step_key },
            { "deliverable_key", state.deliverable_key }, { "done_on", state.done_on }, { "sheet_id", state.sheet_id } }));
    return note_entry(transaction, state.programme_id, "deliverable",
        state.done_on ? AuditAction("deliverable.done") : AuditAction("deliverable.taken_back"), state.id, actor, now);
}

Result<void> keep_handover_read(Transaction& transaction, const ProgrammeId& programme, const EntryId& id, CollegeKind college,
    const AccountId& actor, Instant now)
{
    auto handover = TRY(load_entry<ProgrammeHandover>(transaction, programme, id));
    if (std::find(handover.read_by.begin(), handover.read_by.end(), college) != handover.read_by.end())
        return {};
    handover.read_by.push_back(college);
    std::sort(handover.read_by.begin(), handover.read_by.end());
    TRY(transaction.update("programme_handover", handover));
    return note_entry(transaction, programme, "programme_handover", "programme_handover.read", id, actor, now);
}

Result<std::vector<DueItem>> due_of_programmes(Reader& reader, const PlaceId& place, Date today)
{
    constexpr auto sessions = R"sql(
        select held_on as due_on, subject as title, programme_id from programme_session
          join programme on programme.id = programme_session.programme_id
         where place_id = :place and held_on >= :today order by held_on, programme_session.id limit :limit
    )sql";
    constexpr auto ends = R"sql(
        select until_on as due_on, what as title, programme_id from means
          join programme on programme.id = means.programme_id
         where place_id = :place and until_on >= :today order by until_on, means.id limit :limit
    )sql";
    const Params params { { "place", place }, { "today", today }, { "limit", due_items_max } };
    std::vector<DueItem> items;
    const auto add = [&](std::string_view sql, DueKind kind) -> Result<void> {
        for (auto& due : TRY(reader.all<ProgrammeDue>(sql, params)))
            items.push_back(
                { due.on, kind, due.title, ObjectKind::Programme, due.programme_id.text(), {}, {}, place, due.programme_id });
        return {};
    };
    TRY(add(sessions, DueKind::ProgrammeSession));
    TRY(add(ends, DueKind::MeansEnd));
    return items;
}

Result<std::vector<DueItem>> due_of_gates(Reader& reader, const PlaceId& place, Date today)
{
    const auto open = TRY(reader.all<Gate>(
        "select * from gate where establishment_id = :place and state = 'open' order by due_on, id limit :limit",
        { { "place", place }, { "limit", due_items_max } }));
    std::vector<DueItem> items;
    for (const auto& gate : open) {
        const auto file = TRY(load_gate(reader, gate.id, today));
        std::vector<CollegeKind> awaited;
        for (const auto& asked : file.colleges) {
            const auto stand = file.stand(asked, today);
            if (!asked.opinion_only && (stand == Stand::Awaited || stand == Stand::Silent)
                && std::find(awaited.begin(), awaited.end(), asked.college.kind) == awaited.end())
                awaited.push_back(asked.college.kind);
        }
        items.push_back({ gate.due_on, DueKind::GateAnswer, gate.title, ObjectKind::Gate, gate.id.text(), minutes_for_a_gate,
            awaited, place, gate.programme_id });
    }
    return items;
}

} // namespace etabli::store

// SPDX-License-Identifier: EUPL-1.2
// store/programme_entries.hpp
//
// What people add to a programme, in the database. Every kind of entry is added, changed and removed in the same
// way: its version is checked, an audit entry is written, those who look at the programme are told.

#pragma once

#include "domain/programmes/entries.hpp"
#include "store/audit.hpp"
#include "store/database.hpp"
#include "store/due.hpp"

namespace etabli::store {

/// Where a kind of entry is kept, and in which order people read it.
template <class Entry>
struct EntryTable;

template <>
struct EntryTable<Means> {
    static constexpr std::string_view name = "means";
    static constexpr AuditAction added { "means.added" };
    static constexpr AuditAction changed { "means.changed" };
    static constexpr AuditAction removed { "means.removed" };
    static constexpr std::string_view order = "id";
};
template <>
struct EntryTable<LinkedProject> {
    static constexpr std::string_view name = "linked_project";
    static constexpr AuditAction added { "linked_project.added" };
    static constexpr AuditAction changed { "linked_project.changed" };
    static constexpr AuditAction removed { "linked_project.removed" };
    static constexpr std::string_view order = "id";
};
template <>
struct EntryTable<TriggerEvent> {
    static constexpr std::string_view name = "trigger_event";
    static constexpr AuditAction added { "trigger_event.added" };
    static constexpr AuditAction changed { "trigger_event.changed" };
    static constexpr AuditAction removed { "trigger_event.removed" };
    static constexpr std::string_view order = "happened_on, id";
};
template <>
struct EntryTable<PathSession> {
    static constexpr std::string_view name = "programme_session";
    static constexpr AuditAction added { "programme_session.added" };
    static constexpr AuditAction changed { "programme_session.changed" };
    static constexpr AuditAction removed { "programme_session.removed" };
    static constexpr std::string_view order = "number, held_on, id";
};
template <>
struct EntryTable<ProgrammeEntry> {
    static constexpr std::string_view name = "journal_entry";
    static constexpr AuditAction added { "journal_entry.added" };
    static constexpr std::string_view order = "happened_on desc, id";
};
template <>
struct EntryTable<ProgrammeHandover> {
    static constexpr std::string_view name = "programme_handover";
    static constexpr AuditAction added { "programme_handover.added" };
    static constexpr std::string_view order = "left_on desc, id";
};
template <>
struct EntryTable<DeliverableState> {
    static constexpr std::string_view name = "deliverable_state";
    static constexpr std::string_view order = "step_key, deliverable_key";
};

template <class Entry>
Result<std::vector<Entry>> entries_of(Reader& reader, const ProgrammeId& programme)
{
    return reader.all<Entry>("select * from " + std::string(EntryTable<Entry>::name)
            + " where programme_id = :programme order by " + std::string(EntryTable<Entry>::order),
        { { "programme", programme } });
}

/// The entry of this programme; one of another programme is not found.
template <class Entry>
Result<Entry> load_entry(Reader& reader, const ProgrammeId& programme, const EntryId& id)
{
    return reader.load<Entry>(
        "select * from " + std::string(EntryTable<Entry>::name) + " where id = :id and programme_id = :programme",
        { { "id", id }, { "programme", programme } });
}

/// In the programme's chain; and those who look at it are told.
Result<void> note_entry(Transaction& transaction, const ProgrammeId& programme, std::string_view object_kind,
    AuditAction action, const EntryId& id, const AccountId& actor, Instant now);

template <class Entry>
Result<void> add_entry(Transaction& transaction, const Entry& entry, const AccountId& actor, Instant now)
{
    TRY(transaction.insert(EntryTable<Entry>::name, entry));
    return note_entry(transaction, entry.programme_id, EntryTable<Entry>::name, EntryTable<Entry>::added, entry.id, actor, now);
}

/// The next version of what is kept; `version.stale` with the current entry when somebody was faster.
template <class Draft>
Result<void> change_entry(Transaction& transaction, const ProgrammeId& programme, const EntryId& id, const Draft& draft,
    std::int64_t version, const AccountId& actor, Instant now)
{
    using Entry = Kept<Draft>;
    auto entry = TRY(load_entry<Entry>(transaction, programme, id));
    if (entry.version != version)
        return Problem::stale(to_json(entry));
    static_cast<Draft&>(entry) = draft;
    ++entry.version;
    TRY(transaction.update(EntryTable<Entry>::name, entry));
    return note_entry(transaction, programme, EntryTable<Entry>::name, EntryTable<Entry>::changed, id, actor, now);
}

template <class Entry>
Result<void> remove_entry(
    Transaction& transaction, const ProgrammeId& programme, const EntryId& id, const AccountId& actor, Instant now)
{
    TRY(load_entry<Entry>(transaction, programme, id));
    TRY(transaction.execute("delete from " + std::string(EntryTable<Entry>::name) + " where id = :id", { { "id", id } }));
    return note_entry(transaction, programme, EntryTable<Entry>::name, EntryTable<Entry>::removed, id, actor, now);
}

/// The deliverable is there since that day, or is taken back (no day).
Result<void> keep_deliverable(Transaction& transaction, const DeliverableState& state, const AccountId& actor, Instant now);
/// The college has read the handover; said twice is said once.
Result<void> keep_handover_read(Transaction& transaction, const ProgrammeId& programme, const EntryId& id, CollegeKind college,
    const AccountId& actor, Instant now);

/// Sessions to come and the end of means, of the programmes of one place.
Result<std::vector<DueItem>> due_of_programmes(Reader& reader, const PlaceId& place, Date today);
/// The words that gates wait for, at one place: awaited of the colleges that have not answered.
Result<std::vector<DueItem>> due_of_gates(Reader& reader, const PlaceId& place, Date today);

} // namespace etabli::store

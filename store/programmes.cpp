// SPDX-License-Identifier: EUPL-1.2
// store/programmes.cpp

#include "store/programmes.hpp"

#include "store/audit.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

/// All that search should find it by.
std::string words_of(const Programme& programme)
{
    return programme.title + "\n" + programme.care_stake + "\n" + programme.work_stake + "\n" + programme.perimeter;
}

Result<void> show(Transaction& transaction, const Programme& programme)
{
    TRY(put_node(transaction,
        { ObjectKind::Programme, programme.id.text(), programme.place_id, programme.id, programme.title, programme.started_on,
            programme.step, Audience::Establishment, false },
        words_of(programme)));
    transaction.announce("programmes/" + programme.id.text());
    transaction.announce("programmes");
    return {};
}

AuditRecord record(const Programme& programme, const std::optional<AccountId>& actor, AuditAction action)
{
    return { programme.id.text(), actor, action, "programme", programme.id.text(),
        { { "step", programme.step }, { "version", programme.version } } };
}

} // namespace

Result<void> begin_programme(Transaction& transaction, const Programme& programme, const AccountId& actor, Instant now)
{
    TRY(transaction.insert("programme", programme));
    TRY(transaction.insert("programme_step", ProgrammeStep { programme.id, 1, programme.step, programme.started_on, {} }));
    TRY(record_audit(transaction, record(programme, actor, "programme.begun"), now));
    return show(transaction, programme);
}

Result<Programme> change_frame(Transaction& transaction, const ProgrammeId& id, const ProgrammeFrame& frame,
    std::int64_t version, const AccountId& actor, Instant now)
{
    auto programme = TRY(load_programme(transaction, id));
    if (programme.version != version)
        return Problem::stale(to_json(programme));
    const auto before = programme.experiment_gate.value_or(ExperimentGate::Team);
    static_cast<ProgrammeFrame&>(programme) = frame;
    if (!frame.experiment_gate)
        programme.experiment_gate = before; // what is not said is not changed
    ++programme.version;
    TRY(transaction.update("programme", programme));
    auto changed = record(programme, actor, "programme.frame_changed");
    if (programme.experiment_gate != before) {
        changed.details["before"] = to_json(before);
        changed.details["after"] = to_json(*programme.experiment_gate);
    }
    TRY(record_audit(transaction, changed, now));
    TRY(show(transaction, programme));
    return programme;
}

Result<void> programme_is_of(Reader& reader, const std::optional<ProgrammeId>& programme, const PlaceId& establishment)
{
    if (!programme)
        return {};
    const auto found = TRY(reader.count("select count(*) from programme where id = :id and place_id = :place",
        { { "id", *programme }, { "place", establishment } }));
    return found == 1 ? Result<void>() : Problem::of_field("/programme_id", "not_found");
}

Result<Programme> load_programme(Reader& reader, const ProgrammeId& id)
{
    return reader.load<Programme>("select * from programme where id = :id", { { "id", id } });
}

Result<std::vector<Programme>> programmes_of(Reader& reader, const PlaceId& place)
{
    return reader.all<Programme>(
        "select * from programme where place_id = :place order by started_on, id", { { "place", place } });
}

Result<std::vector<Programme>> programmes_walked_by(Reader& reader, const PlaceId& place)
{
    return reader.all<Programme>(R"sql(
        select * from programme
         where place_id = :place
            or id in (select programme_id from programme_member where establishment_id = :place)
         order by started_on, id
    )sql",
        { { "place", place } });
}

Result<std::vector<PlaceId>> places_of_programme(Reader& reader, const Programme& programme)
{
    std::vector<PlaceId> places { programme.place_id };
    for (const auto& member : TRY(members_of(reader, programme.id)))
        places.push_back(member.establishment_id);
    return places;
}

Result<std::vector<ProgrammeStep>> steps_of(Reader& reader, const ProgrammeId& id)
{
    return reader.all<ProgrammeStep>("select * from programme_step where programme_id = :id order by number", { { "id", id } });
}

Result<std::vector<ProgrammeMember>> members_of(Reader& reader, const ProgrammeId& id)
{
    return reader.all<ProgrammeMember>(
        "select * from programme_member where programme_id = :id order by position, id", { { "id", id } });
}

Result<void> enter_step(Transaction& transaction, const ProgrammeId& id, const std::string& passage, Date today)
{
    auto programme = TRY(load_programme(transaction, id));
    const auto next = step_after(programme.step, passage);
    if (next.empty())
        return Problem("programme.step_moved");
    TRY(transaction.execute("update programme_step set left_on = :today where programme_id = :id and left_on is null",
        { { "today", today }, { "id", id } }));
    const auto walked = TRY(steps_of(transaction, id));
    TRY(transaction.insert(
        "programme_step", ProgrammeStep { id, static_cast<std::int64_t>(walked.size()) + 1, next, today, {} }));
    programme.step = next;
    ++programme.version;
    TRY(transaction.update("programme", programme));
    return show(transaction, programme);
}

std::string step_after(std::string_view step, std::string_view passage)
{
    if (step.empty() || passage.size() <= step.size() + 1 || !passage.starts_with(step) || passage[step.size()] != '-')
        return {};
    return std::string(passage.substr(step.size() + 1));
}

} // namespace etabli::store

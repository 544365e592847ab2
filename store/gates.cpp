// SPDX-License-Identifier: EUPL-1.2
// store/gates.cpp

#include "store/gates.hpp"

#include "store/audit.hpp"
#include "store/passages.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

Result<int> holders_of(Reader& reader, const CollegeId& college, Date today)
{
    return static_cast<int>(TRY(reader.count(R"sql(
        select count(distinct account_id) from mandate
         where college_id = :college and starts_on <= :today and (ends_on is null or ends_on >= :today)
    )sql",
        { { "college", college }, { "today", today } })));
}

Result<std::vector<AskedCollege>> colleges_asked(Reader& reader, const Gate& gate, Date today)
{
    std::vector<AskedCollege> colleges;
    for (const auto& id : gate.asked_of)
        colleges.push_back({ TRY(load_college(reader, id)), TRY(holders_of(reader, id, today)), false });
    for (const auto& id : gate.opinion_of)
        colleges.push_back({ TRY(load_college(reader, id)), TRY(holders_of(reader, id, today)), true });
    for (auto& asked : colleges)
        for (const auto& then : gate.asked_rules)
            if (then.college_id == asked.college.id) {
                asked.college.consent_rule = then.rule;
                asked.college.consent_count = then.count;
            }
    // A college that gives opinions is heard, and holds nothing back, wherever the asking put it.
    for (auto& asked : colleges)
        asked.opinion_only |= asked.college.consent_rule == ConsentRule::Opinion;
    return colleges;
}

/// The gate as it is now: its row, its node, its audit entry.
Result<void> keep(Transaction& transaction, const Gate& gate, AuditAction action, const std::optional<AccountId>& actor,
    json::object details, Instant now)
{
    const auto today = now.day_in_paris();
    TRY(put_node(transaction,
        { ObjectKind::Gate, gate.id.text(), gate.establishment_id, gate.programme_id, gate.title,
            gate.closed_on.value_or(gate.asked_on), std::string(name_of(gate.state)), Audience::Establishment, false },
        gate.title));
    details["passage"] = gate.passage;
    details["attempt"] = gate.attempt;
    details["state"] = std::string(name_of(gate.state));
    details["day"] = today.text();
    TRY(record_audit(transaction, { audit_chain_of(gate), actor, action, "gate", gate.id.text(), details }, now));
    transaction.announce("gates/" + gate.id.text());
    transaction.announce("gates");
    transaction.announce("home");
    if (gate.programme_id)
        transaction.announce("programmes/" + gate.programme_id->text());
    return {};
}

std::vector<CollegeId> ids_of(const std::vector<College>& colleges, const std::vector<CollegeKind>& kinds, ConsentRule left_out)
{
    std::vector<CollegeId> ids;
    for (const auto kind : kinds)
        for (const auto& college : colleges)
            if (college.kind == kind && college.consent_rule != left_out)
                ids.push_back(college.id);
    return ids;
}

/// Made, and never sat in: it is asked nothing, as if it had not been made. Where people sat and left, somebody is missing.
Result<void> leave_out_who_never_sat(Reader& reader, Gate& gate, const std::vector<College>& colleges, bool has_facilitator)
{
    for (const auto& college : colleges) {
        const auto seats
            = TRY(reader.count("select count(*) from mandate where college_id = :college", { { "college", college.id } }));
        if (seats == 0 && !(has_facilitator && college.consent_rule == ConsentRule::TeamAgreement))
            std::erase(gate.asked_of, college.id);
    }
    return {};
}

/// The college in whose name this person asks, if any.
Result<std::optional<CollegeId>> asking_college(Reader& reader, const PlaceId& place, const AccountId& asker, Date today)
{
    const auto person = TRY(load_person(reader, asker, today));
    const auto* held = person.writing_mandate(place);
    return held == nullptr ? std::nullopt : std::optional(held->college_id);
}

/// Passed or refused by this answer, or open still.
GateState decided(const GateFile& file, Date today)
{
    std::vector<Stand> stands;
    for (const auto& asked : file.colleges)
        if (!asked.opinion_only)
            stands.push_back(file.stand(asked, today));
    return outcome_of(stands);
}

Result<void> replace_answer(Transaction& transaction, const GateAnswer& answer)
{
    // One person has one voice in a college, however many seats they were given there.
    TRY(transaction.execute(R"sql(
        delete from gate_answer
         where gate_id = :gate and college_id = :college
           and mandate_id in (select id from mandate
                               where account_id = (select account_id from mandate where id = :mandate))
    )sql",
        { { "gate", answer.gate_id }, { "college", answer.college_id }, { "mandate", answer.mandate_id } }));
    return transaction.insert("gate_answer", answer);
}

} // namespace

std::string audit_chain_of(const Gate& gate)
{
    return gate.programme_id ? gate.programme_id->text() : gate.establishment_id.text();
}

std::vector<GateAnswer> GateFile::answers_of(const CollegeId& college) const
{
    std::vector<GateAnswer> found;
    for (const auto& answer : answers)
        if (answer.college_id == college)
            found.push_back(answer);
    return found;
}

Stand GateFile::stand(const AskedCollege& asked, Date today) const
{
    auto said = answers_of(asked.college.id);
    // A team's agreement stands, whoever wrote it down and wherever they work now.
    if (asked.college.consent_rule != ConsentRule::TeamAgreement)
        std::erase_if(said, [&](const GateAnswer& answer) { return !in_force.contains(answer.mandate_id); });
    return stand_of(asked, said, gate.due_on, gate.closed_on.value_or(today));
}

Result<Gate> ask_gate(Transaction& transaction, const GateDraft& draft, const AccountId& asker, Instant now, Random& random)
{
    const auto today = now.day_in_paris();
    const Params about { { "kind", draft.subject_kind }, { "subject", draft.subject_id }, { "passage", draft.passage } };
    const auto earlier = TRY(transaction.all<Gate>(
        "select * from gate where subject_kind = :kind and subject_id = :subject and passage = :passage order by attempt",
        about));
    if (!earlier.empty() && (earlier.back().state == GateState::Open || earlier.back().state == GateState::Passed))
        return Problem("gate.already_asked");
    const auto colleges = TRY(colleges_of(transaction, draft.establishment_id));
    Gate gate { GateId::make(random), draft.establishment_id, draft.programme_id, draft.subject_kind, draft.subject_id,
        draft.passage, draft.title, today, today.plus_days(draft.delay_days),
        ids_of(colleges, draft.asked_of, ConsentRule::NoVote), ids_of(colleges, draft.opinion_of, ConsentRule::NoVote),
        GateState::Open, earlier.empty() ? 1 : earlier.back().attempt + 1, {}, false, draft.note, 1,
        TRY(asking_college(transaction, draft.establishment_id, asker, today)) };
    int facilitators = 0;
    for (const auto& college : colleges)
        if (college.kind == CollegeKind::Facilitator)
            facilitators += TRY(holders_of(transaction, college.id, today));
    TRY(leave_out_who_never_sat(transaction, gate, colleges, facilitators > 0));
    const auto asked = TRY(colleges_asked(transaction, gate, today));
    TRY(may_be_asked(asked, facilitators > 0));
    for (const auto& each : asked)
        gate.asked_rules.push_back({ each.college.id, each.college.consent_rule, each.college.consent_count });
    TRY(transaction.insert("gate", gate));
    TRY(keep(transaction, gate, "gate.asked", asker, {}, now));
    return gate;
}

Result<Gate> gate_alone(Reader& reader, const GateId& id)
{
    return reader.load<Gate>("select * from gate where id = :id", { { "id", id } });
}

Result<GateFile> load_gate(Reader& reader, const GateId& id, Date today)
{
    GateFile file;
    file.gate = TRY(gate_alone(reader, id));
    const auto day = file.gate.closed_on.value_or(today);
    file.colleges = TRY(colleges_asked(reader, file.gate, day));
    file.answers = TRY(
        reader.all<GateAnswer>("select * from gate_answer where gate_id = :gate order by answered_on, id", { { "gate", id } }));
    const auto rows = TRY(reader.query(R"sql(
        select distinct mandate.id as id from mandate join gate_answer on gate_answer.mandate_id = mandate.id
         where gate_id = :gate and starts_on <= :day and (ends_on is null or ends_on >= :day)
    )sql",
        { { "gate", id }, { "day", day } }));
    for (std::size_t row = 0; row < rows.size(); ++row)
        file.in_force.insert(MandateId::trusted(rows.text(row, "id")));
    return file;
}

Result<bool> is_being_answered(Reader& reader, const ProgrammeId& programme)
{
    return TRY(reader.count("select count(*) from gate where subject_kind = 'phase' and subject_id = :id and state = 'open'",
               { { "id", programme } }))
        > 0;
}

Result<std::vector<Gate>> gates_of_establishment(Reader& reader, const PlaceId& establishment)
{
    return reader.all<Gate>(
        "select * from gate where establishment_id = :place order by asked_on, attempt, id", { { "place", establishment } });
}

Result<std::vector<Gate>> gates_about(Reader& reader, const std::string& subject_kind, const std::string& subject_id)
{
    return reader.all<Gate>(
        "select * from gate where subject_kind = :kind and subject_id = :subject order by asked_on, passage, attempt",
        { { "kind", subject_kind }, { "subject", subject_id } });
}

Result<Gate> answer_gate(
    Transaction& transaction, const GateFile& file, const GateAnswer& answer, const AccountId& actor, Instant now)
{
    if (file.gate.state != GateState::Open)
        return Problem("gate.closed");
    const auto today = now.day_in_paris();
    TRY(replace_answer(transaction, answer));
    auto after = TRY(load_gate(transaction, file.gate.id, today));
    auto gate = after.gate;
    gate.state = decided(after, today);
    if (gate.state != GateState::Open)
        gate.closed_on = today;
    ++gate.version;
    TRY(transaction.update("gate", gate));
    TRY(keep(transaction, gate, "gate.answered", actor,
        { { "college", answer.college_id.text() }, { "answer", std::string(name_of(answer.answer)) },
            { "reason_sha256", sha256_hex(answer.reason) } },
        now));
    if (gate.state != GateState::Open)
        TRY(keep(transaction, gate, gate.state == GateState::Passed ? AuditAction("gate.passed") : AuditAction("gate.refused"),
            actor, {}, now));
    if (gate.state == GateState::Passed)
        TRY(open_passage(transaction, gate, actor, now));
    if (gate.state == GateState::Refused)
        TRY(leave_passage(transaction, gate));
    return gate;
}

Result<Gate> withdraw_gate(
    Transaction& transaction, const Gate& gate, const std::string& reason, const AccountId& actor, Instant now)
{
    if (gate.state != GateState::Open)
        return Problem("gate.closed");
    auto withdrawn = gate;
    withdrawn.state = GateState::Withdrawn;
    withdrawn.closed_on = now.day_in_paris();
    withdrawn.note = reason;
    ++withdrawn.version;
    TRY(transaction.update("gate", withdrawn));
    TRY(keep(transaction, withdrawn, "gate.withdrawn", actor, {}, now));
    TRY(leave_passage(transaction, withdrawn));
    return withdrawn;
}

Result<std::int64_t> record_silences(Transaction& transaction, Instant now)
{
    const auto today = now.day_in_paris();
    const auto late = TRY(transaction.all<Gate>(
        "select * from gate where state = 'open' and silence_recorded = 0 and due_on < :today order by id",
        { { "today", today } }));
    for (auto gate : late) {
        const auto file = TRY(load_gate(transaction, gate.id, today));
        json::array silent;
        for (const auto& asked : file.colleges)
            if (file.stand(asked, today) == Stand::Silent)
                silent.emplace_back(asked.college.id.text());
        gate.silence_recorded = true;
        ++gate.version;
        TRY(transaction.update("gate", gate));
        TRY(keep(transaction, gate, "gate.silence", {}, { { "silent", silent } }, now));
    }
    return static_cast<std::int64_t>(late.size());
}

} // namespace etabli::store

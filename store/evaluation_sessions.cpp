// SPDX-License-Identifier: EUPL-1.2
// store/evaluation_sessions.cpp

#include "store/evaluation_sessions.hpp"

#include "domain/spaces/rules.hpp"

namespace etabli::store {

namespace {

/// One in a billion is taken: more tries than this is a broken source of randomness.
constexpr int code_tries = 20;
/// One run takes what one transaction can hold without keeping others waiting; the next run takes the rest.
constexpr std::int64_t sessions_per_run = 20;

Params of(const EvaluationSessionId& id)
{
    return { { "session", id } };
}

Params of(const EvaluationSessionId& id, const std::string& who)
{
    return { { "session", id }, { "who", who } };
}

} // namespace

Result<void> insert_evaluation(Transaction& transaction, const EvaluationSession& session, const EvaluationKeys& keys)
{
    const auto open = TRY(
        transaction.count("select count(*) from evaluation_session where experiment_id = :experiment and stage <> 'ended'",
            { { "experiment", session.experiment_id } }));
    if (open > 0)
        return Problem("evaluation.already_open");
    TRY(transaction.insert("evaluation_session", session));
    TRY(transaction.execute("insert into evaluation_key (session_id, code, salt) values (:session, :code, :salt)",
        { { "session", session.id }, { "code", keys.code }, { "salt", keys.salt } }));
    return {};
}

Result<void> keep_evaluation(Transaction& transaction, const EvaluationSession& session)
{
    return transaction.update("evaluation_session", session);
}

Result<std::optional<EvaluationSession>> find_evaluation(Reader& reader, const ExperimentId& experiment)
{
    return reader.find<EvaluationSession>(R"sql(
        select * from evaluation_session where experiment_id = :experiment
         order by case stage when 'ended' then 1 else 0 end, begun_on desc, id limit 1
    )sql",
        { { "experiment", experiment } });
}

Result<EvaluationSession> evaluation_by_code(Reader& reader, const std::string& code)
{
    return reader.load<EvaluationSession>(
        "select evaluation_session.* from evaluation_session join evaluation_key on session_id = id where code = :code",
        { { "code", code } });
}

Result<EvaluationKeys> evaluation_keys(Reader& reader, const EvaluationSessionId& id)
{
    const auto rows
        = TRY(reader.query("select coalesce(code, '') as code, salt from evaluation_key where session_id = :session", of(id)));
    if (rows.empty())
        return EvaluationKeys {};
    return EvaluationKeys { rows.text(0, "code"), rows.text(0, "salt") };
}

Result<std::string> free_evaluation_code(Reader& reader, Random& random)
{
    for (int tried = 0; tried < code_tries; ++tried) {
        const auto code = spaces::make_code(random);
        if (TRY(reader.count("select count(*) from evaluation_key where code = :code", { { "code", code } })) == 0)
            return code;
    }
    return Problem("server.internal", "no free code");
}

// ---- Phones, and the group's list -------------------------------------------------------------------

Result<void> enter_evaluation(Transaction& transaction, const EvaluationSessionId& id, const std::string& phone)
{
    const auto phones = TRY(transaction.count("select count(*) from evaluation_phone where session_id = :session", of(id)));
    if (phones >= evaluation::phones_max)
        return Problem("evaluation.full");
    TRY(transaction.execute("insert into evaluation_phone (session_id, phone) values (:session, :who)", of(id, phone)));
    return {};
}

Result<bool> phone_has_entered_evaluation(Reader& reader, const EvaluationSessionId& id, const std::string& phone)
{
    return TRY(reader.count(
               "select count(*) from evaluation_phone where session_id = :session and phone = :who", of(id, phone)))
        > 0;
}

Result<std::vector<SessionActivity>> activities_of(Reader& reader, const EvaluationSessionId& id)
{
    return reader.all<SessionActivity>("select * from evaluation_activity where session_id = :session order by id", of(id));
}

Result<void> remove_activities(Transaction& transaction, const std::vector<ActivityId>& ids)
{
    for (const auto& id : ids)
        TRY(transaction.execute("delete from evaluation_activity where id = :id", { { "id", id } }));
    return {};
}

// ---- Lines ------------------------------------------------------------------------------------------

Result<std::vector<WaitingLines>> waiting_lines(Reader& reader, const EvaluationSessionId& id)
{
    return reader.all<WaitingLines>("select * from evaluation_lines where session_id = :session order by writer", of(id));
}

Result<void> keep_lines(Transaction& transaction, const WaitingLines& lines)
{
    TRY(transaction.execute(
        "delete from evaluation_lines where session_id = :session and writer = :who", of(lines.session_id, lines.writer)));
    if (lines.lines.empty())
        return {};
    return transaction.insert("evaluation_lines", lines);
}

Result<bool> show_lines(Transaction& transaction, const EvaluationSessionId& id, Random& random)
{
    const auto waiting = TRY(waiting_lines(transaction, id));
    if (waiting.size() < evaluation::people_min)
        return false;
    std::vector<std::string> lines;
    for (const auto& each : waiting)
        lines.insert(lines.end(), each.lines.begin(), each.lines.end());
    if (lines.size() + TRY(activities_of(transaction, id)).size() > evaluation::lines_max)
        return Problem("evaluation.full");
    random.shuffle(lines);
    for (const auto& line : lines)
        TRY(transaction.insert("evaluation_activity", SessionActivity { ActivityId::make(random), id, line, false, false }));
    TRY(transaction.execute("delete from evaluation_lines where session_id = :session", of(id)));
    return true;
}

// ---- Picks ------------------------------------------------------------------------------------------

Result<std::vector<WaitingPicks>> waiting_picks(Reader& reader, const EvaluationSessionId& id)
{
    return reader.all<WaitingPicks>("select * from evaluation_picks where session_id = :session order by picker", of(id));
}

Result<void> keep_picks(Transaction& transaction, const WaitingPicks& picks)
{
    TRY(transaction.execute(
        "delete from evaluation_picks where session_id = :session and picker = :who", of(picks.session_id, picks.picker)));
    if (picks.activities.empty())
        return {};
    return transaction.insert("evaluation_picks", picks);
}

Result<bool> show_picks(Transaction& transaction, const EvaluationSessionId& id)
{
    const auto picks = TRY(waiting_picks(transaction, id));
    if (picks.size() < evaluation::people_min)
        return false;
    for (const auto& each : evaluation::often_chosen(picks))
        TRY(transaction.execute("update evaluation_activity set often = 1 where id = :id and session_id = :session",
            { { "id", each }, { "session", id } }));
    TRY(transaction.execute("delete from evaluation_picks where session_id = :session", of(id)));
    return true;
}

// ---- Answers ----------------------------------------------------------------------------------------

Result<std::vector<WaitingLook>> waiting_looks(Reader& reader, const EvaluationSessionId& id)
{
    return reader.all<WaitingLook>("select * from evaluation_look where session_id = :session order by writer", of(id));
}

Result<bool> has_looked(Reader& reader, const EvaluationSessionId& id, const std::string& writer)
{
    return TRY(reader.count(
               "select count(*) from evaluation_look where session_id = :session and writer = :who", of(id, writer)))
        > 0;
}

Result<void> insert_look(Transaction& transaction, const WaitingLook& look)
{
    if (TRY(has_looked(transaction, look.session_id, look.writer)))
        return Problem("evaluation.already_sent");
    const auto there
        = TRY(transaction.count("select count(*) from evaluation_look where session_id = :session and source = :who",
            of(look.session_id, std::string(name_of(look.source)))));
    if (there >= (look.source == LookSource::Phone ? evaluation::phones_max : evaluation::sheets_max))
        return Problem("evaluation.full");
    return transaction.insert("evaluation_look", look);
}

Result<void> remove_look(Transaction& transaction, const EvaluationSessionId& id, const std::string& writer)
{
    TRY(transaction.execute(
        "delete from evaluation_look where session_id = :session and writer = :who and source = 'phone'", of(id, writer)));
    return {};
}

Result<void> forget_looks(Transaction& transaction, const EvaluationSessionId& id)
{
    TRY(transaction.execute("delete from evaluation_look where session_id = :session", of(id)));
    return {};
}

// ---- Endings ----------------------------------------------------------------------------------------

Result<void> forget_contributions(Transaction& transaction, const EvaluationSessionId& id)
{
    for (const std::string table : evaluation_contribution_tables)
        TRY(transaction.execute("delete from " + table + " where session_id = :session", of(id)));
    return {};
}

Result<void> end_evaluation(Transaction& transaction, EvaluationSession session, Date today)
{
    TRY(forget_contributions(transaction, session.id));
    for (const std::string table : { "evaluation_phone", "evaluation_activity" })
        TRY(transaction.execute("delete from " + table + " where session_id = :session", of(session.id)));
    TRY(transaction.execute("update evaluation_key set salt = '' where session_id = :session", of(session.id)));
    session.stage = SessionStage::Ended;
    session.ended_on = today;
    session.held_by.reset();
    ++session.version;
    TRY(keep_evaluation(transaction, session));
    transaction.announce("evaluations/" + session.id.text());
    return {};
}

Result<std::int64_t> end_due_evaluations(Transaction& transaction, Instant now)
{
    const auto today = now.day_in_paris();
    const auto last = today.plus_days(-evaluation::open_days_max);
    TRY(transaction.execute("update evaluation_key set code = null where code is not null and session_id in "
                            "(select id from evaluation_session where stage = 'ended' and begun_on <= :last)",
        { { "last", last } }));
    const auto due = TRY(transaction.all<EvaluationSession>(R"sql(
        select * from evaluation_session
         where stage <> 'ended'
           and (begun_on <= :last or experiment_id in (select experiment_id from experiment_conclusion))
         order by id limit :limit
    )sql",
        { { "last", last }, { "limit", sessions_per_run } }));
    for (const auto& session : due)
        TRY(end_evaluation(transaction, session, today));
    return static_cast<std::int64_t>(due.size());
}

Result<void> destroy_due_evaluations(Transaction& transaction, Instant now)
{
    while (TRY(end_due_evaluations(transaction, now)) > 0) { }
    return {};
}

} // namespace etabli::store

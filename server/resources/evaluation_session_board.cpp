// SPDX-License-Identifier: EUPL-1.2
// server/resources/evaluation_session_board.cpp

#include "server/resources/evaluation_session_board.hpp"

#include <algorithm>

#include "domain/spaces/rules.hpp"
#include "server/resources/experiment_changes.hpp"
#include "store/evaluation_sessions.hpp"
#include "store/experiments.hpp"
#include "store/people.hpp"
#include "store/places.hpp"

namespace etabli::resources {

namespace {

using namespace http;

using Abilities = std::vector<std::string>;

Result<bool> is_ready(store::Reader& reader, const EvaluationSession& session)
{
    switch (session.stage) {
    case SessionStage::Listing:
        return !session.lines_shown && TRY(store::waiting_lines(reader, session.id)).size() >= evaluation::people_min;
    case SessionStage::Choosing:
        return !session.picks_shown && TRY(store::waiting_picks(reader, session.id)).size() >= evaluation::people_min;
    case SessionStage::Looking:
        return !evaluation::who_count(TRY(store::waiting_looks(reader, session.id))).empty();
    case SessionStage::Shared:
    case SessionStage::Ended:
        return false;
    }
    VERIFY(false);
}

} // namespace

Result<std::string> holder_of(
    store::Reader& reader, const Call& call, const Experiment& experiment, const EvaluationSession& session)
{
    if (!session.held_by)
        return std::string();
    const auto account = TRY(store::load_account(reader, *session.held_by));
    const auto person = TRY(store::load_person(reader, *session.held_by, call.today()));
    const bool is_there = !account.closed_at && person.belongs_to(experiment.establishment_id);
    return is_there ? account.name : std::string();
}

void forget_session_log(Call& call)
{
    for (const auto* table : store::evaluation_contribution_tables)
        static_cast<void>(call.context.database.rewrite(table));
}

Result<Answer<EvaluationBoard>> board_of(const Call& call, store::Reader& reader, const Experiment& experiment)
{
    EvaluationBoard board { .experiment_id = experiment.id,
        .title = experiment.title,
        .hypothesis = experiment.hypothesis,
        .place_name = TRY(store::load_place(reader, experiment.place_id)).name,
        .starts_on = experiment.starts_on };
    board.is_concluded = TRY(store::find_conclusion(reader, experiment.id)).has_value();
    board.session = TRY(store::find_evaluation(reader, experiment.id));
    const bool is_open = !board.is_concluded && board.session && evaluation::must_be_open(*board.session, call.today()).ok();
    const bool may_drive
        = !board.is_concluded && evaluation::may_drive(call.reader(), experiment) && TRY(is_agreed_to(reader, experiment));
    if (!is_open)
        return Answer<EvaluationBoard> { std::move(board), may_drive ? Abilities { "begin" } : Abilities {} };
    const auto& session = *board.session;
    board.destroyed_on = evaluation::destroyed_on(session);
    board.holder = TRY(holder_of(reader, call, experiment, session));
    if (!may_drive || !evaluation::holds_pen(call.reader(), session))
        return Answer<EvaluationBoard> { std::move(board), may_drive ? Abilities { "take_over" } : Abilities {} };
    const auto code = TRY(store::evaluation_keys(reader, session.id)).code;
    board.code = spaces::shown_code(code);
    board.join_url = call.context.settings.public_url + "/e/" + code;
    board.is_ready = TRY(is_ready(reader, session));
    board.activities = TRY(store::activities_of(reader, session.id));
    board.sheets = std::ranges::count(TRY(store::waiting_looks(reader, session.id)), LookSource::Sheet, &WaitingLook::source);
    if (session.stage == SessionStage::Shared)
        if (const auto review = TRY(store::find_review(reader, experiment.id)))
            board.look = review->look;
    return Answer<EvaluationBoard> { std::move(board), { "drive" } };
}

} // namespace etabli::resources

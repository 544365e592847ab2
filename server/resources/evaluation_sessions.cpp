// SPDX-License-Identifier: EUPL-1.2
// server/resources/evaluation_sessions.cpp
//
// Driving a session of embedded evaluation: beginning it, the group's list, the steps, typing in sheets, the one
// release, the end. One of those who may conclude holds the pen and reads the wall; every college reads that it goes
// on. Screens hear that it moved, never that somebody wrote.

#include <algorithm>

#include "server/content/qr.hpp"
#include "server/resources/all.hpp"
#include "server/resources/evaluation_session_board.hpp"
#include "server/resources/experiment_changes.hpp"
#include "server/resources/texts.hpp"
#include "store/evaluation_sessions.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// The experiment that this call is about, which goes on; refused to whoever may not hold the pen of its sessions.
Result<Experiment> experiment_to_look_at(const Call& call, store::Reader& reader)
{
    auto experiment = TRY(experiment_for(reader, call.reader(), TRY(call.id<ExperimentId>("id"))));
    TRY(require(evaluation::may_drive(call.reader(), experiment)));
    TRY(require_going_on(TRY(store::find_conclusion(reader, experiment.id)).has_value()));
    TRY(require_agreed(reader, experiment));
    return experiment;
}

struct Driven {
    const Experiment& experiment;
    EvaluationSession& session;
};

/// Find, may I, is it open, do, tell every screen, answer with the board as it has become.
template <class Change>
Result<Answer<EvaluationBoard>> changing_session(Call& call, Change&& change)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<EvaluationBoard>> {
        const auto experiment = TRY(experiment_to_look_at(call, transaction));
        auto session = TRY(store::find_evaluation(transaction, experiment.id));
        if (!session)
            return Problem("evaluation.ended");
        TRY(evaluation::must_be_open(*session, call.today()));
        TRY(change(transaction, Driven { experiment, *session }));
        transaction.announce("evaluations/" + session->id.text());
        transaction.announce("experiments/" + experiment.id.text());
        return board_of(call, transaction, experiment);
    });
}

/// The same, by whoever holds the pen.
template <class Change>
Result<Answer<EvaluationBoard>> driving(Call& call, Change&& change)
{
    return changing_session(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(evaluation::must_hold_pen(call.reader(), driven.session));
        return change(transaction, driven);
    });
}

Result<void> keep(store::Transaction& transaction, EvaluationSession& session)
{
    ++session.version;
    return store::keep_evaluation(transaction, session);
}

Result<Answer<EvaluationBoard>> show_board(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<EvaluationBoard>> {
        return board_of(call, reader, TRY(experiment_for(reader, call.reader(), TRY(call.id<ExperimentId>("id")))));
    });
}

Result<Answer<EvaluationBoard>> begin_session(Call& call, const Nothing&)
{
    auto& random = call.context.random;
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<EvaluationBoard>> {
        const auto experiment = TRY(experiment_to_look_at(call, transaction));
        // One that was forgotten past its last day does not stand in the way until the server has tidied it up.
        if (const auto last = TRY(store::find_evaluation(transaction, experiment.id));
            last && last->stage != SessionStage::Ended && !evaluation::must_be_open(*last, call.today()).ok())
            TRY(store::end_evaluation(transaction, *last, call.today()));
        const EvaluationSession session { EvaluationSessionId::make(random), experiment.id, SessionStage::Listing, false, false,
            call.today(), {}, call.reader().account_id, 1 };
        TRY(store::insert_evaluation(
            transaction, session, { TRY(store::free_evaluation_code(transaction, random)), random.token() }));
        TRY(audit(transaction, call, experiment, "evaluation.begun"));
        transaction.announce("experiments/" + experiment.id.text());
        return board_of(call, transaction, experiment);
    });
}

/// Whoever held it is away, or has done with it: what waits stays, and the journal says who has it now.
Result<Answer<EvaluationBoard>> take_over(Call& call, const Nothing&)
{
    return changing_session(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        if (evaluation::holds_pen(call.reader(), driven.session))
            return {};
        driven.session.held_by = call.reader().account_id;
        TRY(audit(transaction, call, driven.experiment, "evaluation.taken_over"));
        return keep(transaction, driven.session);
    });
}

Result<Answer<EvaluationBoard>> change_stage(Call& call, const StageChange& given)
{
    return driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        auto& session = driven.session;
        TRY(evaluation::check_move(session, given.stage, TRY(store::activities_of(transaction, session.id))));
        // What was answered of another list would be the answer to another question; phones still have theirs.
        if (session.stage == SessionStage::Looking && given.stage != SessionStage::Looking)
            TRY(store::forget_looks(transaction, session.id));
        session.stage = given.stage;
        return keep(transaction, session);
    });
}

// ---- The group's list -------------------------------------------------------------------------------

Result<void> must_be_written(const EvaluationSession& session)
{
    if (session.stage == SessionStage::Choosing)
        return {};
    return evaluation::must_be_at(session, SessionStage::Listing);
}

Result<Answer<EvaluationBoard>> add_activity(Call& call, const NewActivity& given)
{
    TRY(refuse_identifiers(given.words, "/words"));
    return driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(must_be_written(driven.session));
        if (TRY(store::activities_of(transaction, driven.session.id)).size() >= evaluation::lines_max)
            return Problem("evaluation.full");
        return transaction.insert("evaluation_activity",
            SessionActivity { ActivityId::make(call.context.random), driven.session.id, given.words, false, false });
    });
}

Result<Answer<EvaluationBoard>> join_activities(Call& call, const JoinedActivities& given)
{
    TRY(refuse_identifiers(given.words, "/words"));
    return driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(must_be_written(driven.session));
        const auto list = TRY(store::activities_of(transaction, driven.session.id));
        std::vector<ActivityId> others;
        std::optional<SessionActivity> joined;
        for (const auto& each : list) {
            if (std::ranges::find(given.activities, each.id) == given.activities.end())
                continue;
            if (!joined) {
                joined = each;
                continue;
            }
            joined->often |= each.often;
            joined->kept |= each.kept;
            others.push_back(each.id);
        }
        if (!joined)
            return Problem::of_field("/activities", "not_found");
        joined->words = given.words;
        TRY(transaction.update("evaluation_activity", *joined));
        return store::remove_activities(transaction, others);
    });
}

Result<Answer<EvaluationBoard>> remove_activity(Call& call)
{
    const auto id = TRY(call.id<ActivityId>("activity"));
    return driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(must_be_written(driven.session));
        const auto list = TRY(store::activities_of(transaction, driven.session.id));
        if (std::ranges::find(list, id, &SessionActivity::id) == list.end())
            return Problem("not_found");
        return store::remove_activities(transaction, { id });
    });
}

Result<Answer<EvaluationBoard>> keep_activities(Call& call, const KeptActivities& given)
{
    return driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(evaluation::must_be_at(driven.session, SessionStage::Choosing));
        if (given.activities.size() > evaluation::kept_max)
            return Problem("evaluation.kept_size");
        for (auto each : TRY(store::activities_of(transaction, driven.session.id))) {
            const bool kept = std::ranges::find(given.activities, each.id) != given.activities.end();
            if (kept == each.kept)
                continue;
            each.kept = kept;
            TRY(transaction.update("evaluation_activity", each));
        }
        return {};
    });
}

// ---- What is shown, and typed in --------------------------------------------------------------------

Result<Answer<EvaluationBoard>> release(Call& call, const Nothing&)
{
    auto board = driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        auto& session = driven.session;
        if (session.stage != SessionStage::Choosing)
            TRY(evaluation::must_be_at(session, SessionStage::Listing));
        const bool listing = session.stage == SessionStage::Listing;
        auto& shown = listing ? session.lines_shown : session.picks_shown;
        if (shown)
            return Problem("evaluation.already_released");
        shown = listing ? TRY(store::show_lines(transaction, session.id, call.context.random))
                        : TRY(store::show_picks(transaction, session.id));
        if (!shown)
            return Problem("evaluation.batch_too_small");
        if (listing)
            TRY(audit(transaction, call, driven.experiment, "evaluation.released"));
        return keep(transaction, session);
    });
    if (board.ok())
        forget_session_log(call);
    return board;
}

Result<Answer<EvaluationBoard>> type_in_sheets(Call& call, const LookSheets& given)
{
    return driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(evaluation::must_be_at(driven.session, SessionStage::Looking));
        const auto list = TRY(store::activities_of(transaction, driven.session.id));
        for (const auto& sheet : given.sheets) {
            TRY(evaluation::check_look(sheet, list));
            // A sheet is somebody, and nobody in particular.
            TRY(store::insert_look(
                transaction, { driven.session.id, call.context.random.id_text(), LookSource::Sheet, sheet }));
        }
        return {};
    });
}

Result<SharedLook> said_aloud(const std::vector<SessionActivity>& list, const std::vector<AloudReadings>& given)
{
    SharedLook look { .by = LookedBy::Aloud };
    for (const auto& activity : list) {
        if (!activity.kept)
            continue;
        const auto said = std::ranges::find(given, activity.id, &AloudReadings::activity_id);
        if (said == given.end())
            look.activities.push_back({ activity.words, {}, {}, {} });
        else
            look.activities.push_back({ activity.words, said->effectiveness, said->technical, said->social });
    }
    const auto too_few = [](const auto& each) {
        return each.effectiveness == Reading::TooFew || each.technical == Reading::TooFew || each.social == Reading::TooFew;
    };
    if (std::ranges::any_of(given, too_few)) // aloud nobody is counted
        return Problem::of_field("/aloud", "choice.unknown");
    return look;
}

/// The session becomes a part of the shared conclusion; what was written there of before and after stays.
Result<void> keep_in_review(
    store::Transaction& transaction, const ExperimentId& experiment, SharedLook look, std::int64_t people, Date today)
{
    auto review = TRY(store::find_review(transaction, experiment)).value_or(SharedReview { .id = experiment, .version = 0 });
    review.held_on = today;
    review.people = people;
    review.activities.clear();
    for (const auto& each : look.activities)
        review.activities.push_back(each.activity);
    review.look = std::move(look);
    ++review.version;
    return store::keep_review(transaction, review);
}

Result<Answer<EvaluationBoard>> share(Call& call, const Sharing& given)
{
    auto board = driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        auto& session = driven.session;
        TRY(evaluation::must_be_at(session, SessionStage::Looking));
        const auto list = TRY(store::activities_of(transaction, session.id));
        const auto looks = TRY(store::waiting_looks(transaction, session.id));
        if (!given.aloud && evaluation::who_count(looks).empty())
            return Problem("evaluation.batch_too_small");
        auto look = given.aloud ? TRY(said_aloud(list, *given.aloud)) : evaluation::look_of(list, looks, call.context.random);
        TRY(keep_in_review(transaction, driven.experiment.id, std::move(look), given.people, call.today()));
        TRY(store::forget_contributions(transaction, session.id));
        session.stage = SessionStage::Shared;
        TRY(audit(transaction, call, driven.experiment, "evaluation.shared"));
        return keep(transaction, session);
    });
    if (board.ok())
        forget_session_log(call);
    return board;
}

Result<Answer<EvaluationBoard>> end_session(Call& call, const Nothing&)
{
    auto board = driving(call, [&](store::Transaction& transaction, Driven driven) -> Result<void> {
        TRY(store::end_evaluation(transaction, driven.session, call.today()));
        return audit(transaction, call, driven.experiment, "evaluation.ended");
    });
    if (board.ok())
        forget_session_log(call);
    return board;
}

Result<Response> show_join_qr(Call& call)
{
    const auto board = TRY(show_board(call)).data;
    if (board.join_url.empty())
        return Problem("not_found");
    Response response;
    response.content_type = "image/svg+xml";
    response.body = TRY(content::qr_svg(board.join_url));
    return response;
}

} // namespace

RouteTable evaluation_session_routes()
{
    const std::string path = "/api/experiments/{id}/evaluation-session";
    constexpr auto signed_in = Access::SignedIn;
    return {
        get(path, signed_in, "That a session of embedded evaluation goes on; what is projected, for whoever holds the pen",
            show_board),
        post(path, signed_in, "Begin a session of embedded evaluation", begin_session),
        post(path + "/holder", signed_in, "Take the pen of a session that goes on", take_over),
        put(path + "/stage", signed_in, "Go to listing, choosing or looking", change_stage),
        post(path + "/activities", signed_in, "Type in an activity said aloud", add_activity),
        put(path + "/activities", signed_in, "Put an activity better, or make one of several", join_activities),
        remove(path + "/activities/{activity}", signed_in, "Take an activity out of the list", remove_activity),
        put(path + "/kept", signed_in, "Keep the activities that the group looks at", keep_activities),
        post(path + "/release", signed_in, "Show what at least five people wrote, or what they often chose", release),
        post(path + "/sheets", signed_in, "Type in sheets of paper, each of them one person", type_in_sheets),
        post(path + "/share", signed_in, "Put the answers together, once; or write what the group says aloud", share),
        post(path + "/end", signed_in, "End the session, and destroy what waits", end_session),
        raw(path + "/join.svg", signed_in, "QR code to come into the session", "image/svg+xml", show_join_qr),
    };
}

} // namespace etabli::resources

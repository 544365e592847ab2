// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiment_conclusions.cpp
//
// The shared conclusion of an experiment: what the group looked at, before and after, and what it concludes. While a session
// goes on, whoever holds its pen writes.

#include "domain/experiments/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/evaluation_session_board.hpp"
#include "server/resources/experiment_changes.hpp"
#include "store/evaluation_sessions.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// While a session goes on, whoever holds its pen writes; nobody else concludes over the heads of those in the room.
Result<std::optional<EvaluationSession>> session_in_hand(store::Reader& reader, const Call& call, const Experiment& experiment)
{
    auto session = TRY(store::find_evaluation(reader, experiment.id));
    if (!session || !evaluation::must_be_open(*session, call.today()).ok())
        return std::optional<EvaluationSession> {};
    if (!TRY(holder_of(reader, call, experiment, *session)).empty())
        TRY(evaluation::must_hold_pen(call.reader(), *session));
    return session;
}

Result<Answer<ExperimentView>> write_review(Call& call, const WrittenReview& given)
{
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_conclude(call.reader(), experiment, is_concluded)));
        TRY(require_agreed(transaction, experiment));
        TRY(session_in_hand(transaction, call, experiment));
        const auto kept = TRY(store::find_review(transaction, experiment.id));
        if (given.version != (kept ? kept->version : 0))
            return Problem::stale(kept ? to_json(*kept) : json::value(nullptr));
        return store::keep_review(transaction,
            { experiment.id, given.held_on, given.people, given.activities, given.effectiveness, given.technical, given.social,
                given.version + 1, kept ? kept->look : std::nullopt });
    });
}

Result<void> keep_conclusion(store::Transaction& transaction, const Call& call, const Experiment& experiment,
    const EntryId& entry, const NewConclusion& given, AuditAction action)
{
    TRY(store::insert_conclusion(transaction, experiment,
        { entry, experiment.id, given.outcome, call.today(), given.words, given.disagreement, given.learnt,
            given.would_need }));
    transaction.announce("experiments");
    transaction.announce("home");
    return audit(transaction, call, experiment, action, { { "outcome", json::string(name_of(given.outcome)) } });
}

Result<Answer<ExperimentView>> conclude(Call& call, const NewConclusion& given)
{
    const auto entry = EntryId::make(call.context.random);
    bool ended = false;
    auto concluded
        = changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
              TRY(require_going_on(is_concluded));
              const auto asked = TRY(store::agreement_of(transaction, experiment.id));
              // The colleges did not agree: whoever asked them leaves it there, and nothing is judged.
              if (asked && given.outcome == Outcome::NotPursue && may_give_up(call.reader(), *asked))
                  return keep_conclusion(transaction, call, experiment, entry, given, "experiment.given_up");
              TRY(require(experiments::may_conclude(call.reader(), experiment, is_concluded)));
              TRY(require_agreed(transaction, experiment));
              const auto session = TRY(session_in_hand(transaction, call, experiment));
              TRY(experiments::check_conclusion(TRY(store::find_review(transaction, experiment.id)), call.today()));
              if (session)
                  TRY(store::end_evaluation(transaction, *session, call.today()));
              ended = session.has_value();
              return keep_conclusion(transaction, call, experiment, entry, given, "experiment.concluded");
          });
    if (concluded.ok() && ended)
        forget_session_log(call);
    return concluded;
}

} // namespace

RouteTable experiment_conclusion_routes()
{
    return {
        put("/api/experiments/{id}/review", Access::SignedIn, "Write down the session with those who do the work",
            write_review),
        post("/api/experiments/{id}/conclusion", Access::SignedIn, "Conclude together", conclude),
    };
}

} // namespace etabli::resources

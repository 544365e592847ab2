// SPDX-License-Identifier: EUPL-1.2
// store/evaluation_sessions.hpp
//
// Sessions of embedded evaluation: the group's list, and what waits of each person until it is shared at once. No
// query here reads who asks; docs/methods/evaluation_session.md says what the disk still tells.

#pragma once

#include "domain/experiments/evaluation_session.hpp"
#include "domain/experiments/review.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// No way to JSON: reading a session never reads a key.
struct EvaluationKeys {
    std::string code;
    std::string salt;
};

/// `evaluation.already_open` when the experiment has one.
Result<void> insert_evaluation(Transaction& transaction, const EvaluationSession& session, const EvaluationKeys& keys);
Result<void> keep_evaluation(Transaction& transaction, const EvaluationSession& session);
/// The one that is open; otherwise the last that was.
Result<std::optional<EvaluationSession>> find_evaluation(Reader& reader, const ExperimentId& experiment);
Result<EvaluationSession> evaluation_by_code(Reader& reader, const std::string& code);
Result<EvaluationKeys> evaluation_keys(Reader& reader, const EvaluationSessionId& id);
Result<std::string> free_evaluation_code(Reader& reader, Random& random);

/// A phone comes in; `evaluation.full` beyond the bound.
Result<void> enter_evaluation(Transaction& transaction, const EvaluationSessionId& id, const std::string& phone);
Result<bool> phone_has_entered_evaluation(Reader& reader, const EvaluationSessionId& id, const std::string& phone);

/// The list, in the order of its drawn names.
Result<std::vector<SessionActivity>> activities_of(Reader& reader, const EvaluationSessionId& id);
Result<void> remove_activities(Transaction& transaction, const std::vector<ActivityId>& ids);

Result<std::vector<WaitingLines>> waiting_lines(Reader& reader, const EvaluationSessionId& id);
/// In place of what this phone wrote before; nothing, to take it back.
Result<void> keep_lines(Transaction& transaction, const WaitingLines& lines);
/// Shuffles all lines into the list. Says no when fewer than five phones wrote.
Result<bool> show_lines(Transaction& transaction, const EvaluationSessionId& id, Random& random);

Result<std::vector<WaitingPicks>> waiting_picks(Reader& reader, const EvaluationSessionId& id);
Result<void> keep_picks(Transaction& transaction, const WaitingPicks& picks);
/// Marks what is often chosen, and forgets who chose. Says no when fewer than five chose.
Result<bool> show_picks(Transaction& transaction, const EvaluationSessionId& id);

Result<std::vector<WaitingLook>> waiting_looks(Reader& reader, const EvaluationSessionId& id);
Result<bool> has_looked(Reader& reader, const EvaluationSessionId& id, const std::string& writer);
/// `evaluation.already_sent` from the same phone; `evaluation.full` beyond the bound.
Result<void> insert_look(Transaction& transaction, const WaitingLook& look);
Result<void> remove_look(Transaction& transaction, const EvaluationSessionId& id, const std::string& writer);
Result<void> forget_looks(Transaction& transaction, const EvaluationSessionId& id);

/// Everything that waits of anybody.
Result<void> forget_contributions(Transaction& transaction, const EvaluationSessionId& id);
/// With phones, the salt and the list. The code says for thirty days that the session is over, and nothing else.
Result<void> end_evaluation(Transaction& transaction, EvaluationSession session, Date today);
/// Those whose thirty days are over, and those whose experiment was concluded.
Result<std::int64_t> end_due_evaluations(Transaction& transaction, Instant now);
/// The same until nothing is due.
Result<void> destroy_due_evaluations(Transaction& transaction, Instant now);

/// The tables that hold what people wrote: written anew once they were emptied.
inline constexpr std::array evaluation_contribution_tables { "evaluation_lines", "evaluation_picks", "evaluation_look" };

} // namespace etabli::store

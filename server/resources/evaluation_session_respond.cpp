// SPDX-License-Identifier: EUPL-1.2
// server/resources/evaluation_session_respond.cpp
//
// A session of embedded evaluation from the side of those who have no account: come in by a short code, list what one
// does, choose, answer once. No cookie is read here, nobody is looked up, nothing is logged; a phone is known by the
// digest of a secret drawn for this session, a different one for each purpose (docs/methods/evaluation_session.md).

#include <algorithm>

#include "domain/spaces/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/evaluation_session_views.hpp"
#include "server/resources/texts.hpp"
#include "store/evaluation_sessions.hpp"
#include "store/experiments.hpp"
#include "store/places.hpp"

namespace etabli::resources {

namespace {

using namespace http;

constexpr std::size_t participant_length = 43; // Random::token

/// A session found by its code, and the phone that asks, if it came in.
struct Chair {
    EvaluationSession session;
    Experiment experiment;
    std::string salt;
    std::optional<std::string> secret;

    std::string digest(std::string_view purpose) const { return spaces::participant_digest(salt, purpose, *secret); }
};

/// Wrong codes are counted, so that trying them all takes years; a phone that is in is never held up by others.
Result<Chair> chair_of(Call& call, store::Reader& reader)
{
    const bool may_try = call.context.guesses->may_try(call.now(), call.request.peer);
    auto found = store::evaluation_by_code(reader, spaces::normal_code(call.text("code")));
    if (!found.ok()) {
        call.context.guesses->was_wrong(call.now(), call.request.peer);
        return may_try ? std::move(found).problem() : Problem("request.too_many");
    }
    Chair chair { std::move(found).value(), {}, "", {} };
    chair.experiment = TRY(store::load_experiment(reader, chair.session.experiment_id));
    chair.salt = TRY(store::evaluation_keys(reader, chair.session.id)).salt;
    if (const auto secret = call.request.header("x-participant"); secret.size() == participant_length) {
        chair.secret = std::string(secret);
        if (!TRY(store::phone_has_entered_evaluation(reader, chair.session.id, chair.digest("enters"))))
            chair.secret.reset();
    }
    if (!chair.secret && !may_try)
        return Problem("request.too_many"); // the same as for a wrong code: it says nothing of this one
    TRY(evaluation::must_be_open(chair.session, call.today()));
    if (TRY(store::find_conclusion(reader, chair.session.experiment_id)))
        return Problem("evaluation.ended");
    return chair;
}

Result<Chair> taken_chair(Call& call, store::Reader& reader)
{
    auto chair = TRY(chair_of(call, reader));
    if (!chair.secret)
        return Problem("evaluation.participant_unknown");
    return chair;
}

Result<Answer<EvaluationPhone>> shown_to(store::Reader& reader, const Chair& chair)
{
    const auto& session = chair.session;
    const auto& experiment = chair.experiment;
    EvaluationPhone view { "evaluations/" + session.id.text(), experiment.title, experiment.hypothesis,
        TRY(store::load_place(reader, experiment.place_id)).name, experiment.establishment_id, experiment.starts_on,
        evaluation::destroyed_on(session), session.stage, session.lines_shown, session.picks_shown, false, false, {}, {}, {},
        {} };
    if (!chair.secret)
        return Answer<EvaluationPhone> { std::move(view), { "enter" } };
    view.entered = true;
    view.activities = TRY(store::activities_of(reader, session.id));
    const auto writes = chair.digest("writes");
    for (auto& each : TRY(store::waiting_lines(reader, session.id)))
        if (each.writer == writes)
            view.lines = std::move(each.lines);
    const auto chooses = chair.digest("chooses");
    for (auto& each : TRY(store::waiting_picks(reader, session.id)))
        if (each.picker == chooses)
            view.picks = std::move(each.activities);
    view.sent = TRY(store::has_looked(reader, session.id, chair.digest("looks")));
    if (session.stage == SessionStage::Shared)
        if (const auto review = TRY(store::find_review(reader, experiment.id)))
            view.look = review->look;
    return Answer<EvaluationPhone> { std::move(view), { "write" } };
}

/// Find, is it the moment, do, answer. No screen is told that somebody wrote.
template <class Change>
Result<Answer<EvaluationPhone>> writing(Call& call, SessionStage stage, Change&& change)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<EvaluationPhone>> {
        const auto chair = TRY(taken_chair(call, transaction));
        TRY(evaluation::must_be_at(chair.session, stage));
        TRY(change(transaction, chair));
        return shown_to(transaction, chair);
    });
}

Result<Answer<EvaluationPhone>> look_in(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<EvaluationPhone>> {
        return shown_to(reader, TRY(chair_of(call, reader)));
    });
}

Result<Answer<EnteredEvaluation>> enter(Call& call, const Nothing&)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<EnteredEvaluation>> {
        auto chair = TRY(chair_of(call, transaction));
        chair.secret = call.context.random.token();
        TRY(store::enter_evaluation(transaction, chair.session.id, chair.digest("enters")));
        return Answer<EnteredEvaluation> { { *chair.secret }, {} };
    });
}

Result<std::vector<std::string>> checked_lines(const std::vector<std::string>& given)
{
    std::vector<std::string> lines;
    std::vector<FieldProblem> wrong;
    for (std::size_t at = 0; at < given.size(); ++at) {
        const auto pointer = "/lines/" + std::to_string(at);
        const auto line = std::string(trimmed(given[at]));
        const auto length = plain_text_length(line).value_or(0);
        if (length == 0)
            wrong.push_back({ pointer, "field.required" });
        else if (length > static_cast<std::size_t>(activity_words.max))
            wrong.push_back({ pointer, "text.too_long", activity_words.max });
        else
            find_identifiers(line, pointer, names_nobody, wrong);
        lines.push_back(line);
    }
    if (!wrong.empty())
        return Problem::of_fields(std::move(wrong));
    return lines;
}

Result<Answer<EvaluationPhone>> write_lines(Call& call, const OwnLines& given)
{
    const auto lines = TRY(checked_lines(given.lines));
    return writing(call, SessionStage::Listing, [&](store::Transaction& transaction, const Chair& chair) -> Result<void> {
        if (chair.session.lines_shown)
            return Problem("evaluation.already_released");
        return store::keep_lines(transaction, { chair.session.id, chair.digest("writes"), lines });
    });
}

Result<Answer<EvaluationPhone>> choose(Call& call, const OwnPicks& given)
{
    return writing(call, SessionStage::Choosing, [&](store::Transaction& transaction, const Chair& chair) -> Result<void> {
        if (chair.session.picks_shown)
            return Problem("evaluation.already_released");
        const auto list = TRY(store::activities_of(transaction, chair.session.id));
        const std::set<ActivityId> once(given.activities.begin(), given.activities.end());
        for (const auto& id : once)
            if (std::ranges::find(list, id, &SessionActivity::id) == list.end())
                return Problem::of_field("/activities", "not_found");
        return store::keep_picks(transaction, { chair.session.id, chair.digest("chooses"), { once.begin(), once.end() } });
    });
}

Result<Answer<EvaluationPhone>> send_look(Call& call, const LookDraft& given)
{
    std::vector<FieldProblem> wrong;
    find_identifiers(given.effectiveness, "/effectiveness", names_nobody, wrong);
    find_identifiers(given.technical, "/technical", names_nobody, wrong);
    find_identifiers(given.social, "/social", names_nobody, wrong);
    if (!wrong.empty())
        return Problem::of_fields(std::move(wrong));
    return writing(call, SessionStage::Looking, [&](store::Transaction& transaction, const Chair& chair) -> Result<void> {
        TRY(evaluation::check_look(given, TRY(store::activities_of(transaction, chair.session.id))));
        return store::insert_look(transaction, { chair.session.id, chair.digest("looks"), LookSource::Phone, given });
    });
}

Result<Answer<EvaluationPhone>> take_look_back(Call& call)
{
    return writing(call, SessionStage::Looking, [&](store::Transaction& transaction, const Chair& chair) {
        return store::remove_look(transaction, chair.session.id, chair.digest("looks"));
    });
}

} // namespace

RouteTable evaluation_respond_routes()
{
    constexpr auto open = Access::WithoutAccount;
    return {
        get("/api/e/{code}", open, "What a session of embedded evaluation promises; and, once inside, what a phone shows",
            look_in),
        post("/api/e/{code}/enter", open, "Come into the session, without account and without name", enter),
        put("/api/e/{code}/lines", open, "What one does at work, up to five lines; none takes them back", write_lines),
        put("/api/e/{code}/picks", open, "Up to three activities; none takes the choice back", choose),
        post("/api/e/{code}/look", open, "Send one’s answers, once", send_look),
        remove("/api/e/{code}/look", open, "Take one’s answers back, until they are shared", take_look_back),
    };
}

} // namespace etabli::resources

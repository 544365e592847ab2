// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/evaluation_session.cpp

#include "domain/experiments/evaluation_session.hpp"

#include <algorithm>

#include "domain/experiments/rules.hpp"

namespace etabli::evaluation {

namespace {

std::size_t kept_of(const std::vector<SessionActivity>& list)
{
    return static_cast<std::size_t>(std::ranges::count_if(list, &SessionActivity::kept));
}

bool is_nothing(const LookDraft& look)
{
    const bool marked = std::ranges::any_of(
        look.activities, [](const auto& each) { return each.effectiveness || each.technical || each.social; });
    return !marked && trimmed(look.effectiveness).empty() && trimmed(look.technical).empty() && trimmed(look.social).empty();
}

std::size_t people_of(const std::vector<WaitingLook>& all, LookSource source)
{
    return static_cast<std::size_t>(std::ranges::count(all, source, &WaitingLook::source));
}

/// What each said of one activity in one family.
std::vector<Said> said_of(
    const ActivityId& activity, std::optional<Mark> ActivityMarks::*family, const std::vector<WaitingLook>& all)
{
    std::vector<Said> said;
    for (const auto& person : all)
        for (const auto& marks : person.look.activities)
            if (marks.activity_id == activity && marks.*family)
                said.push_back({ person.source, *(marks.*family) });
    return said;
}

std::vector<std::string> sentences_of(const std::vector<WaitingLook>& all, std::string LookDraft::*family, Random& random)
{
    std::vector<std::string> sentences;
    for (const auto& person : all)
        if (!trimmed(person.look.*family).empty())
            sentences.emplace_back(trimmed(person.look.*family));
    random.shuffle(sentences);
    return sentences;
}

} // namespace

bool may_drive(const Reader& reader, const Experiment& experiment)
{
    return experiments::may_conclude(reader, experiment, false);
}

bool holds_pen(const Reader& reader, const EvaluationSession& session)
{
    return session.held_by == reader.account_id;
}

Result<void> must_hold_pen(const Reader& reader, const EvaluationSession& session)
{
    if (!holds_pen(reader, session))
        return Problem("evaluation.held_by_another");
    return {};
}

Date destroyed_on(const EvaluationSession& session)
{
    return session.begun_on.plus_days(open_days_max);
}

Result<void> must_be_open(const EvaluationSession& session, Date today)
{
    if (session.stage == SessionStage::Ended || today >= destroyed_on(session))
        return Problem("evaluation.ended");
    return {};
}

Result<void> must_be_at(const EvaluationSession& session, SessionStage stage)
{
    if (session.stage == stage)
        return {};
    return session.stage == SessionStage::Shared ? Problem("evaluation.already_shared") : Problem("evaluation.not_now");
}

Result<void> check_move(const EvaluationSession& session, SessionStage to, const std::vector<SessionActivity>& list)
{
    if (session.stage == SessionStage::Shared)
        return Problem("evaluation.already_shared");
    // Sharing and ending are not steps one walks to: each has its own request.
    if (to == SessionStage::Shared || to == SessionStage::Ended)
        return Problem("evaluation.not_now");
    if (to != SessionStage::Listing && (list.empty() || list.size() > list_max))
        return Problem("evaluation.list_size");
    if (to == SessionStage::Looking && (kept_of(list) == 0 || kept_of(list) > kept_max))
        return Problem("evaluation.kept_size");
    return {};
}

Result<void> check_look(const LookDraft& look, const std::vector<SessionActivity>& list)
{
    if (is_nothing(look))
        return Problem("evaluation.nothing_answered");
    std::set<ActivityId> seen;
    for (const auto& marks : look.activities) {
        const bool known
            = std::ranges::any_of(list, [&](const auto& each) { return each.kept && each.id == marks.activity_id; });
        if (!known || !seen.insert(marks.activity_id).second)
            return Problem::of_field("/activities", "not_found");
    }
    return {};
}

// docs/methods/evaluation_session.md, "Who counts".
std::vector<WaitingLook> who_count(const std::vector<WaitingLook>& all)
{
    // Step 1: five phones, and everybody counts.
    if (people_of(all, LookSource::Phone) >= people_min)
        return all;
    // Step 2: sheets were read by whoever typed them: they never help phones to be five, and are five by themselves.
    std::vector<WaitingLook> counted;
    if (people_of(all, LookSource::Sheet) >= people_min)
        std::ranges::copy_if(
            all, std::back_inserter(counted), [](const auto& each) { return each.source == LookSource::Sheet; });
    return counted;
}

namespace {

/// Steps 3 to 5 of "The word of a cell", of people who said something.
Reading word_of(std::size_t worse, std::size_t same, std::size_t better)
{
    const auto total = worse + same + better;
    // Step 3: several live it better and several live it worse.
    if (worse >= several && better >= several)
        return Reading::Different;
    // Step 4: the word of more than half.
    if (2 * worse > total)
        return Reading::Worse;
    if (2 * better > total)
        return Reading::Better;
    if (2 * same > total)
        return Reading::Same;
    // Step 5: no word is the word of more than half.
    return Reading::Different;
}

} // namespace

// docs/methods/evaluation_session.md, "The word of a cell".
Reading reading_of(const std::vector<Said>& all)
{
    // Step 1: whoever does not know, or passed, said nothing of this cell.
    const auto said_by = [&](LookSource source, Mark mark) {
        return static_cast<std::size_t>(
            std::ranges::count_if(all, [&](const Said& each) { return each.source == source && each.mark == mark; }));
    };
    // Step 2: five phones, or five sheets; each word of its own, so that nobody weighs phones with sheets they invent.
    const auto word = [&](LookSource source) -> std::optional<Reading> {
        const auto worse = said_by(source, Mark::Worse);
        const auto same = said_by(source, Mark::Same);
        const auto better = said_by(source, Mark::Better);
        return worse + same + better < people_min ? std::nullopt : std::optional(word_of(worse, same, better));
    };
    const auto phones = word(LookSource::Phone);
    const auto sheets = word(LookSource::Sheet);
    // Step 6: two words that differ are lived differently.
    if (phones && sheets)
        return *phones == *sheets ? *phones : Reading::Different;
    return phones ? *phones : sheets.value_or(Reading::TooFew);
}

std::set<ActivityId> often_chosen(const std::vector<WaitingPicks>& picks)
{
    std::map<ActivityId, std::size_t> people;
    for (const auto& each : picks)
        for (const auto& activity : std::set(each.activities.begin(), each.activities.end()))
            ++people[activity];
    std::set<ActivityId> often;
    if (picks.size() < people_min)
        return often;
    // Three: a mark that rests on two would point at them.
    for (const auto& [activity, chosen] : people)
        if (chosen >= 3 && 3 * chosen >= picks.size())
            often.insert(activity);
    return often;
}

SharedLook look_of(const std::vector<SessionActivity>& list, const std::vector<WaitingLook>& all, Random& random)
{
    const auto counted = who_count(all);
    SharedLook look;
    for (const auto& activity : list)
        if (activity.kept)
            look.activities.push_back(
                { activity.words, reading_of(said_of(activity.id, &ActivityMarks::effectiveness, counted)),
                    reading_of(said_of(activity.id, &ActivityMarks::technical, counted)),
                    reading_of(said_of(activity.id, &ActivityMarks::social, counted)) });
    look.effectiveness = sentences_of(counted, &LookDraft::effectiveness, random);
    look.technical = sentences_of(counted, &LookDraft::technical, random);
    look.social = sentences_of(counted, &LookDraft::social, random);
    return look;
}

} // namespace etabli::evaluation

// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/evaluation_session.hpp
//
// The session in which those who do the work look at an experiment: they list activities, keep a few, and each says of
// each, family by family, whether it goes worse, the same or better since the trial. Pure; which word a cell gets
// follows docs/methods/evaluation_session.md. What a session keeps of a person has no name, no time and no order.

#pragma once

#include <set>

#include "base/random.hpp"
#include "domain/experiments/experiments.hpp"
#include "domain/experiments/shared_look.hpp"

namespace etabli {

enum class SessionStage { Listing, Choosing, Looking, Shared, Ended };

template <>
struct Names<SessionStage> {
    static constexpr std::array table {
        std::pair { SessionStage::Listing, std::string_view("listing") },
        std::pair { SessionStage::Choosing, std::string_view("choosing") },
        std::pair { SessionStage::Looking, std::string_view("looking") },
        std::pair { SessionStage::Shared, std::string_view("shared") },
        std::pair { SessionStage::Ended, std::string_view("ended") },
    };
};

struct EvaluationSession {
    EvaluationSessionId id;
    ExperimentId experiment_id;
    SessionStage stage = SessionStage::Listing;
    bool lines_shown = false; // what phones wrote was shown, once
    bool picks_shown = false;
    Date begun_on;
    std::optional<Date> ended_on;
    std::optional<AccountId> held_by; // the pen; nobody's once it has ended, or where it is older than this column
    std::int64_t version = 1;
};

template <>
struct Describe<EvaluationSession> {
    static constexpr std::string_view name = "EvaluationSession";
    static constexpr auto fields = std::tuple {
        field("id", &EvaluationSession::id),
        field("experiment_id", &EvaluationSession::experiment_id),
        field("stage", &EvaluationSession::stage),
        field("lines_shown", &EvaluationSession::lines_shown),
        field("picks_shown", &EvaluationSession::picks_shown),
        field("begun_on", &EvaluationSession::begun_on),
        field("ended_on", &EvaluationSession::ended_on),
        field("held_by", &EvaluationSession::held_by),
        field("version", &EvaluationSession::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// One line: what somebody does, as it is said.
inline constexpr Bounds activity_words { .min = 1, .max = 120 };
/// One sentence a family: before…, since….
inline constexpr Bounds look_sentence { .min = 0, .max = 280 };

/// A line of the group's list.
struct SessionActivity {
    ActivityId id;
    EvaluationSessionId session_id;
    std::string words;
    bool often = false; // often chosen, which is no rank
    bool kept = false;
};

template <>
struct Describe<SessionActivity> {
    static constexpr std::string_view name = "SessionActivity";
    static constexpr auto fields = std::tuple {
        field("id", &SessionActivity::id),
        field("session_id", &SessionActivity::session_id),
        field("words", &SessionActivity::words, activity_words),
        field("often", &SessionActivity::often),
        field("kept", &SessionActivity::kept),
    };
};

/// What one phone wrote, while it waits. `writer` is a digest (docs/methods/evaluation_session.md).
struct WaitingLines {
    EvaluationSessionId session_id;
    std::string writer;
    std::vector<std::string> lines;
};

template <>
struct Describe<WaitingLines> {
    static constexpr std::string_view name = "WaitingLines";
    static constexpr auto fields = std::tuple {
        field("session_id", &WaitingLines::session_id),
        field("writer", &WaitingLines::writer),
        field("lines", &WaitingLines::lines),
    };
};

struct WaitingPicks {
    EvaluationSessionId session_id;
    std::string picker;
    std::vector<ActivityId> activities;
};

template <>
struct Describe<WaitingPicks> {
    static constexpr std::string_view name = "WaitingPicks";
    static constexpr auto fields = std::tuple {
        field("session_id", &WaitingPicks::session_id),
        field("picker", &WaitingPicks::picker),
        field("activities", &WaitingPicks::activities),
    };
};

/// Since the trial, compared with before.
enum class Mark { Worse, Same, Better, Unknown };

template <>
struct Names<Mark> {
    static constexpr std::array table {
        std::pair { Mark::Worse, std::string_view("worse") },
        std::pair { Mark::Same, std::string_view("same") },
        std::pair { Mark::Better, std::string_view("better") },
        std::pair { Mark::Unknown, std::string_view("unknown") },
    };
};

struct ActivityMarks {
    ActivityId activity_id;
    std::optional<Mark> effectiveness;
    std::optional<Mark> technical;
    std::optional<Mark> social;
};

template <>
struct Describe<ActivityMarks> {
    static constexpr std::string_view name = "ActivityMarks";
    static constexpr auto fields = std::tuple {
        field("activity_id", &ActivityMarks::activity_id),
        field("effectiveness", &ActivityMarks::effectiveness),
        field("technical", &ActivityMarks::technical),
        field("social", &ActivityMarks::social),
    };
};

/// All that one person says, as a phone sends it or as a sheet of paper is typed.
struct LookDraft {
    std::vector<ActivityMarks> activities;
    std::string effectiveness;
    std::string technical;
    std::string social;
};

template <>
struct Describe<LookDraft> {
    static constexpr std::string_view name = "LookDraft";
    static constexpr auto fields = std::tuple {
        field("activities", &LookDraft::activities, { .min = 0, .max = 4 }),
        field("effectiveness", &LookDraft::effectiveness, look_sentence),
        field("technical", &LookDraft::technical, look_sentence),
        field("social", &LookDraft::social, look_sentence),
    };
};

enum class LookSource { Phone, Sheet };

template <>
struct Names<LookSource> {
    static constexpr std::array table {
        std::pair { LookSource::Phone, std::string_view("phone") },
        std::pair { LookSource::Sheet, std::string_view("sheet") },
    };
};

struct WaitingLook {
    EvaluationSessionId session_id;
    std::string writer;
    LookSource source = LookSource::Phone;
    LookDraft look;
};

template <>
struct Describe<WaitingLook> {
    static constexpr std::string_view name = "WaitingLook";
    static constexpr auto fields = std::tuple {
        field("session_id", &WaitingLook::session_id),
        field("writer", &WaitingLook::writer),
        field("source", &WaitingLook::source),
        field("look", &WaitingLook::look),
    };
};

namespace evaluation {

/// Five: with four, whoever said one thing has three left to guess among. As in a discussion.
inline constexpr std::size_t people_min = 5;
/// Two: one who alone says worse, or better, is not pointed at by a word.
inline constexpr std::size_t several = 2;
/// Eight to twelve people come; more than this is somebody trying numbers.
inline constexpr std::int64_t phones_max = 60;
inline constexpr std::int64_t sheets_max = 60;
inline constexpr std::size_t lines_per_phone_max = 5;
/// What is shown of all phones together, before the scribe joins lines: more is not read in a quarter of an hour.
inline constexpr std::size_t lines_max = 300;
/// What a group can hold in view while it chooses.
inline constexpr std::size_t list_max = 12;
inline constexpr std::size_t picks_max = 3;
/// Four activities by three families: twelve answers, under five minutes.
inline constexpr std::size_t kept_max = 4;
/// A session that was left open is not left for ever.
inline constexpr int open_days_max = 30;

/// Those who may conclude: they may open a session, or take the pen of one that goes on.
bool may_drive(const Reader& reader, const Experiment& experiment);
/// One person holds the pen: nobody else reads the wall, or moves anything.
bool holds_pen(const Reader& reader, const EvaluationSession& session);
/// `evaluation.held_by_another`.
Result<void> must_hold_pen(const Reader& reader, const EvaluationSession& session);
/// The first day on which everything that waits is gone.
Date destroyed_on(const EvaluationSession& session);
/// `evaluation.ended` once it is over, or its last day has come.
Result<void> must_be_open(const EvaluationSession& session, Date today);
/// `evaluation.not_now`, `evaluation.already_shared`.
Result<void> must_be_at(const EvaluationSession& session, SessionStage stage);
/// From listing to looking and back, never past what was shared; a list to choose from, something kept to look at.
Result<void> check_move(const EvaluationSession& session, SessionStage to, const std::vector<SessionActivity>& list);

/// What is wrong with what somebody answers, on a phone or on paper.
Result<void> check_look(const LookDraft& look, const std::vector<SessionActivity>& list);

/// Those who count: everybody once five phones answered; sheets alone when they are five; otherwise nobody.
std::vector<WaitingLook> who_count(const std::vector<WaitingLook>& all);

struct Said {
    LookSource source = LookSource::Phone;
    Mark mark = Mark::Unknown;
};
/// One cell, from what each said of it.
Reading reading_of(const std::vector<Said>& all);

/// Marked "often chosen": a third at least of those who chose, three at least, and five at least chose.
std::set<ActivityId> often_chosen(const std::vector<WaitingPicks>& picks);

/// All that is shown, at once: a word a cell, and sentences in an order drawn for each family.
SharedLook look_of(const std::vector<SessionActivity>& list, const std::vector<WaitingLook>& all, Random& random);

} // namespace evaluation

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// server/resources/evaluation_session_views.hpp
//
// A session of embedded evaluation as it travels: the board of whoever holds the pen, what a phone shows, and the
// bodies by which they move it. None of them holds a count of what phones wrote.

#pragma once

#include "domain/experiments/evaluation_session.hpp"
#include "server/http/routes.hpp"

namespace etabli::resources {

/// That a session goes on, for every college alike; and what is projected, for whoever holds the pen alone: from `code` to
/// `sheets`. Of sheets the number is known to whoever typed them; of phones nothing is said but `is_ready`.
struct EvaluationBoard {
    ExperimentId experiment_id;
    std::string title;
    std::string hypothesis;
    std::string place_name;
    Date starts_on;
    bool is_concluded = false;
    std::optional<EvaluationSession> session;
    std::optional<Date> destroyed_on;
    std::string holder; // the name of whoever holds the pen
    std::string code;
    std::string join_url;
    bool is_ready = false; // five people at least, for what this step shows
    std::vector<SessionActivity> activities;
    std::int64_t sheets = 0;
    std::optional<SharedLook> look;
};

struct StageChange {
    SessionStage stage = SessionStage::Listing;
};
struct NewActivity {
    std::string words;
};
/// Several lines that say the same become one; one line is put better.
struct JoinedActivities {
    std::vector<ActivityId> activities;
    std::string words;
};
struct KeptActivities {
    std::vector<ActivityId> activities;
};
struct LookSheets {
    std::vector<LookDraft> sheets;
};

/// Aloud: the group says a word for each cell and the scribe writes it; what phones sent is destroyed unread.
struct AloudReadings {
    ActivityId activity_id;
    std::optional<Reading> effectiveness;
    std::optional<Reading> technical;
    std::optional<Reading> social;
};
struct Sharing {
    std::int64_t people = 0; // in the room, as whoever holds the pen counts them
    std::optional<std::vector<AloudReadings>> aloud;
};

/// What a phone shows.
struct EvaluationPhone {
    std::string topic;
    std::string title;
    std::string hypothesis;
    std::string place_name;
    PlaceId establishment_id; // whose contacts to show, for what this is not for
    Date starts_on;
    Date destroyed_on;
    SessionStage stage = SessionStage::Listing;
    bool lines_shown = false;
    bool picks_shown = false;
    bool entered = false;
    bool sent = false;
    std::vector<std::string> lines; // one's own, while they wait
    std::vector<ActivityId> picks; // one's own, while they wait
    std::vector<SessionActivity> activities;
    std::optional<SharedLook> look;
};

struct EnteredEvaluation {
    std::string participant;
};
struct OwnLines {
    std::vector<std::string> lines;
};
struct OwnPicks {
    std::vector<ActivityId> activities;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::EvaluationBoard> {
    static constexpr std::string_view name = "EvaluationBoard";
    static constexpr auto fields = std::tuple {
        field("experiment_id", &resources::EvaluationBoard::experiment_id),
        field("title", &resources::EvaluationBoard::title, one_line),
        field("hypothesis", &resources::EvaluationBoard::hypothesis, canvas_text),
        field("place_name", &resources::EvaluationBoard::place_name, one_line),
        field("starts_on", &resources::EvaluationBoard::starts_on),
        field("is_concluded", &resources::EvaluationBoard::is_concluded),
        field("session", &resources::EvaluationBoard::session),
        field("destroyed_on", &resources::EvaluationBoard::destroyed_on),
        field("holder", &resources::EvaluationBoard::holder),
        field("code", &resources::EvaluationBoard::code),
        field("join_url", &resources::EvaluationBoard::join_url),
        field("is_ready", &resources::EvaluationBoard::is_ready),
        field("activities", &resources::EvaluationBoard::activities, { .min = 0, .max = evaluation::lines_max }),
        field("sheets", &resources::EvaluationBoard::sheets, { .min = 0, .max = evaluation::sheets_max }),
        field("look", &resources::EvaluationBoard::look),
    };
};
template <>
struct Describe<resources::StageChange> {
    static constexpr std::string_view name = "EvaluationStage";
    static constexpr auto fields = std::tuple { field("stage", &resources::StageChange::stage) };
};
template <>
struct Describe<resources::NewActivity> {
    static constexpr std::string_view name = "NewSessionActivity";
    static constexpr auto fields = std::tuple { field("words", &resources::NewActivity::words, activity_words) };
};
template <>
struct Describe<resources::JoinedActivities> {
    static constexpr std::string_view name = "JoinedActivities";
    static constexpr auto fields = std::tuple {
        field("activities", &resources::JoinedActivities::activities, { .min = 1, .max = evaluation::lines_max }),
        field("words", &resources::JoinedActivities::words, activity_words),
    };
};
template <>
struct Describe<resources::KeptActivities> {
    static constexpr std::string_view name = "KeptActivities";
    static constexpr auto fields = std::tuple {
        field("activities", &resources::KeptActivities::activities, { .min = 0, .max = evaluation::list_max }),
    };
};
template <>
struct Describe<resources::LookSheets> {
    static constexpr std::string_view name = "LookSheets";
    static constexpr auto fields
        = std::tuple { field("sheets", &resources::LookSheets::sheets, { .min = 1, .max = evaluation::sheets_max }) };
};
template <>
struct Describe<resources::AloudReadings> {
    static constexpr std::string_view name = "AloudReadings";
    static constexpr auto fields = std::tuple {
        field("activity_id", &resources::AloudReadings::activity_id),
        field("effectiveness", &resources::AloudReadings::effectiveness),
        field("technical", &resources::AloudReadings::technical),
        field("social", &resources::AloudReadings::social),
    };
};
template <>
struct Describe<resources::Sharing> {
    static constexpr std::string_view name = "EvaluationSharing";
    static constexpr auto fields = std::tuple {
        field("people", &resources::Sharing::people, { .min = 1, .max = 500 }),
        field("aloud", &resources::Sharing::aloud, { .min = 0, .max = evaluation::kept_max }),
    };
};
template <>
struct Describe<resources::EvaluationPhone> {
    static constexpr std::string_view name = "EvaluationPhone";
    static constexpr auto fields = std::tuple {
        field("topic", &resources::EvaluationPhone::topic),
        field("title", &resources::EvaluationPhone::title),
        field("hypothesis", &resources::EvaluationPhone::hypothesis),
        field("place_name", &resources::EvaluationPhone::place_name),
        field("establishment_id", &resources::EvaluationPhone::establishment_id),
        field("starts_on", &resources::EvaluationPhone::starts_on),
        field("destroyed_on", &resources::EvaluationPhone::destroyed_on),
        field("stage", &resources::EvaluationPhone::stage),
        field("lines_shown", &resources::EvaluationPhone::lines_shown),
        field("picks_shown", &resources::EvaluationPhone::picks_shown),
        field("entered", &resources::EvaluationPhone::entered),
        field("sent", &resources::EvaluationPhone::sent),
        field("lines", &resources::EvaluationPhone::lines, { .min = 0, .max = evaluation::lines_per_phone_max }),
        field("picks", &resources::EvaluationPhone::picks, { .min = 0, .max = evaluation::picks_max }),
        field("activities", &resources::EvaluationPhone::activities, { .min = 0, .max = evaluation::lines_max }),
        field("look", &resources::EvaluationPhone::look),
    };
};
template <>
struct Describe<resources::EnteredEvaluation> {
    static constexpr std::string_view name = "EnteredEvaluation";
    static constexpr auto fields = std::tuple { field("participant", &resources::EnteredEvaluation::participant) };
};
template <>
struct Describe<resources::OwnLines> {
    static constexpr std::string_view name = "OwnLines";
    static constexpr auto fields
        = std::tuple { field("lines", &resources::OwnLines::lines, { .min = 0, .max = evaluation::lines_per_phone_max }) };
};
template <>
struct Describe<resources::OwnPicks> {
    static constexpr std::string_view name = "OwnPicks";
    static constexpr auto fields
        = std::tuple { field("activities", &resources::OwnPicks::activities, { .min = 0, .max = evaluation::picks_max }) };
};

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/experiments.hpp
//
// An experiment: a small, reversible change with a stake for care and a stake for work, an end and a way back;
// the indicators its team chose, each with a purpose and an end; and what those who do the work concluded.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/people.hpp"

namespace etabli {

/// What it came from: a proposal of a group, an axis of the diagnosis, an earlier conclusion ("adapt").
enum class ExperimentOrigin { Proposal, Axis, Conclusion };

template <>
struct Names<ExperimentOrigin> {
    static constexpr std::array table {
        std::pair { ExperimentOrigin::Proposal, std::string_view("proposal") },
        std::pair { ExperimentOrigin::Axis, std::string_view("axis") },
        std::pair { ExperimentOrigin::Conclusion, std::string_view("conclusion") },
    };
};

/// Means are always on the table. An empty text is shown as "none": it is an answer, not an omission.
struct ExperimentMeans {
    std::string time;
    std::string replaced; // by whom or how the time is replaced; empty: it is not
    std::string money;
    std::optional<Date> until_on;
};

template <>
struct Describe<ExperimentMeans> {
    static constexpr std::string_view name = "ExperimentMeans";
    static constexpr Bounds some { .min = 0, .max = 200 };
    static constexpr auto fields = std::tuple {
        field("time", &ExperimentMeans::time, some),
        field("replaced", &ExperimentMeans::replaced, some),
        field("money", &ExperimentMeans::money, some),
        field("until_on", &ExperimentMeans::until_on),
    };
};

/// Each part fits one square of an A4 page: this is a canvas, not a report.
inline constexpr Bounds canvas_text { .min = 1, .max = 600 };

/// What those who try write down before they begin, and may put better while they go.
struct ExperimentCanvas {
    std::string title;
    std::string hypothesis;
    std::string care_stake;
    std::string work_stake;
    std::string perimeter;
    std::string with_whom;
    std::optional<Date> measured_from; // counting may begin before the change
    Date starts_on;
    Date ends_on;
    std::string way_back;
    ExperimentMeans means;
    std::string works_if;
    std::string harms_if;
    /// Asked only of what is wider than one unit: why not smaller first, and which teams were asked, with what they said.
    std::optional<std::string> why_not_smaller {};
    std::optional<std::string> teams_asked {};
};

template <>
struct Describe<ExperimentCanvas> {
    static constexpr std::string_view name = "ExperimentCanvas";
    static constexpr auto fields = std::tuple {
        field("title", &ExperimentCanvas::title, one_line),
        field("hypothesis", &ExperimentCanvas::hypothesis, canvas_text),
        field("care_stake", &ExperimentCanvas::care_stake, canvas_text),
        field("work_stake", &ExperimentCanvas::work_stake, canvas_text),
        field("perimeter", &ExperimentCanvas::perimeter, canvas_text),
        field("with_whom", &ExperimentCanvas::with_whom, canvas_text),
        field("measured_from", &ExperimentCanvas::measured_from),
        field("starts_on", &ExperimentCanvas::starts_on),
        field("ends_on", &ExperimentCanvas::ends_on),
        field("way_back", &ExperimentCanvas::way_back, canvas_text),
        field("means", &ExperimentCanvas::means),
        field("works_if", &ExperimentCanvas::works_if, canvas_text),
        field("harms_if", &ExperimentCanvas::harms_if, canvas_text),
        field("why_not_smaller", &ExperimentCanvas::why_not_smaller, { .min = 0, .max = canvas_text.max }),
        field("teams_asked", &ExperimentCanvas::teams_asked, { .min = 0, .max = canvas_text.max }),
    };
};

struct Experiment : ExperimentCanvas {
    ExperimentId id;
    PlaceId establishment_id;
    PlaceId place_id;
    std::optional<ProgrammeId> programme_id;
    std::optional<ExperimentOrigin> from_kind;
    std::optional<std::string> from_id;
    std::int64_t version = 1;
};

template <>
struct Describe<Experiment> {
    static constexpr std::string_view name = "Experiment";
    static constexpr auto fields = std::tuple_cat(
        std::tuple {
            field("id", &Experiment::id),
            field("establishment_id", &Experiment::establishment_id),
            field("place_id", &Experiment::place_id),
            field("programme_id", &Experiment::programme_id),
            field("from_kind", &Experiment::from_kind),
            field("from_id", &Experiment::from_id, one_line),
            field("version", &Experiment::version, { .min = 1, .max = INT64_MAX }),
        },
        Describe<ExperimentCanvas>::fields);
};

/// The page as colleges were asked about it: their yes is to these words.
struct AskedPage {
    GateId gate_id;
    ExperimentId experiment_id;
    std::int64_t version = 1;
    ExperimentCanvas page;
};

template <>
struct Describe<AskedPage> {
    static constexpr std::string_view name = "AskedPage";
    static constexpr auto fields = std::tuple {
        field("gate_id", &AskedPage::gate_id),
        field("experiment_id", &AskedPage::experiment_id),
        field("version", &AskedPage::version, { .min = 1, .max = INT64_MAX }),
        field("page", &AskedPage::page),
    };
};

/// What is noted along the way: what else happened, what was changed in the change, what was heard (no name).
enum class EventKind { Event, Adaptation, Heard };

template <>
struct Names<EventKind> {
    static constexpr std::array table {
        std::pair { EventKind::Event, std::string_view("event") },
        std::pair { EventKind::Adaptation, std::string_view("adaptation") },
        std::pair { EventKind::Heard, std::string_view("heard") },
    };
};

/// A dated event: what else happened, so that nobody reads a figure without it.
struct ExperimentEvent {
    EntryId id;
    ExperimentId experiment_id;
    EventKind kind = EventKind::Event;
    Date happened_on;
    std::string words;
    bool begins_part = false; // of an adaptation: charts begin again there
};

template <>
struct Describe<ExperimentEvent> {
    static constexpr std::string_view name = "ExperimentEvent";
    static constexpr auto fields = std::tuple {
        field("id", &ExperimentEvent::id),
        field("experiment_id", &ExperimentEvent::experiment_id),
        field("kind", &ExperimentEvent::kind),
        field("happened_on", &ExperimentEvent::happened_on),
        field("words", &ExperimentEvent::words, { .min = 1, .max = 400 }),
        field("begins_part", &ExperimentEvent::begins_part),
    };
};

/// What a college joined to the experiment, in its own words. One per college.
struct Reservation {
    EntryId id;
    ExperimentId experiment_id;
    CollegeId college_id;
    CollegeKind college_kind = CollegeKind::Direction;
    std::string words;
    Date joined_on;
};

template <>
struct Describe<Reservation> {
    static constexpr std::string_view name = "ExperimentReservation";
    static constexpr auto fields = std::tuple {
        field("id", &Reservation::id),
        field("experiment_id", &Reservation::experiment_id),
        field("college_id", &Reservation::college_id),
        field("college_kind", &Reservation::college_kind),
        field("words", &Reservation::words, { .min = 1, .max = 600 }),
        field("joined_on", &Reservation::joined_on),
    };
};

/// The end was moved: from when to when, and why.
struct EndRevision {
    EntryId id;
    ExperimentId experiment_id;
    Date revised_on;
    Date from_on;
    Date to_on;
    std::string reason;
};

template <>
struct Describe<EndRevision> {
    static constexpr std::string_view name = "ExperimentEndRevision";
    static constexpr auto fields = std::tuple {
        field("id", &EndRevision::id),
        field("experiment_id", &EndRevision::experiment_id),
        field("revised_on", &EndRevision::revised_on),
        field("from_on", &EndRevision::from_on),
        field("to_on", &EndRevision::to_on),
        field("reason", &EndRevision::reason, { .min = 1, .max = 400 }),
    };
};

} // namespace etabli

// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiment_views.hpp
//
// An experiment as it travels: its page, its line in a list, and the bodies by which it is changed.

#pragma once

#include "domain/experiments/figure_import.hpp"
#include "domain/experiments/joint.hpp"
#include "domain/experiments/review.hpp"
#include "domain/places/places.hpp"
#include "server/http/routes.hpp"

namespace etabli::resources {

/// A purpose and an end, or it is not here.
struct IndicatorView {
    Indicator indicator;
    bool is_over = false;
    std::vector<IndicatorValue> values; // those anybody may see
    FollowUp follow_up;
    std::optional<FollowUpInterrupted> interrupted; // by how much, where the series is long
    std::optional<std::string> link; // where telephones count, for those who may put it up
};

struct ExperimentView {
    Experiment experiment;
    std::string state; // as state_of (experiment_changes.hpp) says it
    std::optional<GateId> gate_id; // the last asking of the colleges, where there is one
    std::optional<AskedPage> agreed; // the page that every college said yes to
    bool is_wide = false; // wider than one unit
    std::string place_name;
    std::string establishment_name;
    std::vector<ExperimentEvent> events;
    std::vector<Reservation> reservations;
    std::vector<EndRevision> end_revisions;
    std::vector<IndicatorView> indicators;
    JointReading joint;
    std::optional<SharedReview> review;
    std::optional<SharedConclusion> conclusion;
};

/// One experiment of a démarche, beside the others over time.
struct ExperimentInFields {
    ExperimentId id;
    std::string title;
    std::string state;
    std::string place_name;
    Date starts_on;
    Date ends_on;
    std::vector<ExperimentEvent> events;
    std::vector<IndicatorView> indicators;
    JointReading joint;
};
struct FieldsView {
    ProgrammeId programme_id;
    std::string programme_title;
    std::vector<ExperimentInFields> experiments; // the first begun first
};

struct ExperimentSummary {
    ExperimentId id;
    std::string title;
    std::string hypothesis;
    std::string state;
    std::string place_name;
    Date starts_on;
    Date ends_on;
    std::optional<ProgrammeId> programme_id;
    PlaceId establishment_id;
};

/// Where one begins: what it would come from, and the places it may be tried in.
struct ExperimentPlace {
    PlaceId id;
    PlaceKind kind = PlaceKind::Unit;
    std::string name;
    bool is_wide = false; // wider than one unit: the page asks more
    bool asks_colleges = false; // it would wait for their yes
};
struct ExperimentBeginning {
    PlaceId establishment_id;
    std::string establishment_name;
    std::optional<ExperimentOrigin> from_kind;
    std::optional<std::string> from_id;
    std::string from_title;
    std::optional<ProgrammeId> programme_id;
    std::vector<ExperimentPlace> places;
};

struct NewExperiment : ExperimentCanvas {
    PlaceId place_id;
    std::optional<ProgrammeId> programme_id;
    std::optional<ExperimentOrigin> from_kind;
    std::optional<std::string> from_id;
};
struct ExperimentAsking {
    std::optional<std::string> note; // what changed since the last time
    std::int64_t version = 1; // of the page that is asked about
};
struct ChangedExperiment : ExperimentCanvas {
    std::int64_t version = 1;
};
struct NewEnd {
    Date ends_on;
    std::string reason;
    std::int64_t version = 1;
};
struct NewEvent {
    EventKind kind = EventKind::Event;
    Date happened_on;
    std::string words;
    std::optional<bool> begins_part; // of an adaptation; nothing: no
};
struct NewReservation {
    CollegeId college_id;
    std::string words;
};
struct NewFigure {
    Date counted_on;
    double numerator = 0;
    std::optional<std::int64_t> base;
};
struct SetAside {
    Date counted_on;
    std::string why; // empty: it counts again
};
struct FigureFile {
    std::string content_base64; // the file's bytes, or those of what was pasted: its encoding is part of what we read
    std::optional<FigureColumns> columns; // nothing: as they were named last time, or as people usually name them
    std::optional<std::string> preview; // what a preview answered, to do just that
};
/// What a file would do, or did.
struct FigureReport {
    std::vector<std::string> header;
    FigureColumns columns;
    std::string preview; // empty while a column is missing
    bool done = false;
    std::vector<FigureRow> rows;
    std::int64_t periods = 0;
    std::int64_t replaced = 0; // periods that had another figure
};
struct WrittenReview {
    Date held_on;
    std::int64_t people = 0;
    std::vector<std::string> activities;
    BeforeAfter effectiveness;
    BeforeAfter technical;
    BeforeAfter social;
    std::int64_t version = 0; // 0: nothing was kept yet
};
struct NewConclusion {
    Outcome outcome = Outcome::Adapt;
    std::string words;
    std::string disagreement;
    std::string learnt;
    std::string would_need;
};

} // namespace etabli::resources

namespace etabli {

inline constexpr Bounds any_version { .min = 0, .max = INT64_MAX };

template <>
struct Describe<resources::IndicatorView> {
    static constexpr std::string_view name = "IndicatorView";
    static constexpr auto fields = std::tuple {
        field("indicator", &resources::IndicatorView::indicator),
        field("is_over", &resources::IndicatorView::is_over),
        field("values", &resources::IndicatorView::values, { .min = 0, .max = 2000 }),
        field("follow_up", &resources::IndicatorView::follow_up),
        field("interrupted", &resources::IndicatorView::interrupted),
        field("link", &resources::IndicatorView::link, any_text),
    };
};
template <>
struct Describe<resources::ExperimentView> {
    static constexpr std::string_view name = "ExperimentView";
    static constexpr Bounds some { .min = 0, .max = 500 };
    static constexpr auto fields = std::tuple {
        field("experiment", &resources::ExperimentView::experiment),
        field("state", &resources::ExperimentView::state, one_line),
        field("gate_id", &resources::ExperimentView::gate_id),
        field("agreed", &resources::ExperimentView::agreed),
        field("is_wide", &resources::ExperimentView::is_wide),
        field("place_name", &resources::ExperimentView::place_name, one_line),
        field("establishment_name", &resources::ExperimentView::establishment_name, one_line),
        field("events", &resources::ExperimentView::events, some),
        field("reservations", &resources::ExperimentView::reservations, some),
        field("end_revisions", &resources::ExperimentView::end_revisions, some),
        field("indicators", &resources::ExperimentView::indicators, some),
        field("joint", &resources::ExperimentView::joint),
        field("review", &resources::ExperimentView::review),
        field("conclusion", &resources::ExperimentView::conclusion),
    };
};
template <>
struct Describe<resources::ExperimentInFields> {
    static constexpr std::string_view name = "ExperimentInFields";
    static constexpr Bounds some { .min = 0, .max = 500 };
    static constexpr auto fields = std::tuple {
        field("id", &resources::ExperimentInFields::id),
        field("title", &resources::ExperimentInFields::title, one_line),
        field("state", &resources::ExperimentInFields::state, one_line),
        field("place_name", &resources::ExperimentInFields::place_name, one_line),
        field("starts_on", &resources::ExperimentInFields::starts_on),
        field("ends_on", &resources::ExperimentInFields::ends_on),
        field("events", &resources::ExperimentInFields::events, some),
        field("indicators", &resources::ExperimentInFields::indicators, some),
        field("joint", &resources::ExperimentInFields::joint),
    };
};
template <>
struct Describe<resources::FieldsView> {
    static constexpr std::string_view name = "FieldsView";
    static constexpr auto fields = std::tuple {
        field("programme_id", &resources::FieldsView::programme_id),
        field("programme_title", &resources::FieldsView::programme_title, one_line),
        field("experiments", &resources::FieldsView::experiments, { .min = 0, .max = 500 }),
    };
};
template <>
struct Describe<resources::ExperimentSummary> {
    static constexpr std::string_view name = "ExperimentSummary";
    static constexpr auto fields = std::tuple {
        field("id", &resources::ExperimentSummary::id),
        field("title", &resources::ExperimentSummary::title, one_line),
        field("hypothesis", &resources::ExperimentSummary::hypothesis, canvas_text),
        field("state", &resources::ExperimentSummary::state, one_line),
        field("place_name", &resources::ExperimentSummary::place_name, one_line),
        field("starts_on", &resources::ExperimentSummary::starts_on),
        field("ends_on", &resources::ExperimentSummary::ends_on),
        field("programme_id", &resources::ExperimentSummary::programme_id),
        field("establishment_id", &resources::ExperimentSummary::establishment_id),
    };
};
template <>
struct Describe<resources::ExperimentPlace> {
    static constexpr std::string_view name = "ExperimentPlace";
    static constexpr auto fields = std::tuple {
        field("id", &resources::ExperimentPlace::id),
        field("kind", &resources::ExperimentPlace::kind),
        field("name", &resources::ExperimentPlace::name, one_line),
        field("is_wide", &resources::ExperimentPlace::is_wide),
        field("asks_colleges", &resources::ExperimentPlace::asks_colleges),
    };
};
template <>
struct Describe<resources::ExperimentBeginning> {
    static constexpr std::string_view name = "ExperimentBeginning";
    static constexpr auto fields = std::tuple {
        field("establishment_id", &resources::ExperimentBeginning::establishment_id),
        field("establishment_name", &resources::ExperimentBeginning::establishment_name, one_line),
        field("from_kind", &resources::ExperimentBeginning::from_kind),
        field("from_id", &resources::ExperimentBeginning::from_id, one_line),
        field("from_title", &resources::ExperimentBeginning::from_title, any_text),
        field("programme_id", &resources::ExperimentBeginning::programme_id),
        field("places", &resources::ExperimentBeginning::places, { .min = 0, .max = 5000 }),
    };
};
template <>
struct Describe<resources::NewExperiment> {
    static constexpr std::string_view name = "NewExperiment";
    static constexpr auto fields = std::tuple_cat(
        std::tuple {
            field("place_id", &resources::NewExperiment::place_id),
            field("programme_id", &resources::NewExperiment::programme_id),
            field("from_kind", &resources::NewExperiment::from_kind),
            field("from_id", &resources::NewExperiment::from_id, one_line),
        },
        Describe<ExperimentCanvas>::fields);
};
template <>
struct Describe<resources::ExperimentAsking> {
    static constexpr std::string_view name = "ExperimentAsking";
    static constexpr auto fields = std::tuple {
        field("note", &resources::ExperimentAsking::note, { .min = 0, .max = 2000 }),
        field("version", &resources::ExperimentAsking::version, any_version),
    };
};
template <>
struct Describe<resources::ChangedExperiment> {
    static constexpr std::string_view name = "ChangedExperiment";
    static constexpr auto fields
        = std::tuple_cat(std::tuple { field("version", &resources::ChangedExperiment::version, any_version) },
            Describe<ExperimentCanvas>::fields);
};
template <>
struct Describe<resources::NewEnd> {
    static constexpr std::string_view name = "NewExperimentEnd";
    static constexpr auto fields = std::tuple {
        field("ends_on", &resources::NewEnd::ends_on),
        field("reason", &resources::NewEnd::reason, { .min = 1, .max = 400 }),
        field("version", &resources::NewEnd::version, any_version),
    };
};
template <>
struct Describe<resources::NewEvent> {
    static constexpr std::string_view name = "NewExperimentEvent";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::NewEvent::kind),
        field("happened_on", &resources::NewEvent::happened_on),
        field("words", &resources::NewEvent::words, { .min = 1, .max = 400 }),
        field("begins_part", &resources::NewEvent::begins_part),
    };
};
template <>
struct Describe<resources::NewReservation> {
    static constexpr std::string_view name = "NewExperimentReservation";
    static constexpr auto fields = std::tuple {
        field("college_id", &resources::NewReservation::college_id),
        field("words", &resources::NewReservation::words, { .min = 1, .max = 600 }),
    };
};
template <>
struct Describe<resources::NewFigure> {
    static constexpr std::string_view name = "NewFigure";
    static constexpr auto fields = std::tuple {
        field("counted_on", &resources::NewFigure::counted_on),
        field("numerator", &resources::NewFigure::numerator, { .min = 0, .max = counted_max }),
        field("base", &resources::NewFigure::base, { .min = 0, .max = counted_max }),
    };
};
template <>
struct Describe<resources::SetAside> {
    static constexpr std::string_view name = "SetAside";
    static constexpr auto fields = std::tuple {
        field("counted_on", &resources::SetAside::counted_on),
        field("why", &resources::SetAside::why, { .min = 0, .max = 200 }),
    };
};
template <>
struct Describe<resources::FigureFile> {
    static constexpr std::string_view name = "FigureFile";
    static constexpr auto fields = std::tuple {
        field("content_base64", &resources::FigureFile::content_base64, { .min = 1, .max = 400'000 }),
        field("columns", &resources::FigureFile::columns),
        field("preview", &resources::FigureFile::preview, { .min = 64, .max = 64 }),
    };
};
template <>
struct Describe<resources::FigureReport> {
    static constexpr std::string_view name = "FigureReport";
    static constexpr Bounds whole { .min = 0, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("header", &resources::FigureReport::header, { .min = 0, .max = table_columns_max }),
        field("columns", &resources::FigureReport::columns),
        field("preview", &resources::FigureReport::preview),
        field("done", &resources::FigureReport::done),
        field("rows", &resources::FigureReport::rows, { .min = 0, .max = figure_rows_max }),
        field("periods", &resources::FigureReport::periods, whole),
        field("replaced", &resources::FigureReport::replaced, whole),
    };
};
template <>
struct Describe<resources::WrittenReview> {
    static constexpr std::string_view name = "WrittenReview";
    static constexpr auto fields = std::tuple {
        field("held_on", &resources::WrittenReview::held_on),
        field("people", &resources::WrittenReview::people, { .min = 0, .max = 500 }),
        field("activities", &resources::WrittenReview::activities, { .min = 0, .max = 8 }),
        field("effectiveness", &resources::WrittenReview::effectiveness),
        field("technical", &resources::WrittenReview::technical),
        field("social", &resources::WrittenReview::social),
        field("version", &resources::WrittenReview::version, any_version),
    };
};
template <>
struct Describe<resources::NewConclusion> {
    static constexpr std::string_view name = "NewConclusion";
    static constexpr auto fields = std::tuple {
        field("outcome", &resources::NewConclusion::outcome),
        field("words", &resources::NewConclusion::words, { .min = 1, .max = 1500 }),
        field("disagreement", &resources::NewConclusion::disagreement, { .min = 0, .max = 800 }),
        field("learnt", &resources::NewConclusion::learnt, { .min = 0, .max = 600 }),
        field("would_need", &resources::NewConclusion::would_need, { .min = 0, .max = 600 }),
    };
};

} // namespace etabli

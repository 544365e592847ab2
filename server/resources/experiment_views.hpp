// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiment_views.hpp
//
// An experiment as it travels: its page, its line in a list, and the bodies by which it is changed.

#pragma once

#include "domain/experiments/indicators.hpp"
#include "domain/experiments/review.hpp"
#include "domain/places/places.hpp"
#include "server/http/routes.hpp"

namespace etabli::resources {

/// A purpose and an end, or it is not here.
struct IndicatorView {
    Indicator indicator;
    bool is_over = false;
    std::vector<IndicatorValue> values;
    std::vector<PeriodSummary> periods;
};

struct ExperimentView {
    Experiment experiment;
    std::string state; // "to_come", "under_way", "to_conclude", or the outcome
    std::string place_name;
    std::string establishment_name;
    std::vector<ExperimentEvent> events;
    std::vector<Reservation> reservations;
    std::vector<EndRevision> end_revisions;
    std::vector<IndicatorView> indicators;
    std::optional<SharedReview> review;
    std::optional<SharedConclusion> conclusion;
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
};
struct NewReservation {
    CollegeId college_id;
    std::string words;
};
struct NewIndicator {
    std::string title;
    std::optional<std::string> purpose;
    std::string definition;
    Counting counting = Counting::Count;
    std::string unit;
    std::string base_unit;
    EvaluationField field = EvaluationField::Activity;
    std::string source;
    std::optional<Date> expires_on;
};
struct NewFigure {
    Date counted_on;
    std::int64_t numerator = 0;
    std::optional<std::int64_t> base;
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
        field("periods", &resources::IndicatorView::periods, { .min = 0, .max = 2 }),
    };
};
template <>
struct Describe<resources::ExperimentView> {
    static constexpr std::string_view name = "ExperimentView";
    static constexpr Bounds some { .min = 0, .max = 500 };
    static constexpr auto fields = std::tuple {
        field("experiment", &resources::ExperimentView::experiment),
        field("state", &resources::ExperimentView::state, one_line),
        field("place_name", &resources::ExperimentView::place_name, one_line),
        field("establishment_name", &resources::ExperimentView::establishment_name, one_line),
        field("events", &resources::ExperimentView::events, some),
        field("reservations", &resources::ExperimentView::reservations, some),
        field("end_revisions", &resources::ExperimentView::end_revisions, some),
        field("indicators", &resources::ExperimentView::indicators, some),
        field("review", &resources::ExperimentView::review),
        field("conclusion", &resources::ExperimentView::conclusion),
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
struct Describe<resources::NewIndicator> {
    static constexpr std::string_view name = "NewIndicator";
    static constexpr auto fields = std::tuple {
        etabli::field("title", &resources::NewIndicator::title, one_line),
        etabli::field("purpose", &resources::NewIndicator::purpose, { .min = 0, .max = 300 }),
        etabli::field("definition", &resources::NewIndicator::definition, { .min = 1, .max = 400 }),
        etabli::field("counting", &resources::NewIndicator::counting),
        etabli::field("unit", &resources::NewIndicator::unit, { .min = 1, .max = 60 }),
        etabli::field("base_unit", &resources::NewIndicator::base_unit, { .min = 0, .max = 60 }),
        etabli::field("field", &resources::NewIndicator::field),
        etabli::field("source", &resources::NewIndicator::source, { .min = 1, .max = 300 }),
        etabli::field("expires_on", &resources::NewIndicator::expires_on),
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

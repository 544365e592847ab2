// SPDX-License-Identifier: EUPL-1.2
// server/resources/programme_view.hpp
//
// A programme as it is shown: its template's steps with where each stands, the gates between them, and all that
// was added to it. The same bytes for every college; what a reader may do stands beside, in the abilities.

#pragma once

#include "domain/programmes/gates.hpp"
#include "domain/programmes/rules.hpp"
#include "server/http/routes.hpp"
#include "store/programmes.hpp"

namespace etabli::resources {

enum class StepState { ToCome, UnderWay, Done };

struct DeliverableView {
    std::string key;
    PackText title;
    std::optional<std::string> sheet_template;
    std::optional<Date> done_on;
    std::optional<SheetId> sheet_id;
};

struct StepView {
    std::string key;
    PackText title;
    PackText aim;
    std::vector<PackText> guidance;
    std::int64_t minutes_estimate = 0;
    std::vector<TemplateSession> sessions;
    std::vector<DeliverableView> deliverables;
    StepState state = StepState::ToCome;
    std::optional<Date> entered_on;
    std::optional<Date> left_on;
};

struct NeedView {
    std::string code;
    NeedState state = NeedState::LookedAtTogether;
};

/// The way from one step to the next, with every time it was asked for, oldest first.
struct PassageView {
    std::string key;
    std::string from;
    std::string to;
    PackText title;
    std::vector<CollegeKind> asked_of;
    std::vector<CollegeKind> opinion_of;
    std::int64_t delay_days = 0;
    std::vector<NeedView> needs;
    std::vector<Gate> attempts;
};

struct ProgrammeView {
    Programme programme;
    std::string place_name;
    PackText template_title;
    std::vector<StepView> steps;
    std::vector<PassageView> passages;
    std::vector<Means> means;
    std::vector<LinkedProject> projects;
    std::vector<TriggerEvent> triggers;
    std::vector<ProgrammeEntry> journal;
    std::vector<PathSession> sessions;
    std::vector<ProgrammeHandover> handovers;
};

struct ProgrammeSummary {
    ProgrammeId id;
    ProgrammeKind kind = ProgrammeKind::Demarche;
    std::string title;
    PlaceId place_id;
    std::string place_name;
    PackText template_title;
    PackText step_title;
    Date started_on;
    std::optional<Gate> open_gate;
};

/// The template it walks by; `pack.missing` when the pack is no longer there.
Result<ProgrammeTemplate> template_of(const http::Call& call, const std::string& template_id);
/// The programme named in the path, for somebody who may read it; `not_found` for anybody else.
Result<Programme> readable_programme(const http::Call& call, store::Reader& reader);
Result<OnTheTable> on_the_table(store::Reader& reader, const Programme& programme);
Result<http::Answer<ProgrammeView>> shown_programme(const http::Call& call, store::Reader& reader, const Programme& programme);

} // namespace etabli::resources

namespace etabli {

template <>
struct Names<resources::StepState> {
    static constexpr std::array table {
        std::pair { resources::StepState::ToCome, std::string_view("to_come") },
        std::pair { resources::StepState::UnderWay, std::string_view("under_way") },
        std::pair { resources::StepState::Done, std::string_view("done") },
    };
};
template <>
struct Describe<resources::DeliverableView> {
    static constexpr std::string_view name = "ProgrammeDeliverable";
    static constexpr auto fields = std::tuple {
        field("key", &resources::DeliverableView::key, one_line),
        field("title", &resources::DeliverableView::title),
        field("sheet_template", &resources::DeliverableView::sheet_template, one_line),
        field("done_on", &resources::DeliverableView::done_on),
        field("sheet_id", &resources::DeliverableView::sheet_id),
    };
};
template <>
struct Describe<resources::StepView> {
    static constexpr std::string_view name = "ProgrammeStepView";
    static constexpr auto fields = std::tuple {
        field("key", &resources::StepView::key, one_line),
        field("title", &resources::StepView::title),
        field("aim", &resources::StepView::aim),
        field("guidance", &resources::StepView::guidance, { .min = 0, .max = 30 }),
        field("minutes_estimate", &resources::StepView::minutes_estimate, { .min = 0, .max = 100'000 }),
        field("sessions", &resources::StepView::sessions, { .min = 0, .max = 30 }),
        field("deliverables", &resources::StepView::deliverables, { .min = 0, .max = 30 }),
        field("state", &resources::StepView::state),
        field("entered_on", &resources::StepView::entered_on),
        field("left_on", &resources::StepView::left_on),
    };
};
template <>
struct Describe<resources::NeedView> {
    static constexpr std::string_view name = "PassageNeed";
    static constexpr auto fields
        = std::tuple { field("code", &resources::NeedView::code, one_line), field("state", &resources::NeedView::state) };
};
template <>
struct Describe<resources::PassageView> {
    static constexpr std::string_view name = "PassageView";
    static constexpr auto fields = std::tuple {
        field("key", &resources::PassageView::key, one_line),
        field("from", &resources::PassageView::from, one_line),
        field("to", &resources::PassageView::to, one_line),
        field("title", &resources::PassageView::title),
        field("asked_of", &resources::PassageView::asked_of, { .min = 0, .max = 10 }),
        field("opinion_of", &resources::PassageView::opinion_of, { .min = 0, .max = 10 }),
        field("delay_days", &resources::PassageView::delay_days, { .min = 1, .max = 365 }),
        field("needs", &resources::PassageView::needs, { .min = 0, .max = 20 }),
        field("attempts", &resources::PassageView::attempts, { .min = 0, .max = 99 }),
    };
};
template <>
struct Describe<resources::ProgrammeView> {
    static constexpr std::string_view name = "ProgrammeView";
    static constexpr Bounds many { .min = 0, .max = store::rows_max };
    static constexpr auto fields = std::tuple {
        field("programme", &resources::ProgrammeView::programme),
        field("place_name", &resources::ProgrammeView::place_name, one_line),
        field("template_title", &resources::ProgrammeView::template_title),
        field("steps", &resources::ProgrammeView::steps, { .min = 1, .max = 30 }),
        field("passages", &resources::ProgrammeView::passages, { .min = 0, .max = 30 }),
        field("means", &resources::ProgrammeView::means, many),
        field("projects", &resources::ProgrammeView::projects, many),
        field("triggers", &resources::ProgrammeView::triggers, many),
        field("journal", &resources::ProgrammeView::journal, many),
        field("sessions", &resources::ProgrammeView::sessions, many),
        field("handovers", &resources::ProgrammeView::handovers, many),
    };
};
template <>
struct Describe<resources::ProgrammeSummary> {
    static constexpr std::string_view name = "ProgrammeSummary";
    static constexpr auto fields = std::tuple {
        field("id", &resources::ProgrammeSummary::id),
        field("kind", &resources::ProgrammeSummary::kind),
        field("title", &resources::ProgrammeSummary::title, one_line),
        field("place_id", &resources::ProgrammeSummary::place_id),
        field("place_name", &resources::ProgrammeSummary::place_name, one_line),
        field("template_title", &resources::ProgrammeSummary::template_title),
        field("step_title", &resources::ProgrammeSummary::step_title),
        field("started_on", &resources::ProgrammeSummary::started_on),
        field("open_gate", &resources::ProgrammeSummary::open_gate),
    };
};

} // namespace etabli

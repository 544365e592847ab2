// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/templates.hpp
//
// A programme template: the path as packs describe it. Steps with their guidance, their meetings and what they
// leave behind; gates with whom they ask, for how long, and what must be on the table first.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/people/people.hpp"
#include "domain/programmes/programmes.hpp"

namespace etabli {

/// A text of a pack, in both languages; the page shows the reader's.
struct PackText {
    std::string fr;
    std::string en;
};

template <>
struct Describe<PackText> {
    static constexpr std::string_view name = "PackText";
    static constexpr auto fields = std::tuple { field("fr", &PackText::fr), field("en", &PackText::en) };
};

struct TemplateSession {
    std::string key;
    PackText title;
    std::vector<PackText> agenda;
};

template <>
struct Describe<TemplateSession> {
    static constexpr std::string_view name = "TemplateSession";
    static constexpr auto fields = std::tuple {
        field("key", &TemplateSession::key, one_line),
        field("title", &TemplateSession::title),
        field("agenda", &TemplateSession::agenda, { .min = 0, .max = 20 }),
    };
};

struct TemplateDeliverable {
    std::string key;
    PackText title;
    std::optional<std::string> sheet_template;
};

template <>
struct Describe<TemplateDeliverable> {
    static constexpr std::string_view name = "TemplateDeliverable";
    static constexpr auto fields = std::tuple {
        field("key", &TemplateDeliverable::key, one_line),
        field("title", &TemplateDeliverable::title),
        field("sheet_template", &TemplateDeliverable::sheet_template, one_line),
    };
};

struct TemplateTask {
    std::string key;
    PackText title;
};

template <>
struct Describe<TemplateTask> {
    static constexpr std::string_view name = "TemplateTask";
    static constexpr auto fields
        = std::tuple { field("key", &TemplateTask::key, one_line), field("title", &TemplateTask::title) };
};

struct TemplateStep {
    std::string key;
    PackText title;
    PackText aim;
    std::vector<PackText> guidance;
    std::int64_t minutes_estimate = 0;
    std::vector<TemplateSession> sessions;
    std::vector<TemplateTask> home_tasks;
    std::vector<TemplateDeliverable> deliverables;
};

template <>
struct Describe<TemplateStep> {
    static constexpr std::string_view name = "TemplateStep";
    static constexpr auto fields = std::tuple {
        field("key", &TemplateStep::key, one_line),
        field("title", &TemplateStep::title),
        field("aim", &TemplateStep::aim),
        field("guidance", &TemplateStep::guidance, { .min = 0, .max = 30 }),
        field("minutes_estimate", &TemplateStep::minutes_estimate, { .min = 0, .max = 100'000 }),
        field("sessions", &TemplateStep::sessions, { .min = 0, .max = 30 }),
        field("home_tasks", &TemplateStep::home_tasks, { .min = 0, .max = 30 }),
        field("deliverables", &TemplateStep::deliverables, { .min = 0, .max = 30 }),
    };
};

struct TemplateGate {
    std::string key; // "conception-diagnostic", which is from-to
    std::string from;
    std::string to;
    PackText title;
    std::vector<CollegeKind> asked_of;
    std::vector<CollegeKind> opinion_of;
    std::int64_t delay_days = 21;
    std::vector<std::string> needs;
};

template <>
struct Describe<TemplateGate> {
    static constexpr std::string_view name = "TemplateGate";
    static constexpr auto fields = std::tuple {
        field("key", &TemplateGate::key, one_line),
        field("from", &TemplateGate::from, one_line),
        field("to", &TemplateGate::to, one_line),
        field("title", &TemplateGate::title),
        field("asked_of", &TemplateGate::asked_of, { .min = 0, .max = 10 }),
        field("opinion_of", &TemplateGate::opinion_of, { .min = 0, .max = 10 }),
        field("delay_days", &TemplateGate::delay_days, { .min = 1, .max = 365 }),
        field("needs", &TemplateGate::needs, { .min = 0, .max = 20 }),
    };
};

struct ProgrammeTemplate {
    std::string id;
    ProgrammeKind kind = ProgrammeKind::Demarche;
    PackText title;
    PackText summary;
    std::vector<TemplateStep> steps;
    std::vector<TemplateGate> gates;

    const TemplateStep* step(std::string_view key) const;
    const TemplateGate* gate(std::string_view key) const;
};

template <>
struct Describe<ProgrammeTemplate> {
    static constexpr std::string_view name = "ProgrammeTemplate";
    static constexpr auto fields = std::tuple {
        field("id", &ProgrammeTemplate::id, one_line),
        field("kind", &ProgrammeTemplate::kind),
        field("title", &ProgrammeTemplate::title),
        field("summary", &ProgrammeTemplate::summary),
        field("steps", &ProgrammeTemplate::steps, { .min = 1, .max = 30 }),
        field("gates", &ProgrammeTemplate::gates, { .min = 0, .max = 30 }),
    };
};

/// A template from its pack, which was checked when the server started; `pack.invalid` when it cannot be walked.
Result<ProgrammeTemplate> parse_programme_template(const json::value& pack);

} // namespace etabli

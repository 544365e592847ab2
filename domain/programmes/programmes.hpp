// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/programmes.hpp
//
// A programme: a path made of steps, walked at a place. The démarche of an establishment walks four phases, a
// cluster its sessions. No programme carries a share of progress: a step is to come, under way or done, with its
// days, and only a gate passes from one to the next. What people add to it is in entries.hpp.

#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/openness.hpp"
#include "domain/people/people.hpp"

namespace etabli {

enum class ProgrammeKind { Demarche, Cluster };

template <>
struct Names<ProgrammeKind> {
    static constexpr std::array table {
        std::pair { ProgrammeKind::Demarche, std::string_view("demarche") },
        std::pair { ProgrammeKind::Cluster, std::string_view("cluster") },
    };
};

/// Who lets an experiment of the programme begin: the team that tries; the colleges, for what is wider than one unit;
/// the colleges, each time.
enum class ExperimentGate { Team, Wide, Each };

template <>
struct Names<ExperimentGate> {
    static constexpr std::array table {
        std::pair { ExperimentGate::Team, std::string_view("team") },
        std::pair { ExperimentGate::Wide, std::string_view("wide") },
        std::pair { ExperimentGate::Each, std::string_view("each") },
    };
};

/// What people write about it, and may write again. Everything but the title may be empty for a while: one begins
/// before all is agreed.
struct ProgrammeFrame {
    std::string title;
    std::string care_stake;
    std::string work_stake;
    std::string perimeter;
    std::string outside_perimeter; // what was not taken in, and why
    std::string committee; // who leads it, and how parity is kept there
    Openness openness = Openness::Participate;
    std::string openness_text;
    std::string who_decides;
    std::string still_open;
    std::optional<ExperimentGate> experiment_gate {}; // nothing: the team
};

template <>
struct Describe<ProgrammeFrame> {
    static constexpr std::string_view name = "ProgrammeFrame";
    static constexpr auto fields = std::tuple {
        field("title", &ProgrammeFrame::title, one_line),
        field("care_stake", &ProgrammeFrame::care_stake, { .min = 0, .max = 1000 }), // a sentence two people can sign
        field("work_stake", &ProgrammeFrame::work_stake, { .min = 0, .max = 1000 }),
        field("perimeter", &ProgrammeFrame::perimeter, { .min = 0, .max = 2000 }),
        field("outside_perimeter", &ProgrammeFrame::outside_perimeter, { .min = 0, .max = 2000 }),
        field("committee", &ProgrammeFrame::committee, { .min = 0, .max = 2000 }),
        field("openness", &ProgrammeFrame::openness),
        field("openness_text", &ProgrammeFrame::openness_text, { .min = 0, .max = 2000 }),
        field("who_decides", &ProgrammeFrame::who_decides, { .min = 0, .max = 2000 }),
        field("still_open", &ProgrammeFrame::still_open, { .min = 0, .max = 2000 }),
        field("experiment_gate", &ProgrammeFrame::experiment_gate),
    };
};

struct Programme : ProgrammeFrame {
    ProgrammeId id;
    std::string template_id;
    ProgrammeKind kind = ProgrammeKind::Demarche;
    PlaceId place_id; // the establishment, or the region of a cluster
    std::string step; // the key of the step under way; written by gates, and by nothing else
    Date started_on;
    std::int64_t version = 1;
};

template <>
struct Describe<Programme> {
    static constexpr std::string_view name = "Programme";
    static constexpr auto fields
        = std::tuple_cat(std::tuple { field("id", &Programme::id), field("template_id", &Programme::template_id, one_line),
                             field("kind", &Programme::kind), field("place_id", &Programme::place_id) },
            Describe<ProgrammeFrame>::fields,
            std::tuple { field("step", &Programme::step, one_line), field("started_on", &Programme::started_on),
                field("version", &Programme::version, { .min = 1, .max = INT64_MAX }) });
};

/// When a step was entered and left. A step may be walked twice; each time is a row, numbered from 1.
struct ProgrammeStep {
    ProgrammeId programme_id;
    std::int64_t number = 1;
    std::string step_key;
    Date entered_on;
    std::optional<Date> left_on;
};

template <>
struct Describe<ProgrammeStep> {
    static constexpr std::string_view name = "ProgrammeStep";
    static constexpr auto fields = std::tuple {
        field("programme_id", &ProgrammeStep::programme_id),
        field("number", &ProgrammeStep::number, { .min = 1, .max = 999 }),
        field("step_key", &ProgrammeStep::step_key, one_line),
        field("entered_on", &ProgrammeStep::entered_on),
        field("left_on", &ProgrammeStep::left_on),
    };
};

} // namespace etabli

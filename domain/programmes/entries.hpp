// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/entries.hpp
//
// What is added to a programme by those who walk it: means, linked projects, trigger events, journal, sessions,
// deliverables, handovers. A draft is what a person writes; the entry is the draft with its id and its version.
// The journal names the college that wrote, never the person.

#pragma once

#include "domain/programmes/programmes.hpp"

namespace etabli {

enum class Replaced { Yes, No, Partly, NotApplicable };

template <>
struct Names<Replaced> {
    static constexpr std::array table {
        std::pair { Replaced::Yes, std::string_view("yes") },
        std::pair { Replaced::No, std::string_view("no") },
        std::pair { Replaced::Partly, std::string_view("partly") },
        std::pair { Replaced::NotApplicable, std::string_view("not_applicable") },
    };
};

/// Which kind of project the démarche is grafted onto: the register of the clusters' questionnaire (Q12b), and the
/// two that practitioners name most.
enum class ProjectKind { RiskPrevention, Restructuring, EstablishmentProject, Equipment, Certification, Other };

template <>
struct Names<ProjectKind> {
    static constexpr std::array table {
        std::pair { ProjectKind::RiskPrevention, std::string_view("risk_prevention") },
        std::pair { ProjectKind::Restructuring, std::string_view("restructuring") },
        std::pair { ProjectKind::EstablishmentProject, std::string_view("establishment_project") },
        std::pair { ProjectKind::Equipment, std::string_view("equipment") },
        std::pair { ProjectKind::Certification, std::string_view("certification") },
        std::pair { ProjectKind::Other, std::string_view("other") },
    };
};

/// One line of what is on the table. "Aucun" is an answer, and is shown as one.
struct MeansDraft {
    std::string what;
    std::string how_much;
    Replaced replaced = Replaced::NotApplicable;
    std::string replaced_text;
    std::optional<std::int64_t> amount_eur; // none: no money is at stake in this line; 0: none is given
    std::optional<Date> until_on; // none: no end was written
};

template <>
struct Describe<MeansDraft> {
    static constexpr std::string_view name = "MeansDraft";
    static constexpr auto fields = std::tuple {
        field("what", &MeansDraft::what, one_line),
        field("how_much", &MeansDraft::how_much, { .min = 1, .max = 400 }),
        field("replaced", &MeansDraft::replaced),
        field("replaced_text", &MeansDraft::replaced_text, { .min = 0, .max = 400 }),
        field("amount_eur", &MeansDraft::amount_eur, { .min = 0, .max = 1'000'000'000 }),
        field("until_on", &MeansDraft::until_on),
    };
};

struct LinkedProjectDraft {
    ProjectKind kind = ProjectKind::Other;
    std::string title;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    std::string text;
};

template <>
struct Describe<LinkedProjectDraft> {
    static constexpr std::string_view name = "LinkedProjectDraft";
    static constexpr auto fields = std::tuple {
        field("kind", &LinkedProjectDraft::kind),
        field("title", &LinkedProjectDraft::title, one_line),
        field("starts_on", &LinkedProjectDraft::starts_on),
        field("ends_on", &LinkedProjectDraft::ends_on),
        field("text", &LinkedProjectDraft::text, { .min = 0, .max = 2000 }),
    };
};

/// Something that set the démarche off, or made it fragile. `code` is one of packs/references/triggers.json.
struct TriggerEventDraft {
    std::string code;
    Date happened_on;
    std::string text;
};

template <>
struct Describe<TriggerEventDraft> {
    static constexpr std::string_view name = "TriggerEventDraft";
    static constexpr auto fields = std::tuple {
        field("code", &TriggerEventDraft::code, { .min = 1, .max = 40 }),
        field("happened_on", &TriggerEventDraft::happened_on),
        field("text", &TriggerEventDraft::text, { .min = 0, .max = 2000 }),
    };
};

struct JournalEntryDraft {
    Date happened_on;
    std::string text;
};

template <>
struct Describe<JournalEntryDraft> {
    static constexpr std::string_view name = "JournalEntryDraft";
    static constexpr auto fields = std::tuple {
        field("happened_on", &JournalEntryDraft::happened_on),
        field("text", &JournalEntryDraft::text, { .min = 1, .max = 2000 }),
    };
};

/// A meeting of the path. `ideas` are its minutes: each idea kept, none attributed.
struct PathSessionDraft {
    std::int64_t number = 1;
    std::string step_key;
    std::optional<Date> held_on;
    std::string place_text;
    std::string subject;
    std::string ideas;
    std::optional<std::string> starts_at {}; // "10:00", Paris; none when only the day is known
    std::optional<std::string> ends_at {};
    std::optional<std::string> to_prepare {}; // one thing a line
};

template <>
struct Describe<PathSessionDraft> {
    static constexpr std::string_view name = "PathSessionDraft";
    static constexpr auto fields = std::tuple {
        field("number", &PathSessionDraft::number, { .min = 1, .max = 99 }),
        field("step_key", &PathSessionDraft::step_key, { .min = 1, .max = 60 }),
        field("held_on", &PathSessionDraft::held_on),
        field("place_text", &PathSessionDraft::place_text, { .min = 0, .max = 200 }),
        field("subject", &PathSessionDraft::subject, { .min = 1, .max = 400 }),
        field("ideas", &PathSessionDraft::ideas, { .min = 0, .max = 20'000 }), // an afternoon, idea by idea
        field("starts_at", &PathSessionDraft::starts_at, { .min = 0, .max = 5 }),
        field("ends_at", &PathSessionDraft::ends_at, { .min = 0, .max = 5 }),
        field("to_prepare", &PathSessionDraft::to_prepare, { .min = 0, .max = 2000 }),
    };
};

/// Somebody who carried the démarche leaves: what holds, what is fragile, what was lost.
struct ProgrammeHandoverDraft {
    Date left_on;
    std::string from_function;
    std::string to_function;
    std::string left_text;
    std::string lost_text;
};

template <>
struct Describe<ProgrammeHandoverDraft> {
    static constexpr std::string_view name = "ProgrammeHandoverDraft";
    static constexpr auto fields = std::tuple {
        field("left_on", &ProgrammeHandoverDraft::left_on),
        field("from_function", &ProgrammeHandoverDraft::from_function, one_line),
        field("to_function", &ProgrammeHandoverDraft::to_function, { .min = 0, .max = 200 }),
        field("left_text", &ProgrammeHandoverDraft::left_text, some_text),
        field("lost_text", &ProgrammeHandoverDraft::lost_text, any_text),
    };
};

// ---- The entries --------------------------------------------------------------------------------------

/// A draft that was kept: where, under which id, in which version.
template <class Draft>
struct Kept : Draft {
    EntryId id;
    ProgrammeId programme_id;
    std::int64_t version = 1;
};

using Means = Kept<MeansDraft>;
using LinkedProject = Kept<LinkedProjectDraft>;
using TriggerEvent = Kept<TriggerEventDraft>;
using PathSession = Kept<PathSessionDraft>;

/// The name of an entry is its draft's, without the last word.
template <class Draft>
struct Describe<Kept<Draft>> {
    static constexpr std::string_view draft = Describe<Draft>::name;
    static constexpr std::string_view name = draft.substr(0, draft.size() - std::string_view("Draft").size());
    static constexpr auto fields
        = std::tuple_cat(std::tuple { field("id", &Kept<Draft>::id), field("programme_id", &Kept<Draft>::programme_id) },
            Describe<Draft>::fields, std::tuple { field("version", &Kept<Draft>::version, { .min = 1, .max = INT64_MAX }) });
};

/// Written once: a journal is not corrected, it is continued. No college: the committee as a whole.
struct ProgrammeEntry : JournalEntryDraft {
    EntryId id;
    ProgrammeId programme_id;
    std::optional<CollegeKind> written_by;
};

template <>
struct Describe<ProgrammeEntry> {
    static constexpr std::string_view name = "ProgrammeEntry";
    static constexpr auto fields
        = std::tuple_cat(std::tuple { field("id", &ProgrammeEntry::id), field("programme_id", &ProgrammeEntry::programme_id) },
            Describe<JournalEntryDraft>::fields, std::tuple { field("written_by", &ProgrammeEntry::written_by) });
};

struct ProgrammeHandover : ProgrammeHandoverDraft {
    EntryId id;
    ProgrammeId programme_id;
    std::vector<CollegeKind> read_by; // the colleges that said they have read it
};

template <>
struct Describe<ProgrammeHandover> {
    static constexpr std::string_view name = "ProgrammeHandover";
    static constexpr auto fields = std::tuple_cat(
        std::tuple { field("id", &ProgrammeHandover::id), field("programme_id", &ProgrammeHandover::programme_id) },
        Describe<ProgrammeHandoverDraft>::fields,
        std::tuple { field("read_by", &ProgrammeHandover::read_by, { .min = 0, .max = 10 }) });
};

/// A deliverable of the template, once it is there; `sheet_id` when a sheet carries it.
struct DeliverableState {
    EntryId id;
    ProgrammeId programme_id;
    std::string step_key;
    std::string deliverable_key;
    std::optional<Date> done_on;
    std::optional<SheetId> sheet_id;
};

template <>
struct Describe<DeliverableState> {
    static constexpr std::string_view name = "DeliverableState";
    static constexpr auto fields = std::tuple {
        field("id", &DeliverableState::id),
        field("programme_id", &DeliverableState::programme_id),
        field("step_key", &DeliverableState::step_key, { .min = 1, .max = 60 }),
        field("deliverable_key", &DeliverableState::deliverable_key, { .min = 1, .max = 60 }),
        field("done_on", &DeliverableState::done_on),
        field("sheet_id", &DeliverableState::sheet_id),
    };
};

} // namespace etabli

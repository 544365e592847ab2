// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/members.hpp
//
// Establishments that walk one programme together: a cluster. Each member comes with its delegation, its own
// démarche if it has one, and what it does at home between two sessions. They are read in the directory's own order;
// nothing here can be compared or summed.

#pragma once

#include "domain/programmes/programmes.hpp"

namespace etabli {

struct ProgrammeMember {
    EntryId id;
    ProgrammeId programme_id;
    PlaceId establishment_id;
    std::optional<ProgrammeId> demarche_id;
    std::optional<DelegationId> delegation_id;
    std::int64_t position = 0;
    std::string blocked_text; // what is in the way today, in the member's own words
    std::optional<Date> blocked_on;
    std::int64_t version = 1;
};

template <>
struct Describe<ProgrammeMember> {
    static constexpr std::string_view name = "ProgrammeMember";
    static constexpr auto fields = std::tuple {
        field("id", &ProgrammeMember::id),
        field("programme_id", &ProgrammeMember::programme_id),
        field("establishment_id", &ProgrammeMember::establishment_id),
        field("demarche_id", &ProgrammeMember::demarche_id),
        field("delegation_id", &ProgrammeMember::delegation_id),
        field("position", &ProgrammeMember::position, { .min = 0, .max = 99 }),
        field("blocked_text", &ProgrammeMember::blocked_text, { .min = 0, .max = 2000 }),
        field("blocked_on", &ProgrammeMember::blocked_on),
        field("version", &ProgrammeMember::version, { .min = 1, .max = INT64_MAX }),
    };
};

enum class HomeTaskState { NotStarted, Started, Done, Abandoned };

template <>
struct Names<HomeTaskState> {
    static constexpr std::array table {
        std::pair { HomeTaskState::NotStarted, std::string_view("not_started") },
        std::pair { HomeTaskState::Started, std::string_view("started") },
        std::pair { HomeTaskState::Done, std::string_view("done") },
        std::pair { HomeTaskState::Abandoned, std::string_view("abandoned") },
    };
};

/// What a member does at home between two sessions.
struct HomeTask {
    EntryId id;
    EntryId member_id;
    std::string step_key;
    std::string key; // of the template, or empty for one the member gave itself
    std::string title;
    std::optional<Date> due_on;
    HomeTaskState state = HomeTaskState::NotStarted;
    std::string state_text;
    std::optional<Date> changed_on;
    std::int64_t version = 1;
};

template <>
struct Describe<HomeTask> {
    static constexpr std::string_view name = "HomeTask";
    static constexpr auto fields = std::tuple {
        field("id", &HomeTask::id),
        field("member_id", &HomeTask::member_id),
        field("step_key", &HomeTask::step_key, { .min = 0, .max = 60 }),
        field("key", &HomeTask::key, { .min = 0, .max = 60 }),
        field("title", &HomeTask::title, { .min = 1, .max = 400 }),
        field("due_on", &HomeTask::due_on),
        field("state", &HomeTask::state),
        field("state_text", &HomeTask::state_text, { .min = 0, .max = 1000 }),
        field("changed_on", &HomeTask::changed_on),
        field("version", &HomeTask::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// Three lines at most from a home, signed by the place alone.
struct ClusterNews {
    EntryId id;
    ProgrammeId programme_id;
    PlaceId place_id;
    Date told_on;
    std::int64_t told_number = 1; // of that day
    std::vector<std::string> lines;
};

inline constexpr Bounds news_lines { .min = 1, .max = 3 };
inline constexpr std::int64_t news_line_length_max = 280; // what is read standing up, in a corridor

template <>
struct Describe<ClusterNews> {
    static constexpr std::string_view name = "ClusterNews";
    static constexpr auto fields = std::tuple {
        field("id", &ClusterNews::id),
        field("programme_id", &ClusterNews::programme_id),
        field("place_id", &ClusterNews::place_id),
        field("told_on", &ClusterNews::told_on),
        field("told_number", &ClusterNews::told_number, { .min = 1, .max = 99 }),
        field("lines", &ClusterNews::lines, news_lines),
    };
};

/// What a cluster has beyond a démarche: what it is about, where, with which support.
struct ClusterSupportDraft {
    std::string theme;
    std::string territory;
    std::string facilitated_by;
    std::string steering_text;
    std::optional<std::int64_t> credits_granted_eur;
    std::optional<std::int64_t> credits_spent_eur;
    std::string credits_for_text;
    std::optional<double> support_days_planned;
    std::optional<double> support_days_done;
};

struct ClusterSupport : ClusterSupportDraft {
    ProgrammeId id; // of the cluster itself
    std::int64_t version = 1;
};

template <>
struct Describe<ClusterSupportDraft> {
    static constexpr std::string_view name = "ClusterSupportDraft";
    static constexpr auto fields = std::tuple {
        field("theme", &ClusterSupportDraft::theme, { .min = 0, .max = 400 }),
        field("territory", &ClusterSupportDraft::territory, { .min = 0, .max = 2000 }),
        field("facilitated_by", &ClusterSupportDraft::facilitated_by, { .min = 0, .max = 400 }),
        field("steering_text", &ClusterSupportDraft::steering_text, { .min = 0, .max = 1000 }),
        field("credits_granted_eur", &ClusterSupportDraft::credits_granted_eur, { .min = 0, .max = 1'000'000'000 }),
        field("credits_spent_eur", &ClusterSupportDraft::credits_spent_eur, { .min = 0, .max = 1'000'000'000 }),
        field("credits_for_text", &ClusterSupportDraft::credits_for_text, { .min = 0, .max = 1000 }),
        field("support_days_planned", &ClusterSupportDraft::support_days_planned),
        field("support_days_done", &ClusterSupportDraft::support_days_done),
    };
};
template <>
struct Describe<ClusterSupport> {
    static constexpr std::string_view name = "ClusterSupport";
    static constexpr auto fields
        = std::tuple_cat(std::tuple { field("id", &ClusterSupport::id) }, Describe<ClusterSupportDraft>::fields,
            std::tuple { field("version", &ClusterSupport::version, { .min = 1, .max = INT64_MAX }) });
};

/// A delegation as the cluster sees it today: without a person for the staff, confirmed by their college, it waits.
enum class HomeDelegationState { InForce, AwaitsConfirmation, Over };

template <>
struct Names<HomeDelegationState> {
    static constexpr std::array table {
        std::pair { HomeDelegationState::InForce, std::string_view("in_force") },
        std::pair { HomeDelegationState::AwaitsConfirmation, std::string_view("awaits_confirmation") },
        std::pair { HomeDelegationState::Over, std::string_view("over") },
    };
};

} // namespace etabli

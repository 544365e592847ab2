// SPDX-License-Identifier: EUPL-1.2
// server/resources/cluster_view.hpp
//
// A cluster as it is shown: its sessions, its homes in the directory's order, the means they share. Nothing here
// counts, compares or sums what homes did, and there is no way to ask for another order.

#pragma once

#include "server/resources/programme_view.hpp"
#include "store/clusters.hpp"

namespace etabli::resources {

struct HomeDelegation {
    HomeDelegationState state = HomeDelegationState::AwaitsConfirmation;
    std::vector<store::Delegate> people;
};

struct ClusterHome {
    PlaceId place_id;
    std::string name;
    std::optional<ProgrammeId> demarche_id;
    std::optional<HomeDelegation> delegation;
    std::vector<HomeTask> tasks;
    std::optional<ClusterNews> news;
    std::string blocked_text;
    std::optional<Date> blocked_on;
    std::optional<Date> news_link_since;
    std::int64_t version = 1;
};

struct ClusterView {
    Programme programme;
    std::string place_name;
    std::vector<TemplateStep> steps;
    std::vector<PathSession> sessions;
    std::optional<EntryId> next_session; // the first one today or later
    std::vector<ClusterHome> homes;
    std::optional<ClusterSupport> support;
};

/// A cluster somebody walks, or one their establishment may join.
struct ClusterLine {
    ProgrammeId id;
    std::string title;
    std::string place_name;
    std::string theme;
    Date started_on;
    std::vector<std::string> homes; // names, in the directory's order
};

/// The cluster named in the path; `not_found` for whoever may not read it, and for a programme that is none.
Result<Programme> readable_cluster(const http::Call& call, store::Reader& reader);
/// The sessions, the first of them that is today or later.
const PathSession* next_session_of(const std::vector<PathSession>& sessions, Date today);
Result<ClusterLine> line_of(store::Reader& reader, const Programme& cluster);
Result<http::Answer<ClusterView>> shown_cluster(const http::Call& call, store::Reader& reader, const Programme& cluster);

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::HomeDelegation> {
    static constexpr std::string_view name = "HomeDelegation";
    static constexpr auto fields = std::tuple {
        field("state", &resources::HomeDelegation::state),
        field("people", &resources::HomeDelegation::people, { .min = 0, .max = 3 }),
    };
};
template <>
struct Describe<resources::ClusterHome> {
    static constexpr std::string_view name = "ClusterHome";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::ClusterHome::place_id),
        field("name", &resources::ClusterHome::name, one_line),
        field("demarche_id", &resources::ClusterHome::demarche_id),
        field("delegation", &resources::ClusterHome::delegation),
        field("tasks", &resources::ClusterHome::tasks, { .min = 0, .max = store::rows_max }),
        field("news", &resources::ClusterHome::news),
        field("blocked_text", &resources::ClusterHome::blocked_text, any_text),
        field("blocked_on", &resources::ClusterHome::blocked_on),
        field("news_link_since", &resources::ClusterHome::news_link_since),
        field("version", &resources::ClusterHome::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::ClusterView> {
    static constexpr std::string_view name = "ClusterView";
    static constexpr auto fields = std::tuple {
        field("programme", &resources::ClusterView::programme),
        field("place_name", &resources::ClusterView::place_name, one_line),
        field("steps", &resources::ClusterView::steps, { .min = 1, .max = 30 }),
        field("sessions", &resources::ClusterView::sessions, { .min = 0, .max = store::rows_max }),
        field("next_session", &resources::ClusterView::next_session),
        field("homes", &resources::ClusterView::homes, { .min = 0, .max = store::rows_max }),
        field("support", &resources::ClusterView::support),
    };
};
template <>
struct Describe<resources::ClusterLine> {
    static constexpr std::string_view name = "ClusterLine";
    static constexpr auto fields = std::tuple {
        field("id", &resources::ClusterLine::id),
        field("title", &resources::ClusterLine::title, one_line),
        field("place_name", &resources::ClusterLine::place_name, one_line),
        field("theme", &resources::ClusterLine::theme),
        field("started_on", &resources::ClusterLine::started_on),
        field("homes", &resources::ClusterLine::homes, { .min = 0, .max = store::rows_max }),
    };
};

} // namespace etabli

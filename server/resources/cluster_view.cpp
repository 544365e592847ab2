// SPDX-License-Identifier: EUPL-1.2
// server/resources/cluster_view.cpp

#include "server/resources/cluster_view.hpp"

#include <algorithm>

#include "store/delegations.hpp"
#include "store/places.hpp"
#include "store/programme_entries.hpp"

namespace etabli::resources {

using namespace http;

namespace {

Result<std::optional<HomeDelegation>> shown_delegation(store::Reader& reader, const ProgrammeMember& home, Date today)
{
    if (!home.delegation_id)
        return std::optional<HomeDelegation>();
    const auto delegation = TRY(store::load_delegation(reader, *home.delegation_id));
    const auto serving = store::members_of(reader, delegation.place_id, delegation.mandate_ids, today);
    if (!serving.ok() && !serving.problem().is("delegation.not_in_force"))
        return serving.problem();
    return std::optional(HomeDelegation {
        state_of_delegation(delegation, serving.ok(), today), TRY(store::delegates_of(reader, delegation.mandate_ids)) });
}

Result<ClusterHome> shown_home(store::Reader& reader, const ProgrammeMember& home, Date today)
{
    const auto& cluster = home.programme_id;
    const auto& place = home.establishment_id;
    return ClusterHome { place, TRY(store::load_place(reader, place)).name, home.demarche_id,
        TRY(shown_delegation(reader, home, today)), TRY(store::tasks_of_home(reader, home.id)),
        TRY(store::latest_news(reader, cluster, place)), home.blocked_text, home.blocked_on,
        TRY(store::news_link_since(reader, cluster, place)), home.version };
}

} // namespace

Result<Programme> readable_cluster(const Call& call, store::Reader& reader)
{
    auto programme = TRY(readable_programme(call, reader));
    if (programme.kind != ProgrammeKind::Cluster)
        return Problem("not_found");
    return programme;
}

const PathSession* next_session_of(const std::vector<PathSession>& sessions, Date today)
{
    const PathSession* next = nullptr;
    for (const auto& session : sessions)
        if (session.held_on && *session.held_on >= today && (next == nullptr || *session.held_on < *next->held_on))
            next = &session;
    return next;
}

Result<ClusterLine> line_of(store::Reader& reader, const Programme& cluster)
{
    ClusterLine line { cluster.id, cluster.title, TRY(store::load_place(reader, cluster.place_id)).name, cluster.openness_text,
        cluster.started_on, {} };
    if (const auto support = TRY(store::support_of(reader, cluster.id)))
        line.theme = support->theme;
    for (const auto& home : TRY(store::homes_of(reader, cluster.id)))
        line.homes.push_back(TRY(store::load_place(reader, home.establishment_id)).name);
    return line;
}

Result<Answer<ClusterView>> shown_cluster(const Call& call, store::Reader& reader, const Programme& cluster)
{
    Answer<ClusterView> answer;
    auto& view = answer.data;
    view.programme = cluster;
    view.place_name = TRY(store::load_place(reader, cluster.place_id)).name;
    view.steps = TRY(template_of(call, cluster.template_id)).steps;
    view.sessions = TRY(store::entries_of<PathSession>(reader, cluster.id));
    if (const auto* next = next_session_of(view.sessions, call.today()))
        view.next_session = next->id;
    view.support = TRY(store::support_of(reader, cluster.id));
    for (const auto& home : TRY(store::homes_of(reader, cluster.id))) {
        view.homes.push_back(TRY(shown_home(reader, home, call.today())));
        if (may_speak_for_home(call.reader(), cluster, home.establishment_id))
            answer.abilities.push_back("speak:" + home.establishment_id.text());
    }
    if (may_facilitate(call.reader(), cluster))
        answer.abilities.emplace_back("facilitate");
    if (may_lead_programme(call.reader(), cluster))
        answer.abilities.emplace_back("lead");
    return answer;
}

} // namespace etabli::resources

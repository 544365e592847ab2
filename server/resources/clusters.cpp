// SPDX-License-Identifier: EUPL-1.2
// server/resources/clusters.cpp
//
// Clusters over HTTP: read, joined by a home with its delegation, moved from session to session by who facilitates,
// and the reminders drafted for them. Nothing is sent from here: whoever facilitates reads, corrects and sends.

#include <set>

#include "server/content/words.hpp"
#include "server/resources/all.hpp"
#include "server/resources/cluster_view.hpp"
#include "server/resources/edit.hpp"
#include "store/audit.hpp"
#include "store/delegations.hpp"
#include "store/places.hpp"
#include "store/programme_entries.hpp"

namespace etabli::resources {

struct HomeComing {
    PlaceId place_id;
    DelegationId delegation_id;
    std::optional<ProgrammeId> demarche_id;
};

struct StepForward {
    std::string to;
};

struct Reminder {
    PlaceId place_id;
    std::string place_name;
    std::string subject;
    std::string text;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::HomeComing> {
    static constexpr std::string_view name = "HomeComing";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::HomeComing::place_id),
        field("delegation_id", &resources::HomeComing::delegation_id),
        field("demarche_id", &resources::HomeComing::demarche_id),
    };
};
template <>
struct Describe<resources::StepForward> {
    static constexpr std::string_view name = "StepForward";
    static constexpr auto fields = std::tuple { field("to", &resources::StepForward::to, one_line) };
};
template <>
struct Describe<resources::Reminder> {
    static constexpr std::string_view name = "Reminder";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::Reminder::place_id),
        field("place_name", &resources::Reminder::place_name, one_line),
        field("subject", &resources::Reminder::subject),
        field("text", &resources::Reminder::text),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;
using Shown = Result<Answer<ClusterView>>;

Result<void> note(store::Transaction& transaction, const Call& call, const ProgrammeId& cluster, AuditAction action,
    const std::string& object_kind, const std::string& object_id, json::object details = {})
{
    transaction.announce("clusters/" + cluster.text());
    transaction.announce("programmes/" + cluster.text());
    return store::record_audit(transaction,
        { cluster.text(), call.reader().account_id, action, object_kind, object_id, std::move(details) }, call.now());
}

/// The clusters one walks; then those one's establishment may join, with the ability to.
Result<Answer<ListOf<ClusterLine>>> list_clusters(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<ClusterLine>>> {
        Answer<ListOf<ClusterLine>> answer;
        std::set<ProgrammeId> met;
        const auto add = [&](const Programme& cluster) -> Result<void> {
            if (cluster.kind == ProgrammeKind::Cluster && met.insert(cluster.id).second)
                answer.data.items.push_back(TRY(line_of(reader, cluster)));
            return {};
        };
        for (const auto& held : call.reader().mandates)
            for (const auto& cluster : TRY(store::programmes_walked_by(reader, held.place_id)))
                TRY(add(cluster));
        for (const auto& held : call.reader().mandates)
            for (const auto& cluster : TRY(store::clusters_open_to(reader, held.place_id))) {
                TRY(add(cluster));
                const auto join = "join:" + cluster.id.text() + ":" + held.place_id.text();
                if (may_bring_home(call.reader(), held.place_id)
                    && std::find(answer.abilities.begin(), answer.abilities.end(), join) == answer.abilities.end())
                    answer.abilities.push_back(join);
            }
        return answer;
    });
}

Shown show_cluster(Call& call)
{
    return call.context.database.read(
        [&](store::Reader& reader) -> Shown { return shown_cluster(call, reader, TRY(readable_cluster(call, reader))); });
}

/// What the path proposes to do at home, at every step; each home changes it as it likes.
Result<void> give_tasks(store::Transaction& transaction, const Call& call, const Programme& cluster, const EntryId& home)
{
    for (const auto& step : TRY(template_of(call, cluster.template_id)).steps)
        for (const auto& task : step.home_tasks)
            TRY(transaction.insert("home_task",
                HomeTask { EntryId::make(call.context.random), home, step.key, task.key, task.title.fr, {},
                    HomeTaskState::NotStarted, "", {}, 1 }));
    return {};
}

/// Of that place, in force, with the staff representatives' word.
Result<void> delegation_serves(store::Reader& reader, const Call& call, const HomeComing& coming)
{
    const auto delegation = TRY(store::load_delegation(reader, coming.delegation_id));
    if (delegation.place_id != coming.place_id)
        return Problem::of_field("/delegation_id", "choice.unknown");
    TRY(delegation_fits(TRY(store::members_of(reader, coming.place_id, delegation.mandate_ids, call.today()))));
    if (state_of_delegation(delegation, true, call.today()) != HomeDelegationState::InForce)
        return Problem("delegation.not_confirmed");
    return {};
}

Shown join(Call& call, const HomeComing& coming)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto cluster = TRY(store::load_programme(transaction, TRY(call.id<ProgrammeId>("programme"))));
        const bool is_of_region = call.reader().belongs_to(coming.place_id)
            && TRY(store::load_place(transaction, coming.place_id)).parent_id == cluster.place_id;
        if (cluster.kind != ProgrammeKind::Cluster || !is_of_region)
            return Problem("not_found");
        TRY(require(may_bring_home(call.reader(), coming.place_id)));
        TRY(delegation_serves(transaction, call, coming));
        if (coming.demarche_id && TRY(store::load_programme(transaction, *coming.demarche_id)).place_id != coming.place_id)
            return Problem::of_field("/demarche_id", "choice.unknown");
        const auto homes = TRY(store::homes_of(transaction, cluster.id));
        const ProgrammeMember home { EntryId::make(call.context.random), cluster.id, coming.place_id, coming.demarche_id,
            coming.delegation_id, static_cast<std::int64_t>(homes.size()), "", {}, 1 };
        TRY(transaction.insert("programme_member", home));
        TRY(give_tasks(transaction, call, cluster, home.id));
        TRY(note(transaction, call, cluster.id, "home.joined", "place", coming.place_id.text()));
        return shown_cluster(call, transaction, cluster);
    });
}

Shown step_forward(Call& call, const StepForward& forward)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto cluster = TRY(readable_cluster(call, transaction));
        TRY(require(may_facilitate(call.reader(), cluster)));
        TRY(may_step_to(TRY(template_of(call, cluster.template_id)), cluster.step, forward.to));
        TRY(store::enter_step(transaction, cluster.id, cluster.step + "-" + forward.to, call.today()));
        TRY(note(transaction, call, cluster.id, "programme.step_entered", "programme", cluster.id.text(),
            { { "step", forward.to } }));
        return shown_cluster(call, transaction, TRY(store::load_programme(transaction, cluster.id)));
    });
}

Shown write_support(Call& call, const Edit<ClusterSupportDraft>& edit)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto cluster = TRY(readable_cluster(call, transaction));
        TRY(require(may_facilitate(call.reader(), cluster)));
        const auto known = TRY(store::support_of(transaction, cluster.id));
        if (known && known->version != edit.version)
            return Problem::stale(to_json(*known));
        const ClusterSupport support { edit, cluster.id, known ? known->version + 1 : 1 };
        if (known)
            TRY(transaction.update("cluster_support", support));
        else
            TRY(transaction.insert("cluster_support", support));
        TRY(note(transaction, call, cluster.id, "cluster_support.changed", "cluster_support", cluster.id.text()));
        return shown_cluster(call, transaction, cluster);
    });
}

// ---- Reminders ------------------------------------------------------------------------------------------

std::string day_in_words(const Call& call, Date day)
{
    const auto text = day.text(); // "2026-11-19"
    return call.context.words.text(call.reader().locale, "reminders.day",
        { { "year", text.substr(0, 4) }, { "month", std::to_string(std::stoi(text.substr(5, 2))) },
            { "day", std::int64_t(std::stoi(text.substr(8, 2))) } });
}

/// "10:00" as people write it.
std::string hour_in_words(const Call& call, const std::string& hour)
{
    if (hour.size() != 5)
        return hour;
    return call.context.words.text(call.reader().locale, "reminders.hour",
        { { "hour", std::to_string(std::stoi(hour.substr(0, 2))) }, { "minutes", hour.substr(3) } });
}

/// Where, at what hour, and what to bring, as far as it is known.
std::string where_in_words(const Call& call, const PathSession& session)
{
    std::string where = session.place_text;
    if (const auto from = session.starts_at.value_or(""); !from.empty()) {
        const auto to = session.ends_at.value_or("");
        where += (where.empty() ? "" : ", ")
            + call.context.words.text(call.reader().locale, to.empty() ? "reminders.from" : "reminders.from_to",
                { { "from", hour_in_words(call, from) }, { "to", hour_in_words(call, to) } });
    }
    if (const auto prepare = session.to_prepare.value_or(""); !prepare.empty())
        where += (where.empty() ? "" : "\n")
            + call.context.words.text(call.reader().locale, "reminders.to_prepare", { { "lines", prepare } });
    return where;
}

/// What is still in a home's hands for that session: begun or not, of its step or of those before.
std::string tasks_in_hand(const std::vector<HomeTask>& tasks, const ProgrammeTemplate& path, const PathSession& session)
{
    std::set<std::string> reached;
    for (const auto& step : path.steps) {
        if (step.key == session.step_key)
            break;
        reached.insert(step.key);
    }
    std::string lines;
    for (const auto& task : tasks) {
        const bool is_open = task.state == HomeTaskState::NotStarted || task.state == HomeTaskState::Started;
        const bool is_due = task.due_on ? *task.due_on <= *session.held_on : reached.contains(task.step_key);
        if (is_open && is_due)
            lines += (lines.empty() ? "- " : "\n- ") + task.title;
    }
    return lines;
}

Result<Answer<ListOf<Reminder>>> draft_reminders(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<Reminder>>> {
        const auto cluster = TRY(readable_cluster(call, reader));
        TRY(require(may_facilitate(call.reader(), cluster)));
        const auto path = TRY(template_of(call, cluster.template_id));
        const auto sessions = TRY(store::entries_of<PathSession>(reader, cluster.id));
        const auto* session = next_session_of(sessions, call.today());
        Answer<ListOf<Reminder>> answer;
        if (session == nullptr)
            return answer;
        const auto& words = call.context.words;
        const auto day = day_in_words(call, *session->held_on);
        const auto subject
            = words.text(call.reader().locale, "reminders.subject", { { "session", session->subject }, { "day", day } });
        const auto where = where_in_words(call, *session);
        for (const auto& home : TRY(store::homes_of(reader, cluster.id))) {
            const auto name = TRY(store::load_place(reader, home.establishment_id)).name;
            const auto tasks = tasks_in_hand(TRY(store::tasks_of_home(reader, home.id)), path, *session);
            answer.data.items.push_back({ home.establishment_id, name, subject,
                words.text(call.reader().locale, tasks.empty() ? "reminders.body" : "reminders.body_with_tasks",
                    { { "day", day }, { "session", session->subject }, { "cluster", cluster.title }, { "where", where },
                        { "place", name }, { "tasks", tasks } }) });
        }
        return answer;
    });
}

} // namespace

RouteTable cluster_routes()
{
    return {
        get("/api/clusters", Access::SignedIn, "The clusters one walks, and those one's establishment may join", list_clusters),
        get("/api/clusters/{programme}", Access::SignedIn,
            "A cluster: its sessions, its homes in the directory's order, the means they share", show_cluster),
        post("/api/clusters/{programme}/homes", Access::SignedIn, "Join with a confirmed delegation", join),
        put("/api/clusters/{programme}/step", Access::SignedIn, "Go on to the next step of the path", step_forward),
        put("/api/clusters/{programme}/support", Access::SignedIn, "Write what it is about, the days of support, the credits",
            write_support),
        get("/api/clusters/{programme}/reminders", Access::SignedIn,
            "Reminders for the next session, drafted for who facilitates to send", draft_reminders),
    };
}

} // namespace etabli::resources

// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/cluster.cpp
//
// The cluster: six establishments in the directory's order, their delegations, six sessions, what each does at home
// and what is in the way.

#include <map>

#include "domain/people/delegations.hpp"
#include "domain/programmes/entries.hpp"
#include "domain/programmes/members.hpp"
#include "domain/programmes/rules.hpp"
#include "server/content/demo/programmes.hpp"
#include "store/audit.hpp"
#include "store/clusters.hpp"
#include "store/programme_entries.hpp"
#include "store/programmes.hpp"

namespace etabli::content::demo {

namespace {

Result<DelegationId> compose(Story& story, const Record& told, Date day)
{
    Delegation delegation { DelegationId::make(story.random), TRY(story.establishment(told.code("place"))),
        TRY(story.place(told.code("place"))).name, {}, day, {}, day, 1 };
    std::vector<Member> members;
    for (const auto& key : told.codes("delegation")) {
        const auto person = TRY(story.person(key, day));
        for (const auto& held : person.mandates)
            if (held.place_id == delegation.place_id) {
                delegation.mandate_ids.push_back(held.mandate_id);
                members.push_back({ held.mandate_id, person.account_id, held.kind });
                break;
            }
    }
    // The first one the smallest house wrote down had nobody for the staff, and was refused by this same rule.
    TRY(delegation_fits(members));
    TRY(story.transaction.insert("delegation", delegation));
    return delegation.id;
}

HomeTask task_told(Story& story, const Record& task, const EntryId& member)
{
    HomeTask home;
    home.id = EntryId::make(story.random);
    home.member_id = member;
    home.key = task.code("template_task");
    home.title = task.text("text");
    home.state = enum_from<HomeTaskState>(task.code("state")).value_or(HomeTaskState::NotStarted);
    home.state_text = task.text("state_text");
    return home;
}

Result<void> join(Story& story, const Record& told, const ProgrammeId& cluster, std::int64_t position, Date day)
{
    ProgrammeMember member { EntryId::make(story.random), cluster, TRY(story.establishment(told.code("place"))), {}, {},
        position, told.of("blocked").text("text"), TRY(told.of("blocked").day_if_any("at")), 1 };
    if (const auto demarche = story.programmes.find(told.code("demarche")); demarche != story.programmes.end())
        member.demarche_id = demarche->second;
    member.delegation_id = TRY(compose(story, told, day));
    TRY(story.transaction.insert("programme_member", member));
    for (const auto& task : told.list("home_tasks")) {
        auto home = task_told(story, task, member.id);
        home.due_on = TRY(task.day_if_any("due"));
        home.changed_on = TRY(task.day_if_any("done_at"));
        TRY(story.transaction.insert("home_task", home));
    }
    return {};
}

/// Told by link, as most homes do: nobody's hand, three lines at most.
Result<void> tell_news(
    Story& story, const std::vector<std::string>& lines, const ProgrammeId& cluster, const PlaceId& place, Date day)
{
    TRY(news_fits(lines));
    TRY(store::keep_news(story.transaction, cluster, place, lines, day, story.random));
    return store::record_audit(
        story.transaction, { cluster.text(), {}, "home.news_told", "place", place.text(), { { "by", "link" } } }, morning(day));
}

Result<void> plan_news(Story& story, const Record& told, const ProgrammeId& cluster)
{
    std::map<Date, std::vector<std::string>> by_day;
    for (const auto& news : told.list("news"))
        by_day[TRY(news.day("at"))].push_back(news.text("text"));
    const auto place = TRY(story.establishment(told.code("place")));
    for (const auto& [day, lines] : by_day)
        story.days.on(
            day, [&story, lines = lines, cluster, place, day = day] { return tell_news(story, lines, cluster, place, day); });
    return {};
}

Result<void> hold_session(Story& story, const Record& told, const Programme& cluster, const AccountId& actor, Date day)
{
    PathSession session;
    session.id = EntryId::make(story.random);
    session.programme_id = cluster.id;
    session.number = told.number("number");
    session.step_key = told.code("step");
    session.held_on = day;
    session.place_text = TRY(story.place(told.code("place"))).name;
    session.subject = told.text("subject");
    TRY(store::add_entry(story.transaction, session, actor, morning(day)));
    const auto now = TRY(store::load_programme(story.transaction, cluster.id));
    if (now.step == session.step_key)
        return {};
    // No gate stands on this path: the facilitator opens each session.
    return store::enter_step(story.transaction, cluster.id, now.step + "-" + session.step_key, day);
}

Result<void> begin(Story& story, const Record& told, const Programme& cluster, const AccountId& actor, Date day)
{
    TRY(store::begin_programme(story.transaction, cluster, actor, morning(day)));
    story.objects[told.code("key")] = { ObjectKind::Programme, cluster.id.text() };
    ClusterSupport support;
    support.id = cluster.id;
    support.theme = told.text("theme");
    support.territory = told.text("territory");
    support.facilitated_by = told.of("facilitated_by").text("text");
    support.steering_text = told.text("steering_text");
    support.credits_granted_eur = told.of("credits").number("granted_eur");
    support.credits_spent_eur = told.of("credits").number("spent_eur");
    support.credits_for_text = told.of("credits").text("for_text");
    support.support_days_planned = told.of("support_days").real("planned");
    support.support_days_done = told.of("support_days").real("done");
    return story.transaction.insert("cluster_support", support);
}

} // namespace

Result<void> tell_cluster(Story& story)
{
    for (const auto& told : TRY(story.file("programmes")).list("clusters")) {
        const auto sessions = told.list("sessions");
        if (sessions.empty())
            return Problem("pack.invalid", "demo: a cluster without sessions");
        const auto begun = TRY(sessions.front().day("at"));
        const auto actor = TRY(story.person(told.of("facilitated_by").code("person"), begun)).account_id;
        Programme cluster;
        cluster.id = ProgrammeId::make(story.random);
        cluster.template_id = told.code("template");
        cluster.kind = ProgrammeKind::Cluster;
        cluster.place_id = TRY(story.place(told.code("place"))).id;
        cluster.title = told.text("name");
        cluster.openness_text = told.text("theme");
        cluster.step = sessions.front().code("step");
        cluster.started_on = begun;
        story.programmes[told.code("key")] = cluster.id;
        story.days.on(begun, [&story, told, cluster, actor, begun] { return begin(story, told, cluster, actor, begun); });
        // The smallest house elects its substitute in the third week: the six are complete the month after.
        const auto joined = TRY(story.calendar.day("M2.4"));
        std::int64_t position = 0;
        for (const auto& member : told.list("members")) {
            story.days.on(joined,
                [&story, member, id = cluster.id, joined, at = position++] { return join(story, member, id, at, joined); });
            TRY(plan_news(story, member, cluster.id));
        }
        for (const auto& session : sessions) {
            const auto day = TRY(session.day("at"));
            story.days.on(
                day, [&story, session, cluster, actor, day] { return hold_session(story, session, cluster, actor, day); });
        }
    }
    return {};
}

} // namespace etabli::content::demo

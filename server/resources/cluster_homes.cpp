// SPDX-License-Identifier: EUPL-1.2
// server/resources/cluster_homes.cpp
//
// What a home says of itself in its cluster: its news, what blocks, where its work stands, and the link by which
// somebody without an account may tell the news.

#include "server/resources/all.hpp"
#include "server/resources/cluster_view.hpp"
#include "store/audit.hpp"

namespace etabli::resources {

struct HomeWords {
    std::string blocked_text;
    std::int64_t version = 1;
};

struct NewsLines {
    std::vector<std::string> lines;
};

struct NewsAddress {
    std::string url;
};

struct HomeTaskDraft {
    std::string title;
    std::string step_key;
    std::optional<Date> due_on;
};

struct HomeTaskWord {
    HomeTaskState state = HomeTaskState::NotStarted;
    std::string state_text;
    std::optional<Date> due_on;
    std::int64_t version = 1;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::HomeWords> {
    static constexpr std::string_view name = "HomeWords";
    static constexpr auto fields = std::tuple {
        field("blocked_text", &resources::HomeWords::blocked_text, { .min = 0, .max = 2000 }),
        field("version", &resources::HomeWords::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::NewsLines> {
    static constexpr std::string_view name = "NewsLines";
    static constexpr auto fields = std::tuple { field("lines", &resources::NewsLines::lines, news_lines) };
};
template <>
struct Describe<resources::NewsAddress> {
    static constexpr std::string_view name = "NewsAddress";
    static constexpr auto fields = std::tuple { field("url", &resources::NewsAddress::url) };
};
template <>
struct Describe<resources::HomeTaskDraft> {
    static constexpr std::string_view name = "HomeTaskDraft";
    static constexpr auto fields = std::tuple {
        field("title", &resources::HomeTaskDraft::title, { .min = 1, .max = 400 }),
        field("step_key", &resources::HomeTaskDraft::step_key, { .min = 0, .max = 60 }),
        field("due_on", &resources::HomeTaskDraft::due_on),
    };
};
template <>
struct Describe<resources::HomeTaskWord> {
    static constexpr std::string_view name = "HomeTaskWord";
    static constexpr auto fields = std::tuple {
        field("state", &resources::HomeTaskWord::state),
        field("state_text", &resources::HomeTaskWord::state_text, { .min = 0, .max = 1000 }),
        field("due_on", &resources::HomeTaskWord::due_on),
        field("version", &resources::HomeTaskWord::version, { .min = 1, .max = INT64_MAX }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;
using Shown = Result<Answer<ClusterView>>;

struct Home {
    Programme cluster;
    ProgrammeMember member;
};

/// The home of the path, for somebody who speaks for it; a home of another cluster is not found.
Result<Home> own_home(const Call& call, store::Reader& reader)
{
    auto cluster = TRY(readable_cluster(call, reader));
    auto member = TRY(store::load_home(reader, cluster.id, TRY(call.id<PlaceId>("place"))));
    TRY(require(may_speak_for_home(call.reader(), cluster, member.establishment_id)));
    return Home { std::move(cluster), std::move(member) };
}

Result<void> note(
    store::Transaction& transaction, const Call& call, const Home& home, AuditAction action, json::object details = {})
{
    transaction.announce("clusters/" + home.cluster.id.text());
    return store::record_audit(transaction,
        { home.cluster.id.text(), call.reader().account_id, action, "place", home.member.establishment_id.text(),
            std::move(details) },
        call.now());
}

/// Finds the home, asks whether this person speaks for it, does, and shows what the cluster has become.
template <class Change>
Shown said(Call& call, Change&& change)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Shown {
        const auto home = TRY(own_home(call, transaction));
        TRY(change(transaction, home));
        return shown_cluster(call, transaction, home.cluster);
    });
}

Shown say_what_blocks(Call& call, const HomeWords& words)
{
    return said(call, [&](store::Transaction& transaction, const Home& home) -> Result<void> {
        if (home.member.version != words.version)
            return Problem::stale(to_json(home.member));
        auto member = home.member;
        member.blocked_text = std::string(trimmed(words.blocked_text));
        member.blocked_on = member.blocked_text.empty() ? std::nullopt : std::optional(call.today());
        ++member.version;
        TRY(transaction.update("programme_member", member));
        return note(transaction, call, home, "home.blocked_said");
    });
}

Shown tell_news(Call& call, const NewsLines& news)
{
    TRY(news_fits(news.lines));
    return said(call, [&](store::Transaction& transaction, const Home& home) -> Result<void> {
        TRY(store::keep_news(
            transaction, home.cluster.id, home.member.establishment_id, news.lines, call.today(), call.context.random));
        return note(transaction, call, home, "home.news_told", { { "by", "account" } });
    });
}

Shown add_task(Call& call, const HomeTaskDraft& draft)
{
    return said(call, [&](store::Transaction& transaction, const Home& home) -> Result<void> {
        const auto path = TRY(template_of(call, home.cluster.template_id));
        const auto step = draft.step_key.empty() ? home.cluster.step : draft.step_key;
        if (path.step(step) == nullptr)
            return Problem::of_field("/step_key", "choice.unknown");
        TRY(transaction.insert("home_task",
            HomeTask { EntryId::make(call.context.random), home.member.id, step, "", draft.title, draft.due_on,
                HomeTaskState::NotStarted, "", {}, 1 }));
        return note(transaction, call, home, "home_task.added");
    });
}

Shown say_of_task(Call& call, const HomeTaskWord& word)
{
    TRY(task_word_fits(word.state, word.state_text));
    return said(call, [&](store::Transaction& transaction, const Home& home) -> Result<void> {
        auto task = TRY(store::load_home_task(transaction, home.member.id, TRY(call.id<EntryId>("task"))));
        if (task.version != word.version)
            return Problem::stale(to_json(task));
        task.state = word.state;
        task.state_text = word.state_text;
        task.due_on = word.due_on;
        task.changed_on = call.today();
        ++task.version;
        TRY(transaction.update("home_task", task));
        return note(transaction, call, home, "home_task.changed", { { "state", std::string(name_of(task.state)) } });
    });
}

/// The link is shown once: only its digest is kept. The one before serves no more.
Result<Answer<NewsAddress>> make_link(Call& call, const Nothing&)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<NewsAddress>> {
        const auto home = TRY(own_home(call, transaction));
        const auto token = TRY(store::make_news_link(
            transaction, home.cluster.id, home.member.establishment_id, call.today(), call.context.random));
        TRY(note(transaction, call, home, "home.news_link_made"));
        return Answer<NewsAddress> { { call.context.settings.public_url + "/nouvelles/" + token } };
    });
}

Shown revoke_link(Call& call)
{
    return said(call, [&](store::Transaction& transaction, const Home& home) -> Result<void> {
        TRY(store::revoke_news_link(transaction, home.cluster.id, home.member.establishment_id, call.today()));
        return note(transaction, call, home, "home.news_link_revoked");
    });
}

} // namespace

RouteTable cluster_home_routes()
{
    const std::string home = "/api/clusters/{programme}/homes/{place}";
    return {
        put(home, Access::SignedIn, "Say what blocks", say_what_blocks),
        post(home + "/news", Access::SignedIn, "Tell its news: three lines at most", tell_news),
        post(home + "/tasks", Access::SignedIn, "Add what is to be done at home", add_task),
        put(home + "/tasks/{task}", Access::SignedIn, "Say where that stands", say_of_task),
        post(home + "/news-link", Access::SignedIn, "Make a link by which news are told without an account", make_link),
        remove(home + "/news-link", Access::SignedIn, "Revoke that link", revoke_link),
    };
}

} // namespace etabli::resources

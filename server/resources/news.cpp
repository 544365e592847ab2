// SPDX-License-Identifier: EUPL-1.2
// server/resources/news.cpp
//
// The news of a home, told by link without an account: three lines, signed by the place alone. And a session for
// whoever's diary.

#include "domain/programmes/calendar.hpp"
#include "domain/programmes/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/programme_view.hpp"
#include "store/audit.hpp"
#include "store/clusters.hpp"
#include "store/places.hpp"
#include "store/programme_entries.hpp"

namespace etabli::resources {

/// What the page of a link shows: for which home and which cluster, and what was told last.
struct NewsPage {
    std::string cluster_title;
    std::string place_name;
    std::vector<std::string> lines;
    std::optional<Date> told_on;
};

struct NewsTold {
    std::vector<std::string> lines;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::NewsPage> {
    static constexpr std::string_view name = "NewsPage";
    static constexpr auto fields = std::tuple {
        field("cluster_title", &resources::NewsPage::cluster_title),
        field("place_name", &resources::NewsPage::place_name),
        field("lines", &resources::NewsPage::lines),
        field("told_on", &resources::NewsPage::told_on),
    };
};
template <>
struct Describe<resources::NewsTold> {
    static constexpr std::string_view name = "NewsTold";
    static constexpr auto fields = std::tuple { field("lines", &resources::NewsTold::lines, news_lines) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<Answer<NewsPage>> page_of(store::Reader& reader, const store::NewsLink& link)
{
    NewsPage page { TRY(store::load_programme(reader, link.programme_id)).title,
        TRY(store::load_place(reader, link.place_id)).name, {}, {} };
    if (const auto news = TRY(store::latest_news(reader, link.programme_id, link.place_id))) {
        page.lines = news->lines;
        page.told_on = news->told_on;
    }
    return Answer<NewsPage> { std::move(page) };
}

Result<Answer<NewsPage>> show_page(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<NewsPage>> {
        return page_of(reader, TRY(store::open_news_link(reader, call.text("token"))));
    });
}

Result<Answer<NewsPage>> tell_by_link(Call& call, const NewsTold& given)
{
    TRY(news_fits(given.lines));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<NewsPage>> {
        const auto link = TRY(store::open_news_link(transaction, call.text("token")));
        TRY(store::keep_news(transaction, link.programme_id, link.place_id, given.lines, call.today(), call.context.random));
        // Nobody's hand: the place alone.
        TRY(store::record_audit(transaction,
            { link.programme_id.text(), {}, "home.news_told", "place", link.place_id.text(), { { "by", "link" } } },
            call.now()));
        transaction.announce("clusters/" + link.programme_id.text());
        return page_of(transaction, link);
    });
}

Result<Response> session_calendar(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Response> {
        const auto programme = TRY(readable_programme(call, reader));
        const auto session = TRY(store::load_entry<PathSession>(reader, programme.id, TRY(call.id<EntryId>("session"))));
        if (!session.held_on)
            return Problem("not_found");
        Response response;
        response.content_type = "text/calendar; charset=utf-8";
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + session.held_on->text() + ".ics\"");
        response.body = calendar_of(session, programme.title, call.now());
        return response;
    });
}

} // namespace

RouteTable news_routes()
{
    return {
        get("/api/news/{token}", Access::Public, "The home a link speaks for", show_page),
        post("/api/news/{token}", Access::Public, "Tell its news: three lines at most", tell_by_link),
        raw("/api/programmes/{programme}/sessions/{session}/session.ics", Access::SignedIn, "A session for a diary",
            "text/calendar", session_calendar),
    };
}

} // namespace etabli::resources

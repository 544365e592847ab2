// SPDX-License-Identifier: EUPL-1.2
// server/resources/thread.cpp
//
// Walking the thread from any object, and finding an object again by its words.

#include "domain/thread/due.hpp"
#include "server/resources/all.hpp"
#include "store/circle.hpp"
#include "store/due.hpp"
#include "store/search.hpp"
#include "store/thread_walk.hpp"

namespace etabli::resources {

/// A knot as it is shown: what, when, how it stands, and where.
struct KnotView {
    ThreadRelation relation = ThreadRelation::Itself;
    ObjectKind kind = ObjectKind::Idea;
    std::string object_id;
    std::string title; // empty for what was destroyed
    Date happened_on;
    std::string state;
    bool destroyed = false;
    std::string place_name;
};

/// What the rules say is still to come: the dashed end of the line.
struct ToCome {
    DueKind kind = DueKind::ProposalAnswer;
    Date on;
    ObjectKind object_kind = ObjectKind::Proposal;
    std::string object_id;
};

struct ThreadView {
    std::vector<KnotView> knots;
    std::vector<ToCome> to_come;
    bool goes_further = false;
};

struct FoundView {
    ObjectKind kind = ObjectKind::Idea;
    std::string object_id;
    std::string title;
    Date happened_on;
    std::string state;
    std::string place_name;
};

struct SearchView {
    std::string query;
    std::int64_t page = 1;
    bool has_more = false;
    std::vector<FoundView> items;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::KnotView> {
    static constexpr std::string_view name = "ThreadKnot";
    static constexpr auto fields = std::tuple {
        field("relation", &resources::KnotView::relation),
        field("kind", &resources::KnotView::kind),
        field("object_id", &resources::KnotView::object_id, one_line),
        field("title", &resources::KnotView::title, any_text),
        field("happened_on", &resources::KnotView::happened_on),
        field("state", &resources::KnotView::state, { .min = 0, .max = 40 }),
        field("destroyed", &resources::KnotView::destroyed),
        field("place_name", &resources::KnotView::place_name, any_text),
    };
};
template <>
struct Describe<resources::ToCome> {
    static constexpr std::string_view name = "ThreadToCome";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::ToCome::kind),
        field("on", &resources::ToCome::on),
        field("object_kind", &resources::ToCome::object_kind),
        field("object_id", &resources::ToCome::object_id, one_line),
    };
};
template <>
struct Describe<resources::ThreadView> {
    static constexpr std::string_view name = "Thread";
    static constexpr auto fields = std::tuple {
        field("knots", &resources::ThreadView::knots, { .min = 1, .max = 200 }),
        field("to_come", &resources::ThreadView::to_come, { .min = 0, .max = 200 }),
        field("goes_further", &resources::ThreadView::goes_further),
    };
};
template <>
struct Describe<resources::FoundView> {
    static constexpr std::string_view name = "SearchResult";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::FoundView::kind),
        field("object_id", &resources::FoundView::object_id, one_line),
        field("title", &resources::FoundView::title, any_text),
        field("happened_on", &resources::FoundView::happened_on),
        field("state", &resources::FoundView::state, { .min = 0, .max = 40 }),
        field("place_name", &resources::FoundView::place_name, any_text),
    };
};
template <>
struct Describe<resources::SearchView> {
    static constexpr std::string_view name = "SearchResults";
    static constexpr auto fields = std::tuple {
        field("query", &resources::SearchView::query, { .min = 0, .max = 200 }),
        field("page", &resources::SearchView::page, { .min = 1, .max = store::search_pages_max }),
        field("has_more", &resources::SearchView::has_more),
        field("items", &resources::SearchView::items, { .min = 0, .max = store::search_page }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

constexpr std::size_t query_length_max = 200;

/// What is owed on the object itself or on what became of it.
std::vector<ToCome> owed_along(const std::vector<ThreadKnot>& line, const std::vector<DueItem>& due)
{
    std::set<ObjectKey> walked;
    for (const auto& knot : line)
        if (knot.relation != ThreadRelation::Ancestor)
            walked.emplace(knot.node.kind, knot.node.object_id);
    std::vector<ToCome> owed;
    for (const auto& item : due)
        if (walked.contains({ item.object_kind, item.object_id }))
            owed.push_back({ item.kind, item.on, item.object_kind, item.object_id });
    return owed;
}

Result<Answer<ThreadView>> show_thread(Call& call)
{
    const auto kind = enum_from<ObjectKind>(call.text("kind"));
    if (!kind)
        return Problem("not_found");
    const ObjectKey root { *kind, call.text("id") };
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ThreadView>> {
        const auto circle = TRY(store::reading_circle(reader, call.reader()));
        const auto walked = TRY(store::walk_thread(reader, circle, root));
        const auto due = TRY(store::due_for(reader, circle.own, call.today()));
        std::set<PlaceId> places;
        for (const auto& knot : walked.line)
            places.insert(knot.node.establishment_id);
        const auto names = TRY(store::place_names(reader, places));
        Answer<ThreadView> answer;
        answer.data.goes_further = walked.goes_further;
        answer.data.to_come = owed_along(walked.line, due);
        for (const auto& [relation, node] : walked.line)
            answer.data.knots.push_back({ relation, node.kind, node.object_id, node.title, node.happened_on, node.state,
                node.destroyed, names.at(node.establishment_id) });
        return answer;
    });
}

Result<std::int64_t> page_of(const Call& call)
{
    const auto page = whole_number(call.query("page").value_or("1"));
    if (!page)
        return Problem::of_field("/page", "field.wrong_type");
    if (*page < 1 || *page > store::search_pages_max)
        return Problem::of_field("/page", "number.out_of_range");
    return *page;
}

Result<Answer<SearchView>> show_search(Call& call)
{
    const auto query = std::string(trimmed(call.query("q").value_or("")));
    const auto length = plain_text_length(query);
    if (!length)
        return Problem::of_field("/q", "text.not_plain");
    if (*length > query_length_max)
        return Problem::of_field("/q", "text.too_long");
    const auto asked_kind = call.query("kind").value_or("");
    const auto kind = enum_from<ObjectKind>(asked_kind);
    if (!asked_kind.empty() && !kind)
        return Problem::of_field("/kind", "choice.unknown");
    const auto page = TRY(page_of(call));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<SearchView>> {
        const auto circle = TRY(store::reading_circle(reader, call.reader()));
        const auto found = TRY(store::search(reader, circle, texts::search_terms(query), kind, page));
        Answer<SearchView> answer { { query, page, found.has_more, {} } };
        std::set<PlaceId> places;
        for (const auto& node : found.nodes)
            places.insert(node.establishment_id);
        const auto names = TRY(store::place_names(reader, places));
        for (const auto& node : found.nodes)
            answer.data.items.push_back(
                { node.kind, node.object_id, node.title, node.happened_on, node.state, names.at(node.establishment_id) });
        return answer;
    });
}

} // namespace

RouteTable thread_routes()
{
    return {
        get("/api/thread/{kind}/{id}", Access::SignedIn, "What an object came from and what became of it", show_thread),
        get("/api/search", Access::SignedIn, "Find again, newest first, among what one may read", show_search),
    };
}

} // namespace etabli::resources

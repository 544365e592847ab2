// SPDX-License-Identifier: EUPL-1.2
// server/resources/home.cpp
//
// The first page: what is owed, by date; what moved; the means on the table. Everybody of a place is sent the
// same bytes: what somebody may do about it is said beside them, as abilities.

#include <algorithm>

#include "domain/programmes/entries.hpp"
#include "domain/thread/due.hpp"
#include "server/resources/all.hpp"
#include "store/circle.hpp"
#include "store/due.hpp"
#include "store/moved.hpp"
#include "store/programme_entries.hpp"
#include "store/programmes.hpp"

namespace etabli::resources {

/// Something that happened: its object, and the day.
struct MovedView {
    ObjectKind kind = ObjectKind::Idea;
    std::string object_id;
    std::string title;
    Date happened_on;
    std::string state;
    std::string place_name;
};

/// A démarche has about six lines of means; a facilitator follows eight establishments.
inline constexpr std::int64_t means_max = 100;

/// A line of the means on the table of a démarche; "none" is a line too.
struct MeansView {
    ProgrammeId programme_id;
    std::string programme_title;
    Means means;
};

struct HomeView {
    Date today;
    DueGroups owed;
    std::vector<MovedView> moved;
    std::vector<MeansView> means;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::MovedView> {
    static constexpr std::string_view name = "Moved";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::MovedView::kind),
        field("object_id", &resources::MovedView::object_id, one_line),
        field("title", &resources::MovedView::title, any_text),
        field("happened_on", &resources::MovedView::happened_on),
        field("state", &resources::MovedView::state, { .min = 0, .max = 40 }),
        field("place_name", &resources::MovedView::place_name, any_text),
    };
};
template <>
struct Describe<resources::MeansView> {
    static constexpr std::string_view name = "MeansOnTheTable";
    static constexpr auto fields = std::tuple {
        field("programme_id", &resources::MeansView::programme_id),
        field("programme_title", &resources::MeansView::programme_title, one_line),
        field("means", &resources::MeansView::means),
    };
};
template <>
struct Describe<resources::HomeView> {
    static constexpr std::string_view name = "Home";
    static constexpr auto fields = std::tuple {
        field("today", &resources::HomeView::today),
        field("owed", &resources::HomeView::owed),
        field("moved", &resources::HomeView::moved, { .min = 0, .max = 12 }),
        field("means", &resources::HomeView::means, { .min = 0, .max = resources::means_max }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// How far "lately" goes.
constexpr int lately_days = 30;

/// "act:<object>" for what one of the reader's own colleges is awaited for.
std::vector<std::string> what_i_may(const Reader& reader, const std::vector<DueItem>& owed)
{
    std::vector<std::string> may;
    for (const auto& item : owed)
        if (std::any_of(item.awaited_of.begin(), item.awaited_of.end(),
                [&](CollegeKind kind) { return reader.sits_in(item.establishment_id, kind); }))
            may.push_back("act:" + item.object_id);
    std::sort(may.begin(), may.end());
    may.erase(std::unique(may.begin(), may.end()), may.end());
    return may;
}

Result<std::vector<MeansView>> means_of(store::Reader& reader, const std::set<PlaceId>& places)
{
    std::vector<MeansView> lines;
    for (const auto& place : places)
        for (const auto& programme : TRY(store::programmes_of(reader, place)))
            for (auto& line : TRY(store::entries_of<Means>(reader, programme.id)))
                if (static_cast<std::int64_t>(lines.size()) < means_max)
                    lines.push_back({ programme.id, programme.title, std::move(line) });
    return lines;
}

Result<Answer<HomeView>> show_home(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<HomeView>> {
        const auto circle = TRY(store::reading_circle(reader, call.reader()));
        auto owed = TRY(store::due_for(reader, circle.own, call.today()));
        Answer<HomeView> answer;
        answer.abilities = what_i_may(call.reader(), owed);
        answer.data.today = call.today();
        answer.data.owed = by_date(std::move(owed), call.today());
        const auto moved = TRY(store::moved_lately(reader, circle.own, call.today().plus_days(-lately_days), call.today()));
        answer.data.means = TRY(means_of(reader, circle.own));
        const auto names = TRY(store::place_names(reader, circle.own));
        for (const auto& node : moved)
            answer.data.moved.push_back(
                { node.kind, node.object_id, node.title, node.happened_on, node.state, names.at(node.establishment_id) });
        return answer;
    });
}

} // namespace

RouteTable home_routes()
{
    return { get("/api/home", Access::SignedIn, "What is owed, by date; what moved; the means on the table", show_home) };
}

} // namespace etabli::resources

// SPDX-License-Identifier: EUPL-1.2
// server/resources/public.cpp
//
// The page anybody may read, without an account: what the packs hold as facts (each by /api/references), what is to
// be said beside those figures, and what establishments opened to everybody, each through its gate.

#include "server/content/observatory.hpp"
#include "server/resources/all.hpp"
#include "store/circle.hpp"
#include "store/released.hpp"

namespace etabli::resources {

struct ReleasedView {
    ObjectKind kind = ObjectKind::Sheet;
    std::string object_id;
    std::string title;
    Date happened_on;
    std::string place_name;
};

struct PublicView {
    std::vector<FigureFinding> findings;
    std::vector<ReleasedView> released;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::ReleasedView> {
    static constexpr std::string_view name = "Released";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::ReleasedView::kind),
        field("object_id", &resources::ReleasedView::object_id, one_line),
        field("title", &resources::ReleasedView::title, any_text),
        field("happened_on", &resources::ReleasedView::happened_on),
        field("place_name", &resources::ReleasedView::place_name, any_text),
    };
};
template <>
struct Describe<resources::PublicView> {
    static constexpr std::string_view name = "PublicPage";
    static constexpr auto fields = std::tuple {
        field("findings", &resources::PublicView::findings, { .min = 0, .max = 200 }),
        field("released", &resources::PublicView::released, { .min = 0, .max = store::released_max }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<Answer<PublicView>> show_public(Call& call)
{
    Answer<PublicView> answer;
    if (const auto* figures = call.context.packs.find("references", "figures"))
        answer.data.findings = TRY(content::admitted_findings(*figures));
    answer.data.released = TRY(call.context.database.read([](store::Reader& reader) -> Result<std::vector<ReleasedView>> {
        const auto nodes = TRY(store::released_to_everybody(reader));
        std::set<PlaceId> places;
        for (const auto& node : nodes)
            places.insert(node.establishment_id);
        const auto names = TRY(store::place_names(reader, places));
        std::vector<ReleasedView> released;
        for (const auto& node : nodes)
            released.push_back({ node.kind, node.object_id, node.title, node.happened_on, names.at(node.establishment_id) });
        return released;
    }));
    return answer;
}

} // namespace

RouteTable public_routes()
{
    return { get(
        "/api/public", Access::Public, "What anybody may read: findings on the figures, what was released", show_public) };
}

} // namespace etabli::resources

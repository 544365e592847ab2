// SPDX-License-Identifier: EUPL-1.2
// server/resources/references.cpp
//
// Content of the packs as it is: references anybody may read, and templates.

#include "server/content/packs.hpp"
#include "server/resources/all.hpp"

namespace etabli::resources {

struct PackContent {
    std::string id;
    json::value content;
};

} // namespace etabli::resources

template <>
struct etabli::Describe<etabli::resources::PackContent> {
    static constexpr std::string_view name = "PackContent";
    static constexpr auto fields = std::tuple {
        field("id", &resources::PackContent::id, one_line),
        field("content", &resources::PackContent::content),
    };
};

namespace etabli::resources {

namespace {

using namespace http;

Result<Answer<PackContent>> show_pack(Call& call, std::string_view kind)
{
    const auto id = call.text("id");
    const auto* content = call.context.packs.find(kind, id);
    if (content == nullptr)
        return Problem("not_found");
    return Answer<PackContent> { { id, *content } };
}

Result<Answer<PackContent>> show_reference(Call& call)
{
    return show_pack(call, "references");
}

Result<Answer<PackContent>> show_programme_template(Call& call)
{
    return show_pack(call, "programmes");
}

Result<Answer<PackContent>> show_sheet_template(Call& call)
{
    return show_pack(call, "sheets");
}

} // namespace

RouteTable reference_routes()
{
    return {
        get("/api/references/{id}", Access::Public, "A reference of the packs", show_reference),
        get("/api/programme-templates/{id}", Access::Public, "A path as data: steps, gates, deliverables",
            show_programme_template),
        get("/api/sheet-templates/{id}", Access::Public, "A kind of sheet as data", show_sheet_template),
    };
}

} // namespace etabli::resources

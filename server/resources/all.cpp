// SPDX-License-Identifier: EUPL-1.2
// server/resources/all.cpp

#include "server/resources/all.hpp"

namespace etabli::resources {

http::RouteTable all_routes()
{
    http::RouteTable all;
    for (auto* part : {
             health_routes,
             session_routes,
             gate_routes,
             account_routes,
             link_routes,
             people_routes,
             mandate_routes,
             delegation_routes,
             contact_routes,
             administration_routes,
             place_routes,
             place_import_routes,
             qr_routes,
             reference_routes,
             tally_routes,
             thread_routes,
             home_routes,
             public_routes,
             experiment_conclusion_routes,
             experiment_figure_routes,
             experiment_routes,
             evaluation_session_routes,
             evaluation_respond_routes,
             space_routes,
             space_session_routes,
             idea_routes,
             respond_routes,
             follow_routes,
             proposal_routes,
             sheet_routes,
             sheet_writing_routes,
             instrument_routes,
             instrument_file_routes,
             campaign_routes,
             campaign_forecast_routes,
             campaign_key_routes,
             campaign_opening_routes,
             campaign_comment_routes,
             result_routes,
             guichet_routes,
             urn_routes,
             programme_routes,
             programme_entry_routes,
             cluster_routes,
             cluster_home_routes,
             news_routes,
             audit_routes,
         })
        for (auto& route : part())
            all.push_back(std::move(route));
    return all;
}

http::RouteTable routes_of(Role role)
{
    if (role == Role::All)
        return all_routes();
    if (role == Role::Urn) {
        auto routes = health_routes();
        for (auto& route : urn_routes())
            routes.push_back(std::move(route));
        return routes;
    }
    // A guichet says that the urn is elsewhere, and reads nothing of what somebody meant for it.
    auto routes = all_routes();
    for (auto& route : routes)
        if (route.pattern.starts_with("/api/urn/"))
            route.handle = [](http::Call&) -> Result<http::Response> { return Problem("urn.elsewhere"); };
    return routes;
}

} // namespace etabli::resources

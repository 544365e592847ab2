// SPDX-License-Identifier: EUPL-1.2
// server/resources/all.hpp
//
// Every route of the server, one line per thing. The order here is the order of api/openapi.yaml.

#pragma once

#include "server/http/routes.hpp"

namespace etabli::resources {

http::RouteTable health_routes();
http::RouteTable session_routes();
http::RouteTable gate_routes();
http::RouteTable audit_routes();
http::RouteTable cluster_routes();
http::RouteTable cluster_home_routes();
http::RouteTable news_routes();
http::RouteTable account_routes();
http::RouteTable link_routes();
http::RouteTable people_routes();
http::RouteTable mandate_routes();
http::RouteTable delegation_routes();
http::RouteTable contact_routes();
http::RouteTable administration_routes();
http::RouteTable place_routes();
http::RouteTable place_import_routes();
http::RouteTable qr_routes();
http::RouteTable reference_routes();
http::RouteTable tally_routes();
http::RouteTable thread_routes();
http::RouteTable home_routes();
http::RouteTable public_routes();
http::RouteTable experiment_conclusion_routes();
http::RouteTable experiment_figure_routes();
http::RouteTable experiment_routes();
http::RouteTable evaluation_session_routes();
http::RouteTable evaluation_respond_routes();
http::RouteTable space_routes();
http::RouteTable space_session_routes();
http::RouteTable idea_routes();
http::RouteTable respond_routes();
http::RouteTable follow_routes();
http::RouteTable proposal_routes();
http::RouteTable sheet_routes();
http::RouteTable sheet_writing_routes();
http::RouteTable instrument_routes();
http::RouteTable instrument_file_routes();
http::RouteTable campaign_routes();
http::RouteTable campaign_forecast_routes();
http::RouteTable campaign_key_routes();
http::RouteTable campaign_opening_routes();
http::RouteTable campaign_comment_routes();
http::RouteTable result_routes();
http::RouteTable guichet_routes();
http::RouteTable urn_routes();
http::RouteTable programme_routes();
http::RouteTable programme_entry_routes();

/// All of them: one program is everything, or the urn stands alone and another program is all the rest.
http::RouteTable all_routes();
enum class Role { All, Guichet, Urn };
http::RouteTable routes_of(Role role);

} // namespace etabli::resources

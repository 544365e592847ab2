// SPDX-License-Identifier: EUPL-1.2
// server/resources/instrument_views.hpp
//
// What the routes of questionnaires share: those written here, and those that come from files and go to files.

#pragma once

#include "domain/surveys/instruments.hpp"
#include "server/http/call.hpp"
#include "store/database.hpp"

namespace etabli::resources {

/// Of our own database and packs: as it is, whatever bounds have become.
instruments::Instrument read_back(const json::value& content);

/// The one that the path names, to those of its establishment; to others it is not there.
Result<KeptInstrument> readable_instrument(store::Reader& reader, const http::Call& call);

} // namespace etabli::resources

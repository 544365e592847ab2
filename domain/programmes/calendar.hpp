// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/calendar.hpp
//
// A session as a calendar file (RFC 5545), for whoever's diary: one event, Paris time, nobody invited and nobody
// written to.

#pragma once

#include <string>

#include "domain/programmes/entries.hpp"

namespace etabli {

/// The session of a day that is known. `programme` is the title that follows the session's own; `stamp` is when the
/// file was made.
std::string calendar_of(const PathSession& session, const std::string& programme, Instant stamp);

} // namespace etabli

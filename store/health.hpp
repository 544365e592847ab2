// SPDX-License-Identifier: EUPL-1.2
// store/health.hpp
//
// What `etabli doctor` asks of the rows themselves.

#pragma once

#include "base/time.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// The latest instant anything carries; nothing in a database nobody has written to.
Result<std::optional<Instant>> last_write(Reader& reader);
/// Mails made before then, and still not sent.
Result<std::int64_t> mails_waiting_since(Reader& reader, Instant before);

} // namespace etabli::store

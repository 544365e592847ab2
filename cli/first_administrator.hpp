// SPDX-License-Identifier: EUPL-1.2
// cli/first_administrator.hpp
//
// The first way in: at first start, one account that keeps the machine, and a link that opens it once.

#pragma once

#include <optional>
#include <string>

#include "base/random.hpp"
#include "base/time.hpp"
#include "store/database.hpp"

namespace etabli::cli {

/// A fresh link as long as nobody has ever come in; nothing afterwards.
Result<std::optional<std::string>> first_administrator_link(store::Database& database, const Clock& clock, Random& random);

} // namespace etabli::cli

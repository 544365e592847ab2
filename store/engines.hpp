// SPDX-License-Identifier: EUPL-1.2
// store/engines.hpp
//
// What the two engines give to the door, and nobody else calls.

#pragma once

#include <memory>

#include "store/database.hpp"

namespace etabli::store {

Result<std::unique_ptr<Database>> open_sqlite(const DatabaseSettings& settings);
Result<std::unique_ptr<Database>> open_postgres(const DatabaseSettings& settings);

} // namespace etabli::store

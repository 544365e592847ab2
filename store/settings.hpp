// SPDX-License-Identifier: EUPL-1.2
// store/settings.hpp
//
// What the server remembers about itself.

#pragma once

#include "store/database.hpp"

namespace etabli::store {

Result<std::optional<std::string>> find_setting(Reader& reader, const std::string& name);
Result<void> keep_setting(Transaction& transaction, const std::string& name, const std::string& value);
/// Somebody's data are here: a place, an account or a college.
Result<bool> holds_anything(Reader& reader);

} // namespace etabli::store

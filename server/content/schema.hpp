// SPDX-License-Identifier: EUPL-1.2
// server/content/schema.hpp
//
// JSON Schema, as far as packs/README.md says the packs go. A keyword that is not in that list is a finding of
// its own: a rule that nobody checks is worse than none.

#pragma once

#include <string>
#include <vector>

#include "base/fields.hpp"

namespace etabli::content {

/// "/sections/3/type: not one of the choices"; empty when the document holds.
std::vector<std::string> schema_findings(const json::value& schema, const json::value& document);

} // namespace etabli::content

// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/sheets.hpp
//
// Sheets of the demonstration, and the gates that widened who reads them or refused to.

#pragma once

#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

Result<void> tell_sheets(Story& story);
Result<void> tell_gates(Story& story);

} // namespace etabli::content::demo

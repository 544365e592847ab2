// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/instruments.hpp
//
// Questionnaires of the demonstration: one that was fixed, one that is being written.

#pragma once

#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

Result<void> tell_instruments(Story& story);

} // namespace etabli::content::demo

// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/experiments.hpp
//
// Experiments of the demonstration, with their counts and their shared conclusions.

#pragma once

#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

Result<void> tell_experiments(Story& story);

} // namespace etabli::content::demo

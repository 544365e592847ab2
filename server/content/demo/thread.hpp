// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/thread.hpp
//
// The thread of the demonstration.

#pragma once

#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

Result<void> tell_thread(Story& story);

} // namespace etabli::content::demo

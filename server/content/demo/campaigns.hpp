// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/campaigns.hpp
//
// A campaign of the demonstration that is over: its answers are drawn, its release is made by the very rules of any release.

#pragma once

#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

Result<void> tell_campaigns(Story& story);

} // namespace etabli::content::demo

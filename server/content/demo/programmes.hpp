// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/programmes.hpp
//
// The six démarches of the demonstration and the cluster they walk together.

#pragma once

#include "domain/programmes/gates.hpp"
#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

Result<void> tell_demarches(Story& story);
Result<void> tell_cluster(Story& story);

/// Every college that is asked says yes on that day, each by as many voices as its rule wants.
Result<void> all_say_yes(Story& story, const Gate& gate, const std::string& place, Date day);

} // namespace etabli::content::demo

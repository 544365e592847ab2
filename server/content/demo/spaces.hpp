// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/spaces.hpp
//
// Discussions of the demonstration and what came of them.

#pragma once

#include "domain/spaces/sentences.hpp"
#include "domain/spaces/spaces.hpp"
#include "server/content/demo/story.hpp"

namespace etabli::content::demo {

/// What a discussion says before anybody enters; its days are the caller's.
Result<Space> charter_of(Story& story, const Record& told);
Result<void> open_space(Story& story, const Record& told, Space space, const std::string& code, Date day);

/// An idea that became a proposal takes its words, the college it was asked of and the sentence it came from.
Result<void> word_as_asked(Story& story, const std::string& proposal_key, Idea& idea);

Result<void> tell_spaces(Story& story);
Result<void> tell_proposals(Story& story);
Result<void> tell_open_space(Story& story);

} // namespace etabli::content::demo

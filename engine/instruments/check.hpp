// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/check.hpp
//
// Whether an instrument that could be read also holds together.

#pragma once

#include "engine/instruments/instrument.hpp"

namespace etabli::instruments {

/// The five dimensions, and the pole of speaking and acting (packs/references/dimensions.json).
inline constexpr std::array<std::string_view, 6> dimension_codes { "content_organisation", "work_environment",
    "professional_development", "social_dialogue", "life_balance", "expression_action" };
/// The six axes of the 2011 report on psychosocial risks at work (Gollac, Bodier).
inline constexpr std::array<std::string_view, 6> axis_codes { "intensity", "emotional_demands", "autonomy", "social_relations",
    "value_conflicts", "job_insecurity" };

/// Everything that is wrong, by JSON pointer; empty when all is well. Codes that are no codes, twice the same, or of nothing;
/// a question that lacks what its type needs, or holds what it cannot use; conditions that ask what comes later, or what no
/// answer can be; words missing in a language it says it speaks; health questions outside an instrument that says so.
std::vector<FieldProblem> troubles_of(const Instrument& instrument);

} // namespace etabli::instruments

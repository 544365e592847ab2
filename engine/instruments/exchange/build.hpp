// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/build.hpp
//
// An instrument of a draft: codes of its names, words in our languages, conditions of its rules. What cannot be asked is left out
// and listed, so that what remains holds together.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

/// `request.invalid` when nothing remains that can be asked.
Result<Imported> build(const Draft& draft, std::vector<Lost> lost);

} // namespace etabli::instruments::exchange

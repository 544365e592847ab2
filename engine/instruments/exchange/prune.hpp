// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/prune.hpp
//
// What an instrument holds that cannot be held, taken out of it and listed.

#pragma once

#include "engine/instruments/exchange/exchange.hpp"

namespace etabli::instruments::exchange {

/// Until nothing is wrong: a condition that is none is dropped, a question that cannot be asked is left out. `request.invalid`
/// when no question remains.
Result<void> prune(Instrument& instrument, std::vector<Lost>& lost);

/// What answering takes, as its questions tell.
std::int64_t minutes_of(const Instrument& instrument);

} // namespace etabli::instruments::exchange

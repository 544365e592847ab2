// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/forecast.hpp
//
// What a cut will be able to show if so many of each group answer: the very rules of the release, on people who have not answered
// yet. Shown before anybody is bothered.

#pragma once

#include "engine/disclosure/protect.hpp"
#include "engine/tabulation/cut.hpp"

namespace etabli::tabulation {

struct ForecastCell {
    std::optional<std::string> category; // nothing: everybody there
    std::int64_t respondents = 0;
    bool open = false;
    bool too_small = false; // for itself, not for the sake of others
};

struct ForecastPlace {
    std::string code;
    std::int64_t headcount = 0;
    std::vector<ForecastCell> cells; // everybody, then the occupations that are asked there
};

/// `share_percent` of each smallest place and occupation, rounded. In the order of the cut's places, which has no troubles.
std::vector<ForecastPlace> forecast(const Cut& cut, std::int64_t k, std::int64_t share_percent);

} // namespace etabli::tabulation

// SPDX-License-Identifier: EUPL-1.2
// engine/texts/stems.hpp
//
// Words as search sees them: lower case, without accents, cut into words, reduced to their French stem
// (Snowball's French stemmer, Porter 2001). Both databases index these same stems, so both find the same things.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace etabli::texts {

/// "Relève gardée" → "releve gardee": lower case, accents and ligatures undone, all else kept.
std::string folded(std::string_view text);

/// The folded words of two letters and more, in order; stop words are left out.
std::vector<std::string> words(std::string_view text);

/// The French stem of one folded word.
std::string stem(std::string_view word);

/// The stems of the words of two letters and more, in order; stop words are left out.
std::vector<std::string> stems(std::string_view text);

} // namespace etabli::texts

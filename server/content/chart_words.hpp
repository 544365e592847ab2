// SPDX-License-Identifier: EUPL-1.2
// server/content/chart_words.hpp
//
// A chart in sentences, and the words of its drawing.

#pragma once

#include "engine/charts/chart.hpp"
#include "engine/charts/drawing.hpp"
#include "server/content/words.hpp"

namespace etabli::content {

/// In whose words.
struct Speech {
    const Words& words;
    std::string language;
};

/// With the name of the series' group.
std::string chart_title(const charts::Series& series, const Speech& speech);
/// What is drawn, on how many points, by which rule, and what is more than chance; never why.
std::vector<std::string> chart_sentences(const charts::Series& series, const charts::Chart& chart, const Speech& speech);
charts::DrawingWords drawing_words(const charts::Series& series, const charts::Chart& chart, const Speech& speech);

/// 2026-11-23 as a French reader writes it, 23/11/2026; anything else as it is.
std::string day_label(std::string_view day, std::string_view language);

} // namespace etabli::content

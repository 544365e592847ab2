// SPDX-License-Identifier: EUPL-1.2
// cli/chart_text.cpp
//
// What the command answers in words, or as a drawing.

#include <fmt/format.h>

#include "cli/chart_reports.hpp"

namespace etabli::cli {

std::string chart_text(const ChartedSeries& charted, const content::Speech& speech)
{
    const auto title = content::chart_title(charted.series, speech);
    if (charted.chart.ok())
        return fmt::format(
            "{}\n{}", title, fmt::join(content::chart_sentences(charted.series, charted.chart.value(), speech), "\n"));
    const auto why = speech.words.text(speech.language, fmt::format("problems.{}", charted.chart.problem().code()));
    return title + '\n' + speech.words.text(speech.language, "charts.problem", { { "why", why } });
}

std::string chart_svg(const ChartedSeries& charted, const content::Speech& speech)
{
    const auto& chart = charted.chart.value();
    return charts::draw_chart(charted.series, chart, content::drawing_words(charted.series, chart, speech));
}

} // namespace etabli::cli

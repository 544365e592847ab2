// SPDX-License-Identifier: EUPL-1.2
// cli/chart_reports.hpp
//
// What `etabli chart` answers: JSON in full precision, or sentences and a drawing in the reader's language.

#pragma once

#include <boost/json/object.hpp>

#include "engine/charts/chart.hpp"
#include "server/content/chart_words.hpp"

namespace etabli::cli {

/// A series and what became of it: a chart, or why there is none.
struct ChartedSeries {
    charts::Series series;
    Result<charts::Chart> chart;
};

/// One member of "groups"; one value per point, null where there is none. `group` is null where none was asked for.
json::object chart_json(const ChartedSeries& charted, bool is_grouped);

/// Sentences: what is drawn, on how many points, by which rule, and what is more than chance; never why.
std::string chart_text(const ChartedSeries& charted, const content::Speech& speech);
std::string chart_svg(const ChartedSeries& charted, const content::Speech& speech);

} // namespace etabli::cli

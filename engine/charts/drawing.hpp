// SPDX-License-Identifier: EUPL-1.2
// engine/charts/drawing.hpp
//
// A chart as SVG, for pages, paper and files: dots and a line, the centre in wood, a band for what chance usually explains,
// a dashed upright where a part ends. What is more than chance has another shape, never another colour alone. Colours are
// the page's variables, with light and dark of their own where there is no page. Words are arguments.

#pragma once

#include <string>

#include "engine/charts/chart.hpp"

namespace etabli::charts {

struct DrawingWords {
    std::string id = "chart"; // begins the ids of title and description: two drawings on a page need two
    std::string language;
    std::string title;
    std::string description; // for who does not see it: everything the picture says
    std::vector<std::string> centres; // beside the centre line of each part
    std::vector<std::string> notes; // under the picture, a line each: what few points allow, how lines were made
    char decimal_mark = '.';
};

/// Under 15 kB for a hundred points.
std::string draw_chart(const Series& series, const Chart& chart, const DrawingWords& words);

/// As few digits as tell values on a scale apart: 17, 0.953, 14.8.
std::string short_number(double value, char decimal_mark);

} // namespace etabli::charts

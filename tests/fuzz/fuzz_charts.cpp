// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_charts.cpp
//
// Whatever is given as a series is read or refused, and what is read gives a chart of every type with one value per point,
// lower under upper, and a drawing, or a reason. The first two bytes choose freeze and split.

#include <cmath>

#include "engine/charts/drawing.hpp"
#include "engine/charts/interrupted.hpp"

using namespace etabli;
using namespace etabli::charts;

namespace {

void check(const Series& series, const ChartOptions& options)
{
    const auto made = make_chart(series, options);
    if (!made.ok())
        return;
    const auto& chart = made.value();
    VERIFY(chart.values.size() == series.size() && chart.lines.centre.size() == series.size());
    for (std::size_t at = 0; at < series.size(); ++at)
        VERIFY(!(chart.lines.lower[at] > chart.lines.upper[at]));
    for (const auto& signal : chart.signals)
        VERIFY(signal.point >= 1 && static_cast<std::size_t>(signal.point) <= series.size());
    VERIFY(draw_chart(series, chart, {}).ends_with("</svg>"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 2, size - 2);
    for (int type = 0; type <= static_cast<int>(ChartType::T); ++type)
        for (const auto style : { Style::Own, Style::Qicharts2, Style::Nhs }) {
            ChartOptions options;
            options.type = static_cast<ChartType>(type);
            options.style = style;
            options.rules = bytes[0] % 2 == 0 ? RuleSet::Anhoej : RuleSet::Nhs;
            if (bytes[0] > 128)
                options.freeze = bytes[0] - 128;
            if (bytes[1] > 128)
                options.splits = { bytes[1] - 128 };
            const auto series = read_series(text, { shape_of(options.type), bytes[1] % 2 == 0 ? "" : "g" });
            if (!series.ok())
                continue;
            for (const auto& each : series.value())
                check(each, options);
        }
    const auto series = read_series(text, { Shape::ValuesOfSizes, {} });
    constexpr std::size_t points_most = 60; // matrices are slow under a sanitizer
    if (series.ok() && series.value().front().size() <= points_most) {
        InterruptedOptions options;
        options.change_at = series.value().front().order[series.value().front().size() / 2];
        const auto study = study_interrupted(series.value().front(), options);
        VERIFY(!study.ok() || study.value().coefficients.size() == 4);
    }
    return 0;
}

// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/forecast.cpp

#include "engine/tabulation/forecast.hpp"

namespace etabli::tabulation {

using disclosure::cell_at;
using disclosure::index;

std::vector<ForecastPlace> forecast(const Cut& cut, std::int64_t k, std::int64_t share_percent)
{
    const auto places = lattice_of(cut, k);
    std::vector<std::int64_t> counts(places.cell_numbers(), 0);
    for (int node = 0; node < places.node_count(); ++node)
        for (int cell = 0; cell <= places.category_count(); ++cell)
            counts[places.at(node, cell)] = (places.headcount(node, cell) * share_percent + 50) / 100;
    const auto respondents = places.recounted(std::move(counts));
    const auto protection = disclosure::protect(respondents, { .k = k });
    const CutCells cells(cut, respondents);
    std::vector<ForecastPlace> made;
    for (const auto& place : cut.places) {
        const int node = cells.node(place.code);
        auto& line = made.emplace_back();
        line.code = place.code;
        line.headcount = respondents.headcount(node, 0);
        const auto add = [&](std::optional<std::string> category, int cell) {
            line.cells.push_back(
                { std::move(category), respondents.count(node, cell), (protection.mask.open[index(node)] & cell_at(cell)) != 0,
                    (protection.primary[index(node)] & cell_at(cell)) != 0 || respondents.count(node, cell) == 0 });
        };
        add({}, 0);
        for (const auto& category : cut.categories)
            if (const int cell = cells.cell(category.code); cell > 0 && (respondents.present(node) & cell_at(cell)) != 0)
                add(category.code, cell);
    }
    return made;
}

} // namespace etabli::tabulation

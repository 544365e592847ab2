// SPDX-License-Identifier: EUPL-1.2
// bench/follow_up.cpp
//
// How often the sentence of a carte de suivi says that something changed: where nothing did, beside the runs of the points
// since around the line of before; where something did, by how much; and where neighbouring weeks resemble each other. Beside
// them, how often the interval of "by how much" leaves zero out. And how many cards a core makes.

#include <algorithm>
#include <chrono>
#include <random>

#include <fmt/format.h>

#include "domain/experiments/follow_up.hpp"
#include "engine/charts/runs.hpp"

namespace {

using namespace etabli;
using std::chrono::steady_clock;

/// The same series each time, so that two runs may be compared.
std::mt19937_64 engine_for(std::uint64_t seed = 20261123)
{
    return std::mt19937_64(seed);
}
constexpr int series = 3000;
constexpr double mean = 50;
constexpr double spread = 8;

struct Case {
    int before;
    int since;
    double shift; // in spreads of weeks
    double correlation; // of neighbours
};

std::vector<IndicatorValue> drawn(std::mt19937_64& engine, const Case& of)
{
    std::normal_distribution<double> normal(0, spread);
    std::vector<IndicatorValue> values;
    double last = 0;
    for (int at = 0; at < of.before + of.since; ++at) {
        last = of.correlation * last + normal(engine);
        const double shift = at < of.before ? 0 : of.shift * spread;
        values.push_back(
            { {}, {}, Date(std::chrono::sys_days {}).plus_days(4 + 7 * at), std::max(0.0, mean + shift + last), {}, 1, {} });
    }
    return values;
}

bool runs_say_so(const std::vector<IndicatorValue>& values, int before)
{
    double centre = 0;
    for (int at = 0; at < before; ++at)
        centre += values[static_cast<std::size_t>(at)].numerator / before;
    std::vector<double> since;
    for (auto at = static_cast<std::size_t>(before); at < values.size(); ++at)
        since.push_back(values[at].numerator);
    const auto runs = charts::runs_of(since, std::vector(since.size(), centre), charts::RunsBounds::Anhoej);
    return runs && runs->signal;
}

} // namespace

int main()
{
    Indicator indicator;
    indicator.purpose = "measure";
    auto engine = engine_for();
    int made = 0;
    double seconds = 0;
    fmt::print("{} series each; said to be more than chance, in per cent\n", series);
    fmt::print("before since shift correlation  sentence  runs  level  slope\n");
    for (const auto& [shift, correlation] : { std::pair { 0.0, 0.0 }, std::pair { 0.0, 0.3 }, std::pair { 0.5, 0.0 },
             std::pair { 1.0, 0.0 }, std::pair { 1.5, 0.0 } })
        for (const auto& [before, since] :
            { std::pair { 10, 10 }, std::pair { 12, 12 }, std::pair { 12, 24 }, std::pair { 24, 24 } }) {
            int said = 0;
            int runs = 0;
            int level = 0;
            int slope = 0;
            for (int each = 0; each < series; ++each) {
                const auto values = drawn(engine, { before, since, shift, correlation });
                const std::vector<ChartBreak> breaks { { values[static_cast<std::size_t>(before)].counted_on, PartReason::Start,
                    {} } };
                const auto start = steady_clock::now();
                const auto shown = experiments::follow_up(indicator, values, breaks, values.back().counted_on.plus_days(7));
                seconds += std::chrono::duration<double>(steady_clock::now() - start).count();
                ++made;
                said += shown.change && shown.change->reading == ChangeReading::BeyondChance;
                runs += runs_say_so(values, before);
                if (const auto told = experiments::interrupted_of(shown)) {
                    level += told->level_low > 0 || told->level_high < 0;
                    slope += told->slope_low > 0 || told->slope_high < 0;
                }
            }
            fmt::print("{:6} {:5} {:5.1f} {:11.1f}  {:8.1f}  {:4.1f}  {:5.1f}  {:5.1f}\n", before, since, shift, correlation,
                100.0 * said / series, 100.0 * runs / series, 100.0 * level / series, 100.0 * slope / series);
        }
    fmt::print("{:.0f} cards a second on one core ({} of them, 20 to 48 points each)\n", made / seconds, made);
}

// SPDX-License-Identifier: EUPL-1.2
// bench/charts.cpp
//
// How often each set of rules cries wolf on series where nothing happens, how many charts a core makes, how long the whole
// command takes for a year of a large hospital, and how heavy a drawing is. Arguments: the program `etabli`, an empty folder.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <random>

#include <fmt/format.h>

#include "cli/files.hpp"
#include "engine/charts/chart.hpp"
#include "engine/charts/drawing.hpp"

namespace {

using namespace etabli;
using namespace etabli::charts;
using std::chrono::steady_clock;

/// The same series each time, so that two runs may be compared.
std::mt19937_64 engine_for(std::uint64_t seed = 20261123)
{
    return std::mt19937_64(seed);
}
constexpr double mean = 50;

double milliseconds_since(steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

Series drawn(std::mt19937_64& engine, int points)
{
    std::normal_distribution<double> normal(mean, 8);
    Series made;
    for (int at = 0; at < points; ++at) {
        made.labels.push_back(std::to_string(at + 1));
        made.order.push_back(at + 1);
        made.lines.push_back(at + 2);
        made.values.push_back(normal(engine));
        made.sizes.push_back(1);
    }
    return made;
}

struct RuleChoice {
    const char* name;
    ChartOptions options;
    bool runs_count;
    bool points_count;
    const char* published; // at 12, 24 and 36 points
    bool is_centre_known = false; // as what was published supposes; otherwise the line is drawn from the same points
};

std::vector<RuleChoice> choices()
{
    ChartOptions run;
    run.type = ChartType::Run;
    auto best = run;
    best.bounds = RunsBounds::BestBox;
    auto cut = run;
    cut.bounds = RunsBounds::CutBox;
    ChartOptions individuals;
    auto unscreened = individuals;
    unscreened.screening = Screening::Off;
    auto nhs = individuals;
    nhs.rules = RuleSet::Nhs;
    nhs.style = Style::Nhs;
    return { { "Anhoej, known centre", run, true, false, "near 5 % whatever n", true },
        { "best box, known centre", best, true, false, "under 7.5 %", true },
        { "cut box, known centre", cut, true, false, "just under 7.5 %", true }, { "Anhoej, median", run, true, false, "-" },
        { "best box, median", best, true, false, "-" }, { "cut box, median", cut, true, false, "-" },
        { "3 sigma, I", individuals, false, true, "0.27 % a point: 3, 6, 9 %" },
        { "3 sigma, I, unscreened", unscreened, false, true, "0.27 % a point: 3, 6, 9 %" },
        { "Anhoej and 3 sigma, I", individuals, true, true, "-" }, { "NHS set, I", nhs, false, true, "-" } };
}

bool is_alarm(const RuleChoice& choice, const Series& series)
{
    if (choice.is_centre_known)
        return runs_of(series.values, std::vector(series.size(), mean), choice.options.bounds)->signal;
    const auto chart = make_chart(series, choice.options).value();
    const auto& runs = chart.parts.front().runs;
    return (choice.runs_count && runs && runs->signal) || (choice.points_count && !chart.signals.empty());
}

void measure_false_alarms()
{
    constexpr int series_count = 10'000;
    fmt::print("False alarms, {} series where nothing happens\n| {:<24} | {:>6} | {:>6} | {:>6} | published |\n", series_count,
        "rules", 12, 24, 36);
    for (const auto& choice : choices()) {
        fmt::print("| {:<24} |", choice.name);
        for (const int points : { 12, 24, 36 }) {
            auto engine = engine_for();
            int alarms = 0;
            for (int at = 0; at < series_count; ++at) {
                alarms += is_alarm(choice, drawn(engine, points)) ? 1 : 0;
            }
            fmt::print(" {:>4.1f} % |", 100.0 * alarms / series_count);
        }
        fmt::print(" {} |\n", choice.published);
    }
}

void measure_speed()
{
    constexpr int rounds = 20'000;
    constexpr double qicharts2_ms = 14; // the R packages, per chart of 24 points with its table
    constexpr double nhs_ms = 46;
    fmt::print("\nOne core, series in memory to chart\n");
    auto engine = engine_for();
    for (const int points : { 24, 36, 100 }) {
        const auto series = drawn(engine, points);
        for (const auto style : { Style::Own, Style::Nhs }) {
            ChartOptions options;
            options.style = style;
            options.rules = style == Style::Nhs ? RuleSet::Nhs : RuleSet::Anhoej;
            const auto start = steady_clock::now();
            std::size_t signals = 0;
            for (int round = 0; round < rounds; ++round)
                signals += make_chart(series, options).value().signals.size();
            const double each = milliseconds_since(start) / rounds;
            fmt::print("{:>4} points, {:<4}: {:>9.0f} charts/s ({:.1f} us, {} signals), the R package {} ms: x {:.0f}\n",
                points, name_of(style), 1000 / each, 1000 * each, signals / rounds, style == Style::Nhs ? nhs_ms : qicharts2_ms,
                (style == Style::Nhs ? nhs_ms : qicharts2_ms) / each);
        }
    }
}

/// 345 units, 37 months each.
std::string large_file()
{
    auto engine = engine_for();
    std::poisson_distribution<int> poisson(20);
    std::string made = "unit,x,y,n\n";
    for (int unit = 0; unit < 345; ++unit)
        for (int month = 0; month < 37; ++month)
            made
                += fmt::format("unit {},{:04}-{:02}-01,{},{}\n", unit, 2023 + month / 12, month % 12 + 1, poisson(engine), 400);
    return made;
}

void measure_program(const std::string& program, const std::string& folder)
{
    const auto file = folder + "/large.csv";
    VERIFY(cli::write_file(file, large_file()).ok());
    fmt::print("\nWhole process, 12,765 rows in 345 groups, json out; median of 15\n");
    for (const auto* type : { "run", "i", "u", "pp" }) {
        std::vector<double> times;
        const auto command
            = fmt::format("'{}' chart --type {} --group unit --format json '{}' > '{}/out.json'", program, type, file, folder);
        for (int round = 0; round < 15; ++round) {
            const auto start = steady_clock::now();
            VERIFY(std::system(command.c_str()) == 0);
            times.push_back(milliseconds_since(start));
        }
        std::sort(times.begin(), times.end());
        fmt::print("{:<4}: {:.1f} ms (at best {:.1f})\n", type, times[times.size() / 2], times.front());
    }
}

void measure_drawings()
{
    fmt::print("\nDrawings\n");
    auto engine = engine_for();
    for (const int points : { 24, 100 }) {
        const auto series = drawn(engine, points);
        const auto chart = make_chart(series, {}).value();
        const auto start = steady_clock::now();
        const auto svg = draw_chart(series, chart, { "c", "fr", "", "", { "50" }, { "" }, ',' });
        fmt::print("{:>4} points: {} bytes of SVG, {:.2f} ms\n", points, svg.size(), milliseconds_since(start));
    }
}

} // namespace

int main(int count, char** arguments)
{
    measure_false_alarms();
    measure_speed();
    measure_drawings();
    if (count < 3) {
        fmt::print(stderr, "charts ETABLI FOLDER, for the whole process\n");
        return 2;
    }
    measure_program(arguments[1], arguments[2]);
    return 0;
}

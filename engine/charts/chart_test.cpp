// SPDX-License-Identifier: EUPL-1.2
// engine/charts/chart_test.cpp
//
// Lines and signals against qicharts2 0.8.1 and NHSRplotthedots 0.2.2 (R 4.2.2): the published values of a count of thirty-six
// months. cli/chart_reference_test.cpp holds every type to series drawn by seed.

#include "engine/charts/chart.hpp"

#include <cmath>

#include "engine/charts/sums.hpp"
#include "engine/charts/test_support.hpp"

namespace etabli::charts {

namespace {

using tests::chart_of;
using tests::points_of;
using tests::series_of;

struct Expected {
    double centre = 0;
    double lower = NAN;
    double upper = NAN;
    Runs runs;
    std::vector<int> out;
};

void check(const ChartOptions& options, const Expected& expected)
{
    const auto chart = chart_of(series_of(tests::thirty_six), options);
    EXPECT_NEAR(chart.lines.centre.back(), expected.centre, 1e-12);
    const auto same
        = [](double one, double other) { return (std::isnan(one) && std::isnan(other)) || std::abs(one - other) < 1e-12; };
    EXPECT_TRUE(same(chart.lines.lower.back(), expected.lower)) << chart.lines.lower.back();
    EXPECT_TRUE(same(chart.lines.upper.back(), expected.upper)) << chart.lines.upper.back();
    EXPECT_EQ(points_of(chart), expected.out);
    const auto& runs = *chart.parts.back().runs;
    EXPECT_EQ(runs.useful, expected.runs.useful);
    EXPECT_EQ(runs.longest, expected.runs.longest);
    EXPECT_EQ(runs.longest_max, expected.runs.longest_max);
    EXPECT_EQ(runs.crossings, expected.runs.crossings);
    EXPECT_EQ(runs.crossings_min, expected.runs.crossings_min);
    EXPECT_EQ(runs.signal, expected.runs.signal);
}

ChartOptions of_type(ChartType type)
{
    ChartOptions made;
    made.type = type;
    return made;
}

Runs runs(int useful, int longest, int longest_max, int crossings, int crossings_min, bool signal)
{
    Runs made { useful, longest, longest_max, crossings, crossings_min, 0, 0, RunsBounds::Anhoej, signal };
    return made;
}

std::string_view problem_of(const Result<Chart>& made)
{
    return made.ok() ? "none" : made.problem().code();
}

} // namespace

TEST(Chart, of_runs_has_a_median_and_no_limits)
{
    check(of_type(ChartType::Run), { 17, NAN, NAN, runs(32, 14, 8, 6, 11, true), {} });
}

TEST(Chart, of_values_has_the_published_limits_with_screening_and_without)
{
    auto options = of_type(ChartType::I);
    check(options, { 14.8333333333333, 3.3345848977889, 26.3320817688778, runs(36, 17, 8, 5, 13, true), { 9, 32 } });
    options.screening = Screening::Off;
    check(options, { 14.8333333333333, 2.2193515704154, 27.4473150962513, runs(36, 17, 8, 5, 13, true), {} });
}

TEST(Chart, of_ranges_has_the_published_limits_and_no_signal_of_runs)
{
    check(of_type(ChartType::MR), { 4.74285714285714, 0, 15.4949142857143, runs(35, 5, 8, 15, 12, false), { 21 } });
    EXPECT_TRUE(std::isnan(chart_of(series_of(tests::thirty_six), of_type(ChartType::MR)).values.front()));
}

TEST(Chart, of_counts_may_be_frozen_or_split)
{
    auto options = of_type(ChartType::C);
    check(options, { 14.8333333333333, 3.27911332504199, 26.3875533416247, runs(36, 17, 8, 5, 13, true), { 9, 32 } });
    options.freeze = 24;
    check(options,
        { 18.7083333333333, 5.73239406097235, 31.6842726056943, runs(36, 15, 8, 8, 13, true), { 20, 30, 31, 32, 33, 35 } });
    options.freeze.reset();
    options.splits = { 24 };
    check(options, { 7.08333333333333, 0, 15.067693044669, runs(12, 4, 7, 6, 3, false), { 20 } }); // the first part's
    EXPECT_EQ(chart_of(series_of(tests::thirty_six), options).parts.size(), 2U);
}

TEST(Chart, of_the_nhs_has_its_own_constant)
{
    auto options = of_type(ChartType::I);
    options.style = Style::Nhs;
    options.rules = RuleSet::Nhs;
    const auto chart = chart_of(series_of(tests::thirty_six), options);
    EXPECT_NEAR(chart.lines.centre.front(), 14.8333333333333, 1e-12);
    EXPECT_NEAR(chart.lines.lower.front(), 3.33274509803922, 1e-12);
    EXPECT_NEAR(chart.lines.upper.front(), 26.3339215686275, 1e-12);
    const auto vignette = chart_of(series_of(tests::eighteen), options);
    EXPECT_NEAR(vignette.lines.centre.front(), 1.94444444444444, 1e-12);
    EXPECT_NEAR(vignette.lines.lower.front(), -0.715555555555556, 1e-12);
    EXPECT_NEAR(vignette.lines.upper.front(), 4.60444444444444, 1e-12);
    EXPECT_EQ(vignette.parts.front().screened, (std::vector<int> { 5, 6 }));
    options.screening = Screening::Off;
    const auto unscreened = chart_of(series_of(tests::eighteen), options);
    EXPECT_NEAR(unscreened.lines.lower.front(), -3.06261437908497, 1e-12);
    EXPECT_NEAR(unscreened.lines.upper.front(), 6.95150326797386, 1e-12);
}

TEST(Chart, says_what_few_points_allow)
{
    const auto standing = [](std::size_t points) {
        return chart_of(series_of(tests::drawn_values(1, points)), of_type(ChartType::I)).parts.front().standing;
    };
    EXPECT_EQ(standing(12), Standing::Firm);
    EXPECT_EQ(standing(11), Standing::Provisional);
    EXPECT_EQ(standing(9), Standing::PlainRun);
    const auto plain = chart_of(series_of({ 3, 1, 2, 5, 4, 9 }), of_type(ChartType::I));
    EXPECT_EQ(plain.lines.centre.front(), 3.5);
    EXPECT_TRUE(std::isnan(plain.lines.upper.front()));
    EXPECT_EQ(problem_of(make_chart(series_of({ 3, 1, 2, 5 }), of_type(ChartType::I))), "series.too_short");
}

TEST(Chart, of_another_style_gives_what_that_package_gives_of_few_points)
{
    auto options = of_type(ChartType::I);
    options.style = Style::Qicharts2;
    options.screening = Screening::Off;
    const auto chart = chart_of(series_of({ 3, 1, 2 }), options);
    EXPECT_NEAR(chart.lines.upper.front(), 2 + 3 * 1.5 / 1.128, 1e-12);
    EXPECT_EQ(problem_of(make_chart(series_of({ 3 }), options)), "series.too_short");
    EXPECT_EQ(problem_of(make_chart(series_of({ 3, 3, 3 }), options)), "none");
}

TEST(Chart, of_values_that_do_not_vary_is_refused_with_its_lines)
{
    const auto made = make_chart(series_of(std::vector(14, 5.0)), of_type(ChartType::C));
    ASSERT_EQ(problem_of(made), "series.all_equal");
    EXPECT_EQ(made.problem().detail(), "lines 2 to 15 all make points of 5");
}

TEST(Chart, of_one_event_among_zeros_shows_the_event_and_not_every_other_point)
{
    auto zeros = std::vector(14, 0.0);
    zeros[11] = 1;
    for (const auto type : { ChartType::I, ChartType::IPrime, ChartType::PPrime, ChartType::UPrime }) {
        const auto series = series_of(zeros, { 28, 31, 30, 29, 31, 30, 28, 29, 30, 31, 28, 30, 29, 31 });
        EXPECT_EQ(points_of(chart_of(series, of_type(type))), std::vector { 12 }) << name_of(type);
        // There screening leaves nothing that varies, and the package draws it so.
        auto as_published = of_type(type);
        as_published.style = Style::Qicharts2;
        EXPECT_GT(points_of(chart_of(series, as_published)).size(), 1U) << name_of(type);
    }
}

// As R has them: 5.1 apart at any height, to the last digit.
TEST(Chart, of_equal_spreads_finds_nothing_that_varies)
{
    auto series = series_of(std::vector(6, 1.0), std::vector(6, 2.0));
    const std::vector<std::vector<double>> pairs { { 13.0, 7.9 }, { 7.0, 1.9 }, { 8.0, 2.9 }, { 11.0, 5.9 }, { 9.0, 3.9 },
        { 15.0, 9.9 } };
    for (const auto& pair : pairs)
        series.deviations.push_back(deviation_of(pair));
    EXPECT_EQ(series.deviations, std::vector(6, 3.6062445840513924));
    EXPECT_EQ(problem_of(make_chart(series, of_type(ChartType::S))), "series.all_equal");
}

TEST(Chart, in_the_style_of_qicharts2_passes_over_places_beyond_the_series)
{
    auto options = of_type(ChartType::C);
    options.style = Style::Qicharts2;
    options.excluded = { 3, 15 };
    options.splits = { 6, 12, 20 };
    const auto chart = chart_of(series_of(tests::drawn_values(3, 12)), options);
    EXPECT_EQ(chart.parts.size(), 2U);
    EXPECT_EQ(chart.parts.front().baseline, 5);
    options.style = Style::Own;
    EXPECT_EQ(problem_of(make_chart(series_of(tests::drawn_values(3, 12)), options)), "chart.options_clash");
}

TEST(Chart, of_a_short_part_draws_dots)
{
    auto options = of_type(ChartType::I);
    options.splits = { 20 };
    const auto chart = chart_of(series_of(tests::drawn_values(2, 24)), options);
    EXPECT_EQ(chart.parts[0].standing, Standing::Firm);
    EXPECT_EQ(chart.parts[1].standing, Standing::Points);
    EXPECT_TRUE(std::isnan(chart.lines.centre.back()));
    EXPECT_FALSE(chart.parts[1].runs);
}

TEST(Chart, refuses_options_that_do_not_go_together)
{
    const auto series = series_of(tests::thirty_six);
    const auto refused = [&](auto change) {
        auto options = of_type(ChartType::I);
        change(options);
        return problem_of(make_chart(series, options)) == "chart.options_clash";
    };
    EXPECT_TRUE(refused([](ChartOptions& options) { options.splits = { 36 }; }));
    EXPECT_TRUE(refused([](ChartOptions& options) { options.splits = { 0 }; }));
    EXPECT_TRUE(refused([](ChartOptions& options) { options.excluded = { 37 }; }));
    EXPECT_TRUE(refused([](ChartOptions& options) { options.freeze = 11; }));
    EXPECT_TRUE(refused([](ChartOptions& options) {
        options.freeze = 12;
        options.splits = { 20 };
    }));
    EXPECT_TRUE(refused([](ChartOptions& options) {
        options.style = Style::Nhs;
        options.type = ChartType::C;
    }));
}

TEST(Chart, refuses_what_a_type_cannot_be_made_of_with_its_line)
{
    const auto why = [](ChartType type, const Series& series) { return make_chart(series, of_type(type)).problem().detail(); };
    EXPECT_EQ(why(ChartType::C, series_of({ 1, 2, -1, 2, 3 })), "line 4, column y: is below zero, and counts are not");
    EXPECT_EQ(
        why(ChartType::T, series_of({ 1, 0, 1, 2, 3 })), "line 3, column y: is not above zero, and times between events are");
    EXPECT_EQ(why(ChartType::P, series_of({ 1, 2, 3 }, { 2, 2, 2 })), "line 4, column y: is more than n, and shares are not");
}

TEST(Chart, leaves_excluded_points_out_of_lines_and_runs)
{
    auto options = of_type(ChartType::I);
    options.excluded = { 20 };
    const auto with = chart_of(series_of(tests::thirty_six), options);
    auto fewer = tests::thirty_six;
    fewer.erase(fewer.begin() + 19);
    const auto without = chart_of(series_of(fewer), of_type(ChartType::I));
    EXPECT_NEAR(with.lines.upper.front(), without.lines.upper.front(), 1e-12);
    EXPECT_EQ(with.parts.front().runs->useful, without.parts.front().runs->useful);
    EXPECT_EQ(with.values.size(), 36U);
}

TEST(Chart, measures_how_much_more_than_counts_ratios_vary)
{
    std::vector<double> alike;
    std::vector<double> wild;
    for (int at = 0; at < 24; ++at) {
        alike.push_back(100 + (at % 2 == 0 ? 10 : -10));
        wild.push_back(100 + (at % 2 == 0 ? 60 : -60));
    }
    const std::vector<double> sizes(24, 1000);
    EXPECT_NEAR(*chart_of(series_of(alike, sizes), of_type(ChartType::U)).parts.front().dispersion, 24.0 / 23, 1e-12);
    EXPECT_NEAR(*chart_of(series_of(wild, sizes), of_type(ChartType::U)).parts.front().dispersion, 36 * 24.0 / 23, 1e-9);
}

/// Moving and stretching all values moves and stretches the lines, and changes no signal.
TEST(ChartLaws, hold_under_translation_and_scale)
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto values = tests::drawn_values(seed, 12 + seed % 30);
        for (const auto type : { ChartType::Run, ChartType::I, ChartType::MR, ChartType::XBar })
            for (const auto rules : { RuleSet::Anhoej, RuleSet::Nhs }) {
                auto options = of_type(type);
                options.rules = rules;
                auto plain = series_of(values);
                auto moved = series_of(values);
                constexpr double scale = 4; // powers of two, so that ties remain ties
                constexpr double away = 1024;
                for (double& value : moved.values)
                    value = scale * value + away;
                if (type == ChartType::XBar) {
                    plain.sizes.assign(values.size(), 4);
                    moved.sizes = plain.sizes;
                    plain.deviations.assign(values.size(), 8);
                    moved.deviations.assign(values.size(), 8 * scale);
                }
                const auto before = chart_of(plain, options);
                const auto after = chart_of(moved, options);
                const double shift = type == ChartType::MR ? 0 : away;
                EXPECT_NEAR(after.lines.centre.front(), scale * before.lines.centre.front() + shift, 1e-9) << seed;
                if (type != ChartType::Run) {
                    EXPECT_NEAR(after.lines.upper.front(), scale * before.lines.upper.front() + shift, 1e-9) << seed;
                }
                EXPECT_EQ(points_of(before), points_of(after)) << seed;
            }
    }
}

/// A part is charted as if it were alone.
TEST(ChartLaws, parts_do_not_see_one_another)
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto values = tests::drawn_values(seed, 40);
        auto options = of_type(ChartType::I);
        options.splits = { 20 };
        const auto both = chart_of(series_of(values), options);
        const auto second = chart_of(series_of({ values.begin() + 20, values.end() }), of_type(ChartType::I));
        EXPECT_EQ(both.lines.upper.back(), second.lines.upper.back());
        EXPECT_EQ(both.parts[1].runs->crossings, second.parts[0].runs->crossings);
    }
}

/// A turned series has the same lines, runs and crossings.
TEST(ChartLaws, time_has_no_arrow_but_in_trends)
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        auto values = tests::drawn_values(seed, 30);
        const auto forth = chart_of(series_of(values), of_type(ChartType::I));
        std::reverse(values.begin(), values.end());
        const auto back = chart_of(series_of(values), of_type(ChartType::I));
        EXPECT_NEAR(forth.lines.upper.front(), back.lines.upper.front(), 1e-9);
        EXPECT_EQ(forth.parts[0].runs->longest, back.parts[0].runs->longest);
        EXPECT_EQ(forth.parts[0].runs->crossings, back.parts[0].runs->crossings);
    }
}

} // namespace etabli::charts

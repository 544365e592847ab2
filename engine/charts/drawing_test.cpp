// SPDX-License-Identifier: EUPL-1.2
// engine/charts/drawing_test.cpp
//
// What anybody may count on of a drawing: its size, its words, its shapes, and colours that judge nobody.

#include "engine/charts/drawing.hpp"

#include <algorithm>

#include "engine/charts/test_support.hpp"

namespace etabli::charts {

namespace {

using tests::chart_of;
using tests::series_of;

std::string drawn(const Series& series, const ChartOptions& options, const DrawingWords& words)
{
    return draw_chart(series, chart_of(series, options), words);
}

std::string drawn(const std::vector<double>& values, const ChartOptions& options = {})
{
    return drawn(series_of(values), options, { "c", "fr", "Titre", "Ce qui est là.", { "environ 15" }, { "note" }, ',' });
}

std::ptrdiff_t count_of(const std::string& text, const std::string& part)
{
    std::ptrdiff_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// Every element that opens closes, in order.
void check_well_formed(const std::string& svg)
{
    std::vector<std::string> open;
    for (auto at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
        const auto end = svg.find('>', at);
        ASSERT_NE(end, std::string::npos);
        const auto tag = svg.substr(at + 1, end - at - 1);
        if (tag.ends_with('/'))
            continue;
        if (tag.starts_with('/')) {
            ASSERT_FALSE(open.empty());
            EXPECT_EQ(tag.substr(1), open.back());
            open.pop_back();
        } else {
            open.push_back(tag.substr(0, tag.find(' ')));
        }
    }
    EXPECT_TRUE(open.empty());
}

} // namespace

TEST(Drawing, of_a_hundred_points_is_under_15_kB_whatever_the_type)
{
    const auto values = tests::drawn_values(3, 100);
    std::vector<double> sizes;
    for (const double value : tests::drawn_values(4, 100))
        sizes.push_back(100 + value);
    for (const auto type : { ChartType::Run, ChartType::I, ChartType::MR, ChartType::C, ChartType::U, ChartType::PPrime,
             ChartType::IPrime, ChartType::G, ChartType::T }) {
        ChartOptions options;
        options.type = type;
        const auto svg = drawn(series_of(values, sizes), options, { "c", "fr", "Titre", "Ce qui est là.", { "" }, {}, ',' });
        EXPECT_LT(svg.size(), 15'000U) << name_of(type);
        check_well_formed(svg);
    }
}

TEST(Drawing, says_in_words_what_it_shows)
{
    const auto svg = drawn(tests::thirty_six);
    EXPECT_NE(svg.find(R"(role="img" lang="fr" aria-labelledby="c-t c-d")"), std::string::npos);
    EXPECT_NE(svg.find(R"(<title id="c-t">Titre</title><desc id="c-d">Ce qui est là.</desc>)"), std::string::npos);
    EXPECT_NE(svg.find(">environ 15<"), std::string::npos);
}

TEST(Drawing, keeps_words_from_being_read_as_marks)
{
    auto series = series_of(tests::thirty_six);
    series.labels[0] = "<script>&\"";
    const auto svg = drawn(series, {}, { "a\"b", "fr", "<b>", "&", {}, {}, '.' });
    EXPECT_EQ(svg.find("<script>"), std::string::npos);
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
    EXPECT_NE(svg.find("&lt;script&gt;&amp;&quot;"), std::string::npos);
    check_well_formed(svg);
}

TEST(Drawing, shows_signals_and_what_was_left_out_by_shape)
{
    ChartOptions options;
    options.excluded = { 20 };
    const auto svg = drawn(tests::thirty_six, options);
    EXPECT_NE(svg.find(R"(<path class="signal")"), std::string::npos);
    EXPECT_NE(svg.find(R"(<path class="left-out")"), std::string::npos);
    EXPECT_NE(svg.find(R"(<path class="run")"), std::string::npos);
    EXPECT_EQ(count_of(svg, "h0"), 35);
}

TEST(Drawing, draws_an_upright_where_a_part_ends)
{
    ChartOptions options;
    options.splits = { 12, 24 };
    EXPECT_EQ(count_of(drawn(tests::thirty_six, options), R"(<path class="change")"), 2);
}

TEST(Drawing, lives_in_light_and_dark_without_red_amber_or_green)
{
    const auto svg = drawn(tests::thirty_six);
    EXPECT_NE(svg.find("prefers-color-scheme:dark"), std::string::npos);
    EXPECT_NE(svg.find("var(--chart-a,"), std::string::npos);
    for (const auto* colour : { "red", "green", "orange", "#f00", "#0f0" })
        EXPECT_EQ(svg.find(colour), std::string::npos) << colour;
}

TEST(Drawing, of_a_series_without_limits_or_values_still_stands)
{
    ChartOptions options;
    options.style = Style::Qicharts2;
    check_well_formed(drawn({ 3, 3 }, options));
    options.type = ChartType::MR;
    check_well_formed(drawn({ 3, 4 }, options));
    EXPECT_EQ(drawn({ 3, 3 }, options).find("nan"), std::string::npos);
}

TEST(ShortNumbers, have_three_digits)
{
    EXPECT_EQ(short_number(17, ','), "17");
    EXPECT_EQ(short_number(14.8333, ','), "14,8");
    EXPECT_EQ(short_number(0.95289971, '.'), "0.953");
    EXPECT_EQ(short_number(1234.5, ','), "1234");
    EXPECT_EQ(short_number(-0.00001, '.'), "-0.00001");
    EXPECT_EQ(short_number(0, '.'), "0");
}

} // namespace etabli::charts

// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/follow_up_drawing_test.cpp
//
// tests/vectors/follow_up.json, which the page's own drawing is held to as well (web/app/features/experiments/follow_up): the
// points and lines a page is given of the same figures, and where the picture has them.

#include "domain/experiments/follow_up.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/charts/drawing.hpp"

namespace etabli::experiments {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

/// Figures in the vectors have eight digits after the point.
constexpr double figure_error = 1e-8;
/// Places have one, and a half may be rounded either way.
constexpr double place_error = 0.1001;

json::value vectors()
{
    std::ifstream file(ETABLI_SOURCE_DIR "/tests/vectors/follow_up.json");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    auto read = parse_json(text);
    VERIFY(read.ok());
    return std::move(read.value());
}

double number(const json::value& value)
{
    return value.to_number<double>();
}

/// What a team counted, and when it changed something: at each point with which a part begins.
struct Given {
    Indicator indicator;
    std::vector<IndicatorValue> values;
    std::vector<ChartBreak> breaks;
    Date today; // when all of it is over
};

Given given_of(const json::object& vector)
{
    Given made;
    made.indicator.counting = *enum_from<Counting>(std::string(vector.at("counting").as_string()));
    double part = 0;
    for (const auto& each : vector.at("points").as_array()) {
        const auto& point = each.as_object();
        IndicatorValue value;
        value.counted_on = *Date::parse(std::string(point.at("from").as_string()));
        value.numerator = number(point.at("numerator"));
        if (const auto* base = point.if_contains("base"))
            value.base = base->as_int64();
        if (const auto* why = point.if_contains("set_aside"))
            value.set_aside = std::string(why->as_string());
        if (number(point.at("part")) > part)
            made.breaks.push_back({ value.counted_on, PartReason::Start, {} });
        part = number(point.at("part"));
        made.today = value.counted_on.plus_days(7);
        made.values.push_back(std::move(value));
    }
    return made;
}

/// What all paths of that class draw.
std::string path_of(const std::string& svg, std::string_view name)
{
    const auto begins = fmt::format(R"(<path class="{}" d=")", name);
    std::string made;
    for (auto at = svg.find(begins); at != std::string::npos; at = svg.find(begins, at + 1)) {
        const auto first = at + begins.size();
        made += svg.substr(first, svg.find('"', first) - first);
    }
    return made;
}

/// The number a path goes on with.
double taken_from(std::string_view& path)
{
    if (path.starts_with(' '))
        path.remove_prefix(1);
    double taken = NAN;
    const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), taken);
    EXPECT_EQ(error, std::errc()) << path;
    path.remove_prefix(static_cast<std::size_t>(end - path.data()));
    return taken;
}

struct Place {
    double x = 0;
    double y = 0;
};

/// Where each mark of a path stands.
std::vector<Place> places_of(std::string_view path)
{
    std::vector<Place> places;
    for (auto at = path.find('M'); at != std::string_view::npos; at = path.find('M')) {
        path.remove_prefix(at + 1);
        const double x = taken_from(path);
        const double y = taken_from(path);
        places.push_back({ x, y });
    }
    return places;
}

bool has_mark_at(const std::vector<Place>& marks, Place place)
{
    return std::any_of(marks.begin(), marks.end(), [&](const Place& mark) {
        return std::abs(mark.x - place.x) < place_error && std::abs(mark.y - place.y) < place_error;
    });
}

/// Of lines that go in steps: how high each stands at that place.
std::vector<double> heights_at(std::string_view path, double across)
{
    std::vector<double> heights;
    Place pen;
    while (!path.empty()) {
        const char letter = path.front();
        path.remove_prefix(1);
        const double to = taken_from(path);
        if (letter == 'M') {
            pen = { to, taken_from(path) };
        } else if (letter == 'V') {
            pen.y = to;
        } else {
            EXPECT_EQ(letter, 'H');
            if (pen.x < across && across < to)
                heights.push_back(pen.y);
            pen.x = to;
        }
    }
    return heights;
}

TEST(FollowUpDrawing, the_page_is_given_the_figures_and_lines_of_the_vectors)
{
    const auto all = vectors();
    for (const auto& each : all.as_array()) {
        const auto& vector = each.as_object();
        const auto& points = vector.at("points").as_array();
        const auto given = given_of(vector);
        const auto shown = follow_up(given.indicator, given.values, given.breaks, given.today);
        ASSERT_EQ(shown.points.size(), points.size()) << vector.at("name");
        for (std::size_t at = 0; at < points.size(); ++at) {
            const auto& point = points[at].as_object();
            const auto& found = shown.points[at];
            EXPECT_NEAR(found.value, number(point.at("value")), figure_error) << vector.at("name") << point.at("from");
            EXPECT_NEAR(found.centre.value_or(NAN), number(point.at("centre")), figure_error) << vector.at("name");
            EXPECT_NEAR(found.lower.value_or(NAN), number(point.at("lower")), figure_error) << vector.at("name");
            EXPECT_NEAR(found.upper.value_or(NAN), number(point.at("upper")), figure_error) << vector.at("name");
            EXPECT_EQ(found.part, point.at("part").as_int64()) << vector.at("name") << point.at("from");
            EXPECT_EQ(found.is_outside, point.contains("is_outside")) << vector.at("name") << point.at("from");
        }
    }
}

TEST(FollowUpDrawing, the_picture_has_them_where_the_page_has_them)
{
    const auto all = vectors();
    for (const auto& each : all.as_array()) {
        const auto& vector = each.as_object();
        const auto given = given_of(vector);
        const auto made = charted(given.indicator, given.values, given.breaks, given.today);
        ASSERT_TRUE(made.chart) << vector.at("name");
        const auto svg = charts::draw_chart(made.series, *made.chart, {});
        const auto centre = path_of(svg, "centre");
        const auto limits = path_of(svg, "limit");
        const auto dots = places_of(path_of(svg, "dots"));
        const auto left_out = places_of(path_of(svg, "left-out"));
        const auto outside = places_of(path_of(svg, "signal"));
        EXPECT_EQ(dots.size() + left_out.size(), given.values.size()) << vector.at("name");
        for (const auto& one : vector.at("points").as_array()) {
            const auto& point = one.as_object();
            const auto& drawn = point.at("drawn").as_object();
            const auto& dot = drawn.at("dot").as_array();
            const Place place { number(dot[0]), number(dot[1]) };
            EXPECT_TRUE(has_mark_at(point.contains("set_aside") ? left_out : dots, place)) << vector.at("name") << one;
            EXPECT_EQ(has_mark_at(outside, place), point.contains("is_outside")) << vector.at("name") << one;
            EXPECT_THAT(heights_at(centre, place.x), ElementsAre(DoubleNear(number(drawn.at("centre")), place_error)))
                << vector.at("name") << one;
            const auto& both = drawn.at("limits").as_array();
            EXPECT_THAT(heights_at(limits, place.x),
                ElementsAre(DoubleNear(number(both[0]), place_error), DoubleNear(number(both[1]), place_error)))
                << vector.at("name") << one;
        }
    }
}

} // namespace
} // namespace etabli::experiments

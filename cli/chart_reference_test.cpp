// SPDX-License-Identifier: EUPL-1.2
// cli/chart_reference_test.cpp
//
// The command held to two R packages on series drawn by seed, every type, frozen, split, with points left out, screened or
// not: point by point. tests/data/charts/cases.R makes the expectations and names the versions.

#include <cmath>
#include <fstream>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include "base/fields.hpp"
#include "base/text.hpp"
#include "cli/files.hpp"
#include "tests/support/command.hpp"

namespace etabli::cli {

namespace {

using Case = std::map<std::string, std::string, std::less<>>;

std::vector<Case> cases_of(const std::string& name)
{
    const auto text = read_file(fmt::format("{}/tests/data/charts/{}", ETABLI_SOURCE_DIR, name));
    VERIFY(text.ok());
    std::vector<Case> made(1);
    for (const auto line : split(text.value(), '\n')) {
        if (line.empty() && !made.back().empty())
            made.emplace_back();
        if (line.empty())
            continue;
        const auto space = std::min(line.find(' '), line.size());
        made.back()[std::string(line.substr(0, space))] = trimmed(line.substr(space));
    }
    if (made.back().empty())
        made.pop_back();
    return made;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> made;
    for (const auto word : split(text, ' '))
        if (!word.empty())
            made.emplace_back(word);
    return made;
}

json::object charted(const Case& of)
{
    const auto x = words_of(of.at("x"));
    const auto y = words_of(of.at("y"));
    const auto n = words_of(of.at("n"));
    const auto path = testing::TempDir() + fmt::format("chart-{}.csv", ::getpid());
    std::ofstream file(path);
    file << (n.empty() ? "x,y\n" : "x,y,n\n");
    for (std::size_t at = 0; at < x.size(); ++at)
        file << x[at] << ',' << y[at] << (n.empty() ? "" : "," + n[at]) << '\n';
    file.close();
    std::vector<std::string> words { "chart" };
    for (const auto& word : words_of(of.at("call")))
        words.push_back(word);
    words.insert(words.end(), { "--format", "json", path });
    const auto ran = tests::run_command(words);
    std::remove(path.c_str());
    EXPECT_EQ(ran.code, 0) << ran.err;
    auto body = parse_json(ran.out);
    VERIFY(body.ok());
    return body.value().at("groups").at(0).as_object();
}

/// `3.5*21` is twenty-one times 3.5.
std::vector<std::string> line_of(std::string_view text)
{
    auto made = words_of(text);
    const auto star = text.find('*');
    if (star == std::string_view::npos)
        return made;
    return std::vector<std::string>(
        static_cast<std::size_t>(whole_number(text.substr(star + 1)).value()), std::string(text.substr(0, star)));
}

void check_line(const Case& of, const json::object& body, std::string_view name)
{
    const auto expected = line_of(of.at(std::string(name)));
    const auto& found = body.at(name).as_array();
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
        if (expected[at] == "null" || found[at].is_null()) {
            EXPECT_TRUE(expected[at] == "null" && found[at].is_null()) << of.at("call") << ' ' << name << ' ' << at + 1;
            continue;
        }
        const double value = std::stod(expected[at]);
        EXPECT_NEAR(found[at].to_number<double>(), value, 1e-11 * std::max(1.0, std::abs(value)))
            << of.at("call") << ' ' << name << ' ' << at + 1;
    }
}

std::string signals_of(const json::object& body, bool with_rules)
{
    std::string made;
    for (const auto& signal : body.at("signals").as_array()) {
        made += fmt::format("{}{}", made.empty() ? "" : " ", signal.at("point").to_number<int>());
        if (with_rules)
            made += fmt::format(":{}", std::string_view(signal.at("rule").as_string()));
    }
    return made;
}

std::string runs_of(const json::object& body)
{
    if (body.at("useful").is_null())
        return "0 NA NA NA NA 0";
    std::string made;
    for (const auto* name : { "useful", "longest_run", "longest_run_max", "crossings", "crossings_min" })
        made += fmt::format("{} ", body.at(name).to_number<int>());
    return made + (body.at("runs_signal").as_bool() ? "1" : "0");
}

} // namespace

TEST(ChartReference, is_matched_in_the_style_of_qicharts2)
{
    const auto cases = cases_of("qicharts2.txt");
    ASSERT_EQ(cases.size(), 65U);
    for (const auto& of : cases) {
        const auto body = charted(of);
        for (const auto* name : { "centre", "lower", "upper" })
            check_line(of, body, name);
        EXPECT_EQ(signals_of(body, false), of.at("signals")) << of.at("call");
        EXPECT_EQ(runs_of(body), of.at("runs")) << of.at("call");
    }
}

TEST(ChartReference, is_matched_in_the_style_of_the_nhs)
{
    const auto cases = cases_of("nhs.txt");
    ASSERT_EQ(cases.size(), 24U);
    for (const auto& of : cases) {
        const auto body = charted(of);
        for (const auto* name : { "centre", "lower", "upper" })
            check_line(of, body, name);
        EXPECT_EQ(signals_of(body, true), of.at("signals")) << of.at("call");
        EXPECT_TRUE(body.at("runs_signal") == false && body.at("longest_run").is_null());
    }
}

} // namespace etabli::cli

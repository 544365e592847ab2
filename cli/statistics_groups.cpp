// SPDX-License-Identifier: EUPL-1.2
// cli/statistics_groups.cpp
//
// Reports on groups of people: compared, drawn by stratum, put together.

#include <array>
#include <map>

#include <boost/json.hpp>

#include "base/text.hpp"
#include "cli/statistics_reports.hpp"
#include "engine/statistics/comparison.hpp"
#include "engine/statistics/strata.hpp"
#include "engine/statistics/ward.hpp"

namespace etabli::cli {

namespace {

Problem wrong(std::string what)
{
    return Problem("request.invalid", std::move(what));
}

Result<Report> report_same_people(const Answers& answers, const StatisticsOptions& options)
{
    const auto columns = std::array { TRY(answers.column(options.score)), TRY(answers.column(options.again)) };
    std::array<std::vector<double>, 2> both;
    for (int row = 0; row < answers.rows(); ++row) {
        const auto before = TRY(answers.number(row, columns[0]));
        const auto after = TRY(answers.number(row, columns[1]));
        if (before && after) {
            both[0].push_back(*before);
            both[1].push_back(*after);
        }
    }
    const auto test = TRY(statistics::signed_rank_test(both[0], both[1]));
    json::object body { { "method", "signed_rank" }, { "n", both[0].size() } };
    if (!test) {
        body["undefined"] = "nobody_moved";
        return Report { std::move(body), false };
    }
    body["statistic"] = number(test->statistic);
    body["p"] = number(test->p);
    body["is_exact"] = test->is_exact;
    return Report { std::move(body) };
}

void add_estimate(json::object& to, const std::string& name, const std::optional<statistics::Estimate>& estimate)
{
    to[name] = number(estimate ? std::optional(estimate->value) : std::nullopt);
    add_interval(to, name + "_", estimate ? estimate->interval : std::nullopt);
}

/// Names of a column in the order in which rows meet them, and each row's.
struct Named {
    std::vector<std::string> names;
    std::vector<int> of_row;
};

Result<Named> read_names(const Answers& answers, std::string_view column_name)
{
    const auto column = TRY(answers.column(column_name));
    Named made;
    std::map<std::string, int, std::less<>> known;
    for (int row = 0; row < answers.rows(); ++row) {
        const auto& name = answers.text(row, column);
        if (name.empty())
            return answers.trouble_in(row, column, "is empty");
        const auto [found, is_new] = known.emplace(name, static_cast<int>(made.names.size()));
        if (is_new)
            made.names.push_back(name);
        made.of_row.push_back(found->second);
    }
    return made;
}

Result<statistics::Design> read_design(const Answers& answers, const StatisticsOptions& options, const Named& strata)
{
    std::vector<std::optional<std::int64_t>> sizes(strata.names.size());
    std::vector<statistics::Drawn> people;
    std::optional<std::size_t> size_column;
    std::optional<std::size_t> weight_column;
    if (!options.stratum_size.empty())
        size_column = TRY(answers.column(options.stratum_size));
    if (!options.weight.empty())
        weight_column = TRY(answers.column(options.weight));
    for (int row = 0; row < answers.rows(); ++row) {
        const int stratum = strata.of_row[static_cast<std::size_t>(row)];
        if (size_column) {
            const auto size = TRY(answers.whole_number(row, *size_column, 1, 1'000'000'000));
            auto& known = sizes[static_cast<std::size_t>(stratum)];
            if (!size || (known && known != size))
                return answers.trouble_in(row, *size_column, "differs from that of the same stratum above, or is empty");
            known = size;
        }
        std::optional<double> weight;
        if (weight_column) {
            weight = TRY(answers.number(row, *weight_column));
            if (!weight || !(*weight > 0))
                return answers.trouble_in(row, *weight_column, "is not above zero");
        }
        people.push_back({ stratum, weight });
    }
    return statistics::Design::create(std::move(sizes), std::move(people));
}

struct Asked {
    std::string_view kind; // total, mean, ratio
    std::string name;
    std::vector<statistics::Score> of;
    std::vector<statistics::Score> by; // of a ratio
};

Result<std::vector<statistics::Score>> read_scores(const Answers& answers, std::string_view name)
{
    const auto column = TRY(answers.column(name));
    std::vector<statistics::Score> made;
    for (int row = 0; row < answers.rows(); ++row)
        made.push_back(TRY(answers.number(row, column)));
    return made;
}

Result<std::vector<Asked>> read_asked(const Answers& answers, const StatisticsOptions& options)
{
    std::vector<Asked> made;
    for (const auto& name : options.totals)
        made.push_back({ "total", name, TRY(read_scores(answers, name)), {} });
    for (const auto& name : options.means)
        made.push_back({ "mean", name, TRY(read_scores(answers, name)), {} });
    for (const auto& name : options.ratios) {
        const auto parts = split(name, '/');
        if (parts.size() != 2)
            return wrong("--ratio: two columns with a / between, not " + name);
        made.push_back({ "ratio", name, TRY(read_scores(answers, parts[0])), TRY(read_scores(answers, parts[1])) });
    }
    if (made.empty())
        return wrong("ask for a --total, a --mean or a --ratio");
    return made;
}

json::object estimate_line(const Asked& asked, const std::optional<statistics::DesignEstimate>& found, const Named& strata)
{
    json::object line { { "kind", asked.kind }, { "of", asked.name } };
    line["n"] = found ? found->n : 0;
    line["value"] = number(found ? std::optional(found->value) : std::nullopt);
    line["error"] = number(found ? found->error : std::nullopt);
    add_interval(line, "", found ? found->interval : std::nullopt);
    line["freedom"] = found ? found->freedom : 0;
    line["design_effect"] = number(found ? found->design_effect : std::nullopt);
    line["one_drawn_in"] = found && found->lonely_stratum
        ? json::value(strata.names[static_cast<std::size_t>(*found->lonely_stratum)])
        : json::value();
    return line;
}

std::optional<statistics::DesignEstimate> estimate(
    const statistics::Design& design, const Asked& asked, std::span<const statistics::Score> of, double confidence)
{
    if (asked.kind == "total")
        return statistics::design_total(design, of, confidence);
    if (asked.kind == "mean")
        return statistics::design_mean(design, of, confidence);
    return statistics::design_ratio(design, of, asked.by, confidence);
}

} // namespace

Result<Report> report_comparison(const Answers& answers, const StatisticsOptions& options)
{
    if (!options.again.empty())
        return report_same_people(answers, options);
    if (options.by.empty() || options.first == options.second)
        return wrong("--by, --first and --second name two groups (or --again the same people's second answers)");
    const auto score = TRY(answers.column(options.score));
    const auto by = TRY(answers.column(options.by));
    statistics::Group first { {}, options.population_first };
    statistics::Group second { {}, options.population_second };
    for (int row = 0; row < answers.rows(); ++row) {
        const auto number = TRY(answers.number(row, score));
        const auto& name = answers.text(row, by);
        if (number && name == options.first)
            first.answers.push_back(*number);
        if (number && name == options.second)
            second.answers.push_back(*number);
    }
    const auto found = TRY(statistics::compare(first, second, options.confidence));
    json::object body { { "confidence", options.confidence }, { "first", options.first }, { "first_n", first.answers.size() },
        { "second", options.second }, { "second_n", second.answers.size() },
        { "reading", statistics::code_of(found.reading) } };
    add_estimate(body, "difference", found.difference);
    add_estimate(body, "standardised", found.standardised);
    add_estimate(body, "delta", found.delta);
    body["rank_sum"] = number(found.rank_sum ? std::optional(found.rank_sum->statistic) : std::nullopt);
    body["rank_sum_p"] = number(found.rank_sum ? std::optional(found.rank_sum->p) : std::nullopt);
    body["rank_sum_is_exact"] = found.rank_sum ? json::value(found.rank_sum->is_exact) : json::value();
    return Report { std::move(body) };
}

Result<Report> report_strata(const Answers& answers, const StatisticsOptions& options)
{
    const auto strata = TRY(read_names(answers, options.stratum));
    const auto design = TRY(read_design(answers, options, strata));
    const auto asked = TRY(read_asked(answers, options));
    Named parts;
    if (!options.by.empty())
        parts = TRY(read_names(answers, options.by));
    json::array lines;
    for (const auto& each : asked) {
        if (options.by.empty())
            lines.push_back(estimate_line(each, estimate(design, each, each.of, options.confidence), strata));
        for (std::size_t part = 0; part < parts.names.size(); ++part) {
            auto of = each.of;
            for (std::size_t row = 0; row < of.size(); ++row)
                if (parts.of_row[row] != static_cast<int>(part))
                    of[row] = std::nullopt;
            auto line = estimate_line(each, estimate(design, each, of, options.confidence), strata);
            line[options.by] = parts.names[part];
            lines.push_back(std::move(line));
        }
    }
    return Report { json::object { { "confidence", options.confidence }, { "people", design.people() },
        { "strata", design.strata() }, { "estimates", std::move(lines) } } };
}

Result<Report> report_clusters(const Answers& answers, const StatisticsOptions& options)
{
    if (options.variant != "ward.D2" && options.variant != "ward.D")
        return wrong("--variant: ward.D2 or ward.D, not " + options.variant);
    std::optional<std::size_t> label;
    if (!options.label.empty())
        label = TRY(answers.column(options.label));
    auto columns = TRY(columns_of(answers, options.items));
    if (label && options.items.empty())
        std::erase(columns, *label);
    auto scores = TRY(answers.numbers(columns));
    if (options.scale)
        scores = TRY(statistics::standardised(scores));
    const auto tree
        = TRY(statistics::ward_tree(scores, options.variant == "ward.D2" ? statistics::Ward::D2 : statistics::Ward::D));
    const auto groups = TRY(statistics::cut(tree, options.groups));
    json::array merges;
    for (const auto& merge : tree.merges)
        merges.push_back(json::object { { "first", merge.first + 1 }, { "second", merge.second + 1 },
            { "height", number(merge.height) }, { "size", merge.size } });
    json::array rows;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        json::object line { { "row", row + 1 }, { "group", groups[row] } };
        if (label)
            line["label"] = answers.text(static_cast<int>(row), *label);
        rows.push_back(std::move(line));
    }
    return Report { json::object { { "variant", options.variant }, { "is_scaled", options.scale },
        { "merges", std::move(merges) }, { "rows", std::move(rows) } } };
}

} // namespace etabli::cli

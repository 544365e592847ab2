// SPDX-License-Identifier: EUPL-1.2
// cli/statistics_reports.cpp
//
// Reports on questions and scales; those on groups of people stand in statistics_groups.cpp.

#include "cli/statistics_reports.hpp"

#include <array>
#include <map>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "engine/statistics/agreement.hpp"
#include "engine/statistics/omega.hpp"
#include "engine/statistics/polychoric.hpp"
#include "engine/statistics/reliability.hpp"
#include "engine/statistics/units.hpp"

namespace etabli::cli {

namespace {

Report undefined(json::object body, std::string_view why)
{
    body["undefined"] = why;
    return { std::move(body), false };
}

json::object item_line(
    const std::string& name, const statistics::Distribution& distribution, const std::optional<statistics::Mean>& mean)
{
    json::object line { { "item", name }, { "base", distribution.base() }, { "no_answer", distribution.no_answer } };
    line["counts"] = json::value_from(distribution.by_option);
    json::array shares;
    for (std::size_t at = 0; at < distribution.by_option.size(); ++at)
        shares.push_back(number(distribution.share(static_cast<int>(at + 1))));
    line["shares"] = std::move(shares);
    line["share_no_answer"] = number(distribution.share_without_answer());
    line["n"] = distribution.answered();
    line["mean"] = number(mean ? std::optional(mean->mean) : std::nullopt);
    line["deviation"] = number(mean ? mean->deviation : std::nullopt);
    line["error"] = number(mean ? mean->error : std::nullopt);
    add_interval(line, "mean_", mean ? mean->interval : std::nullopt);
    return line;
}

void add_share(json::object& line, const std::optional<statistics::Share>& share)
{
    line["favourable"] = number(share ? std::optional(share->share) : std::nullopt);
    add_interval(line, "favourable_", share ? std::optional(share->wilson) : std::nullopt);
    add_interval(line, "favourable_exact_", share ? share->exact : std::nullopt);
}

std::string_view code_of(statistics::NoReliability why)
{
    constexpr std::array<std::string_view, 6> codes { "fewer_than_two_items", "fewer_than_two_people", "item_without_variance",
        "pair_without_answers", "sum_without_variance", "pairs_contradict" };
    return codes[static_cast<std::size_t>(why)];
}

json::object form_line(std::string_view form, const statistics::Correlation& found)
{
    json::object line { { "form", form }, { "value", number(found.value) } };
    add_interval(line, "", found.interval);
    line["f"] = number(found.f);
    line["freedom_1"] = found.freedom_1;
    line["freedom_2"] = found.freedom_2;
    line["p"] = number(found.p);
    return line;
}

/// The units of a column in the order in which rows meet them, with their answers.
struct UnitsRead {
    std::vector<std::string> names;
    std::vector<statistics::UnitAnswers> answers;
};

Result<UnitsRead> read_units(const Answers& answers, const StatisticsOptions& options)
{
    const auto unit_column = TRY(answers.column(options.unit));
    const auto score_column = TRY(answers.column(options.score));
    std::optional<std::size_t> headcount_column;
    if (!options.headcount.empty())
        headcount_column = TRY(answers.column(options.headcount));
    UnitsRead made;
    std::map<std::string, std::size_t, std::less<>> known;
    std::vector<std::vector<double>> scores;
    std::vector<std::optional<std::int64_t>> headcounts;
    for (int row = 0; row < answers.rows(); ++row) {
        const auto& name = answers.text(row, unit_column);
        if (name.empty())
            return answers.trouble_in(row, unit_column, "is empty");
        const auto [found, is_new] = known.emplace(name, made.names.size());
        if (is_new) {
            made.names.push_back(name);
            scores.emplace_back();
            headcounts.emplace_back();
        }
        if (const auto score = TRY(answers.number(row, score_column)))
            scores[found->second].push_back(*score);
        if (!headcount_column)
            continue;
        const auto people = TRY(answers.whole_number(row, *headcount_column, 1, 100'000'000));
        if (!is_new && people != headcounts[found->second])
            return answers.trouble_in(row, *headcount_column, "differs from that of the same unit above");
        headcounts[found->second] = people;
    }
    for (std::size_t at = 0; at < scores.size(); ++at)
        made.answers.push_back(statistics::unit_answers(scores[at], headcounts[at]));
    return made;
}

Result<Report> report_units(const Answers& answers, const StatisticsOptions& options)
{
    const auto read = TRY(read_units(answers, options));
    const auto outcome = TRY(statistics::estimate_units(read.answers, options.confidence));
    json::object body { { "method", "empirical_bayes_reml" }, { "confidence", options.confidence } };
    constexpr std::array<std::string_view, 3> codes { "fewer_than_two_units", "one_answer_per_unit", "no_variance_within" };
    if (!outcome.units)
        return undefined(std::move(body), codes[static_cast<std::size_t>(*outcome.why_not)]);
    const auto& units = *outcome.units;
    body["mean"] = number(units.mean);
    body["mean_error"] = number(units.mean_error);
    body["variance_between"] = number(units.variance_between);
    body["variance_within"] = number(units.variance_within);
    body["icc"] = number(units.icc);
    body["icc_1"] = number(units.icc_1);
    body["icc_2"] = number(units.icc_2);
    json::array lines;
    for (std::size_t at = 0; at < units.estimates.size(); ++at) {
        const auto& found = units.estimates[at];
        json::object line { { "unit", read.names[at] }, { "n", read.answers[at].n } };
        line["own_mean"] = number(found ? std::optional(found->own_mean) : std::nullopt);
        line["estimate"] = number(found ? std::optional(found->estimate) : std::nullopt);
        line["own_part"] = number(found ? std::optional(found->own_part) : std::nullopt);
        add_interval(line, "", found ? std::optional(found->interval) : std::nullopt);
        lines.push_back(std::move(line));
    }
    body["units"] = std::move(lines);
    return Report { std::move(body) };
}

} // namespace

Result<std::vector<std::size_t>> columns_of(const Answers& answers, const std::string& items)
{
    std::vector<std::size_t> found;
    if (items.empty())
        for (const auto& name : answers.header())
            found.push_back(TRY(answers.column(name)));
    else
        for (const auto name : split(items, ','))
            found.push_back(TRY(answers.column(name)));
    return found;
}

Result<Report> report_description(const Answers& answers, const StatisticsOptions& options)
{
    json::object body { { "confidence", options.confidence } };
    body["population"] = options.population ? json::value(*options.population) : json::value();
    json::array lines;
    for (const auto column : TRY(columns_of(answers, options.items))) {
        const auto given = TRY(answers.answers(column, options.options));
        const auto distribution = TRY(statistics::distribution_of(given, options.options));
        const auto mean = TRY(statistics::mean_of(distribution, options.population, options.confidence));
        auto line = item_line(answers.header()[column], distribution, mean);
        if (options.favourable)
            add_share(line,
                TRY(statistics::favourable_share(distribution, *options.favourable, options.population, options.confidence)));
        lines.push_back(std::move(line));
    }
    body["items"] = std::move(lines);
    return Report { std::move(body) };
}

Result<Report> report_reliability(const Answers& answers, const StatisticsOptions& options)
{
    const auto columns = TRY(columns_of(answers, options.items));
    if (columns.size() > static_cast<std::size_t>(statistics::items_max))
        return Problem("request.invalid", fmt::format("{} items: at most {}", columns.size(), statistics::items_max));
    const auto scores = TRY(answers.numbers(columns));
    const auto outcome = statistics::reliability_of(scores, options.confidence);
    json::object body { { "confidence", options.confidence } };
    if (const auto* missing = std::get_if<statistics::UndefinedReliability>(&outcome)) {
        if (missing->item)
            body["item"] = answers.header()[columns[static_cast<std::size_t>(*missing->item)]];
        return undefined(std::move(body), code_of(missing->why));
    }
    const auto& found = std::get<statistics::Reliability>(outcome);
    body["people"] = found.people;
    body["alpha"] = number(found.alpha);
    add_interval(body, "alpha_", found.interval);
    body["alpha_error"] = number(found.error);
    add_interval(body, "feldt_", found.feldt);
    body["alpha_standardised"] = number(found.alpha_standardised);
    body["g6"] = number(found.g6);
    body["mean_correlation"] = number(found.mean_correlation);
    const auto omega = options.factors ? statistics::omega_of(scores, *options.factors) : std::nullopt;
    if (options.factors) {
        body["factors"] = *options.factors;
        body["omega_hierarchical"] = number(omega ? std::optional(omega->hierarchical) : std::nullopt);
        body["omega_total"] = number(omega ? std::optional(omega->total) : std::nullopt);
        body["omega_is_improper"] = omega ? json::value(omega->is_improper) : json::value();
    }
    json::array lines;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto& item = found.items[at];
        lines.push_back(json::object { { "item", answers.header()[columns[at]] }, { "n", item.answered },
            { "mean", number(item.mean) }, { "deviation", number(item.deviation) },
            { "rest_correlation", number(item.rest_correlation) },
            { "corrected_correlation", number(item.corrected_correlation) }, { "alpha_without", number(item.alpha_without) } });
    }
    body["items"] = std::move(lines);
    return Report { std::move(body) };
}

Result<Report> report_agreement(const Answers& answers, const StatisticsOptions& options)
{
    if (!options.unit.empty() || !options.score.empty())
        return report_units(answers, options);
    const auto columns = TRY(columns_of(answers, options.items));
    const auto outcome = statistics::agreement_of(TRY(answers.numbers(columns)), options.confidence);
    json::object body { { "confidence", options.confidence }, { "things", answers.rows() }, { "judges", columns.size() } };
    constexpr std::array<std::string_view, 4> codes { "holes", "fewer_than_two_things", "fewer_than_two_judges", "all_alike" };
    if (!outcome.agreement)
        return undefined(std::move(body), codes[static_cast<std::size_t>(*outcome.why_not)]);
    const auto& found = *outcome.agreement;
    body["forms"] = json::array { form_line("icc_1_1", found.one_way_single), form_line("icc_2_1", found.two_way_single),
        form_line("icc_3_1", found.fixed_single), form_line("icc_1_k", found.one_way_mean),
        form_line("icc_2_k", found.two_way_mean), form_line("icc_3_k", found.fixed_mean) };
    return Report { std::move(body) };
}

Result<Report> report_polychoric(const Answers& answers, const StatisticsOptions& options)
{
    const auto columns = TRY(columns_of(answers, options.items));
    if (columns.size() != 2)
        return Problem("request.invalid", fmt::format("--items: {} columns, where two are needed", columns.size()));
    const auto first = TRY(answers.answers(columns[0], options.options));
    const auto second = TRY(answers.answers(columns[1], options.options));
    const auto size = static_cast<std::size_t>(std::max(options.options, 1));
    statistics::CrossTable table(size, std::vector<std::int64_t>(size, 0));
    for (std::size_t row = 0; row < first.size(); ++row)
        if (first[row] && second[row])
            table[static_cast<std::size_t>(*first[row] - 1)][static_cast<std::size_t>(*second[row] - 1)] += 1;
    const auto found = TRY(statistics::polychoric_two_step(table));
    json::object body { { "method", "two_step" } };
    if (!found)
        return undefined(std::move(body), "fewer_than_two_options");
    body["n"] = found->n;
    body["correlation"] = number(found->correlation);
    body["is_at_bound"] = found->is_at_bound;
    body["first_thresholds"] = json::value_from(found->row_thresholds);
    body["second_thresholds"] = json::value_from(found->column_thresholds);
    return Report { std::move(body) };
}

} // namespace etabli::cli
